/** The `evaluate` stage: tags against gold labels. @module */
export { collectSpanTags } from './align-gold';
export { type BootstrapOptions, bootstrapInterval, type Interval } from './bootstrap';
export {
  type ConceptResult,
  DEFAULT_MIN_SUPPORT,
  type PrecisionRecall,
  type ScoreTagsOptions,
  scoreTags,
  type TagSample,
  type TagScores,
} from './score-tags';
