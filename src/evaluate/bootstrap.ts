/**
 * Confidence intervals by the bootstrap over documents.
 *
 * @module
 */

/** Options of {@link bootstrapInterval}. */
export interface BootstrapOptions {
  /** Number of resamples; at least 1. Default 1,000. Raising it steadies the ends and costs time in proportion. */
  readonly resamples?: number;
  /** Share of resamples between the ends, in (0, 1). Default 0.95. */
  readonly level?: number;
  /** Another seed draws other resamples. Default 1. */
  readonly seed?: number;
}

/** A confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The percentile interval of a statistic, by drawing whole documents with replacement: passages of one document resemble one another.
 *
 * Efron & Tibshirani (1993): An Introduction to the Bootstrap. Deterministic. Takes the time of `resamples` statistics.
 */
export function bootstrapInterval<Sample extends { readonly documentId: string }>(
  samples: readonly Sample[],
  statistic: (drawn: readonly Sample[]) => number,
  options: BootstrapOptions = {},
): Interval {
  const { resamples = 1000, level = 0.95, seed = 1 } = options;
  const byDocument = new Map<string, readonly Sample[]>();
  for (const sample of samples)
    byDocument.set(sample.documentId, [...(byDocument.get(sample.documentId) ?? []), sample]);
  const documents = [...byDocument.values()];
  const draw = createGenerator(seed);
  const values = Array.from({ length: resamples }, () =>
    statistic(documents.flatMap(() => documents[Math.floor(draw() * documents.length)] ?? [])),
  ).sort((a, b) => a - b);
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}

/** Numbers in [0, 1), the same for the same seed on every platform. */
function createGenerator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
