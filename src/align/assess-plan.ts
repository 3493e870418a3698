/**
 * Whether a text given as the plan's can be that of the taxonomy's plan.
 *
 * @module
 */
import type { Diagnostic } from '../errors';
import type { TaggedDocument } from '../tag';
import type { ConceptVector } from './check-vectors';

/** Share of the taxonomy's concepts that a plan's text covers at least; see docs/decisions/alignment-measures.md for what real texts cover. */
const MIN_COVERED = 0.6;

/**
 * A warning where the text covers fewer than three fifths of the concepts, from `threshold` characters on: it may be another plan's, or a part; none otherwise. `characters` are its n_k.
 */
export function assessPlan(
  { source }: Pick<TaggedDocument, 'source'>,
  characters: ConceptVector,
  threshold: number,
): readonly Diagnostic[] {
  const covered = characters.filter((count) => count >= threshold).length;
  if (covered >= characters.length * MIN_COVERED) return [];
  return [
    {
      ruleId: 'plan-covers-little',
      severity: 'warning',
      span: { start: 0, end: source.length },
      message: `the text given as the plan's speaks of ${String(covered)} of the ${String(characters.length)} tasks of the taxonomy: is it the text of this plan? What it lacks counts as nothing planned`,
    },
  ];
}
