/**
 * The search index: made of documents, searched, added to and taken from; every state of it is a value.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import type { Segmenter } from '../segment';
import {
  type CorrectedQuery,
  correctQuery,
  type Pinyin,
  type Suggestion,
  type SuggestOptions,
  suggestQueries,
} from './assist';
import type { CodeSchemes } from './facets';
import { type FindSimilarOptions, findSimilarPassages } from './find-similar';
import { createHighlighter, type Highlighter } from './highlight';
import { type IndexedFields, indexDocuments } from './index-documents';
import { countTermPassages, createVocabulary } from './index-vocabulary';
import type { LiveSegment } from './live-segment';
import type {
  IndexedDocument,
  IndexedPassage,
  SearchDocument,
  SearchOptions,
  SearchResult,
} from './model';
import { findOrdinals } from './passage-ids';
import { planQuery, planTerms, type WeightedTerm } from './plan-query';
import { parseQuery, type Query } from './query';
import { computeIdf, createContextCache, type RankingContext } from './ranking-context';
import { readDocument, readPassage } from './read-stored';
import { buryReplaced, removeDocuments } from './remove-documents';
import { runSearch } from './run-search';
import {
  changeSettings,
  DEFAULT_SEARCH_SETTINGS,
  type SearchSettings,
  type SearchSettingsChange,
} from './settings';
import { compactSegments, settleSegments } from './settle-segments';
import { builtinSynonyms, type Synonyms } from './synonyms';
import type { Vocabulary } from './vocabulary';
import { joinBytes, writeSnapshot } from './write-snapshot';

/** Options of {@link createSearchIndex}. */
export interface CreateSearchIndexOptions {
  /** Cuts texts and queries into words. */
  readonly segmenter: Segmenter;
  /** Changes to `DEFAULT_SEARCH_SETTINGS`. A field of weight 0 is not indexed. */
  readonly settings?: SearchSettingsChange;
  /** The scheme of every code, `{ T1: 'task', A1: 'action' }`, for facets; default: every code is both. */
  readonly codeSchemes?: CodeSchemes;
}

/** Options of `SearchIndex.correct`. */
export interface CorrectOptions {
  /** Readings, from `loadPinyin`: with them, words that sound alike are found too. */
  readonly pinyin?: Pinyin | undefined;
}

/** A passage with the document it is of. */
export interface LocatedPassage {
  readonly passage: IndexedPassage;
  readonly document: IndexedDocument;
}

/**
 * An index over tagged passages. Immutable: {@link SearchIndex.add} and {@link SearchIndex.remove} give a new index, which
 * shares what did not change with the old one, and the old one goes on as it was: pages of one search stay consistent.
 * What a search finds depends on the live passages and their order alone, not on how they came in.
 */
export interface SearchIndex {
  /** Live passages. */
  readonly passageCount: number;
  /** Parts that the passages lie in. */
  readonly segmentCount: number;
  readonly settings: SearchSettings;
  /** Its words, made when first asked for. */
  readonly vocabulary: Vocabulary;
  /**
   * The passages that match a query. Deterministic; ties in the order of the index. Of an empty query, or one of nothing but
   * filters and exclusions, all that is left, in order.
   *
   * @throws ZhengceError `invalid-query` for a malformed query, with its place; `invalid-argument` for an option outside its range
   */
  search(query: string | Query, options?: SearchOptions): SearchResult;
  /** The passages that hold any of the terms, which are taken as they stand in the index; otherwise as `search`. */
  searchTerms(terms: readonly WeightedTerm[], options?: SearchOptions): SearchResult;
  /**
   * What the last run of `prefix` may be the beginning of: words of the index, by their beginning or by pinyin, then headings and titles
   * that hold it; the frequent ones first.
   *
   * @throws ZhengceError `invalid-argument` for a limit outside its range
   */
  suggest(prefix: string, options?: SuggestOptions): readonly Suggestion[];
  /**
   * Did you mean: the query with words that no passage has replaced by near ones; undefined where there are none.
   *
   * @throws ZhengceError `invalid-query` for a malformed query
   */
  correct(query: string | Query, options?: CorrectOptions): CorrectedQuery | undefined;
  /**
   * More like this: the passages that share most of what tells a passage from others, those of its own document left out unless
   * `sameDocument` is on; otherwise as `search`.
   *
   * @throws ZhengceError `invalid-argument` where no passage has the id
   */
  findSimilar(id: string, options?: FindSimilarOptions): SearchResult;
  /** The passage with an id; undefined where there is none. */
  getPassage(id: string): LocatedPassage | undefined;
  /**
   * An index with more documents behind the others. A document with an id that is there already replaces it. Amortised
   * O(their text · log passages).
   */
  add(documents: Iterable<SearchDocument>): SearchIndex;
  /** An index without the documents that have one of the ids; ids that are not there are passed over. */
  remove(ids: Iterable<string>): SearchIndex;
  /** The same index in as few segments as can be. O(index). */
  merge(): SearchIndex;
  /** The snapshot of the index in one array. The same passages in the same segments give the same bytes. */
  toBytes(): Uint8Array;
  /** The snapshot piece by piece, for streams: `Readable.from(index.toChunks())`. */
  toChunks(): Iterable<Uint8Array>;
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
  const empty = { segments: [], segmenter, settings, codeSchemes };
  return composeIndex({ ...empty, segments: addDocuments(empty, documents) });
}

/** What an index is made of. */
export interface IndexState {
  readonly segments: readonly LiveSegment[];
  readonly segmenter: Segmenter;
  /** As the index was made: which fields it has. */
  readonly settings: SearchSettings;
  readonly codeSchemes: CodeSchemes;
}

/** The index of a state. */
export function composeIndex(state: IndexState): SearchIndex {
  const { segments, segmenter, settings, codeSchemes } = state;
  const contextOf = createContextCache(segments, settings);
  const withSegments = (changed: readonly LiveSegment[]): SearchIndex =>
    composeIndex({ ...state, segments: settleSegments(changed) });
  let made: Vocabulary | undefined;
  const getVocabulary = (): Vocabulary =>
    (made ??= createVocabulary(segments, settings.bigram.weight > 0));
  const searchTerms: SearchIndex['searchTerms'] = (terms, options = {}) => {
    const context = contextOf(options.settings);
    const plan = planTerms(terms, context);
    return runSearch({ plan, context, options, codeSchemes, highlighter: undefined });
  };
  return Object.freeze({
    passageCount: segments.reduce((sum, { liveCount }) => sum + liveCount, 0),
    segmentCount: segments.length,
    settings,
    get vocabulary() {
      return getVocabulary();
    },
    search: (query: string | Query, options: SearchOptions = {}) =>
      searchQuery(readQuery(query), state, contextOf(options.settings), options),
    searchTerms,
    suggest: (prefix: string, options: SuggestOptions = {}) =>
      suggestQueries(getVocabulary(), prefix, options),
    correct: (query: string | Query, { pinyin }: CorrectOptions = {}) =>
      correctQuery(readQuery(query), { vocabulary: getVocabulary(), segmenter, pinyin }),
    findSimilar: (id: string, options: FindSimilarOptions = {}) =>
      findSimilarPassages(
        { located: findPassage(segments, id), vocabulary: getVocabulary(), segmenter, searchTerms },
        id,
        options,
      ),
    getPassage: (id: string) => findPassage(segments, id),
    add: (documents: Iterable<SearchDocument>) => withSegments(addDocuments(state, documents)),
    remove: (ids: Iterable<string>) => withSegments(removeDocuments(segments, new Set(ids))),
    merge: () => composeIndex({ ...state, segments: compactSegments(segments) }),
    toBytes: () => joinBytes(writeState(state)),
    toChunks: () => writeState(state),
  });
}

function listFields({ title, heading, body, bigram }: SearchSettings): IndexedFields {
  return {
    title: title.weight > 0,
    heading: heading.weight > 0,
    body: body.weight > 0,
    bigram: bigram.weight > 0,
  };
}

function addDocuments(
  { segments, segmenter, settings }: IndexState,
  documents: Iterable<SearchDocument>,
): readonly LiveSegment[] {
  const added = indexDocuments(documents, segmenter, listFields(settings));
  return settleSegments([
    ...removeDocuments(segments, added.ids),
    ...buryReplaced(added.segments, added.replaced),
  ]);
}

function searchQuery(
  query: Query,
  { segmenter, settings, codeSchemes }: IndexState,
  context: RankingContext,
  options: SearchOptions,
): SearchResult {
  const hasBigrams = settings.bigram.weight > 0;
  const synonyms = options.synonyms === false ? undefined : (options.synonyms ?? builtinSynonyms);
  const plan = planQuery(query, { context, segmenter, hasBigrams, synonyms });
  const highlighter = createOptionalHighlighter(query, segmenter, synonyms, context, options);
  return runSearch({ plan, context, options, codeSchemes, highlighter });
}

function createOptionalHighlighter(
  query: Query,
  segmenter: Segmenter,
  synonyms: Synonyms | undefined,
  { views, passageCount }: RankingContext,
  { highlight = false }: SearchOptions,
): Highlighter | undefined {
  if (highlight === false) return undefined;
  const limits = highlight === true ? {} : highlight;
  const segments = views.map(({ live }) => live);
  const weigh = (term: string): number =>
    computeIdf(passageCount, countTermPassages(segments, term));
  return createHighlighter(query, { ...limits, segmenter, synonyms, weigh });
}

function findPassage(segments: readonly LiveSegment[], id: string): LocatedPassage | undefined {
  for (const { segment, deleted } of segments) {
    const ordinal = findOrdinals(segment, [id]).find((found) => deleted?.[found] !== 1);
    if (ordinal === undefined) continue;
    return {
      passage: readPassage(segment, ordinal),
      document: readDocument(segment, segment.passages.documents[ordinal] ?? 0),
    };
  }
  return undefined;
}

/** Tombstones are no part of a snapshot: segments that have any are written anew first. */
function writeState(state: IndexState): Iterable<Uint8Array> {
  const { segmenter, settings, codeSchemes } = state;
  const { name, version } = segmenter;
  const hasTombstones = state.segments.some(({ deleted }) => deleted !== undefined);
  const segments = hasTombstones ? compactSegments(state.segments) : state.segments;
  return writeSnapshot({
    segmenter: { name, version },
    settings,
    codeSchemes,
    segments: segments.map(({ segment }) => segment),
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
