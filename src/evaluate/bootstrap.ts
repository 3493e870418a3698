/**
 * The bootstrap: confidence intervals of averages by resampling documents.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import { averageScores } from './average-scores';
import { addCounts, type ConfusionCounts, createCounts } from './confusion-counts';
import type { Interval, PrecisionRecall, TagAverages } from './model';

/** Options of the bootstrap. */
export interface BootstrapOptions {
  /** Number of resamples; at least 1. Default 1,000. Raising it steadies the ends of the intervals and costs time in proportion. */
  readonly resamples?: number | undefined;
  /** Share of resamples between the ends, above 0 and below 1. Default 0.95. */
  readonly confidence?: number | undefined;
  /** Any integer; other seeds draw other resamples. Default 1. */
  readonly seed?: number | undefined;
}

/** The defaults of {@link BootstrapOptions}. */
export const DEFAULT_BOOTSTRAP: Readonly<Required<BootstrapOptions>> = {
  resamples: 1000,
  confidence: 0.95,
  seed: 1,
};

/**
 * Percentile intervals of the averages.
 *
 * A resample draws as many documents as there are, with replacement, each with all its passages: passages of one document resemble one another, and drawing
 * them singly would give intervals that are too narrow. Of B values in ascending order, an interval of confidence 1 − 2α goes from the k-th to the (B + 1 − k)-th,
 * k = ⌊(B + 1)α⌋, at least 1 (Efron & Tibshirani, 1993: An Introduction to the Bootstrap, ch. 12.5 and 13.3). Deterministic. Takes time linear in resamples ×
 * documents × concepts.
 *
 * @throws ZhengceError `invalid-argument` for an option outside its range
 */
export function bootstrapAverages(
  documents: readonly ConfusionCounts[],
  concepts: number,
  macroConcepts: readonly number[],
  options: BootstrapOptions = {},
): TagAverages<Interval> {
  const settings = readOptions(options);
  const draw = createGenerator(settings.seed);
  const samples = Array.from({ length: settings.resamples }, () => {
    const counts = createCounts(concepts);
    for (let i = 0; i < documents.length; i += 1) {
      const document = documents[draw(documents.length)];
      if (document !== undefined) addCounts(counts, document);
    }
    return averageScores(counts, macroConcepts);
  });
  return summarizeSamples(samples, settings.confidence);
}

function summarizeSamples(
  samples: readonly TagAverages[],
  confidence: number,
): TagAverages<Interval> {
  const interval = (read: (sample: TagAverages) => number): Interval =>
    findInterval(samples.map(read), confidence);
  const intervals = (
    read: (sample: TagAverages) => PrecisionRecall,
  ): PrecisionRecall<Interval> => ({
    precision: interval((sample) => read(sample).precision),
    recall: interval((sample) => read(sample).recall),
    f1: interval((sample) => read(sample).f1),
  });
  return {
    micro: intervals(({ micro }) => micro),
    macro: intervals(({ macro }) => macro),
    weighted: intervals(({ weighted }) => weighted),
    exactMatch: interval(({ exactMatch }) => exactMatch),
  };
}

/**
 * The percentile interval of bootstrap values: from the k-th to the (B + 1 − k)-th of B in ascending order, k = ⌊(B + 1)(1 − confidence) / 2⌋, at
 * least 1. O(B log B).
 *
 * @example
 * findInterval([0.1, 0.4, 0.2, 0.3, 0.5, 0.6, 0.7, 0.9, 0.8], 0.8) // => { low: 0.1, high: 0.9 }
 */
export function findInterval(values: readonly number[], confidence: number): Interval {
  const sorted = Float64Array.from(values).sort();
  // The small term undoes the rounding of, say, (1 − 0.95) / 2 to a number just below 0.025.
  const k = Math.max(1, Math.floor(((sorted.length + 1) * (1 - confidence)) / 2 + 1e-9));
  return { low: sorted[k - 1] ?? 0, high: sorted[sorted.length - k] ?? 0 };
}

/** Draws integers in [0, below). */
export type Draw = (below: number) => number;

/**
 * A generator of pseudo-random integers in [0, below): the same seed, the same sequence, on every platform.
 *
 * A counter with the golden ratio as step, mixed by shifts and multiplications (Steele, Lea & Flood, 2014: Fast splittable pseudorandom number generators), in
 * 32 bits. Fit for resampling, not for secrets.
 */
export function createGenerator(seed: number): Draw {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return Math.floor((((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32) * below);
  };
}

function readOptions(options: BootstrapOptions): Required<BootstrapOptions> {
  const resamples = options.resamples ?? DEFAULT_BOOTSTRAP.resamples;
  const confidence = options.confidence ?? DEFAULT_BOOTSTRAP.confidence;
  const seed = options.seed ?? DEFAULT_BOOTSTRAP.seed;
  assertOption(
    Number.isInteger(resamples) && resamples >= 1,
    'resamples',
    'an integer above 0',
    resamples,
  );
  assertOption(
    confidence > 0 && confidence < 1,
    'confidence',
    'a number between 0 and 1',
    confidence,
  );
  assertOption(Number.isInteger(seed), 'seed', 'an integer', seed);
  return { resamples, confidence, seed };
}

function assertOption(holds: boolean, name: string, expected: string, received: number): void {
  if (holds) return;
  throw new ZhengceError(
    'invalid-argument',
    `scoreTags: expected ${expected}, received ${describeReceived(received)} (options.bootstrap.${name})`,
  );
}
