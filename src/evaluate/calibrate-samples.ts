/**
 * calibrateSamples: every concept of every sample as a prediction.
 *
 * @module
 */
import { measureCalibration } from './calibration-error';
import type { CalibrationResult } from './evaluation';
import type { ScoredSample } from './rank-samples';

/** The calibration of the scores of `codes`, one that is not listed being 0; undefined without samples. Linear in samples × codes. */
export function calibrateSamples(
  samples: readonly ScoredSample[],
  codes: readonly string[],
  bins: number,
): CalibrationResult | undefined {
  const predictions = samples.flatMap(({ gold, predicted, scores }) => {
    const scoreOf = new Map(scores.map(({ code, score }) => [code, score]));
    return codes.map((code) => ({
      score: scoreOf.get(code) ?? 0,
      isGold: gold.includes(code),
      isListed: scoreOf.has(code),
      isTag: predicted.includes(code),
    }));
  });
  const report = measureCalibration(predictions, bins);
  if (report === undefined) return undefined;
  const tags = measureCalibration(
    predictions.filter(({ isTag }) => isTag),
    bins,
  );
  return {
    predictions: report.predictions,
    listed: predictions.filter(({ isListed }) => isListed).length,
    expectedCalibrationError: report.expectedCalibrationError,
    tagError: tags?.expectedCalibrationError ?? null,
    brierScore: report.brierScore,
    bins: report.bins,
  };
}
