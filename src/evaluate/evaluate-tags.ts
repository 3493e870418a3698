/**
 * evaluateTags: everything that gold labels say of tags, in one report.
 *
 * @module
 */
import {
  type BootstrapOptions,
  bootstrapIntervals,
  DEFAULT_BOOTSTRAP,
  groupByDocument,
  type Interval,
} from './bootstrap';
import { calibrateSamples } from './calibrate-samples';
import { DEFAULT_CALIBRATION_BINS } from './calibration-error';
import { compareCoders } from './compare-coders';
import { listConfusions } from './confusions';
import { countTags, type TagSample } from './count-tags';
import type { AverageResult, TagEvaluation } from './evaluation';
import { freezeDeep } from './freeze-deep';
import type { HitCounts, PrecisionRecall } from './precision-recall';
import type { CodeScore } from './rank-codes';
import { rankSamples, type ScoredSample } from './rank-samples';
import { type EvidenceSpan, scoreEvidence } from './score-evidence';
import {
  averageCounts,
  DEFAULT_MIN_SUPPORT,
  scoreTags,
  type TagAverages,
  type TagScores,
} from './score-tags';

/** A gold label and what was predicted for it. */
export interface EvaluationSample extends TagSample {
  /** How mistakes name it. */
  readonly id: string;
  /**
   * The scores of all concepts, in any order; one that is not listed has the score 0, of several the highest counts. Left out where scores are not known; then nothing is said of ranking and
   * calibration for any sample.
   */
  readonly scores?: readonly CodeScore[] | undefined;
  /** The codes that each annotator gave. */
  readonly coders?: readonly (readonly string[])[] | undefined;
  /** Spans that a person marked, and spans that the tags name; both within the passage and from the same place. */
  readonly evidence?:
    | { readonly gold: readonly EvidenceSpan[]; readonly predicted: readonly EvidenceSpan[] }
    | undefined;
}

/** Options of {@link evaluateTags}. */
export interface EvaluateTagsOptions {
  /** The codes that count, in the order of the report; others are ignored. */
  readonly codes: readonly string[];
  /** Positives in gold from which on a concept counts in the macro average. Default 5. */
  readonly minSupport?: number;
  /** Of all intervals. */
  readonly bootstrap?: BootstrapOptions;
  /** Rows of the reliability table, at least 1. Default 10. */
  readonly bins?: number;
  /** The most mistakes that are listed. Default 20. */
  readonly maxConfusions?: number;
  /** Gold labels that could not be evaluated, to be named in the report. Default 0. */
  readonly skipped?: number;
}

/** The default of `maxConfusions`. */
export const DEFAULT_MAX_CONFUSIONS = 20;

/**
 * The report on tags against gold labels, frozen. Deterministic. Time: linear in the samples and in resamples × documents × codes.
 *
 * @throws ZhengceError `invalid-argument` without samples, for a score outside [0, 1], for bootstrap options or bins out of their range
 */
export function evaluateTags(
  samples: readonly EvaluationSample[],
  options: EvaluateTagsOptions,
): TagEvaluation {
  const codes = [...new Set(options.codes)];
  const {
    minSupport = DEFAULT_MIN_SUPPORT,
    bins = DEFAULT_CALIBRATION_BINS,
    maxConfusions = DEFAULT_MAX_CONFUSIONS,
  } = options;
  const known = keepCodes(samples, new Set(codes));
  const scores = scoreTags(known, { codes, minSupport });
  const scored = requireScores(known);
  const bootstrap = { ...DEFAULT_BOOTSTRAP, ...options.bootstrap };
  return freezeDeep({
    samples: scores.samples,
    documents: scores.documents,
    withoutCode: known.filter(({ gold }) => gold.length === 0).length,
    skipped: options.skipped ?? 0,
    concepts: scores.concepts,
    ...addIntervals(scores, known, codes, bootstrap),
    macroCodes: scores.macroCodes,
    minSupport,
    exactMatch: scores.exactMatch,
    bootstrap,
    ranking: (scored && rankSamples(scored, bootstrap)) ?? null,
    calibration: (scored && calibrateSamples(scored, codes, bins)) ?? null,
    confusions: listConfusions(known, codes).slice(0, maxConfusions),
    evidence:
      scoreEvidence(known.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]))) ??
      null,
    agreement: compareCoders(known, { codes, macroCodes: scores.macroCodes }) ?? null,
  });
}

/** The samples with the codes that count, each once; of several scores of a code the highest. */
function keepCodes(
  samples: readonly EvaluationSample[],
  known: ReadonlySet<string>,
): readonly EvaluationSample[] {
  const keep = (codes: readonly string[]): readonly string[] =>
    [...new Set(codes)].filter((code) => known.has(code));
  return samples.map((sample) => ({
    ...sample,
    gold: keep(sample.gold),
    predicted: keep(sample.predicted),
    scores: sample.scores && keepScores(sample.scores, known),
  }));
}

function keepScores(
  scores: readonly CodeScore[],
  known: ReadonlySet<string>,
): readonly CodeScore[] {
  const highest = new Map<string, number>();
  for (const { code, score } of scores)
    if (known.has(code)) highest.set(code, Math.max(score, highest.get(code) ?? 0));
  return [...highest].map(([code, score]) => ({ code, score }));
}

/** The averages with intervals. In every resample the concepts of the macro average are those of the whole set. */
function addIntervals(
  { micro, macro, weighted, macroCodes }: TagScores,
  samples: readonly EvaluationSample[],
  codes: readonly string[],
  bootstrap: BootstrapOptions,
): Readonly<Record<keyof TagAverages, AverageResult>> {
  const documents = [...groupByDocument(samples).values()].map((group) => countTags(group, codes));
  const fixed = new Set(macroCodes);
  const intervals = bootstrapIntervals(
    documents,
    (drawn) => listFigures(averageCounts(codes, sumByCode(drawn, codes), fixed)),
    bootstrap,
    'evaluateTags',
  );
  const add = (average: PrecisionRecall, from: number): AverageResult => {
    const at = (i: number): Interval => intervals[from + i] ?? { low: 0, high: 0 };
    return { ...average, intervals: { precision: at(0), recall: at(1), f1: at(2) } };
  };
  return { micro: add(micro, 0), macro: add(macro, 3), weighted: add(weighted, 6) };
}

function sumByCode(
  drawn: readonly (readonly HitCounts[])[],
  codes: readonly string[],
): readonly HitCounts[] {
  const sums = codes.map(() => ({ hits: 0, predicted: 0, gold: 0 }));
  for (const counts of drawn)
    sums.forEach((sum, i) => {
      const count = counts[i];
      if (count === undefined) return;
      sum.hits += count.hits;
      sum.predicted += count.predicted;
      sum.gold += count.gold;
    });
  return sums;
}

function listFigures({ micro, macro, weighted }: TagAverages): readonly number[] {
  return [micro, macro, weighted].flatMap(({ precision, recall, f1 }) => [precision, recall, f1]);
}

/** The samples, where the scores of all of them are known. */
function requireScores(samples: readonly EvaluationSample[]): readonly ScoredSample[] | undefined {
  const scored = samples.flatMap((sample) =>
    sample.scores === undefined ? [] : [{ ...sample, scores: sample.scores }],
  );
  return scored.length === samples.length ? scored : undefined;
}
