/** The `evaluate` stage: tags against gold labels, rankings against relevance judgments. @module */
export { collectSpanScores, collectSpanTags, selectSpanPassages } from './align-gold';
export {
  type BootstrapOptions,
  bootstrapInterval,
  bootstrapIntervals,
  DEFAULT_BOOTSTRAP,
  type Interval,
} from './bootstrap';
export {
  type CalibrationReport,
  DEFAULT_CALIBRATION_BINS,
  measureCalibration,
  type ReliabilityBin,
  type ScoredOutcome,
} from './calibration-error';
export { type Agreement, computeKappa } from './cohen-kappa';
export {
  type CoderAgreement,
  type CoderPair,
  type CompareCodersOptions,
  type ConceptKappa,
  compareCoders,
} from './compare-coders';
export { type Confusion, listConfusions } from './confusions';
export type { TagSample } from './count-tags';
export {
  DEFAULT_MAX_CONFUSIONS,
  type EvaluateTagsOptions,
  type EvaluationSample,
  evaluateTags,
} from './evaluate-tags';
export {
  type AverageResult,
  type CalibrationResult,
  type Estimate,
  formatEvaluation,
  type RankingResult,
  type TagEvaluation,
  tagEvaluationSchema,
} from './evaluation';
export type { PrecisionRecall } from './precision-recall';
export { type CodeScore, computeDcg, computeNdcg, computePrecisionAtOne } from './rank-codes';
export {
  computeNdcgAt,
  computeRecallAt,
  computeReciprocalRank,
  type Relevance,
} from './rank-metrics';
export {
  parseTagGold,
  type ReadTagGoldOptions,
  readTagGold,
  type TagGold,
  type TagGoldProblem,
} from './read-tag-gold';
export {
  type EvidenceReport,
  type EvidenceSample,
  type EvidenceSpan,
  scoreEvidence,
} from './score-evidence';
export { type RankingSample, type RankingScores, scoreRankings } from './score-rankings';
export {
  type ConceptResult,
  DEFAULT_MIN_SUPPORT,
  type ScoreTagsOptions,
  scoreTags,
  type TagAverages,
  type TagScores,
} from './score-tags';
