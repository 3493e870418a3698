/**
 * Turns a parsed query into what is scored and what is required.
 *
 * @module
 */

import { foldText } from './analyze-text';
import { orderClauses, type ScoreClause, sumFactors } from './clause';
import { createPhraseClause, createWordClause, mergeClauses } from './create-clauses';
import {
  type FieldFilter,
  type FieldRestriction,
  type FilterSources,
  listFilters,
  restrictByClauses,
  restrictByOptions,
} from './filters';
import { listHeadingForms } from './heading-forms';
import type { SearchFilter, SearchNotice } from './model';
import { listUnknownValues } from './notices';
import { countMatches, type FoundNumber } from './number-matches';
import { createPlanner, type Planner, type PlannerSources } from './planner';
import { listOperands, type Operand, type Query, type QueryClause } from './query';
import type { AskedRegions, RankingContext } from './ranking-context';
import type { Restriction } from './restriction';
import type { ContextSettings } from './settings';
import { findTitled } from './title-matches';

/** What a search looks for. */
export interface SearchPlan {
  /** In the order of `orderClauses`; none where the query has no words: then all that is allowed matches. */
  readonly clauses: readonly ScoreClause[];
  /** Whether the query has words, found in the index or not. */
  readonly hasWords: boolean;
  readonly restrictions: readonly Restriction[];
  /** What filters restrict to, typed and of the options. */
  readonly filters: readonly FieldRestriction[];
  /** Values and numbers asked for that the index does not have. */
  readonly notices: readonly SearchNotice[];
  /** The regions that the query is about: documents of others are demoted. */
  readonly regions: AskedRegions;
  /** The words by `listHeadingForms`, where the query has nothing else but filters; else none. */
  readonly typed: readonly string[];
  /** How much context counts. */
  readonly contextSettings: ContextSettings;
  /** The document numbers that were looked for, by what was typed. */
  readonly numbers: ReadonlyMap<string, FoundNumber>;
}

/** What a plan is made from. */
export interface PlanSources extends PlannerSources {
  /** The filter of the options. */
  readonly filter: SearchFilter;
}

/** A weighted term of the index. */
export interface WeightedTerm {
  /** As the index has it: folded, half-width, lower case. */
  readonly term: string;
  /** Factor on its score. */
  readonly weight: number;
}

/** The plan of a query. */
export function planQuery(query: Query, sources: PlanSources): SearchPlan {
  const planner = createPlanner(sources);
  const words = joinWords(query.clauses);
  const scored = query.clauses.flatMap((clause) => planner.score(clause));
  const titled = scoreTitle(words, scored, sources.context);
  const { context } = sources.context.settings;
  const typed = query.clauses.filter((clause) => clause.kind === 'filter');
  const filters = [
    ...restrictByClauses(typed, sources),
    ...restrictByOptions(sources.filter, sources),
  ];
  return {
    clauses: orderClauses(mergeClauses([...scored, ...titled], sources.context)),
    hasWords: query.clauses.some(isScored),
    restrictions: restrictClauses(query.clauses, planner),
    filters,
    notices: listDistinct([
      ...query.clauses.flatMap((clause) => noticeClause(clause, planner)),
      ...noticeFilters(listFilters(sources.filter), sources),
    ]),
    regions: askRegions(foldText(query.text), filters, sources),
    typed: listHeadingForms(words),
    // Who names a document has none of its sections in mind.
    contextSettings: titled.length > 0 ? { ...context, section: 0 } : context,
    numbers: planner.numbers,
  };
}

/** The plan of a weighted disjunction of terms as they stand in the index. */
export function planTerms(
  terms: readonly WeightedTerm[],
  context: RankingContext,
  filter: SearchFilter,
  sources: FilterSources & Pick<PlanSources, 'segmenter'>,
): SearchPlan {
  const filters = restrictByOptions(filter, sources);
  const text = terms.map(({ term }) => term).join(' ');
  const clauses = terms.map(({ term, weight }) => createWordClause(term, weight, context));
  return {
    clauses: orderClauses(mergeClauses(clauses, context)),
    hasWords: true,
    restrictions: [],
    filters,
    notices: listDistinct(noticeFilters(listFilters(filter), sources)),
    regions: askRegions(text, filters, { ...sources, context }),
    typed: [],
    contextSettings: context.settings.context,
    numbers: new Map(),
  };
}

/** The regions that a query is about: any, where a filter says which. */
function askRegions(
  text: string,
  filters: readonly FieldRestriction[],
  { context, segmenter }: Pick<PlanSources, 'context' | 'segmenter'>,
): AskedRegions {
  if (filters.some(({ field }) => field === 'region')) return 'any';
  return context.regionNames.find(text, segmenter);
}

/** The words of a query that has nothing else but filters; else none. */
function joinWords(clauses: readonly QueryClause[]): string {
  let words = '';
  for (const clause of clauses) {
    if (clause.kind === 'words') words += clause.text;
    else if (clause.kind !== 'filter') return '';
  }
  return words;
}

/** A query that is the title of a document looks for it: its passages gain as much as all words can give, so that they come before what cites the title. */
function scoreTitle(
  words: string,
  scored: readonly ScoreClause[],
  context: RankingContext,
): readonly ScoreClause[] {
  if (words === '' || context.settings.phrase === 0) return [];
  const matches = findTitled(
    context.views.map(({ live }) => live),
    words,
  );
  if (countMatches(matches) === 0) return [];
  const parts = { text: 'the title of the document', weight: 1, matches };
  const clause = createPhraseClause(parts, context);
  const factor = context.settings.phrase * sumFactors(scored);
  return [{ ...clause, weight: factor / clause.idf, factor }];
}

function noticeFilters(
  filters: readonly FieldFilter[],
  sources: FilterSources,
): readonly SearchNotice[] {
  return filters.flatMap((filter) => listUnknownValues(filter, sources));
}

/** What is to be said of a clause, of those under OR and NOT one by one. */
function noticeClause(clause: QueryClause, planner: Planner): readonly SearchNotice[] {
  if (clause.kind === 'exclude') return planner.notice(clause.operand, true);
  return listOperands([clause]).flatMap((operand) => planner.notice(operand, false));
}

/** Each notice once, however often its value is asked for. */
function listDistinct(notices: readonly SearchNotice[]): readonly SearchNotice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}

function isScored(clause: QueryClause): boolean {
  if (clause.kind === 'any') return clause.operands.some(isScored);
  return clause.kind !== 'filter' && clause.kind !== 'exclude';
}

function restrictClauses(
  clauses: readonly QueryClause[],
  planner: Planner,
): readonly Restriction[] {
  const numbers = clauses.filter((clause) => clause.kind === 'number');
  const isNumbersOnly = numbers.length > 0 && !clauses.some(isText);
  return [
    ...(isNumbersOnly ? restrictAny(numbers, planner) : []),
    ...clauses.flatMap((clause): readonly Restriction[] => {
      switch (clause.kind) {
        case 'words':
        case 'number':
        case 'filter':
          return [];
        case 'phrase':
          return [planner.restrict(clause)];
        case 'exclude':
          return [planner.exclude(clause.operand)];
        case 'any':
          return restrictAny(clause.operands, planner);
      }
    }),
  ];
}

function isText({ kind }: QueryClause): boolean {
  return kind === 'words' || kind === 'phrase' || kind === 'any';
}

/** Alternatives restrict only where each of them does. */
function restrictAny(operands: readonly Operand[], planner: Planner): readonly Restriction[] {
  const restricting = operands.filter((operand) => planner.requires(operand));
  if (restricting.length < operands.length) return [];
  return [{ kind: 'any', restrictions: restricting.map((operand) => planner.restrict(operand)) }];
}
