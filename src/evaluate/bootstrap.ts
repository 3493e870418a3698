/**
 * Confidence intervals by the bootstrap over documents.
 *
 * @module
 */

import { describeReceived, ZhengceError } from '../errors';
import { createRandom } from './random';

/** Options of {@link bootstrapInterval}. */
export interface BootstrapOptions {
  /** Number of resamples; at least 1. Default 1,000. Raising it steadies the ends and costs time in proportion. */
  readonly resamples?: number;
  /** Share of resamples between the ends, in (0, 1). Default 0.95. */
  readonly level?: number;
  /** Another seed draws other resamples. Default 1. */
  readonly seed?: number;
}

/** The defaults of {@link BootstrapOptions}. */
export const DEFAULT_BOOTSTRAP: Required<BootstrapOptions> = Object.freeze({
  resamples: 1000,
  level: 0.95,
  seed: 1,
});

/** A confidence interval. */
export interface Interval {
  /** Lower end, itself one of the resampled values. */
  readonly low: number;
  /** Upper end, likewise. */
  readonly high: number;
}

/**
 * The percentile interval of a statistic, by drawing whole documents with replacement: passages of one document resemble one another.
 *
 * Efron & Tibshirani (1993): An Introduction to the Bootstrap. Deterministic. Takes the time of `resamples` statistics.
 *
 * @throws ZhengceError `invalid-argument` for options out of their range
 */
export function bootstrapInterval<Sample extends { readonly documentId: string }>(
  samples: readonly Sample[],
  statistic: (drawn: readonly Sample[]) => number,
  options: BootstrapOptions = {},
): Interval {
  const documents = [...groupByDocument(samples).values()];
  const [interval] = bootstrapIntervals(
    documents,
    (drawn) => [statistic(drawn.flat())],
    options,
    'bootstrapInterval',
  );
  return interval ?? { low: Number.NaN, high: Number.NaN };
}

/**
 * The percentile intervals of several statistics on the same resamples of `units`, in the order in which `statistics` gives them.
 *
 * A statistic that a resample does not define is undefined there, and its interval is that of the others; null where none defines it.
 */
export function bootstrapIntervals<Unit>(
  units: readonly Unit[],
  statistics: (drawn: readonly Unit[]) => readonly (number | undefined)[],
  options: BootstrapOptions = {},
  caller = 'bootstrapIntervals',
): readonly (Interval | null)[] {
  const { resamples, level, seed } = checkOptions({ ...DEFAULT_BOOTSTRAP, ...options }, caller);
  const draw = createRandom(seed);
  const columns: number[][] = statistics(units).map(() => []);
  for (let round = 0; round < resamples; round += 1) {
    const values = statistics(drawUnits(units, draw));
    columns.forEach((column, i) => {
      const value = values[i];
      if (value !== undefined) column.push(value);
    });
  }
  return columns.map((column) => findInterval(column, level));
}

/** As many units as there are, each drawn from all. */
function drawUnits<Unit>(units: readonly Unit[], draw: () => number): readonly Unit[] {
  const drawn: Unit[] = [];
  while (drawn.length < units.length) {
    const unit = units[Math.floor(draw() * units.length)];
    if (unit !== undefined) drawn.push(unit);
  }
  return drawn;
}

function findInterval(values: readonly number[], level: number): Interval | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}

/** The samples of each document, in the order in which the documents first occur. Linear. */
export function groupByDocument<Sample extends { readonly documentId: string }>(
  samples: readonly Sample[],
): ReadonlyMap<string, readonly Sample[]> {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const group = groups.get(sample.documentId);
    if (group === undefined) groups.set(sample.documentId, [sample]);
    else group.push(sample);
  }
  return groups;
}

function checkOptions(
  options: Required<BootstrapOptions>,
  caller: string,
): Required<BootstrapOptions> {
  const { resamples, level, seed } = options;
  if (!Number.isSafeInteger(resamples) || resamples < 1)
    throw refuse(caller, 'an integer of at least 1', resamples, 'options.resamples');
  if (!(level > 0 && level < 1)) throw refuse(caller, 'a number in (0, 1)', level, 'options.level');
  if (!Number.isSafeInteger(seed)) throw refuse(caller, 'an integer', seed, 'options.seed');
  return options;
}

function refuse(caller: string, expected: string, received: number, where: string): ZhengceError {
  const message = `${caller}: expected ${expected}, received ${describeReceived(received)} (${where})`;
  return new ZhengceError('invalid-argument', message);
}
