/** The `tag` stage: features, model, calibration and evidence; the lexicon tagger. @module */
export { findBuiltinModel, loadBuiltinModel } from './builtin-model';
export { type Calibration, createPlattCalibration, type PlattParameters } from './calibration';
export type { Feature, FeatureExtractor, PassageView } from './features';
export type { Contribution, JudgedTag, Judgement, JudgeOptions, PassageJudge } from './judge';
export type { TaggerParts } from './lexicon-judge';
export {
  type ConceptScore,
  createLinearModel,
  type LinearModelWeights,
  type TagModel,
} from './linear-model';
export type {
  Confidence,
  Evidence,
  EvidenceField,
  PassageInput,
  PassageJudgement,
  PassageTags,
  ScoredCode,
  Tag,
  TaggedDocument,
  TaggedPassage,
} from './model';
export {
  createJudgingTagger,
  createLexiconTagger,
  createMatchingTagger,
  createTagger,
  createTrainedTagger,
  type Tagger,
  type TagOptions,
} from './tagger';
export { DEFAULT_TAGGER_SETTINGS, type TaggerSettings } from './tagger-settings';
export { createTaxonomySegmenter } from './taxonomy-segmenter';
export {
  DEFAULT_TRAIN_SETTINGS,
  readTrainingCorpus,
  type TrainingCorpus,
  type TrainingDocument,
  type TrainingLabel,
  type TrainTaggerInput,
  type TrainTaggerSettings,
  trainOnCorpus,
  trainTagger,
  type WeakPassage,
} from './train';
export { fingerprintPassages } from './trained/document-fingerprint';
export { matchesModel } from './trained/matches-model';
export {
  loadTaggerModel,
  serializeTaggerModel,
  type TaggerModelFile,
} from './trained/model-file';
export type { TaggerModel } from './trained/tagger-model';
export {
  createLexiconModel,
  isLexiconModel,
  type LexiconModel,
  loadLexiconModel,
  matchesLexiconModel,
} from './tune/lexicon-model';
export {
  readTuningCorpus,
  type TuningCorpus,
  type TuningSample,
  tuneLexicon,
} from './tune/tune-lexicon';
