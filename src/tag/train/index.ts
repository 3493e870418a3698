/** Training of a tagger's model. @module */
export {
  readTrainingCorpus,
  type TrainingCorpus,
  type TrainingDocument,
  type TrainingLabel,
  type TrainTaggerInput,
  type WeakPassage,
} from './read-corpus';
export { DEFAULT_TRAIN_SETTINGS, type TrainTaggerSettings } from './train-settings';
export { trainOnCorpus, trainTagger } from './train-tagger';
