/**
 * fitCalibration: how often a rawScore is right.
 *
 * @module
 */
import { fitLogistic } from './fit-logistic';

/** The rawScores of a passage by a model that had not seen it, and what a person says. */
export interface HeldOutScores {
  /** The concepts for which something speaks. */
  readonly speaking: readonly { readonly concept: number; readonly rawScore: number }[];
  readonly marks: Uint8Array;
  readonly weight: number;
}

/** A sigmoid: score = 1 / (1 + exp(−(slope · rawScore + intercept))). */
export interface SigmoidCalibration {
  readonly slope: number;
  readonly intercept: number;
}

/** A flatter sigmoid comes of too few outcomes: it would say the same of everything, or the opposite of what was learnt. */
const LEAST_SLOPE = 0.05;

/**
 * The sigmoid that fits the outcomes of all concepts best; where they are too few to rise with the rawScore, that of the rawScore as it is, a logit.
 *
 * Platt (1999): Probabilistic outputs for support vector machines and comparisons to regularized likelihood methods.
 */
export function fitCalibration(outcomes: readonly HeldOutScores[]): SigmoidCalibration {
  const pairs = outcomes.flatMap(({ speaking, marks, weight }) =>
    speaking.map(({ concept, rawScore }) => ({ rawScore, outcome: marks[concept] ?? 0, weight })),
  );
  const { weights, bias } = fitLogistic(
    {
      starts: Int32Array.from({ length: pairs.length + 1 }, (_, i) => i),
      columns: new Int32Array(pairs.length),
      values: Float64Array.from(pairs, ({ rawScore }) => rawScore),
      width: 1,
    },
    Uint8Array.from(pairs, ({ outcome }) => outcome),
    Float64Array.from(pairs, ({ weight }) => weight),
    { l2: 1e-3, iterations: 100 },
  );
  const slope = weights[0] ?? 0;
  return slope >= LEAST_SLOPE ? { slope, intercept: bias } : { slope: 1, intercept: 0 };
}
