/**
 * createDecider: what a trained model says of the concepts of passages.
 *
 * @module
 */
import { computeSignals } from './compute-signals';
import type { ReadPassage } from './read-passages';
import type { WordScores } from './score-words';
import { createSignalScorer } from './signal-model';
import type { DecisionRule, SituationModel } from './tagger-model';

/** What a model says of a concept for which something speaks. */
export interface ScoredConcept {
  readonly concept: number;
  readonly rawScore: number;
  /** In [0, 1]. */
  readonly score: number;
}

/** What a model says of passages. */
export interface Decisions {
  /** The concepts for which something speaks in a passage, by index. */
  readonly conceptsOf: (passage: number) => readonly ScoredConcept[];
  /** The signals of one concept in a passage, cheapest right after its concepts; only good until the next call. */
  readonly signalsOf: (passage: number, concept: number) => Float64Array;
}

/** Decides about passages. */
export type Decide = (passages: readonly ReadPassage[], words: WordScores) => Decisions;

/** A decider for passages in their document, or for passages that stand alone. Linear in what was read, and in passages × concepts. */
export function createDecider(
  schemes: readonly string[],
  { weights, rule }: SituationModel,
  inDocument: boolean,
): Decide {
  const scoreSignals = createSignalScorer(weights);
  return (passages, words) => {
    const table = computeSignals(passages, words, { schemes }, inDocument);
    const conceptsOf = (passage: number): readonly ScoredConcept[] => {
      const scored: ScoredConcept[] = [];
      table.visit(passage, (concept, values) => {
        const rawScore = scoreSignals(concept, values);
        scored.push({ concept, rawScore, score: calibrate(rawScore, rule) });
      });
      return scored;
    };
    return { conceptsOf, signalsOf: table.signalsOf };
  };
}

/** The score of a rawScore, in [0, 1]. */
export function calibrate(
  rawScore: number,
  { slope, intercept }: Pick<DecisionRule, 'slope' | 'intercept'>,
): number {
  return 1 / (1 + Math.exp(-(slope * rawScore + intercept)));
}
