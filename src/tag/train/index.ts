/** Training of a tagger's model. @module */
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
} from './train-tagger';
