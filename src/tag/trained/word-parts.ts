/**
 * createWordPartFinder: what each word of a passage adds to the word model's part of a rawScore.
 *
 * @module
 */
import type { WordModel } from './tagger-model';
import { findSentenceEnd, type KnownWords, weighCount } from './word-model';

/** What is asked of a {@link FindWordParts}. */
export interface WordPartsOptions {
  readonly words: KnownWords;
  readonly concept: number;
  /** What the passage's logit is multiplied by in the rawScore, and that of its best sentence. */
  readonly whole: number;
  readonly best: number;
}

/** Gives what each occurrence adds, from `words.from` on. The numbers are good until the next call. */
export type FindWordParts = (options: WordPartsOptions) => Float64Array;

/** A finder by a word model. A word's part is shared among its occurrences. Linear in the words. */
export function createWordPartFinder(model: WordModel): FindWordParts {
  const { table, idf, text, bias } = model;
  const counts = new Uint32Array(table.words.length);
  let parts = new Float64Array(256);
  const countWords = ({ ids }: KnownWords, from: number, to: number): number => {
    for (let i = from; i < to; i += 1) {
      const id = ids[i] ?? 0;
      counts[id] = (counts[id] ?? 0) + 1;
    }
    let squares = 0;
    for (let i = from; i < to; i += 1) {
      const id = ids[i] ?? 0;
      const count = counts[id] ?? 1;
      const value = weighCount(count) * (idf[id] ?? 0);
      squares += (value * value) / count;
    }
    return squares === 0 ? 0 : 1 / Math.sqrt(squares);
  };
  const forget = ({ ids }: KnownWords, from: number, to: number): void => {
    for (let i = from; i < to; i += 1) counts[ids[i] ?? 0] = 0;
  };
  const partOf = (id: number, concept: number): number =>
    ((weighCount(counts[id] ?? 1) * (idf[id] ?? 0)) / (counts[id] ?? 1)) *
    (text[id * bias.length + concept] ?? 0);
  const add = (words: KnownWords, range: Range, concept: number, factor: number): void => {
    const scale = factor * countWords(words, range.from, range.to);
    for (let i = range.from; i < range.to; i += 1) {
      const at = i - words.from;
      parts[at] = (parts[at] ?? 0) + scale * partOf(words.ids[i] ?? 0, concept);
    }
    forget(words, range.from, range.to);
  };
  const scoreRange = (words: KnownWords, from: number, to: number, concept: number): number => {
    const scale = countWords(words, from, to);
    let sum = 0;
    for (let i = from; i < to; i += 1) sum += partOf(words.ids[i] ?? 0, concept);
    forget(words, from, to);
    return sum * scale;
  };
  /** The sentence whose logit is highest; the first of equal ones. */
  const findBestSentence = (words: KnownWords, concept: number): Range => {
    let best: Range = { from: words.from, to: words.from };
    let highest = -Infinity;
    for (let from = words.from; from < words.to; ) {
      const to = findSentenceEnd(words, from);
      if (from === words.from && to === words.to) return { from, to };
      const logit = scoreRange(words, from, to, concept);
      if (logit > highest) [best, highest] = [{ from, to }, logit];
      from = to;
    }
    return best;
  };
  return ({ words, concept, whole, best }) => {
    const size = words.to - words.from;
    if (size > parts.length) parts = new Float64Array(size * 2);
    parts.fill(0, 0, size);
    add(words, words, concept, whole);
    add(words, findBestSentence(words, concept), concept, best);
    return parts;
  };
}

/** A range of known words. */
interface Range {
  readonly from: number;
  readonly to: number;
}
