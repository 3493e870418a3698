/**
 * Selection: which of a passage's scored concepts become tags.
 *
 * @module
 */
import type { Concept } from '../taxonomy';
import type { Calibration } from './calibration';
import type { ConceptScore } from './linear-model';
import type { TaggerSettings } from './tagger-settings';

/** What decides which scores make tags. */
export type SelectionSettings = Pick<TaggerSettings, 'minScore' | 'minShare' | 'thresholds'>;

/** A concept's score that makes a tag. */
export interface SelectedScore {
  /** Calibrated, in [0, 1]. */
  readonly score: number;
  readonly scored: ConceptScore;
}

/**
 * The scores that make tags: at least the threshold of the concept, `minScore` where it has none of its own, and at least `minShare` of the best rawScore of the same scheme. By score,
 * ties in the order of the taxonomy.
 */
export function selectScores(
  scores: readonly ConceptScore[],
  concepts: readonly Concept[],
  calibration: Calibration,
  settings: SelectionSettings,
): readonly SelectedScore[] {
  const schemeOf = ({ concept }: ConceptScore): string => concepts[concept]?.inScheme ?? '';
  const best = new Map<string, number>();
  for (const scored of scores) {
    best.set(schemeOf(scored), Math.max(best.get(schemeOf(scored)) ?? 0, scored.rawScore));
  }
  return scores
    .filter((scored) => scored.rawScore >= settings.minShare * (best.get(schemeOf(scored)) ?? 0))
    .map((scored) => ({ score: calibration.calibrate(scored.concept, scored.rawScore), scored }))
    .filter(({ score, scored }) => score >= findThreshold(concepts[scored.concept], settings))
    .sort((a, b) => b.score - a.score || a.scored.concept - b.scored.concept);
}

/** The least score that makes a tag of a concept. */
export function findThreshold(
  concept: Concept | undefined,
  { minScore, thresholds }: Pick<SelectionSettings, 'minScore' | 'thresholds'>,
): number {
  return thresholds?.[concept?.notation ?? ''] ?? minScore;
}
