/** The `search` stage: the inverted index, ranking, the query language. @module */

export {
  type CorrectedQuery,
  type Correction,
  loadPinyin,
  type Pinyin,
  type Suggestion,
  type SuggestOptions,
} from './assist';
export { createSearchIndex } from './compose-index';
export type { FindSimilarOptions } from './find-similar';
export type { Highlight, HighlightOptions, HitHighlight, Snippet } from './highlight';
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
  SearchNotice,
  SearchOptions,
  SearchPassage,
  SearchResult,
  SearchSort,
  YearRange,
} from './model';
export {
  type AnyClause,
  type ExcludeClause,
  type FilterClause,
  type FilterField,
  type NumberClause,
  type PhraseClause,
  parseQuery,
  type Query,
  type QueryClause,
  type WordsClause,
  type YearFilterClause,
} from './query';
export {
  type CorrectOptions,
  type CreateSearchIndexOptions,
  type LocatedPassage,
  SearchIndex,
  type SearchIndexJson,
} from './search-index';
export {
  DEFAULT_SEARCH_SETTINGS,
  type FieldSettings,
  PLAIN_BM25_SETTINGS,
  type SearchSettings,
  type SearchSettingsChange,
} from './settings';
export {
  builtinSynonyms,
  loadSynonyms,
  type SynonymEntry,
  type SynonymMatch,
  type Synonyms,
  type SynonymTable,
} from './synonyms';
export type { CountedHeading, Vocabulary } from './vocabulary';
