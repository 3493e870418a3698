/**
 * createExplainer: the places that add up to a rawScore.
 *
 * @module
 */
import type { Contribution } from '../judge';
import { keepEvidence, MIN_EVIDENCE_SHARE, sumSupport } from '../keep-evidence';
import type { HeadingWords } from './heading-words';
import type { ReadPassage, ReadText } from './read-passages';
import { type SignalWeights, weighSignals } from './signal-model';
import { SIGNAL_COUNT, SIGNAL_INDEX, SIGNALS, type SignalName } from './signals';
import type { WordModel } from './tagger-model';
import type { KnownWords } from './word-model';
import { createWordPartFinder } from './word-parts';

/** What is to be explained. */
export interface ScoreToExplain {
  readonly passage: ReadPassage;
  readonly words: KnownWords;
  readonly headingWords: HeadingWords;
  /** The signals of the concept. */
  readonly signals: Float64Array;
  readonly concept: number;
}

/** Explains scores: with `all` by everything that adds up to them, without by what {@link keepEvidence} keeps. */
export type ExplainScore = (score: ScoreToExplain, all: boolean) => readonly Contribution[];

/** What a group of signals says, and where that stands. */
type Group =
  | 'terms'
  | 'against'
  | 'nearest'
  | 'outer'
  | 'title'
  | 'before'
  | 'after'
  | 'words'
  | 'sentence'
  | 'rest';

const GROUPS: Readonly<Record<SignalName, Group>> = {
  lexSum: 'terms',
  lexMax: 'terms',
  lexTerms: 'terms',
  lexAgainst: 'against',
  lexDense: 'terms',
  lexSentence: 'terms',
  lexSentences: 'terms',
  lexFirst: 'terms',
  nearestHeading: 'nearest',
  outerHeadings: 'outer',
  title: 'title',
  headingAgrees: 'terms',
  headingAlone: 'nearest',
  lexBefore: 'before',
  lexAfter: 'after',
  lexDocument: 'rest',
  lexWithDocument: 'terms',
  lexRival: 'rest',
  headingRival: 'rest',
  lexAll: 'rest',
  lexDocumentAll: 'rest',
  length: 'rest',
  words: 'words',
  wordRival: 'rest',
  wordBest: 'rest',
  wordsBefore: 'before',
  wordsAfter: 'after',
  wordsDocument: 'rest',
  wordSentence: 'sentence',
  wordSentenceRival: 'rest',
  noHeading: 'rest',
};

/** The signals of each group, by index. */
const MEMBERS: Readonly<Record<Group, readonly number[]>> = groupSignals();

function groupSignals(): Readonly<Record<Group, readonly number[]>> {
  const of = (group: Group): readonly number[] =>
    SIGNALS.flatMap((name, s) => (GROUPS[name] === group ? [s] : []));
  return {
    terms: of('terms'),
    against: of('against'),
    nearest: of('nearest'),
    outer: of('outer'),
    title: of('title'),
    before: of('before'),
    after: of('after'),
    words: of('words'),
    sentence: of('sentence'),
    rest: of('rest'),
  };
}

/**
 * An explainer by the parts of a model. What a group of signals adds is shared among the places that it comes from, by their weight in the lexicon or, exactly, by
 * their part of the word model's sum. What comes from no place (the constant, the length, rival concepts, the rest of the document) is of the field `document`.
 * Everything adds up to the rawScore. Linear in the passage.
 */
export function createExplainer(model: WordModel, weights: SignalWeights): ExplainScore {
  const factors = Array.from(weights.bias, (_, concept) => weighSignals(weights, concept));
  const findParts = createWordPartFinder(model);
  return (score, all) => {
    const { passage, concept, signals, words } = score;
    const factor = factors[concept] ?? NO_FACTORS;
    const amountOf = (group: Group): number => sumGroup(MEMBERS[group], signals, factor);
    const whole = factor[SIGNAL_INDEX.words] ?? 0;
    const best = factor[SIGNAL_INDEX.wordSentence] ?? 0;
    const placed = [
      ...explainTerms(passage, concept, amountOf),
      ...placeHeadingWords(score, model, whole),
    ].filter(({ weight }) => weight !== 0);
    const parts = findParts({ words, concept, whole, best });
    if (!all) {
      const support = sumSupport(placed) + sumPositive(parts, words.to - words.from);
      const telling = placeWords(score, parts, model, MIN_EVIDENCE_SHARE * support);
      return keepEvidence([...placed, ...telling], support);
    }
    return [
      ...placed,
      ...placeWords(score, parts, model, 0),
      nowhere('words', (model.bias[concept] ?? 0) * (whole + best)),
      neighbour(-1, amountOf('before')),
      neighbour(1, amountOf('after')),
      nowhere('constant', weights.bias[concept] ?? 0),
      ...MEMBERS.rest.map((s) => nowhere(SIGNALS[s] ?? '', (signals[s] ?? 0) * (factor[s] ?? 0))),
    ].filter(({ weight }) => weight !== 0);
  };
}

const NO_FACTORS = new Float64Array(SIGNAL_COUNT);

function sumGroup(members: readonly number[], signals: Float64Array, factor: Float64Array): number {
  let sum = 0;
  for (const s of members) sum += (signals[s] ?? 0) * (factor[s] ?? 0);
  return sum;
}

function sumPositive(values: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += Math.max(0, values[i] ?? 0);
  return sum;
}

const NOWHERE = Object.freeze({ start: 0, end: 0 });

function nowhere(term: string, weight: number): Contribution {
  return { field: 'document', headingIndex: 0, span: NOWHERE, term, weight };
}

function neighbour(headingIndex: -1 | 1, weight: number): Contribution {
  return { field: 'neighbour', headingIndex, span: NOWHERE, term: '', weight };
}

/** Headings of no more code units say nothing but their number. */
const NUMBER_LENGTH = 4;

/** What the terms of the lexicon add, in the text, the headings and the title. */
function explainTerms(
  { body, headings, title }: ReadPassage,
  concept: number,
  amountOf: (group: Group) => number,
): Contribution[] {
  const inText = placeTerms(body, concept, 'text', 0);
  const inHeadings = headings.flatMap((heading, index) =>
    heading.text.length > NUMBER_LENGTH ? placeTerms(heading, concept, 'heading', index) : [],
  );
  const last = headings.findLastIndex(({ text }) => text.length > NUMBER_LENGTH);
  return [
    ...share(amountOf('terms'), inText.filter(isFor), 'terms'),
    ...share(amountOf('against'), inText.filter(isAgainst), 'against'),
    ...share(
      amountOf('nearest'),
      inHeadings.filter(({ headingIndex }) => headingIndex === last),
      'headings',
    ),
    ...share(
      amountOf('outer'),
      inHeadings.filter(({ headingIndex }) => headingIndex !== last),
      'headings',
    ),
    ...share(amountOf('title'), placeTerms(title, concept, 'title', 0), 'title'),
  ];
}

function isFor({ weight }: Contribution): boolean {
  return weight > 0;
}

function isAgainst({ weight }: Contribution): boolean {
  return weight < 0;
}

/** The terms of a concept in a text, each with its weight in the lexicon. */
function placeTerms(
  { text, terms }: ReadText,
  concept: number,
  field: Contribution['field'],
  headingIndex: number,
): readonly Contribution[] {
  const placed: Contribution[] = [];
  for (const { concept: of, start, end, value } of terms) {
    if (of !== concept) continue;
    const term = text.slice(start, end);
    placed.push({ field, headingIndex, span: { start, end }, term, weight: value });
  }
  return placed;
}

/** Shares an amount among places by the size of their weights; where there is none, it comes from nowhere. */
function share(
  amount: number,
  places: readonly Contribution[],
  name: string,
): readonly Contribution[] {
  const total = places.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  if (total === 0) return amount === 0 ? [] : [nowhere(name, amount)];
  return places.map(({ field, headingIndex, span, term, weight }) => ({
    field,
    headingIndex,
    span,
    term,
    weight: (amount * Math.abs(weight)) / total,
  }));
}

/** The words of the text that add or take away at least so much. */
function placeWords(
  { words: { ids, starts, from, to }, passage: { body } }: ScoreToExplain,
  parts: Float64Array,
  { table }: WordModel,
  least: number,
): readonly Contribution[] {
  const placed: Contribution[] = [];
  for (let i = from; i < to; i += 1) {
    const weight = parts[i - from] ?? 0;
    if (weight === 0 || Math.abs(weight) < least) continue;
    const start = starts[i] ?? 0;
    const term = table.words[ids[i] ?? 0] ?? '';
    const span = { start, end: Math.min(body.text.length, start + term.length) };
    placed.push({ field: 'text', headingIndex: 0, span, term, weight });
  }
  return placed;
}

function placeHeadingWords(
  { passage: { headings }, headingWords: { ids, value, above, starts }, concept }: ScoreToExplain,
  { headings: weights, headingTable, bias }: WordModel,
  factor: number,
): readonly Contribution[] {
  return ids.map((id, i): Contribution => {
    const weight = factor * value * (weights[id * bias.length + concept] ?? 0);
    const term = headingTable.words[id] ?? '';
    const start = starts[i] ?? 0;
    const headingIndex = headings.length - 1 - (above[i] ?? 0);
    return {
      field: 'heading',
      headingIndex,
      span: { start, end: start + term.length },
      term,
      weight,
    };
  });
}
