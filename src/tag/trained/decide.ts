/**
 * createDecider: what a trained model says of the concepts of passages.
 *
 * @module
 */
import { type ConceptSignals, computeSignals, type WordScores } from './compute-signals';
import type { ReadPassage } from './read-passages';
import { createSignalScorer } from './signal-model';
import type { DecisionRule, SituationModel } from './tagger-model';

/** What a model says of a concept for which something speaks. */
export interface ScoredConcept {
  readonly signals: ConceptSignals;
  readonly concept: number;
  readonly rawScore: number;
  /** In [0, 1]. */
  readonly score: number;
}

/** Gives the concepts for which something speaks in each passage, by index. */
export type Decide = (
  passages: readonly ReadPassage[],
  words: readonly WordScores[],
) => readonly (readonly ScoredConcept[])[];

/** A decider for passages in their document, or for passages that stand alone. Linear in what was read, and in passages × concepts. */
export function createDecider(
  schemes: readonly string[],
  { weights, rule }: SituationModel,
  inDocument: boolean,
): Decide {
  const scoreSignals = createSignalScorer(weights);
  return (passages, words) =>
    computeSignals(passages, words, { schemes }, inDocument).map((speaking) =>
      speaking.map((signals) => {
        const rawScore = scoreSignals(signals);
        return { signals, concept: signals.concept, rawScore, score: calibrate(rawScore, rule) };
      }),
    );
}

/** The score of a rawScore, in [0, 1]. */
export function calibrate(
  rawScore: number,
  { slope, intercept }: Pick<DecisionRule, 'slope' | 'intercept'>,
): number {
  return 1 / (1 + Math.exp(-(slope * rawScore + intercept)));
}
