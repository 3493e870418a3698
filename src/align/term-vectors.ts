/**
 * TF-IDF vectors of passages, weighted by how rare a word is in the plan.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import { normalizeText } from '../text';

/** The words of a text and how often each occurs. */
export type WordCounts = ReadonlyMap<string, number>;

/** A TF-IDF vector: weights by word, and its length. */
export interface TermVector {
  readonly weights: ReadonlyMap<string, number>;
  /** √Σ w². */
  readonly length: number;
  /** Σ w. */
  readonly sum: number;
}

/** Makes vectors by the document frequencies of one set of passages. */
export interface TermWeighting {
  vectorize(counts: WordCounts): TermVector;
}

/** The words of a text: of two characters or more, single letters and bare numbers left out, folded and in lower case. Linear. */
export function countWords(text: string, segmenter: Segmenter): WordCounts {
  const counts = new Map<string, number>();
  for (const { text: word } of segmenter.segment(normalizeText(text, { foldCase: true }).text)) {
    if (word.length < 2 || !/\p{L}/u.test(word)) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** The words of several texts together. */
export function mergeCounts(all: readonly WordCounts[]): WordCounts {
  const merged = new Map<string, number>();
  for (const counts of all)
    for (const [word, count] of counts) merged.set(word, (merged.get(word) ?? 0) + count);
  return merged;
}

/**
 * The weighting by a set of passages: (1 + ln tf) · (ln((1 + N)/(1 + df)) + 1).
 *
 * Salton & Buckley (1988), Information Processing & Management 24(5), with the document frequency smoothed, so that a word that no passage has counts as rarest. Worked by
 * hand in test/unit/align/similarity.test.ts. Linear.
 */
export function createTermWeighting(passages: readonly WordCounts[]): TermWeighting {
  const frequencies = new Map<string, number>();
  for (const counts of passages)
    for (const word of counts.keys()) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  const weigh = (word: string): number =>
    Math.log((1 + passages.length) / (1 + (frequencies.get(word) ?? 0))) + 1;
  return {
    vectorize: (counts) => {
      const weights = new Map<string, number>();
      for (const [word, count] of counts) weights.set(word, (1 + Math.log(count)) * weigh(word));
      const values = [...weights.values()];
      return {
        weights,
        length: Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)),
        sum: values.reduce((sum, value) => sum + value, 0),
      };
    },
  };
}

/** The cosine of two vectors, in [0, 1]; 0 where either is empty. Symmetric. Linear in the smaller one. */
export function compareVectors(a: TermVector, b: TermVector): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [word, weight] of small.weights) dot += weight * (large.weights.get(word) ?? 0);
  return dot === 0 ? 0 : Math.min(1, dot / (a.length * b.length));
}

/** The share of a vector's weight that lies on words of the other, in [0, 1]; 0 where it is empty. Linear. */
export function measureContainment(inner: TermVector, outer: TermVector): number {
  let shared = 0;
  for (const [word, weight] of inner.weights) if (outer.weights.has(word)) shared += weight;
  return inner.sum === 0 ? 0 : Math.min(1, shared / inner.sum);
}
