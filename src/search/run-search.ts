/**
 * Runs a search plan: restricts, ranks, counts, pages, and reads the hits back.
 *
 * @module
 */
import { sumFactors } from './clause';
import { flagMatches } from './collect-matches';
import { addContext, greatestRise } from './context-scores';
import { explainScore } from './explain';
import { type CodeSchemes, countFacet, type SegmentMatches } from './facets';
import { readExclusion } from './filters';
import type { Highlighter } from './highlight';
import type { Hit, HitGroup, SearchOptions, SearchResult } from './model';
import { listLacking } from './notices';
import { groupMatches, orderMatches, type RankedGroup } from './order-matches';
import { passageKeysOf } from './passage-keys';
import type { SearchPlan } from './plan-query';
import { rankSegment } from './rank-segment';
import { locatePassage, type RankingContext } from './ranking-context';
import { type ReadOptions, readOptions } from './read-options';
import { readDocument, readPassage } from './read-stored';
import { flagAllowed, type Restriction } from './restriction';
import { createTopHits, type RankedPassage } from './top-hits';

/** What {@link runSearch} takes. */
export interface RunSearchOptions {
  readonly plan: SearchPlan;
  readonly context: RankingContext;
  readonly options: SearchOptions;
  readonly codeSchemes: CodeSchemes;
  readonly highlighter: Highlighter | undefined;
}

/** The result of a search. */
export function runSearch(request: RunSearchOptions): SearchResult {
  const { plan, context, codeSchemes } = request;
  const options = readOptions(request.options);
  const restrictions = listRestrictions(request);
  const allowed = allowPassages(request, restrictions);
  const matches = findMatches(request, options, allowed);
  const facets = options.facets.map(
    (field) => [field, countFacet(field, matches ?? [], codeSchemes)] as const,
  );
  const counted = {
    total: matches?.reduce((sum, { flags }) => sum + countFlags(flags), 0),
    facets: Object.fromEntries(
      facets.map(([field, counts]) => [field, counts.slice(0, options.facetLimit)]),
    ),
    facetTotals: Object.fromEntries(facets.map(([field, counts]) => [field, counts.length])),
    notices: [
      ...plan.notices,
      ...(options.countTotal ? listLacking(plan, restrictions, context) : []),
    ],
  };
  if (options.isGrouped) {
    const ordered = rankAll(request, options, allowed, matches);
    const groups = pageOf(groupMatches(ordered, context), options).map((group) =>
      readGroup(group, options.groupLimit, request),
    );
    return { hits: groups.flatMap(({ hits }) => hits), groups, ...counted };
  }
  const ranked =
    options.sort === 'relevance'
      ? rankTop(request, options, allowed, matches)
      : pageOf(rankAll(request, options, allowed, matches), options);
  return { hits: ranked.map((passage) => readHit(passage, request)), ...counted };
}

type Allowed = readonly (Uint8Array | undefined)[];

/** What passages have to fulfil beside the filters. */
function listRestrictions({ plan, context, options }: RunSearchOptions): readonly Restriction[] {
  const segments = context.views.map(({ live }) => live.segment);
  return [...plan.restrictions, ...readExclusion(options.exclude ?? {}, segments)];
}

function allowPassages(
  { plan, context }: RunSearchOptions,
  restrictions: readonly Restriction[],
): Allowed {
  const all = [...restrictions, ...plan.filters.map(({ restriction }) => restriction)];
  return context.views.map(({ live }, number) => flagAllowed(all, live.segment, number));
}

/** All matches, where anything needs them: they are counted, or there is nothing to rank by. */
function findMatches(
  { plan, context }: RunSearchOptions,
  { facets, countTotal }: ReadOptions,
  allowed: Allowed,
): readonly SegmentMatches[] | undefined {
  if (!countTotal && facets.length === 0 && plan.hasWords) return undefined;
  return context.views.map((view, number) => ({
    segment: view.live.segment,
    flags: flagMatches(view, number, plan, allowed[number]),
  }));
}

function countFlags(flags: Uint8Array): number {
  let count = 0;
  // An index, not for-of: there are many, and iterators are slow.
  for (let ordinal = 0; ordinal < flags.length; ) count += flags[ordinal++] ?? 0;
  return count;
}

function pageOf<Item>(items: readonly Item[], { offset, limit }: ReadOptions): readonly Item[] {
  return items.slice(offset, offset + limit);
}

function rankTop(
  request: RunSearchOptions,
  { offset, limit }: ReadOptions,
  allowed: Allowed,
  matches: readonly SegmentMatches[] | undefined,
): readonly RankedPassage[] {
  const { depth } = request.context.settings.context;
  // What is ranked anew must not depend on the page, or pages would overlap.
  const top = createTopHits(Math.max(depth, offset + limit));
  rankInto(request, allowed, matches, top);
  return raiseByContext(top.list(), request).slice(offset, offset + limit);
}

/** The best ones with their context; without words there is nothing to add. */
function raiseByContext(
  ranked: readonly RankedPassage[],
  { plan, context }: RunSearchOptions,
): readonly RankedPassage[] {
  const { depth } = context.settings.context;
  if (depth === 0 || !plan.hasWords) return ranked;
  return addContext(ranked, passageKeysOf(context), plan.contextSettings, plan.typed);
}

/** Every match with its score, in order. */
function rankAll(
  request: RunSearchOptions,
  { sort }: ReadOptions,
  allowed: Allowed,
  matches: readonly SegmentMatches[] | undefined,
): readonly RankedPassage[] {
  const all: RankedPassage[] = [];
  rankInto(request, allowed, matches, {
    threshold: () => Number.NEGATIVE_INFINITY,
    offer: (position, rawScore) => {
      all.push({ position, rawScore });
    },
  });
  const raised = raiseByContext(orderMatches(all, 'relevance', request.context), request);
  return sort === 'relevance' ? raised : orderMatches(raised, sort, request.context);
}

function rankInto(
  { plan, context }: RunSearchOptions,
  allowed: Allowed,
  matches: readonly SegmentMatches[] | undefined,
  collector: Parameters<typeof rankSegment>[0]['collector'],
): void {
  const { clauses, hasWords } = plan;
  context.views.forEach((view, segment) => {
    if (hasWords) {
      const demotion = view.demotionFor(plan.regions);
      rankSegment({ view, segment, clauses, allowed: allowed[segment], demotion, collector });
      return;
    }
    matches?.[segment]?.flags.forEach((flag, ordinal) => {
      if (flag === 1) collector.offer(view.firstPosition + ordinal, 0);
    });
  });
}

function readGroup(
  { passages }: RankedGroup,
  groupLimit: number,
  request: RunSearchOptions,
): HitGroup {
  const hits = passages.slice(0, groupLimit).map((passage) => readHit(passage, request));
  const place = locatePassage(request.context, passages[0]?.position ?? 0);
  return {
    document: readDocument(place.view.live.segment, place.document),
    hits,
    total: passages.length,
  };
}

function readHit(
  ranked: RankedPassage,
  { plan, context, options, highlighter }: RunSearchOptions,
): Hit {
  const { position, rawScore } = ranked;
  const { view, segment, ordinal, document: number } = locatePassage(context, position);
  const maximum = sumFactors(plan.clauses) * greatestRise(plan.contextSettings);
  const passage = readPassage(view.live.segment, ordinal);
  const document = readDocument(view.live.segment, number);
  const { clauses } = plan;
  return {
    score: maximum === 0 ? 0 : Math.min(1, rawScore / maximum),
    rawScore,
    passage,
    document,
    ...(highlighter && {
      highlight: highlighter.highlight({ ...passage, title: document.title }),
    }),
    ...(options.explain === true && {
      explanation: explainScore({
        clauses,
        view,
        segment,
        ordinal,
        demotion: view.demotionFor(plan.regions),
        context: ranked.context,
        contextSettings: plan.contextSettings,
      }),
    }),
  };
}
