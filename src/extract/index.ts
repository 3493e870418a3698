/**
 * The extract stage: what a document says beyond its subjects (targets, bodies, citations, wording), and a first taxonomy of a plan's own text.
 *
 * @module
 */
export { extractBodies } from './bodies/extract-bodies';
export type {
  BodyLevel,
  ResponsibilityRole,
  ResponsibleBody,
} from './bodies/model';
export { type CitationIndex, createCitationIndex } from './citations/citation-index';
export { type ExtractCitationsOptions, extractCitations } from './citations/extract-citations';
export type { Citation, CitationRelation } from './citations/model';
export {
  type DerivedTaxonomy,
  type DeriveTaxonomyOptions,
  deriveTaxonomy,
} from './derive/derive-taxonomy';
export { type KeynessCounts, scoreKeyness } from './derive/keyness';
export { type ExtractTargetsOptions, extractTargets } from './targets/extract-targets';
export { type Figure, findFigures } from './targets/figures';
export type {
  Comparator,
  Deadline,
  Quantity,
  Target,
  TargetBase,
  TargetKind,
} from './targets/model';
export type { PassageWording, Wording, WordingGrade, WordingMark } from './wording/model';
export { scoreWording } from './wording/score-wording';
