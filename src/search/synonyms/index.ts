/** Synonyms and abbreviations: tables, and what they know of a text. @module */
export { builtinSynonyms } from './builtin';
export { loadSynonyms } from './load-synonyms';
export type {
  Alternative,
  SynonymEntry,
  SynonymMatch,
  Synonyms,
  SynonymTable,
} from './model';
