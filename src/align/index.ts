/** The `align` stage: how far, and where, a document follows a plan. @module */
export { computeConvergence, computeCosine, computeJensenShannon } from './agreement';
export { computeCoverage, computeWeightedCoverage } from './coverage';
export {
  computeDiversity,
  computeEmphasis,
  computeRelativeEmphasis,
  meanEmphasis,
  symmetrizeRelativeEmphasis,
} from './emphasis';
export { createReuseIndex, type ReuseIndex } from './find-reuse';
export { prepareDocument, prepareText, type ReuseText } from './reuse-text';
