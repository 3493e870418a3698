/**
 * createWordScorer: what a word model says of passages.
 *
 * @module
 */
import { createHeadingReader, type HeadingWords } from './heading-words';
import type { ReadPassage } from './read-passages';
import type { WordModel } from './tagger-model';
import { findSentenceEnd, findWordsOf, type KnownWords, WORDLESS, weighCount } from './word-model';

/** What the word model says of passages: tables of `[passage × concepts + concept]`. */
export interface WordScores {
  /** Logits of the passage. */
  readonly passage: Float64Array;
  /** The highest logits among its sentences. */
  readonly sentence: Float64Array;
}

/** The known words of passages, kept for their evidence, and what they say. */
export interface WordReading {
  /** By passage. */
  readonly words: readonly KnownWords[];
  /** By passage. */
  readonly headings: readonly HeadingWords[];
  readonly scores: WordScores;
  /** `[passage × concepts + concept]`: of the sentence whose logit is highest, the first of equal ones, the index of its first known word. */
  readonly bestSentences: Int32Array;
}

/** Says what the word model says of passages. */
export type ScoreWords = (passages: readonly ReadPassage[]) => WordReading;

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
    const bestSentences = new Int32Array(passages.length * concepts);
    words.forEach((known, p) => {
      const row = p * concepts;
      if (known.from < known.to) scorePassage(known, { passage, sentence, bestSentences, row });
      else for (const logits of [passage, sentence]) logits.fill(WORDLESS, row, row + concepts);
      addRow(headings[p]?.sums ?? NONE, passage, row);
    });
    return { words, headings, scores: { passage, sentence }, bestSentences };
  };
}

const NONE = new Float64Array(0);

function addRow(values: Float64Array, sums: Float64Array, row: number): void {
  for (let c = 0; c < values.length; c += 1)
    sums[row + c] = (sums[row + c] ?? 0) + (values[c] ?? 0);
}

/** The rows of a passage in the tables that a {@link ScorePassage} writes, which begin at `row`. */
interface PassageRow {
  readonly passage: Float64Array;
  readonly sentence: Float64Array;
  readonly bestSentences: Int32Array;
  readonly row: number;
}

/** Writes the logits of a passage, the highest of its sentences, and where that sentence begins. */
type ScorePassage = (words: KnownWords, into: PassageRow) => void;

/**
 * A scorer of the vectors of words, (1 + ln tf) · idf of length 1 as training makes them, of a passage and of each of its sentences. Every word is multiplied with its weights once a sentence: what
 * the passage adds up to is the sum of its sentences, put right for the words that come again.
 */
function createPassageScorer({ table, idf, text, bias }: WordModel): ScorePassage {
  const { values: weights, scales } = text;
  const concepts = bias.length;
  const tally = createTally(idf);
  const inSentence = new Int32Array(table.words.length);
  const inPassage = new Int32Array(table.words.length);
  let passageSize = 0;
  const sums = new Float64Array(concepts);
  const total = new Float64Array(concepts);
  /** Adds the words of a sentence up; gives the length of its vector. */
  const addSentence = ({ ids }: KnownWords, from: number, to: number): number => {
    let size = 0;
    for (let i = from; i < to; i += 1) {
      const id = ids[i] ?? 0;
      const at = id * TALLY_WIDTH + IN_SENTENCE;
      const times = tally[at] ?? 0;
      if (times === 0) inSentence[size++] = id;
      tally[at] = times + 1;
    }
    sums.fill(0);
    let squares = 0;
    for (let i = 0; i < size; i += 1) {
      const id = inSentence[i] ?? 0;
      const at = id * TALLY_WIDTH;
      const times = tally[at + IN_SENTENCE] ?? 0;
      const value = weighCount(times) * (tally[at] ?? 0);
      squares += value * value;
      addProduct(sums, value, weights, id * concepts);
      const before = tally[at + IN_PASSAGE] ?? 0;
      if (before === 0) inPassage[passageSize++] = id;
      tally[at + IN_PASSAGE] = before + times;
      tally[at + IN_SENTENCE] = 0;
      tally[at + GIVEN] = (tally[at + GIVEN] ?? 0) + value;
    }
    return Math.sqrt(squares);
  };
  /** Puts the passage's sums right and gives the length of its vector. */
  const closePassage = (): number => {
    let squares = 0;
    for (let i = 0; i < passageSize; i += 1) {
      const id = inPassage[i] ?? 0;
      const at = id * TALLY_WIDTH;
      const value = weighCount(tally[at + IN_PASSAGE] ?? 0) * (tally[at] ?? 0);
      squares += value * value;
      const missing = value - (tally[at + GIVEN] ?? 0);
      if (missing !== 0) addProduct(total, missing, weights, id * concepts);
      tally[at + IN_PASSAGE] = 0;
      tally[at + GIVEN] = 0;
    }
    passageSize = 0;
    return Math.sqrt(squares);
  };
  return (words, { passage, sentence, bestSentences, row }) => {
    total.fill(0);
    sentence.fill(-Infinity, row, row + concepts);
    for (let from = words.from; from < words.to; ) {
      const to = findSentenceEnd(words, from);
      const shrink = invert(addSentence(words, from, to));
      for (let c = 0; c < concepts; c += 1) {
        const sum = sums[c] ?? 0;
        total[c] = (total[c] ?? 0) + sum;
        const logit = (bias[c] ?? 0) + (scales[c] ?? 0) * sum * shrink;
        if (logit <= (sentence[row + c] ?? 0)) continue;
        sentence[row + c] = logit;
        bestSentences[row + c] = from;
      }
      from = to;
    }
    const shrink = invert(closePassage());
    for (let c = 0; c < concepts; c += 1)
      passage[row + c] = (bias[c] ?? 0) + (scales[c] ?? 0) * (total[c] ?? 0) * shrink;
  };
}

/** What is kept of each word, side by side, since what lies apart is slow to reach: its idf, what it was given in the sentences so far, how often it stands in the sentence and in the passage. */
const TALLY_WIDTH = 4;
const GIVEN = 1;
const IN_SENTENCE = 2;
const IN_PASSAGE = 3;

function createTally(idf: Float64Array): Float64Array {
  const tally = new Float64Array(idf.length * TALLY_WIDTH);
  idf.forEach((value, id) => {
    tally[id * TALLY_WIDTH] = value;
  });
  return tally;
}

function invert(length: number): number {
  return length === 0 ? 0 : 1 / length;
}

function addProduct(sums: Float64Array, value: number, weights: Int8Array, row: number): void {
  for (let c = 0; c < sums.length; c += 1)
    sums[c] = (sums[c] ?? 0) + value * (weights[row + c] ?? 0);
}
