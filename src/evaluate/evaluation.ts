/**
 * The evaluation report: its form, and the schema that documents it as JSON.
 *
 * @module
 */
import * as z from 'zod';
import type { Interval } from './bootstrap';
import type { CalibrationReport } from './calibration-error';
import type { CoderAgreement } from './compare-coders';
import type { Confusion } from './confusions';
import type { PrecisionRecall } from './precision-recall';
import type { EvidenceReport } from './score-evidence';
import type { ConceptResult } from './score-tags';

/** An average with its intervals. */
export interface AverageResult extends PrecisionRecall {
  /** Of each of the three, at the level of `bootstrap`. */
  readonly intervals: {
    readonly precision: Interval;
    readonly recall: Interval;
    readonly f1: Interval;
  };
}

/** A figure with its interval; null where too few resamples define it. */
export interface Estimate {
  /** On the samples as they are. */
  readonly value: number;
  /** Percentile interval of the bootstrap. */
  readonly interval: Interval | null;
}

/** How well the scores rank the concepts, over the samples that have a gold code. */
export interface RankingResult {
  /** Those with a gold code. */
  readonly samples: number;
  /** Mean of `computePrecisionAtOne`. */
  readonly precisionAtOne: Estimate;
  /** Mean nDCG over all ranks. */
  readonly ndcg: Estimate;
}

/** How well the scores are calibrated. A prediction is a concept of a sample; a score that is not listed is 0. */
export interface CalibrationResult extends CalibrationReport {
  /** Predictions whose score was listed. Where these are few, the others, at 0 and mostly right, flatter the error. */
  readonly listed: number;
  /** The expected calibration error over the tags that were given; null where none was. */
  readonly tagError: number | null;
}

/**
 * Tags against gold labels, as `evaluateTags` reports them. All shares lie in [0, 1].
 *
 * Intervals are percentile intervals of the bootstrap over documents.
 */
export interface TagEvaluation {
  /** Gold labels that were evaluated. */
  readonly samples: number;
  /** Documents that these are of. */
  readonly documents: number;
  /** Samples without a gold code. */
  readonly withoutCode: number;
  /** Gold labels that could not be evaluated and are in none of the figures. */
  readonly skipped: number;
  /** In the order of the taxonomy. */
  readonly concepts: readonly ConceptResult[];
  /** Of the counts summed over all concepts. */
  readonly micro: AverageResult;
  /** Mean over `macroCodes`, each alike. */
  readonly macro: AverageResult;
  /** Mean over all concepts, weighted by support. */
  readonly weighted: AverageResult;
  /** The codes of the macro average: those with `minSupport` positives or more. The intervals keep to them. */
  readonly macroCodes: readonly string[];
  /** Positives in gold from which on a concept counts in `macro`. */
  readonly minSupport: number;
  /** Share of samples with exactly the gold codes, none for none included. */
  readonly exactMatch: number;
  /** What the intervals were drawn with. */
  readonly bootstrap: {
    /** How many were drawn. */
    readonly resamples: number;
    /** Share of them between the ends, in (0, 1). */
    readonly level: number;
    /** The same seed draws the same ones. */
    readonly seed: number;
  };
  /** null where scores are not known, or no sample has a gold code. */
  readonly ranking: RankingResult | null;
  /** null where scores are not known. */
  readonly calibration: CalibrationResult | null;
  /** The most frequent mistakes. */
  readonly confusions: readonly Confusion[];
  /** null where gold has no evidence. */
  readonly evidence: EvidenceReport | null;
  /** null where no sample has two coders. */
  readonly agreement: CoderAgreement | null;
}

const share = z.number().min(0).max(1);
const count = z.int().min(0);
const kappa = z.number().min(-1).max(1).nullable();
const code = z.string().min(1);
const precisionRecall = { precision: share, recall: share, f1: share };
const interval = z.strictObject({ low: share, high: share });
const average = z.strictObject({
  ...precisionRecall,
  intervals: z.strictObject({ precision: interval, recall: interval, f1: interval }),
});
const estimate = z.strictObject({ value: share, interval: interval.nullable() });

const calibration = z.strictObject({
  predictions: count,
  listed: count,
  expectedCalibrationError: share,
  tagError: share.nullable(),
  brierScore: share,
  bins: z.array(
    z.strictObject({
      low: share,
      high: share,
      predictions: count,
      meanScore: share.nullable(),
      shareGold: share.nullable(),
    }),
  ),
});

const agreement = z.strictObject({
  coders: z.int().min(2),
  pairs: z.array(
    z.strictObject({
      first: z.int().min(1),
      second: z.int().min(2),
      samples: z.int().min(1),
      microF1: share,
      macroF1: share,
      kappa,
    }),
  ),
  microF1: share,
  macroF1: share,
  kappa,
  concepts: z.array(z.strictObject({ code, kappa })),
});

/** The schema of what `zhengce evaluate --json` writes. */
export const tagEvaluationSchema: z.ZodType<TagEvaluation> = z.strictObject({
  samples: z.int().min(1),
  documents: z.int().min(1),
  withoutCode: count,
  skipped: count,
  concepts: z.array(z.strictObject({ code, support: count, predicted: count, ...precisionRecall })),
  micro: average,
  macro: average,
  weighted: average,
  macroCodes: z.array(code),
  minSupport: count,
  exactMatch: share,
  bootstrap: z.strictObject({ resamples: z.int().min(1), level: share, seed: z.int() }),
  ranking: z
    .strictObject({ samples: z.int().min(1), precisionAtOne: estimate, ndcg: estimate })
    .nullable(),
  calibration: calibration.nullable(),
  confusions: z.array(
    z.strictObject({
      missed: code.nullable(),
      given: code.nullable(),
      count: z.int().min(1),
      examples: z.array(z.string()),
    }),
  ),
  evidence: z
    .strictObject({
      samples: z.int().min(1),
      goldCharacters: count,
      predictedCharacters: count,
      sharedCharacters: count,
      ...precisionRecall,
    })
    .nullable(),
  agreement: agreement.nullable(),
});

/** Decimals of the figures in JSON. */
const DECIMALS = 6;

/** The evaluation as one line of JSON, figures rounded to 6 decimals. Keys always come in the same order. */
export function formatEvaluation(evaluation: TagEvaluation): string {
  const json = JSON.stringify(evaluation, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(DECIMALS)) : value,
  );
  return `${json}\n`;
}
