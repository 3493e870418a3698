/** The `taxonomy` stage: a plan as data, its schema, loading and validation, and the built-in plan. @module */
export { builtinTaxonomy } from './builtin';
export { findConcept, listAssignableConcepts } from './find-concept';
export { loadTaxonomy, type LoadTaxonomyOptions } from './load-taxonomy';
export type { Concept, ConceptId, ConceptScheme, LexiconEntry, Taxonomy } from './model';
export type { TaxonomyPath, TaxonomyProblem } from './problems';
