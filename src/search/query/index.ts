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
export { type DocumentNumber, readDocumentNumber } from './document-numbers';
export { listOperands } from './list-operands';
export { MAX_QUERY_LENGTH, parseQuery } from './parse-query';
