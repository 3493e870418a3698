/**
 * Composes an index out of its segments: what each of its methods does.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import type { Segmenter } from '../segment';
import { correctQuery, type SuggestOptions, suggestQueries } from './assist';
import type { CodeSchemes } from './facets';
import { createFieldValues, type FieldValues } from './field-values';
import { type FindSimilarOptions, findSimilarPassages } from './find-similar';
import { createHighlighter, type Highlighter } from './highlight';
import { type IndexedFields, indexDocuments } from './index-documents';
import { countTermPassages, createVocabulary } from './index-vocabulary';
import type { LiveSegment } from './live-segment';
import { findPassage, listDocuments } from './locate-stored';
import type { SearchDocument, SearchOptions, SearchResult } from './model';
import {
  type PlanSources,
  planQuery,
  planTerms,
  type SearchPlan,
  type WeightedTerm,
} from './plan-query';
import { parseQuery, type Query } from './query';
import { computeIdf, createContextCache, type RankingContext } from './ranking-context';
import { buryReplaced, removeDocuments } from './remove-documents';
import { runSearch } from './run-search';
import type {
  CorrectOptions,
  CreateSearchIndexOptions,
  SearchIndex,
  SearchIndexJson,
} from './search-index';
import { changeSettings, DEFAULT_SEARCH_SETTINGS, type SearchSettings } from './settings';
import { compactSegments, settleSegments } from './settle-segments';
import { builtinSynonyms, type Synonyms } from './synonyms';
import type { Vocabulary } from './vocabulary';
import { joinBytes, writeSnapshot } from './write-snapshot';

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
  const values = createFieldValues(segments, codeSchemes);
  const searchTerms: SearchIndex['searchTerms'] = (terms, options = {}) => {
    const context = contextOf(options.settings);
    const synonyms = chooseSynonyms(options);
    const plan = planTerms(terms, context, options.filter ?? {}, { values, synonyms, segmenter });
    // Terms are looked for as they are: no synonyms.
    const parts = { context, segmenter, synonyms: undefined };
    const highlighter = createOptionalHighlighter(writeQuery(terms), plan, parts, options);
    return runSearch({ plan, context, options, codeSchemes, highlighter });
  };
  return Object.freeze({
    passageCount: segments.reduce((sum, { liveCount }) => sum + liveCount, 0),
    segmentCount: segments.length,
    settings,
    get vocabulary() {
      return getVocabulary();
    },
    search: (query: string | Query, options: SearchOptions = {}) =>
      searchQuery(readQuery(query), { ...state, values }, contextOf(options.settings), options),
    searchTerms,
    suggest: (prefix: string, options: SuggestOptions = {}) =>
      suggestQueries(getVocabulary(), prefix, options),
    correct: (query: string | Query, options: CorrectOptions = {}) =>
      correctQuery(readQuery(query), {
        vocabulary: getVocabulary(),
        segmenter,
        values,
        pinyin: options.pinyin,
        synonyms: chooseSynonyms(options),
      }),
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
    documents: () => listDocuments(segments),
    toJSON: () => exportState(state),
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
  { segmenter, settings, codeSchemes, values }: IndexState & { readonly values: FieldValues },
  context: RankingContext,
  options: SearchOptions,
): SearchResult {
  const hasBigrams = settings.bigram.weight > 0;
  const synonyms = chooseSynonyms(options);
  const { filter = {} } = options;
  const plan = planQuery(query, { context, segmenter, hasBigrams, synonyms, values, filter });
  const highlighter = createOptionalHighlighter(
    query,
    plan,
    { context, segmenter, synonyms },
    options,
  );
  return runSearch({ plan, context, options, codeSchemes, highlighter });
}

/** Terms as a query whose words are shown in hits. */
function writeQuery(terms: readonly WeightedTerm[]): Query {
  const span = { start: 0, end: 0 };
  const clauses = terms.map(
    ({ term: text }) => ({ kind: 'words', text, phrases: [], span }) as const,
  );
  return { text: '', clauses };
}

function chooseSynonyms({
  synonyms = builtinSynonyms,
}: Pick<SearchOptions, 'synonyms'>): Synonyms | undefined {
  return synonyms === false ? undefined : synonyms;
}

function createOptionalHighlighter(
  query: Query,
  { numbers }: SearchPlan,
  { context, segmenter, synonyms }: Pick<PlanSources, 'context' | 'segmenter' | 'synonyms'>,
  { highlight = false }: SearchOptions,
): Highlighter | undefined {
  if (highlight === false) return undefined;
  const limits = highlight === true ? {} : highlight;
  const { views, passageCount } = context;
  const segments = views.map(({ live }) => live);
  const weigh = (term: string): number =>
    computeIdf(passageCount, countTermPassages(segments, term));
  return createHighlighter(query, { ...limits, segmenter, synonyms, weigh, numbers });
}

function exportState({ segments, segmenter, settings, codeSchemes }: IndexState): SearchIndexJson {
  const { name, version } = segmenter;
  return {
    format: 'zhengce-index',
    version: 1,
    segmenter: { name, version },
    settings,
    codeSchemes,
    documents: [...listDocuments(segments)],
  };
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
