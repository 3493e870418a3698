/**
 * The `evaluate` stage: metrics of predicted codes against gold.
 *
 * @module
 */
export {
  type AlignedSpan,
  alignGoldSpans,
  MIN_OVERLAP,
  type ScoredCode,
} from './align-gold-spans';
export { type BootstrapOptions, DEFAULT_BOOTSTRAP } from './bootstrap';
export {
  type AnnotatorAgreement,
  type CompareAnnotatorsOptions,
  compareAnnotators,
} from './compare-annotators';
export type {
  CodedItem,
  ConceptScores,
  GoldItem,
  GoldSpan,
  Interval,
  PrecisionRecall,
  TagAverages,
  TagScores,
} from './model';
export { DEFAULT_MIN_SUPPORT, type ScoreTagsOptions, scoreTags } from './score-tags';
