/**
 * Selection: which of a passage's scored concepts become tags.
 *
 * @module
 */
import type { Concept } from '../taxonomy';
import type { Calibration } from './calibration';
import type { ConceptScore } from './linear-model';
import type { TaggerSettings } from './tagger-settings';

/** A concept's score that makes a tag. */
export interface SelectedScore {
  /** Calibrated, in [0, 1]. */
  readonly score: number;
  readonly scored: ConceptScore;
}

/**
 * The scores that make tags: at least `minScore`, and at least `minShare` of the best rawScore of the same scheme. By score,
 * ties in the order of the taxonomy.
 */
export function selectScores(
  scores: readonly ConceptScore[],
  concepts: readonly Concept[],
  calibration: Calibration,
  { minScore, minShare }: Pick<TaggerSettings, 'minScore' | 'minShare'>,
): readonly SelectedScore[] {
  const schemeOf = ({ concept }: ConceptScore): string => concepts[concept]?.inScheme ?? '';
  const best = new Map<string, number>();
  for (const scored of scores) {
    best.set(schemeOf(scored), Math.max(best.get(schemeOf(scored)) ?? 0, scored.rawScore));
  }
  return scores
    .filter((scored) => scored.rawScore >= minShare * (best.get(schemeOf(scored)) ?? 0))
    .map((scored) => ({ score: calibration.calibrate(scored.concept, scored.rawScore), scored }))
    .filter(({ score }) => score >= minScore)
    .sort((a, b) => b.score - a.score || a.scored.concept - b.scored.concept);
}
