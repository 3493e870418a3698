/** The `align` stage: how far, and where, a document follows a plan. @module */
export { computeConvergence, computeCosine, computeJensenShannon } from './agreement';
export {
  alignCollection,
  type CollectionAlignment,
  type Neighbours,
  type RankedDocument,
} from './align-collection';
export {
  type Aligner,
  type AlignerParts,
  type AlignSettings,
  createAligner,
  DEFAULT_ALIGN_SETTINGS,
} from './aligner';
export { type ConceptCounts, type CountTotals, countConcepts } from './count-concepts';
export { computeCoverage, computeWeightedCoverage } from './coverage';
export {
  computeDiversity,
  computeEmphasis,
  computeRelativeEmphasis,
  meanEmphasis,
  symmetrizeRelativeEmphasis,
} from './emphasis';
export {
  type CollectionText,
  findSharedTexts,
  type SharedText,
  type SharedTexts,
} from './find-duplicates';
export {
  createReuseIndex,
  DEFAULT_REUSE_SETTINGS,
  type LetterMatch,
  type ReuseIndex,
  type ReuseSettings,
} from './find-reuse';
export {
  type DocumentForm,
  type FormalStrength,
  findFormalStrength,
  type GenreRank,
  type IssuerRank,
} from './formal-strength';
export type {
  Alignment,
  AlignmentMeasures,
  Ambition,
  ConceptAlignment,
  Correspondence,
  EvidencePassage,
  IndicatorEntry,
  Particular,
  Peak,
  Relation,
  ReuseStretch,
  Specificity,
  Strength,
  TaskEntry,
  TaskStatus,
  TextReuse,
} from './model';
export type { PreparedDocument } from './prepare-sides';
export { prepareDocument, prepareText, type ReuseText } from './reuse-text';
