/**
 * Specificity: how definite the passages of a concept are.
 *
 * @module
 */
import type { TaggedPassage } from '../tag';
import type { DocumentFacts } from './document-facts';
import type { Specificity } from './model';

/**
 * The specificity of passages: targets, deadlines and named bodies, and the share of the passages that have any of them. A target counts for each of the concepts that its passage is
 * tagged with. Linear.
 */
export function measureSpecificity(
  passages: readonly TaggedPassage[],
  facts: Pick<DocumentFacts, 'targetsOf' | 'bodiesOf'>,
): Specificity {
  const each = passages.map(({ id }) => {
    const targets = facts.targetsOf.get(id) ?? [];
    return {
      targets: targets.filter(({ quantity }) => quantity !== undefined).length,
      deadlines: targets.filter(({ deadline }) => deadline !== undefined).length,
      bodies: new Set((facts.bodiesOf.get(id) ?? []).map(({ name }) => name)).size,
    };
  });
  const definite = each.filter(
    ({ targets, deadlines, bodies }) => targets + deadlines + bodies > 0,
  );
  return {
    targets: each.reduce((sum, { targets }) => sum + targets, 0),
    deadlines: each.reduce((sum, { deadlines }) => sum + deadlines, 0),
    bodies: each.reduce((sum, { bodies }) => sum + bodies, 0),
    score: each.length === 0 ? undefined : definite.length / each.length,
  };
}
