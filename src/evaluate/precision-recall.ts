/**
 * Precision, recall and F1, of counts and on average.
 *
 * @module
 */

/** Precision, recall and their harmonic mean, each in [0, 1]; 0 where the denominator is 0. */
export interface PrecisionRecall {
  /** Share of what was predicted that is in gold. */
  readonly precision: number;
  /** Share of gold that was predicted. */
  readonly recall: number;
  /** Their harmonic mean. */
  readonly f1: number;
}

/** What precision and recall are made of. */
export interface HitCounts {
  /** Both in gold and predicted; at most the smaller of the two. */
  readonly hits: number;
  readonly predicted: number;
  readonly gold: number;
}

/**
 * P = hits / predicted, R = hits / gold, F1 = 2 · hits / (predicted + gold); 0 where the denominator is 0.
 *
 * @example
 * toPrecisionRecall({ hits: 2, predicted: 4, gold: 2 }).recall // => 1
 */
export function toPrecisionRecall({ hits, predicted, gold }: HitCounts): PrecisionRecall {
  return {
    precision: divide(hits, predicted),
    recall: divide(hits, gold),
    f1: divide(2 * hits, predicted + gold),
  };
}

/** The mean of results, each with its weight; zeros where the weights add up to 0. Linear. */
export function averagePrecisionRecall<Result extends PrecisionRecall>(
  results: readonly Result[],
  weigh: (result: Result) => number,
): PrecisionRecall {
  const total = sum(results, weigh);
  const mean = (pick: (result: Result) => number): number =>
    divide(
      sum(results, (result) => weigh(result) * pick(result)),
      total,
    );
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    f1: mean(({ f1 }) => f1),
  };
}

function sum<T>(items: readonly T[], pick: (item: T) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}

function divide(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
