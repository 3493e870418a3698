/**
 * scoreTags: precision, recall and F1 of tags against gold labels.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';

/** A passage with its gold codes and the predicted ones. */
export interface TagSample {
  readonly documentId: string;
  readonly gold: readonly string[];
  readonly predicted: readonly string[];
}

/** Precision, recall and their harmonic mean, each in [0, 1]; 0 where the denominator is 0. */
export interface PrecisionRecall {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How one concept was predicted. */
export interface ConceptResult extends PrecisionRecall {
  readonly code: string;
  /** Samples that have it in gold. */
  readonly support: number;
  /** Samples that were given it. */
  readonly predicted: number;
}

/** Options of {@link scoreTags}. */
export interface ScoreTagsOptions {
  /** The codes that count; others are ignored. */
  readonly codes: readonly string[];
  /** Positives in gold from which on a concept counts in the macro average. Default 5. */
  readonly minSupport?: number;
}

/** What {@link scoreTags} says. */
export interface TagScores {
  readonly samples: number;
  readonly documents: number;
  /** In the order of `codes`. */
  readonly concepts: readonly ConceptResult[];
  /** Of the summed counts. */
  readonly micro: PrecisionRecall;
  /** Means over the concepts with enough support. */
  readonly macro: PrecisionRecall;
  /** Means over all concepts, weighted by support. */
  readonly weighted: PrecisionRecall;
  /** Share of samples whose two sets are equal, two empty ones included. */
  readonly exactMatch: number;
}

/** The default of `minSupport`. */
export const DEFAULT_MIN_SUPPORT = 5;

/**
 * Precision, recall and F1 by concept and on average: P = hits / predicted, R = hits / gold, F1 = 2 · hits / (predicted + gold). Linear in the samples.
 *
 * @throws ZhengceError `invalid-argument` without samples
 */
export function scoreTags(samples: readonly TagSample[], options: ScoreTagsOptions): TagScores {
  if (samples.length === 0) {
    throw new ZhengceError(
      'invalid-argument',
      `scoreTags: expected samples, received ${describeReceived(0)} (samples.length)`,
    );
  }
  const counts = countHits(samples, options.codes);
  const concepts = options.codes.map((code): ConceptResult => {
    const { hits, predicted, gold } = counts.get(code) ?? NONE;
    return { code, support: gold, predicted, ...toPrecisionRecall(hits, predicted, gold) };
  });
  const supported = concepts.filter(
    ({ support }) => support >= (options.minSupport ?? DEFAULT_MIN_SUPPORT),
  );
  return {
    samples: samples.length,
    documents: new Set(samples.map(({ documentId }) => documentId)).size,
    concepts,
    micro: sumCounts([...counts.values()]),
    macro: averageResults(supported, () => 1),
    weighted: averageResults(concepts, ({ support }) => support),
    exactMatch: samples.filter((sample) => isExact(sample, counts)).length / samples.length,
  };
}

interface Counts {
  hits: number;
  predicted: number;
  gold: number;
}

const NONE: Readonly<Counts> = { hits: 0, predicted: 0, gold: 0 };

function countHits(
  samples: readonly TagSample[],
  codes: readonly string[],
): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>(codes.map((code) => [code, { ...NONE }]));
  for (const sample of samples) {
    const gold = new Set(sample.gold);
    for (const code of gold) add(counts.get(code), 'gold');
    for (const code of new Set(sample.predicted)) {
      add(counts.get(code), 'predicted');
      if (gold.has(code)) add(counts.get(code), 'hits');
    }
  }
  return counts;
}

function add(counts: Counts | undefined, name: keyof Counts): void {
  if (counts !== undefined) counts[name] += 1;
}

function toPrecisionRecall(hits: number, predicted: number, gold: number): PrecisionRecall {
  const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    precision: ratio(hits, predicted),
    recall: ratio(hits, gold),
    f1: ratio(2 * hits, predicted + gold),
  };
}

function sumCounts(counts: readonly Counts[]): PrecisionRecall {
  const total = counts.reduce(
    (sum, one) => ({
      hits: sum.hits + one.hits,
      predicted: sum.predicted + one.predicted,
      gold: sum.gold + one.gold,
    }),
    NONE,
  );
  return toPrecisionRecall(total.hits, total.predicted, total.gold);
}

function averageResults(
  results: readonly ConceptResult[],
  weigh: (result: ConceptResult) => number,
): PrecisionRecall {
  const total = results.reduce((sum, result) => sum + weigh(result), 0);
  const mean = (pick: (result: ConceptResult) => number): number =>
    total === 0
      ? 0
      : results.reduce((sum, result) => sum + weigh(result) * pick(result), 0) / total;
  return {
    precision: mean((result) => result.precision),
    recall: mean((result) => result.recall),
    f1: mean((result) => result.f1),
  };
}

function isExact({ gold, predicted }: TagSample, known: { has(code: string): boolean }): boolean {
  const key = (codes: readonly string[]): string =>
    [...new Set(codes)]
      .filter((code) => known.has(code))
      .sort()
      .join(' ');
  return key(gold) === key(predicted);
}
