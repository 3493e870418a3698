/**
 * Keyness: whether a word stands in one text more often than its frequency elsewhere lets one expect.
 *
 * @module
 */

/** Critical values of χ² with one degree of freedom: what G² exceeds by chance in 5 %, 1 %, 0.1 %, 0.01 % of cases. */
export const CRITICAL_VALUES: readonly [number, number, number, number] = [
  3.84, 6.63, 10.83, 15.13,
];

/**
 * The log-likelihood ratio G² of a word that occurs `count` times among the `size` words of a text and `otherCount` times among
 * the `otherSize` words of another; negative where it is rarer in the first. 0 where it occurs as often as expected, or a text is empty.
 *
 * G² = 2 (a ln(a/E₁) + b ln(b/E₂)) with E₁ = c(a+b)/(c+d), E₂ = d(a+b)/(c+d): Dunning, Accurate Methods for the Statistics of
 * Surprise and Coincidence (1993), in the form of Rayson and Garside, Comparing Corpora using Frequency Profiling (2000). Two
 * of the four cells are left out there, which changes little where words are rare. Worked example: test/unit/extract/keyness.test.ts.
 *
 * @example
 * scoreKeyness({ count: 10, size: 1000, otherCount: 5, otherSize: 2000 }).toFixed(2) // => '6.93'
 */
export function scoreKeyness({ count, size, otherCount, otherSize }: KeynessCounts): number {
  if (size === 0 || otherSize === 0) return 0;
  const share = (count + otherCount) / (size + otherSize);
  const ratio = 2 * (surprise(count, size * share) + surprise(otherCount, otherSize * share));
  return count / size < otherCount / otherSize ? -ratio : ratio;
}

/** Counts of a word in a text and in another. */
export interface KeynessCounts {
  /** Occurrences of the word in the text. */
  readonly count: number;
  /** Words of the text in all. */
  readonly size: number;
  /** Occurrences in the other. */
  readonly otherCount: number;
  /** Words of the other in all. */
  readonly otherSize: number;
}

/** How far two words of a text keep together. */
export interface PairCounts {
  readonly pair: number;
  readonly first: number;
  readonly second: number;
  /** All pairs of the text. */
  readonly total: number;
}

/**
 * Dunning's G² of two words that stand side by side `pair` times, over all four cells of the table; negative where they do so less often than by
 * chance. O(1).
 */
export function scoreAssociation({ pair, first, second, total }: PairCounts): number {
  const cells = [
    [pair, first, second],
    [first - pair, first, total - second],
    [second - pair, total - first, second],
    [total - first - second + pair, total - first, total - second],
  ] as const;
  const ratio =
    2 * cells.reduce((sum, [seen, row, column]) => sum + surprise(seen, (row * column) / total), 0);
  return pair * total < first * second ? -ratio : ratio;
}

function surprise(seen: number, expected: number): number {
  return seen <= 0 || expected <= 0 ? 0 : seen * Math.log(seen / expected);
}
