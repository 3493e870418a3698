/**
 * trainTagger: a model from documents of which some passages are labelled.
 *
 * @module
 */

import { fingerprintPassages } from '../trained/document-fingerprint';
import type { TaggerModel } from '../trained/tagger-model';
import { readTrainingCorpus, type TrainingCorpus, type TrainTaggerInput } from './read-corpus';
import { scoreHeldOut } from './score-held-out';
import { DEFAULT_TRAIN_SETTINGS, type TrainTaggerSettings } from './train-settings';
import { trainSituation } from './train-situation';

/**
 * A model trained on the labels: words first, then, on what the words and the lexicon say, the signals; then calibration and thresholds. Documents
 * are divided into parts, and what a later step learns from was scored by a model that had not seen the document (stacking).
 *
 * Wolpert (1992): Stacked generalization. Deterministic; the order of documents does not count.
 *
 * @throws ZhengceError `invalid-input` where labels stand in fewer than two documents, or name no concept of the taxonomy
 */
export function trainTagger(
  input: TrainTaggerInput,
  settings: Partial<TrainTaggerSettings> = {},
): TaggerModel {
  return trainOnCorpus(readTrainingCorpus(input), settings);
}

/** What {@link trainTagger} does, on a corpus that was read before: for training again on a part of it. */
export function trainOnCorpus(
  corpus: TrainingCorpus,
  settings: Partial<TrainTaggerSettings> = {},
): TaggerModel {
  const used = { ...DEFAULT_TRAIN_SETTINGS, ...settings };
  const scored = scoreHeldOut(corpus, used);
  return {
    taxonomy: corpus.taxonomy,
    codes: corpus.codes,
    words: scored.words,
    inDocument: trainSituation(scored, corpus, used, true),
    alone: trainSituation(scored, corpus, used, false),
    onlySpeaking: corpus.onlySpeaking,
    learntFrom: listDocuments(corpus),
  };
}

/** The documents with labels, by their fingerprints, ascending. */
function listDocuments({ documents }: TrainingCorpus): readonly string[] {
  return documents
    .filter(({ samples }) => samples.length > 0)
    .map(({ passages }) => fingerprintPassages(passages.map(({ body }) => body.text)))
    .sort();
}
