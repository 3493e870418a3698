/** The query language: reads a query into its clauses. @module */
export type {
  AnyClause,
  ExcludeClause,
  FilterClause,
  FilterField,
  PhraseClause,
  Query,
  QueryClause,
  WordsClause,
  YearFilterClause,
} from './ast';
export { MAX_QUERY_LENGTH, parseQuery } from './parse-query';
