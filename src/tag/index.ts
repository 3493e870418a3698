/** The `tag` stage: features, model, calibration and evidence; the lexicon tagger. @module */
export { type Calibration, createPlattCalibration, type PlattParameters } from './calibration';
export type { Feature, FeatureExtractor, PassageView } from './features';
export {
  type ConceptScore,
  createLinearModel,
  type LinearModelWeights,
  type TagModel,
} from './linear-model';
export type {
  Evidence,
  EvidenceField,
  PassageInput,
  PassageTags,
  Tag,
  TaggedDocument,
  TaggedPassage,
} from './model';
export { createLexiconTagger, createTagger, type Tagger, type TaggerParts } from './tagger';
export { DEFAULT_TAGGER_SETTINGS, type TaggerSettings } from './tagger-settings';
