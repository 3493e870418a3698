/**
 * The search index: made of documents, searched, added to and taken from; every state of it is a value.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import type { Segmenter } from '../segment';
import { type CodeSchemes } from './facets';
import { type IndexedFields, indexDocuments } from './index-documents';
import { createLiveSegment, type LiveSegment } from './live-segment';
import type { SearchDocument, SearchOptions, SearchResult } from './model';
import { planQuery, planTerms, type WeightedTerm } from './plan-query';
import { parseQuery, type Query } from './query';
import { createRankingContext, type RankingContext } from './ranking-context';
import { runSearch } from './run-search';
import {
  changeSettings,
  DEFAULT_SEARCH_SETTINGS,
  type SearchSettings,
  type SearchSettingsChange,
} from './settings';

/** Options of {@link createSearchIndex}. */
export interface CreateSearchIndexOptions {
  /** Cuts texts and queries into words. */
  readonly segmenter: Segmenter;
  /** Changes to `DEFAULT_SEARCH_SETTINGS`. A field of weight 0 is not indexed. */
  readonly settings?: SearchSettingsChange;
  /** The scheme of every code, `{ T1: 'task', A1: 'action' }`, for facets; default: every code is both. */
  readonly codeSchemes?: CodeSchemes;
}

/**
 * An index over tagged passages. Immutable: {@link SearchIndex.add} and {@link SearchIndex.remove} give a new index, which
 * shares what did not change with the old one, and the old one goes on as it was.
 */
export interface SearchIndex {
  /** Live passages. */
  readonly passageCount: number;
  readonly settings: SearchSettings;
  /**
   * The passages that match a query, best first. Deterministic; ties in the order of the index.
   *
   * @throws ZhengceError `invalid-argument` for a malformed query or option
   */
  search(query: string | Query, options?: SearchOptions): SearchResult;
  /** The passages that hold any of the terms, which are taken as they stand in the index; otherwise as `search`. */
  searchTerms(terms: readonly WeightedTerm[], options?: SearchOptions): SearchResult;
}

/**
 * An index over documents. O(text).
 *
 * @throws ZhengceError `invalid-argument` for a setting outside its range
 */
export function createSearchIndex(
  documents: Iterable<SearchDocument>,
  options: CreateSearchIndexOptions,
): SearchIndex {
  const { segmenter, codeSchemes = {} } = options;
  const settings = changeSettings(DEFAULT_SEARCH_SETTINGS, options.settings ?? {});
  const segments = indexDocuments(documents, segmenter, listFields(settings));
  const live = segments.map((segment) => createLiveSegment(segment, undefined));
  return composeIndex({ segments: live, segmenter, settings, codeSchemes });
}

function listFields({ title, heading, body, bigram }: SearchSettings): IndexedFields {
  return {
    title: title.weight > 0,
    heading: heading.weight > 0,
    body: body.weight > 0,
    bigram: bigram.weight > 0,
  };
}

interface IndexState {
  readonly segments: readonly LiveSegment[];
  readonly segmenter: Segmenter;
  readonly settings: SearchSettings;
  readonly codeSchemes: CodeSchemes;
}

function composeIndex(state: IndexState): SearchIndex {
  const { segments, segmenter, settings, codeSchemes } = state;
  const contextOf = createContextCache(segments, settings);
  const hasBigrams = settings.bigram.weight > 0;
  return Object.freeze({
    passageCount: segments.reduce((sum, { liveCount }) => sum + liveCount, 0),
    settings,
    search: (query: string | Query, options: SearchOptions = {}) => {
      const context = contextOf(options.settings);
      const plan = planQuery(readQuery(query), { context, segmenter, hasBigrams });
      return runSearch({ plan, context, options, codeSchemes });
    },
    searchTerms: (terms: readonly WeightedTerm[], options: SearchOptions = {}) => {
      const context = contextOf(options.settings);
      return runSearch({ plan: planTerms(terms, context), context, options, codeSchemes });
    },
  });
}

function readQuery(query: string | Query): Query {
  if (typeof query === 'string') return parseQuery(query);
  if (Array.isArray((query as Query | undefined)?.clauses)) return query;
  throw new ZhengceError(
    'invalid-argument',
    `search: expected a string or a Query, received ${describeReceived(query)} (query)`,
  );
}

/** The context of the index's own settings is made once; the last one of changed settings is kept too. */
function createContextCache(
  segments: readonly LiveSegment[],
  settings: SearchSettings,
): (change: SearchSettingsChange | undefined) => RankingContext {
  let own: RankingContext | undefined;
  let lastKey = '';
  let last: RankingContext | undefined;
  return (change) => {
    if (change === undefined) {
      own ??= createRankingContext(segments, settings);
      return own;
    }
    const changed = changeSettings(settings, change);
    const key = JSON.stringify(changed);
    if (last === undefined || key !== lastKey) last = createRankingContext(segments, changed);
    lastKey = key;
    return last;
  };
}
