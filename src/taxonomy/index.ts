/** The `taxonomy` stage: a plan as data, its schema, loading and validation, and the built-in plan. @module */
export type { Concept, ConceptId, ConceptScheme, LexiconEntry, Taxonomy } from './model';
