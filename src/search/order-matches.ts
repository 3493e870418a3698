/**
 * Orders and groups all matches of a search.
 *
 * @module
 */
import type { SearchSort } from './model';
import { locatePassage, type RankingContext } from './ranking-context';
import { readAttribute } from './read-stored';
import type { RankedPassage } from './top-hits';

/** A document's matches, in order. */
export interface RankedGroup {
  readonly passages: readonly RankedPassage[];
}

/** The matches as `sort` says; ties in the order of the index. O(n log n). */
export function orderMatches(
  matches: readonly RankedPassage[],
  sort: SearchSort,
  context: RankingContext,
): readonly RankedPassage[] {
  switch (sort) {
    case 'relevance':
      return matches.toSorted((a, b) => b.rawScore - a.rawScore || a.position - b.position);
    case 'position':
      return matches.toSorted((a, b) => a.position - b.position);
    case 'newest':
    case 'oldest':
      return orderByDate(matches, sort, context);
  }
}

/** By date of issue as written, so that a year comes before its days; the undated last. */
function orderByDate(
  matches: readonly RankedPassage[],
  sort: 'newest' | 'oldest',
  context: RankingContext,
): readonly RankedPassage[] {
  const dated = matches.map((match) => ({ match, date: readDate(match, context) }));
  const direction = sort === 'newest' ? -1 : 1;
  dated.sort((a, b) => {
    if (a.date === b.date) return a.match.position - b.match.position;
    if (a.date === undefined) return 1;
    if (b.date === undefined) return -1;
    return a.date < b.date ? -direction : direction;
  });
  return dated.map(({ match }) => match);
}

function readDate({ position }: RankedPassage, context: RankingContext): string | undefined {
  const { view, document } = locatePassage(context, position);
  return readAttribute(view.live.segment, document, 'issuedOn');
}

/** Ordered matches by document, in the order of each document's first. O(n). */
export function groupMatches(
  ordered: readonly RankedPassage[],
  context: RankingContext,
): readonly RankedGroup[] {
  const groups = new Map<string, RankedPassage[]>();
  for (const match of ordered) {
    const { view, document } = locatePassage(context, match.position);
    const id = readAttribute(view.live.segment, document, 'id') ?? '';
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [match]);
    else group.push(match);
  }
  return [...groups.values()].map((passages) => ({ passages }));
}
