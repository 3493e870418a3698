/**
 * The search index: made of documents, searched, added to and taken from; every state of it is a value.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import type { CorrectedQuery, Pinyin, Suggestion, SuggestOptions } from './assist';
import { createSearchIndex } from './compose-index';
import type { CodeSchemes } from './facets';
import type { FindSimilarOptions } from './find-similar';
import { loadSearchIndex, loadSearchIndexStream } from './load-index';
import type {
  IndexedDocument,
  IndexedPassage,
  SearchDocument,
  SearchOptions,
  SearchResult,
} from './model';
import type { WeightedTerm } from './plan-query';
import type { Query } from './query';
import type { SearchSettings, SearchSettingsChange } from './settings';
import type { Synonyms } from './synonyms';
import type { Vocabulary } from './vocabulary';

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
  /** The table whose words are right as they are; `false` for none. Default: the built-in one. */
  readonly synonyms?: Synonyms | false;
}

/** A passage with the document it is of. */
export interface LocatedPassage {
  /** As it was indexed. */
  readonly passage: IndexedPassage;
  /** Without its passages. */
  readonly document: IndexedDocument;
}

/** An index as JSON. */
export interface SearchIndexJson {
  /** Tells what it is. */
  readonly format: 'zhengce-index';
  /** Of this form. */
  readonly version: 1;
  /** The segmenter that the index was made with. */
  readonly segmenter: { readonly name: string; readonly version: string };
  /** Settings of ranking. */
  readonly settings: SearchSettings;
  /** Scheme of every code, as it was given; empty where none was. */
  readonly codeSchemes: CodeSchemes;
  /** Live ones, in the order of the index. */
  readonly documents: readonly SearchDocument[];
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
  /** Settings of ranking, for searches that change none. */
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
   * Did you mean: the query with words and values of filters that no passage has replaced by near ones; undefined where there are none.
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
  /** The documents with their passages as they were indexed, in the order of the index. */
  documents(): Iterable<SearchDocument>;
  /** What `JSON.stringify` writes: settings and documents, for other programs; `SearchIndex.create(parsed.documents, …)` makes an index of it. */
  toJSON(): SearchIndexJson;
  /** The snapshot of the index in one array. The same passages in the same segments give the same bytes. */
  toBytes(): Uint8Array;
  /** The snapshot piece by piece, for streams: `Readable.from(index.toChunks())`. */
  toChunks(): Iterable<Uint8Array>;
}

/** Makes indexes: of documents, of a snapshot, or of one that comes piece by piece. */
export const SearchIndex: {
  /** An index of documents. */
  readonly create: typeof createSearchIndex;
  /** An index from the bytes of a snapshot. */
  readonly load: typeof loadSearchIndex;
  /** An index from a snapshot that comes piece by piece. */
  readonly loadStream: typeof loadSearchIndexStream;
} = Object.freeze({
  create: createSearchIndex,
  load: loadSearchIndex,
  loadStream: loadSearchIndexStream,
});
