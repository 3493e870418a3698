/** The `search` stage: the inverted index, ranking, the query language. @module */

export { type LoadSearchIndexOptions, loadSearchIndex } from './load-index';
export type {
  Explanation,
  FacetCount,
  FacetField,
  Hit,
  HitGroup,
  IndexedDocument,
  IndexedPassage,
  PassageTag,
  SearchDocument,
  SearchFilter,
  SearchOptions,
  SearchPassage,
  SearchResult,
  SearchSort,
  YearRange,
} from './model';
export {
  type CreateSearchIndexOptions,
  createSearchIndex,
  type SearchIndex,
} from './search-index';
export {
  DEFAULT_SEARCH_SETTINGS,
  type FieldSettings,
  PLAIN_BM25_SETTINGS,
  type SearchSettings,
  type SearchSettingsChange,
} from './settings';
