/**
 * createWordScorer: what a word model says of passages.
 *
 * @module
 */
import type { WordScores } from './compute-signals';
import { createHeadingReader, type HeadingWords } from './heading-words';
import type { ReadPassage } from './read-passages';
import type { WordModel } from './tagger-model';
import { findSentenceEnd, findWordsOf, type KnownWords, weighCount } from './word-model';

/** The known words of passages, kept for their evidence, and what they say. */
export interface WordReading {
  /** By passage. */
  readonly words: readonly KnownWords[];
  /** By passage. */
  readonly headings: readonly HeadingWords[];
  readonly scores: WordScores;
}

/** Says what the word model says of passages. */
export type ScoreWords = (passages: readonly ReadPassage[]) => WordReading;

/** The logit of every concept where no known word stands: what is common is no reason to think that nothing is about it. */
export const WORDLESS = -8;

/** A scorer by a word model. It takes O(words × concepts). */
export function createWordScorer(model: WordModel): ScoreWords {
  const concepts = model.bias.length;
  const scorePassage = createPassageScorer(model);
  return (passages) => {
    const readHeadings = createHeadingReader(model);
    const words = findWordsOf(
      passages.map(({ body }) => body),
      model.table,
    );
    const headings = passages.map((passage) => readHeadings(passage.headings));
    const passage = new Float64Array(passages.length * concepts);
    const sentence = new Float64Array(passages.length * concepts);
    words.forEach((known, p) => {
      const row = p * concepts;
      if (known.from < known.to) scorePassage(known, passage, sentence, row);
      else for (const logits of [passage, sentence]) logits.fill(WORDLESS, row, row + concepts);
      addRow(headings[p]?.sums ?? NONE, passage, row);
    });
    return { words, headings, scores: { passage, sentence } };
  };
}

const NONE: readonly number[] = [];

function addRow(values: readonly number[], sums: Float64Array, row: number): void {
  for (let c = 0; c < values.length; c += 1)
    sums[row + c] = (sums[row + c] ?? 0) + (values[c] ?? 0);
}

/** Writes the logits of a passage and the highest of its sentences into the rows that begin at `row`. */
type ScorePassage = (
  words: KnownWords,
  passage: Float64Array,
  sentence: Float64Array,
  row: number,
) => void;

/**
 * A scorer of the vectors of words, (1 + ln tf) · idf of length 1 as training makes them, of a passage and of each of its sentences. Every word is multiplied with its weights once a sentence: what
 * the passage adds up to is the sum of its sentences, put right for the words that come again.
 */
function createPassageScorer(model: WordModel): ScorePassage {
  const { table, idf, text, bias } = model;
  const concepts = bias.length;
  const inSentence = createWordCounter(table.words.length);
  const inPassage = createWordCounter(table.words.length);
  /** What a word has been given in the sentences so far. */
  const given = new Float64Array(table.words.length);
  const sums = new Float64Array(concepts);
  const total = new Float64Array(concepts);
  const add = (into: Float64Array, id: number, value: number): void => {
    const row = id * concepts;
    for (let c = 0; c < concepts; c += 1) into[c] = (into[c] ?? 0) + value * (text[row + c] ?? 0);
  };
  /** Adds the words of a sentence up, and to what the passage adds up to; gives the length of its vector. */
  const addSentence = ({ ids }: KnownWords, from: number, to: number): number => {
    for (let i = from; i < to; i += 1) inSentence.count(ids[i] ?? 0);
    sums.fill(0);
    let squares = 0;
    for (let i = 0; i < inSentence.size(); i += 1) {
      const id = inSentence.word(i);
      const times = inSentence.times(id);
      const value = weighCount(times) * (idf[id] ?? 0);
      squares += value * value;
      add(sums, id, value);
      inPassage.count(id, times);
      given[id] = (given[id] ?? 0) + value;
    }
    inSentence.clear();
    for (let c = 0; c < concepts; c += 1) total[c] = (total[c] ?? 0) + (sums[c] ?? 0);
    return Math.sqrt(squares);
  };
  /** Puts the passage's sums right and gives the length of its vector. */
  const closePassage = (): number => {
    let squares = 0;
    for (let i = 0; i < inPassage.size(); i += 1) {
      const id = inPassage.word(i);
      const value = weighCount(inPassage.times(id)) * (idf[id] ?? 0);
      squares += value * value;
      const missing = value - (given[id] ?? 0);
      if (missing !== 0) add(total, id, missing);
      given[id] = 0;
    }
    inPassage.clear();
    return Math.sqrt(squares);
  };
  return (words, passage, sentence, row) => {
    total.fill(0);
    sentence.fill(-Infinity, row, row + concepts);
    for (let from = words.from; from < words.to; ) {
      const to = findSentenceEnd(words, from);
      const length = addSentence(words, from, to);
      for (let c = 0; c < concepts; c += 1) {
        const logit = (bias[c] ?? 0) + (length === 0 ? 0 : (sums[c] ?? 0) / length);
        sentence[row + c] = Math.max(sentence[row + c] ?? 0, logit);
      }
      from = to;
    }
    const length = closePassage();
    for (let c = 0; c < concepts; c += 1)
      passage[row + c] = (bias[c] ?? 0) + (length === 0 ? 0 : (total[c] ?? 0) / length);
  };
}

/** Counts words, and knows which it has counted. */
interface WordCounter {
  count(id: number, times?: number): void;
  times(id: number): number;
  /** How many different words were counted, and which, in their order. */
  size(): number;
  word(index: number): number;
  clear(): void;
}

function createWordCounter(words: number): WordCounter {
  const counts = new Uint32Array(words);
  const counted = new Int32Array(words);
  let size = 0;
  return {
    count: (id, times = 1) => {
      if (counts[id] === 0) counted[size++] = id;
      counts[id] = (counts[id] ?? 0) + times;
    },
    times: (id) => counts[id] ?? 0,
    size: () => size,
    word: (index) => counted[index] ?? 0,
    clear: () => {
      for (let i = 0; i < size; i += 1) counts[counted[i] ?? 0] = 0;
      size = 0;
    },
  };
}
