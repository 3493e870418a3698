/**
 * The taxonomy stage: a plan as data, loaded and checked, and the built-in one.
 *
 * @module
 */
export { builtinTaxonomy } from './builtin';
export { getConcept, listAssignableConcepts } from './concepts';
export { describeIssue, type KnownKeys } from './describe-issue';
export { type LoadTaxonomyOptions, loadTaxonomy } from './load-taxonomy';
export type { Concept, ConceptId, ConceptScheme, LexiconEntry, Taxonomy } from './model';
export { policyToolsTaxonomy } from './policy-tools';
export type { PathProblem, TaxonomyProblem } from './problem';
export { readYaml } from './read-yaml';
export { serializeTaxonomy } from './serialize-taxonomy';
export { type TaxonomyFromSkosOptions, taxonomyFromSkos } from './skos-read';
export { type TaxonomyToSkosOptions, taxonomyToSkos } from './skos-write';
export { suggestName } from './suggest-name';
