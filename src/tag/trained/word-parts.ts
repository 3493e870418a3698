/**
 * createWordPartFinder: what each word of a passage adds to the word model's part of a rawScore.
 *
 * @module
 */
import type { WordModel } from './tagger-model';
import { findSentenceEnd, type KnownWords, weighCount } from './word-model';
import { weightOf } from './word-weights';

/** What is asked of a {@link FindWordParts}. */
export interface WordPartsOptions {
  readonly words: KnownWords;
  readonly concept: number;
  /** What the passage's logit is multiplied by in the rawScore, and that of its best sentence. */
  readonly whole: number;
  readonly best: number;
  /** The index of the first known word of that sentence. */
  readonly bestSentence: number;
}

/** Gives what each occurrence adds, from `words.from` on. The numbers are good until the next call. */
export type FindWordParts = (options: WordPartsOptions) => Float64Array;

/** A finder by a word model. A word's part is shared among its occurrences. Linear in the words. */
export function createWordPartFinder({ table, idf, text }: WordModel): FindWordParts {
  const counts = new Uint32Array(table.words.length);
  /** What each occurrence of a word is in the vector, before that is made as long as 1. */
  const shares = new Float64Array(table.words.length);
  let parts = new Float64Array(256);
  /** Fills the shares of the words and gives what they are to be multiplied by. */
  const shareOut = ({ ids }: KnownWords, from: number, to: number): number => {
    for (let i = from; i < to; i += 1) {
      const id = ids[i] ?? 0;
      counts[id] = (counts[id] ?? 0) + 1;
    }
    let squares = 0;
    for (let i = from; i < to; i += 1) {
      const id = ids[i] ?? 0;
      const count = counts[id] ?? 0;
      if (count === 0) continue;
      const value = weighCount(count) * (idf[id] ?? 0);
      squares += value * value;
      shares[id] = value / count;
      counts[id] = 0;
    }
    return squares === 0 ? 0 : 1 / Math.sqrt(squares);
  };
  const add = (
    words: KnownWords,
    from: number,
    to: number,
    concept: number,
    factor: number,
  ): void => {
    const scale = factor * shareOut(words, from, to);
    for (let i = from; i < to; i += 1) {
      const id = words.ids[i] ?? 0;
      const at = i - words.from;
      parts[at] = (parts[at] ?? 0) + scale * (shares[id] ?? 0) * weightOf(text, id, concept);
    }
  };
  return ({ words, concept, whole, best, bestSentence }) => {
    const size = words.to - words.from;
    if (size > parts.length) parts = new Float64Array(size * 2);
    parts.fill(0, 0, size);
    add(words, words.from, words.to, concept, whole);
    if (size > 0) add(words, bestSentence, findSentenceEnd(words, bestSentence), concept, best);
    return parts;
  };
}
