/**
 * Calibration: from a rawScore to a score in [0, 1] that can be read as a probability.
 *
 * @module
 */

/** Turns rawScores into scores. Pure and monotone. */
export interface Calibration {
  /** `concept` is the index of the concept, for calibrations that differ by concept. */
  calibrate(concept: number, rawScore: number): number;
}

/** Parameters of Platt's sigmoid. */
export interface PlattParameters {
  /** Steepness; above 0. Raising it moves scores away from 0.5. */
  readonly slope: number;
  /** The rawScore that gives 0.5. */
  readonly midpoint: number;
}

/**
 * A calibration by one sigmoid for all concepts: score = 1 / (1 + exp(−slope × (rawScore − midpoint))).
 *
 * Platt, J. (1999): Probabilistic outputs for support vector machines and comparisons to regularized likelihood methods.
 *
 * @example
 * createPlattCalibration({ slope: 1, midpoint: 3 }).calibrate(0, 3) // => 0.5
 */
export function createPlattCalibration({ slope, midpoint }: PlattParameters): Calibration {
  return Object.freeze({
    calibrate: (_concept: number, rawScore: number): number =>
      1 / (1 + Math.exp(-slope * (rawScore - midpoint))),
  });
}
