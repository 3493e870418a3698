/** The query language: reads a query into its clauses. @module */
export type {
  AnyClause,
  ExcludeClause,
  FilterClause,
  FilterField,
  NumberClause,
  Operand,
  PhraseClause,
  Query,
  QueryClause,
  WordsClause,
  YearFilterClause,
} from './ast';
export { listNumberSpellings } from './document-numbers';
export { MAX_QUERY_LENGTH, parseQuery } from './parse-query';
