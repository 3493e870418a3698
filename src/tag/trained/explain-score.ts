/**
 * explainScore: the places that add up to a rawScore.
 *
 * @module
 */
import type { Feature } from '../features';
import type { Contribution } from '../judge';
import type { ReadPassage, ReadText } from './read-passages';
import { type SignalWeights, weighSignals } from './signal-model';
import { SIGNALS, type SignalName } from './signals';
import { findSentenceEnd, type WordModel } from './tagger-model';
import { findWords, type KnownWords, weighHeadingWords, weighWords } from './word-model';

/** What {@link explainScore} explains. */
export interface ScoreToExplain {
  readonly passage: ReadPassage;
  readonly words: KnownWords;
  /** The signals of the concept. */
  readonly signals: Float64Array;
  readonly concept: number;
  readonly model: WordModel;
  readonly weights: SignalWeights;
}

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

/**
 * The contributions to a rawScore: what a group of signals adds is shared among the places that it comes from, by their weight in the lexicon or, exactly, by their
 * part of the word model's sum. What comes from no place (the constant, the length, rival concepts, the rest of the document) is of the field `document`. They
 * add up to the rawScore. Linear in the passage.
 */
export function explainScore(score: ScoreToExplain): readonly Contribution[] {
  const { passage, concept, signals, weights } = score;
  const factors = weighSignals(weights, concept);
  const sums = new Map<Group, number>();
  const rest: Contribution[] = [nowhere('constant', weights.bias[concept] ?? 0)];
  SIGNALS.forEach((name, s) => {
    const amount = (signals[s] ?? 0) * (factors[s] ?? 0);
    const group = GROUPS[name];
    if (group === 'rest') rest.push(nowhere(name, amount));
    else sums.set(group, (sums.get(group) ?? 0) + amount);
  });
  const of = (group: Group): number => sums.get(group) ?? 0;
  const telling = passage.headings.flatMap((heading, index) =>
    heading.text.length > 4 ? [{ heading, index }] : [],
  );
  const nearest = telling
    .slice(-1)
    .flatMap(({ heading, index }) => placeTerms(heading, concept, 'heading', index));
  const outer = telling
    .slice(0, -1)
    .flatMap(({ heading, index }) => placeTerms(heading, concept, 'heading', index));
  const body = placeTerms(passage.body, concept, 'text', 0);
  return [
    ...share(
      of('terms'),
      body.filter(({ weight }) => weight > 0),
      'terms',
    ),
    ...share(
      of('against'),
      body.filter(({ weight }) => weight < 0),
      'against',
    ),
    ...share(of('nearest'), nearest, 'headings'),
    ...share(of('outer'), outer, 'headings'),
    ...share(of('title'), placeTerms(passage.title, concept, 'title', 0), 'title'),
    ...neighbour(-1, of('before')),
    ...neighbour(1, of('after')),
    ...explainWords(score, factors),
    ...rest,
  ].filter(({ weight }) => weight !== 0);
}

function nowhere(term: string, weight: number): Contribution {
  return { field: 'document', headingIndex: 0, span: { start: 0, end: 0 }, term, weight };
}

function neighbour(headingIndex: -1 | 1, weight: number): readonly Contribution[] {
  return [{ field: 'neighbour', headingIndex, span: { start: 0, end: 0 }, term: '', weight }];
}

/** The terms of a concept in a text, each with its weight in the lexicon. */
function placeTerms(
  { terms }: ReadText,
  concept: number,
  field: Contribution['field'],
  headingIndex: number,
): readonly Contribution[] {
  return terms
    .filter((feature: Feature) => feature.concept === concept)
    .map(({ span, term, value }) => ({ field, headingIndex, span, term, weight: value }));
}

/** Shares an amount among places by the size of their weights; where there is none, it comes from nowhere. */
function share(
  amount: number,
  places: readonly Contribution[],
  name: string,
): readonly Contribution[] {
  const total = places.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  if (total === 0) return amount === 0 ? [] : [nowhere(name, amount)];
  return places.map((place) => ({ ...place, weight: (amount * Math.abs(place.weight)) / total }));
}

/** The parts of the word model's sums: of the passage with its headings, and of the best sentence. */
function explainWords(
  { passage, words, concept, model }: ScoreToExplain,
  factors: Float64Array,
): readonly Contribution[] {
  const whole = factors[SIGNALS.indexOf('words')] ?? 0;
  const best = factors[SIGNALS.indexOf('wordSentence')] ?? 0;
  const [from, to] = findBestSentence(words, concept, model);
  const bias = model.bias[concept] ?? 0;
  return mergePlaces([
    ...placeWords(passage, words, 0, words.ids.length, concept, model, whole),
    ...placeHeadingWords(passage, concept, model, whole),
    ...placeWords(passage, words, from, to, concept, model, best),
    nowhere('words', bias * (whole + best)),
  ]);
}

/** The range of known words of the sentence whose logit is highest; the first of equal ones. */
function findBestSentence(
  words: KnownWords,
  concept: number,
  model: WordModel,
): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  let highest = -Infinity;
  for (let from = 0; from < words.ids.length; ) {
    const to = findSentenceEnd(words, from);
    const logit = scoreRange(words, from, to, concept, model);
    if (logit > highest) [best, highest] = [[from, to], logit];
    from = to;
  }
  return best;
}

/** What the words of a range add up to for a concept, as a text of their own. */
function scoreRange(
  words: KnownWords,
  from: number,
  to: number,
  concept: number,
  { idf, text, bias }: WordModel,
): number {
  const { ids, values } = weighWords(sliceWords(words, from, to), idf);
  return ids.reduce(
    (sum, id, i) => sum + (values[i] ?? 0) * (text[id * bias.length + concept] ?? 0),
    0,
  );
}

function sliceWords({ ids, starts, sentences }: KnownWords, from: number, to: number): KnownWords {
  return {
    ids: ids.subarray(from, to),
    starts: starts.subarray(from, to),
    sentences: sentences.subarray(from, to),
  };
}

function placeWords(
  { body }: ReadPassage,
  words: KnownWords,
  from: number,
  to: number,
  concept: number,
  model: WordModel,
  factor: number,
): readonly Contribution[] {
  const range = sliceWords(words, from, to);
  const { ids } = range;
  const vector = weighWords(range, model.idf);
  const times = new Map<number, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  const partOf = new Map<number, number>();
  vector.ids.forEach((id, i) => {
    const weight = model.text[id * model.bias.length + concept] ?? 0;
    partOf.set(id, (factor * (vector.values[i] ?? 0) * weight) / (times.get(id) ?? 1));
  });
  return Array.from(ids, (id, i) => {
    const start = words.starts[from + i] ?? 0;
    const term = model.table.words[id] ?? '';
    const span = { start, end: Math.min(body.text.length, start + term.length) };
    return { field: 'text', headingIndex: 0, span, term, weight: partOf.get(id) ?? 0 };
  });
}

function placeHeadingWords(
  passage: ReadPassage,
  concept: number,
  model: WordModel,
  factor: number,
): readonly Contribution[] {
  const vector = weighHeadingWords(passage, model.headingTable);
  return Array.from(vector.ids, (id, i): Contribution => {
    const weight =
      factor * (vector.values[i] ?? 0) * (model.headings[id * model.bias.length + concept] ?? 0);
    const headingIndex = passage.headings.findLastIndex((heading) =>
      findWords(heading, model.headingTable).ids.includes(id),
    );
    const term = model.headingTable.words[id] ?? '';
    const start = passage.headings[headingIndex]?.text.indexOf(term) ?? 0;
    return {
      field: 'heading',
      headingIndex,
      span: { start, end: start + term.length },
      term,
      weight,
    };
  });
}

/** One contribution a place. */
function mergePlaces(contributions: readonly Contribution[]): readonly Contribution[] {
  const places = new Map<string, Contribution>();
  for (const contribution of contributions) {
    const { field, headingIndex, span, term, weight } = contribution;
    const key = `${field} ${headingIndex} ${span.start} ${term}`;
    const known = places.get(key);
    places.set(
      key,
      known === undefined ? contribution : { ...known, weight: known.weight + weight },
    );
  }
  return [...places.values()];
}
