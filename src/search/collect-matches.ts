/**
 * Which passages match, all of them.
 *
 * @module
 */

import type { SearchPlan } from './plan-query';
import type { SegmentView } from './ranking-context';
import { createScorer } from './scorer';

/** 1 for every live passage of a segment that matches: is allowed and, where the query has words, holds one. O(postings + passages). */
export function flagMatches(
  view: SegmentView,
  segment: number,
  plan: SearchPlan,
  allowed: Uint8Array | undefined,
): Uint8Array {
  const { deleted, segment: data } = view.live;
  const flags = new Uint8Array(data.passageCount);
  if (plan.hasWords) {
    for (const clause of plan.clauses) createScorer(clause, view, segment)?.mark(flags);
  } else flags.fill(1);
  if (allowed === undefined && deleted === undefined) return flags;
  for (let ordinal = 0; ordinal < flags.length; ordinal++) {
    if (deleted?.[ordinal] === 1 || allowed?.[ordinal] === 0) flags[ordinal] = 0;
  }
  return flags;
}
