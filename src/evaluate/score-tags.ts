/**
 * scoreTags: precision, recall and F1 of tags against gold labels.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import { countTags, sumHitCounts, type TagSample } from './count-tags';
import {
  averagePrecisionRecall,
  type HitCounts,
  type PrecisionRecall,
  toPrecisionRecall,
} from './precision-recall';

/** How one concept was predicted. */
export interface ConceptResult extends PrecisionRecall {
  /** Notation: `T1`. */
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
  /** Positives in gold from which on a concept counts in the macro average. Default 5. Raising it leaves out more rare concepts, whose results are chance. */
  readonly minSupport?: number;
  /**
   * The codes of the macro average, whatever their support. Default: those of `minSupport` positives in these samples. Give those of the whole set where the samples are a
   * part of it, as in a bootstrap: otherwise each part averages over other concepts.
   */
  readonly macroCodes?: readonly string[];
}

/** The averages of {@link scoreTags}. */
export interface TagAverages {
  /** Of the summed counts. */
  readonly micro: PrecisionRecall;
  /** Means over the concepts of `macroCodes`; one that is neither in gold nor predicted has an F1 of 0. */
  readonly macro: PrecisionRecall;
  /** Means over all concepts, weighted by support. */
  readonly weighted: PrecisionRecall;
}

/** What {@link scoreTags} says. */
export interface TagScores extends TagAverages {
  /** How many were scored. */
  readonly samples: number;
  /** How many documents they are of. */
  readonly documents: number;
  /** In the order of `codes`. */
  readonly concepts: readonly ConceptResult[];
  /** The codes that the macro average is taken over, in the order of `codes`. */
  readonly macroCodes: readonly string[];
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
  const codes = [...new Set(options.codes)];
  const counts = countTags(samples, codes);
  const concepts = scoreConcepts(codes, counts);
  const macroCodes = chooseMacroCodes(concepts, options);
  const known = new Set(codes);
  return {
    samples: samples.length,
    documents: new Set(samples.map(({ documentId }) => documentId)).size,
    concepts,
    macroCodes,
    ...averageCounts(codes, counts, new Set(macroCodes)),
    exactMatch: samples.filter((sample) => isExact(sample, known)).length / samples.length,
  };
}

/** The results of the concepts from their counts, which stand in the order of `codes`. */
export function scoreConcepts(
  codes: readonly string[],
  counts: readonly HitCounts[],
): readonly ConceptResult[] {
  return codes.map((code, i) => {
    const count = counts[i] ?? { hits: 0, predicted: 0, gold: 0 };
    const { predicted, gold } = count;
    return { code, support: gold, predicted, ...toPrecisionRecall(count) };
  });
}

/** The averages from the counts of the concepts, which stand in the order of `codes`. */
export function averageCounts(
  codes: readonly string[],
  counts: readonly HitCounts[],
  macroCodes: ReadonlySet<string>,
): TagAverages {
  const concepts = scoreConcepts(codes, counts);
  return {
    micro: toPrecisionRecall(sumHitCounts(counts)),
    macro: averagePrecisionRecall(
      concepts.filter(({ code }) => macroCodes.has(code)),
      () => 1,
    ),
    weighted: averagePrecisionRecall(concepts, ({ support }) => support),
  };
}

function chooseMacroCodes(
  concepts: readonly ConceptResult[],
  { minSupport = DEFAULT_MIN_SUPPORT, macroCodes }: ScoreTagsOptions,
): readonly string[] {
  const chosen = macroCodes === undefined ? undefined : new Set(macroCodes);
  return concepts
    .filter(({ code, support }) => chosen?.has(code) ?? support >= minSupport)
    .map(({ code }) => code);
}

function isExact({ gold, predicted }: TagSample, known: ReadonlySet<string>): boolean {
  const key = (codes: readonly string[]): string =>
    [...new Set(codes)]
      .filter((code) => known.has(code))
      .sort()
      .join(' ');
  return key(gold) === key(predicted);
}
