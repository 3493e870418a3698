/**
 * Runs a search plan: ranks, counts, pages, and reads the hits back.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import { sumFactors } from './clause';
import { flagMatches } from './collect-matches';
import { type CodeSchemes, countFacet } from './facets';
import { readFilter } from './filters';
import type { FacetField, Hit, SearchOptions, SearchResult } from './model';
import type { SearchPlan } from './plan-query';
import { rankSegment } from './rank-segment';
import type { RankingContext } from './ranking-context';
import { readDocument, readPassage } from './read-stored';
import { flagAllowed } from './restriction';
import { createTopHits, type RankedPassage } from './top-hits';

/** What {@link runSearch} takes. */
export interface RunSearchOptions {
  readonly plan: SearchPlan;
  readonly context: RankingContext;
  readonly options: SearchOptions;
  readonly codeSchemes: CodeSchemes;
}

const MAX_LIMIT = 1000;
const MAX_OFFSET = 100_000;

/** The result of a search. */
export function runSearch({ plan, context, options, codeSchemes }: RunSearchOptions): SearchResult {
  const limit = readInteger('limit', options.limit ?? 10, MAX_LIMIT);
  const offset = readInteger('offset', options.offset ?? 0, MAX_OFFSET);
  const segments = context.views.map(({ live }) => live.segment);
  const restrictions = [...plan.restrictions, ...readFilter(options.filter ?? {}, segments)];
  const allowed = segments.map((segment, number) => flagAllowed(restrictions, segment, number));
  const { facets = [], countTotal = true } = options;
  const needsMatches = countTotal || facets.length > 0 || !plan.hasWords;
  const matches = needsMatches
    ? context.views.map((view, number) => flagMatches(view, number, plan, allowed[number]))
    : undefined;
  const top = createTopHits(offset + limit);
  context.views.forEach((view, segment) => {
    if (plan.hasWords) {
      const { clauses } = plan;
      rankSegment({ view, segment, clauses, allowed: allowed[segment], collector: top });
      return;
    }
    matches?.[segment]?.forEach((flag, ordinal) => {
      if (flag === 1) top.offer(view.firstPosition + ordinal, 0);
    });
  });
  const maximum = sumFactors(plan.clauses);
  const hits = top
    .list()
    .slice(offset)
    .map((ranked) => readHit(ranked, context, maximum));
  const flagged = segments.map((segment, number) => ({
    segment,
    flags: matches?.[number] ?? new Uint8Array(),
  }));
  return {
    hits,
    total: matches?.reduce((sum, flags) => sum + flags.reduce((count, flag) => count + flag, 0), 0),
    facets: Object.fromEntries(
      facets.map((field: FacetField) => [field, countFacet(field, flagged, codeSchemes)]),
    ),
  };
}

function readInteger(name: string, value: number, max: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= max) return value;
  throw new ZhengceError(
    'invalid-argument',
    `search: expected an integer from 0 to ${max}, received ${describeReceived(value)} (${name})`,
  );
}

function readHit(
  { position, rawScore }: RankedPassage,
  { views }: RankingContext,
  maximum: number,
): Hit {
  const view = views.findLast(({ firstPosition }) => firstPosition <= position);
  if (view === undefined) throw new RangeError(`no segment holds position ${position}`);
  const { segment } = view.live;
  const ordinal = position - view.firstPosition;
  return {
    score: maximum === 0 ? 0 : Math.min(1, rawScore / maximum),
    rawScore,
    passage: readPassage(segment, ordinal),
    document: readDocument(segment, segment.passages.documents[ordinal] ?? 0),
  };
}
