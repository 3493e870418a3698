/**
 * chooseThresholds: from which score on a concept is a tag.
 *
 * @module
 */
import { calibrate } from '../trained/decide';
import type { HeldOutScores, SigmoidCalibration } from './fit-calibration';

/** A lower score is no tag that a reader would trust, whatever F1 says of a rare concept. */
const LOWEST = 0.3;
const HIGHEST = 0.7;
const STEP = 0.02;
/** What all concepts together say counts like so many labels of a concept's own. */
const PRIOR_LABELS = 25;

interface Counts {
  hits: number;
  predicted: number;
  gold: number;
}

/**
 * The threshold of each concept that gives the best F1, with the counts of all concepts mixed in as a prior, so that a rare concept has nearly the common
 * threshold. Ties go to the higher threshold.
 */
export function chooseThresholds(
  outcomes: readonly HeldOutScores[],
  calibration: SigmoidCalibration,
): Float64Array {
  const concepts = outcomes[0]?.marks.length ?? 0;
  const grid = Array.from(
    { length: Math.round((HIGHEST - LOWEST) / STEP) + 1 },
    (_, i) => LOWEST + i * STEP,
  );
  const counts = grid.map((threshold) => countConcepts(outcomes, calibration, threshold, concepts));
  const totals = counts.map((row) => row.reduce(addCounts, { hits: 0, predicted: 0, gold: 0 }));
  return Float64Array.from({ length: concepts }, (_, c) => {
    let best = { threshold: LOWEST, f1: -1 };
    grid.forEach((threshold, i) => {
      const f1 = mixF1(counts[i]?.[c], totals[i]);
      if (f1 >= best.f1) best = { threshold, f1 };
    });
    return best.threshold;
  });
}

function countConcepts(
  outcomes: readonly HeldOutScores[],
  calibration: SigmoidCalibration,
  threshold: number,
  concepts: number,
): readonly Counts[] {
  const counts = Array.from(
    { length: concepts },
    (): Counts => ({ hits: 0, predicted: 0, gold: 0 }),
  );
  for (const { speaking, marks, weight } of outcomes) {
    marks.forEach((mark, c) => {
      const count = counts[c];
      if (mark === 1 && count !== undefined) count.gold += weight;
    });
    for (const { concept, rawScore } of speaking) {
      const count = counts[concept];
      if (count === undefined || calibrate(rawScore, calibration) < threshold) continue;
      count.predicted += weight;
      if (marks[concept] === 1) count.hits += weight;
    }
  }
  return counts;
}

function addCounts(a: Counts, b: Counts): Counts {
  return { hits: a.hits + b.hits, predicted: a.predicted + b.predicted, gold: a.gold + b.gold };
}

function mixF1(own: Counts | undefined, all: Counts | undefined): number {
  if (own === undefined || all === undefined) return 0;
  const share = PRIOR_LABELS / Math.max(1, all.gold);
  const hits = own.hits + share * all.hits;
  return (2 * hits) / (own.predicted + own.gold + share * (all.predicted + all.gold));
}
