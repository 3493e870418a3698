/**
 * measureCalibration: whether a score of 0.7 is right seven times of ten.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';

/** A prediction: the probability that was given, and whether it came true. */
export interface ScoredOutcome {
  /** In [0, 1]. */
  readonly score: number;
  /** Whether it came true: the concept is in gold. */
  readonly isGold: boolean;
}

/** A row of the reliability table: the predictions whose score lies in (`low`, `high`]; the first row has 0 as well. */
export interface ReliabilityBin {
  /** Lower end, in [0, 1). */
  readonly low: number;
  /** Upper end, in (0, 1]. */
  readonly high: number;
  /** How many fall into it. */
  readonly predictions: number;
  /** Mean score, the confidence; null without predictions. */
  readonly meanScore: number | null;
  /** Share that is in gold, the accuracy; null without predictions. */
  readonly shareGold: number | null;
}

/** How well scores are calibrated. */
export interface CalibrationReport {
  /** How many there are in all. */
  readonly predictions: number;
  /** Σ predictions in bin / predictions · |share in gold − mean score|, in [0, 1]; 0 is best. */
  readonly expectedCalibrationError: number;
  /** The mean of (score − outcome)², in [0, 1]; 0 is best. Brier (1950). */
  readonly brierScore: number;
  /** From low to high. */
  readonly bins: readonly ReliabilityBin[];
}

/** The default number of bins. */
export const DEFAULT_CALIBRATION_BINS = 10;

/**
 * The reliability table in bins of equal width, the expected calibration error and the Brier score; undefined without predictions.
 *
 * Guo et al. (2017): On Calibration of Modern Neural Networks, with `bins` for M: bin m holds the scores in ((m − 1) / M, m / M]. More bins see finer errors and, with few
 * predictions, more chance. Linear in predictions × bins.
 *
 * @throws ZhengceError `invalid-argument` for a score outside [0, 1], or bins that are no integer of at least 1
 * @example
 * measureCalibration([{ score: 0.75, isGold: true }])?.expectedCalibrationError // => 0.25
 */
export function measureCalibration(
  outcomes: readonly ScoredOutcome[],
  bins: number = DEFAULT_CALIBRATION_BINS,
): CalibrationReport | undefined {
  if (!Number.isSafeInteger(bins) || bins < 1)
    throw refuse('an integer of at least 1', bins, 'bins');
  if (outcomes.length === 0) return undefined;
  const sums = Array.from({ length: bins }, () => ({ predictions: 0, score: 0, gold: 0 }));
  let squares = 0;
  for (const { score, isGold } of outcomes) {
    if (!(score >= 0 && score <= 1)) throw refuse('a score in [0, 1]', score, 'outcomes');
    const outcome = isGold ? 1 : 0;
    squares += (score - outcome) ** 2;
    const bin = sums.find((_, i) => score <= (i + 1) / bins);
    if (bin === undefined) continue;
    bin.predictions += 1;
    bin.score += score;
    bin.gold += outcome;
  }
  const gap = sums.reduce((total, { score, gold }) => total + Math.abs(gold - score), 0);
  return {
    predictions: outcomes.length,
    expectedCalibrationError: gap / outcomes.length,
    brierScore: squares / outcomes.length,
    bins: sums.map(({ predictions, score, gold }, i) => ({
      low: i / bins,
      high: (i + 1) / bins,
      predictions,
      meanScore: predictions === 0 ? null : score / predictions,
      shareGold: predictions === 0 ? null : gold / predictions,
    })),
  };
}

function refuse(expected: string, received: number, where: string): ZhengceError {
  const message = `measureCalibration: expected ${expected}, received ${describeReceived(received)} (${where})`;
  return new ZhengceError('invalid-argument', message);
}
