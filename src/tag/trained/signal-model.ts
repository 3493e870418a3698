/**
 * The signal model: one logistic regression for all concepts on their signals, with a constant and some slopes of each concept's own.
 *
 * @module
 */
import { SIGNAL_COUNT, SIGNAL_INDEX, type SignalName } from './signals';

/** The signals that weigh differently from concept to concept. */
export const OWN_SIGNALS: readonly SignalName[] = [
  'lexDense',
  'lexDocument',
  'nearestHeading',
  'words',
  'wordSentence',
];

/** The weights of a {@link SIGNAL_COUNT}-signal model. */
export interface SignalWeights {
  /** By signal, for all concepts. */
  readonly shared: Float64Array;
  /** By concept. */
  readonly bias: Float64Array;
  /** By concept, then by the order of {@link OWN_SIGNALS}; added to the shared weight. */
  readonly own: Float64Array;
}

const OWN_INDEXES: readonly number[] = OWN_SIGNALS.map((name) => SIGNAL_INDEX[name]);

/** What each signal is multiplied by for a concept: the shared weight and the concept's own. */
export function weighSignals(weights: SignalWeights, concept: number): Float64Array {
  const factors = weights.shared.slice();
  OWN_INDEXES.forEach((signal, i) => {
    factors[signal] = (factors[signal] ?? 0) + (weights.own[concept * OWN_INDEXES.length + i] ?? 0);
  });
  return factors;
}

/** Gives the rawScore, a logit, of a concept's signals. */
export type ScoreSignals = (concept: number, values: Float64Array) => number;

/** A scorer by a signal model. Linear in the signals. */
export function createSignalScorer(weights: SignalWeights): ScoreSignals {
  const factors = Array.from(weights.bias, (_, concept) => weighSignals(weights, concept));
  return (concept, values) => {
    const factor = factors[concept] ?? NO_FACTORS;
    let sum = weights.bias[concept] ?? 0;
    for (let s = 0; s < SIGNAL_COUNT; s += 1) sum += (values[s] ?? 0) * (factor[s] ?? 0);
    return sum;
  };
}

const NO_FACTORS = new Float64Array(SIGNAL_COUNT);
