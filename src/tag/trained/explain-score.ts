/**
 * createExplainer: the places that add up to a rawScore.
 *
 * @module
 */
import { hasWords } from '../features';
import type { Contribution } from '../judge';
import { keepEvidence, MIN_EVIDENCE_SHARE, sumSupport } from '../keep-evidence';
import type { HeadingWords } from './heading-words';
import type { FoundTerm } from './read-lexicon';
import type { ReadPassage, ReadText } from './read-passages';
import { type SignalWeights, weighSignals } from './signal-model';
import { SIGNAL_COUNT, SIGNAL_INDEX, SIGNALS, type SignalName } from './signals';
import type { WordModel } from './tagger-model';
import { type KnownWords, WORDLESS } from './word-model';
import { createWordPartFinder } from './word-parts';
import { weightOf } from './word-weights';

/** What is to be explained. */
export interface ScoreToExplain {
  readonly passage: ReadPassage;
  readonly words: KnownWords;
  readonly headingWords: HeadingWords;
  /** The signals of the concept. */
  readonly signals: Float64Array;
  readonly concept: number;
  /** Index of the first known word of the sentence whose words speak most for the concept. */
  readonly bestSentence: number;
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
    const placed: Contribution[] = [];
    placeTerms(placed, passage, concept, amountOf);
    const headingParts = weighHeadingWords(score, model, whole);
    const parts = findParts({ words, concept, whole, best, bestSentence: score.bestSentence });
    const support =
      sumSupport(placed) +
      sumPositive(headingParts, headingParts.length) +
      sumPositive(parts, words.to - words.from);
    const least = all ? 0 : MIN_EVIDENCE_SHARE * support;
    placeHeadingWords(placed, score, headingParts, model, least);
    placeWords(placed, score, parts, model, least);
    if (!all) return keepEvidence(placed, support);
    return [
      ...placed,
      nowhere(
        'words',
        (words.from < words.to ? (model.bias[concept] ?? 0) : WORDLESS) * (whole + best),
      ),
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

function sumPositive(values: ArrayLike<number>, count: number): number {
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

/** A text whose terms are places. */
interface TermPlaces {
  readonly read: ReadText;
  readonly field: Contribution['field'];
  readonly headingIndex: number;
}

/** Places what the terms of the lexicon add, in the text, the headings and the title. */
function placeTerms(
  placed: Contribution[],
  { body, headings, title }: ReadPassage,
  concept: number,
  amountOf: (group: Group) => number,
): void {
  const share = (
    name: string,
    group: Group,
    listPlaces: () => readonly TermPlaces[],
    side?: 1 | -1,
  ): void => {
    const amount = amountOf(group);
    if (amount !== 0) shareAmount(placed, amount, name, listPlaces(), { concept, side });
  };
  const inText = (): readonly TermPlaces[] => [{ read: body, field: 'text', headingIndex: 0 }];
  const last = headings.findLastIndex(({ text }) => hasWords(text));
  const inHeadings = (isMeant: (index: number) => boolean): readonly TermPlaces[] =>
    headings.flatMap((read, headingIndex) =>
      hasWords(read.text) && isMeant(headingIndex)
        ? [{ read, field: 'heading', headingIndex }]
        : [],
    );
  share('terms', 'terms', inText, 1);
  share('against', 'against', inText, -1);
  share('headings', 'nearest', () => inHeadings((index) => index === last));
  share('headings', 'outer', () => inHeadings((index) => index !== last));
  share('title', 'title', () => [{ read: title, field: 'title', headingIndex: 0 }]);
}

/** Which terms share an amount: those of a concept, with `side` only those for or against it. */
interface SharingTerms {
  readonly concept: number;
  readonly side: 1 | -1 | undefined;
}

/** Shares an amount among the terms of a concept by the size of their weights; where there is none, it comes from nowhere. */
function shareAmount(
  placed: Contribution[],
  amount: number,
  name: string,
  places: readonly TermPlaces[],
  sharing: SharingTerms,
): void {
  let total = 0;
  for (const { read } of places)
    for (const term of read.terms) if (shares(term, sharing)) total += Math.abs(term.value);
  if (total === 0) {
    placed.push(nowhere(name, amount));
    return;
  }
  for (const { read, field, headingIndex } of places) {
    for (const found of read.terms) {
      if (!shares(found, sharing)) continue;
      const { start, end, value } = found;
      const term = read.text.slice(start, end);
      const weight = (amount * Math.abs(value)) / total;
      placed.push({ field, headingIndex, span: { start, end }, term, weight });
    }
  }
}

function shares(term: FoundTerm, { concept, side }: SharingTerms): boolean {
  return term.concept === concept && (side === undefined || term.value * side > 0);
}

/** Places the words of the text that add or take away at least so much. */
function placeWords(
  placed: Contribution[],
  { words: { ids, starts, from, to }, passage: { body } }: ScoreToExplain,
  parts: Float64Array,
  { table }: WordModel,
  least: number,
): void {
  for (let i = from; i < to; i += 1) {
    const weight = parts[i - from] ?? 0;
    if (weight === 0 || Math.abs(weight) < least) continue;
    const start = starts[i] ?? 0;
    const term = table.words[ids[i] ?? 0] ?? '';
    const span = { start, end: Math.min(body.text.length, start + term.length) };
    placed.push({ field: 'text', headingIndex: 0, span, term, weight });
  }
}

/** What each word of the nearest headings adds or takes away. */
function weighHeadingWords(
  { headingWords: { ids, value }, concept }: ScoreToExplain,
  { headings }: WordModel,
  factor: number,
): readonly number[] {
  return ids.map((id) => factor * value * weightOf(headings, id, concept));
}

/** Places the words of the nearest headings that add or take away at least so much, each where it stands nearest. */
function placeHeadingWords(
  placed: Contribution[],
  { passage: { headings }, headingWords: { known, ids } }: ScoreToExplain,
  parts: readonly number[],
  { headingTable }: WordModel,
  least: number,
): void {
  ids.forEach((id, i) => {
    const weight = parts[i] ?? 0;
    if (weight === 0 || Math.abs(weight) < least) return;
    const term = headingTable.words[id] ?? '';
    const nearest = known.findLastIndex((words) => words.includes(id));
    const headingIndex = headings.length - known.length + nearest;
    const start = headings[headingIndex]?.text.indexOf(term) ?? 0;
    const span = { start, end: start + term.length };
    placed.push({ field: 'heading', headingIndex, span, term, weight });
  });
}
