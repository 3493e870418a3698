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

/** A scorer by a word model. It takes O(words × concepts). */
export function createWordScorer(model: WordModel): ScoreWords {
  const concepts = model.bias.length;
  const addRange = createRangeAdder(model);
  const readHeadings = createHeadingReader(model);
  const scoreBestSentence = createSentenceScorer(model, addRange);
  return (passages) => {
    const words = findWordsOf(
      passages.map(({ body }) => body),
      model.table,
    );
    const headings = passages.map((passage) => readHeadings(passage.headings));
    const passage = new Float64Array(passages.length * concepts);
    const sentence = new Float64Array(passages.length * concepts);
    words.forEach((known, p) => {
      const row = p * concepts;
      passage.set(model.bias, row);
      addRange(known, known.from, known.to, passage, row);
      if (findSentenceEnd(known, known.from) === known.to)
        sentence.set(passage.subarray(row, row + concepts), row);
      else scoreBestSentence(known, sentence, row);
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

/** Adds what the words from one index up to another say to the row of `sums` that begins at `row`. */
type AddRange = (
  words: KnownWords,
  from: number,
  to: number,
  sums: Float64Array,
  row: number,
) => void;

/** Writes the highest logits of a sentence into a row, by concept. */
function createSentenceScorer(
  { bias }: WordModel,
  addRange: AddRange,
): (words: KnownWords, best: Float64Array, row: number) => void {
  const logits = new Float64Array(bias.length);
  return (words, best, row) => {
    best.fill(-Infinity, row, row + bias.length);
    for (let from = words.from; from < words.to; ) {
      const to = findSentenceEnd(words, from);
      logits.set(bias);
      addRange(words, from, to, logits, 0);
      for (let c = 0; c < logits.length; c += 1)
        best[row + c] = Math.max(best[row + c] ?? 0, logits[c] ?? 0);
      from = to;
    }
  };
}

/** Adds the products of what `weighWords` gives with the weights, without making vectors. */
function createRangeAdder({ table, idf, text, bias }: WordModel): AddRange {
  const counts = new Uint32Array(table.words.length);
  const touched = new Int32Array(table.words.length);
  const concepts = bias.length;
  return ({ ids }, from, to, sums, start) => {
    let size = 0;
    for (let i = from; i < to; i += 1) {
      const id = ids[i] ?? 0;
      if (counts[id] === 0) touched[size++] = id;
      counts[id] = (counts[id] ?? 0) + 1;
    }
    let squares = 0;
    for (let i = 0; i < size; i += 1) {
      const id = touched[i] ?? 0;
      const value = weighCount(counts[id] ?? 1) * (idf[id] ?? 0);
      squares += value * value;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let i = 0; i < size; i += 1) {
      const id = touched[i] ?? 0;
      const value = weighCount(counts[id] ?? 1) * (idf[id] ?? 0) * scale;
      counts[id] = 0;
      const row = id * concepts;
      for (let c = 0; c < concepts; c += 1)
        sums[start + c] = (sums[start + c] ?? 0) + value * (text[row + c] ?? 0);
    }
  };
}
