/**
 * scoreHeldOut: the word model, and what it says of documents that it had not seen.
 *
 * @module
 */
import { ZhengceError } from '../../errors';
import { NO_WORDS, type ReadPassage } from '../trained/read-passages';
import { createWordScorer } from '../trained/score-words';
import type { WordModel } from '../trained/tagger-model';
import { chooseVocabulary, fitWords } from './fit-words';
import type { CorpusDocument, TrainingCorpus } from './read-corpus';
import { type TrainTaggerSettings, WHOLE } from './train-settings';
import type { ScoredDocument } from './train-situation';

/** A corpus with the scores that its signals are computed from. */
export interface ScoredCorpus {
  /** Fitted on all documents. */
  readonly words: WordModel;
  /** Those with labels, each scored by a model fitted without the documents of its part. */
  readonly documents: readonly ScoredDocument[];
  /** The number of parts: that of the settings, or fewer where fewer documents have labels. */
  readonly parts: number;
}

/**
 * Fits the word model on all documents, and once more without each part of them.
 *
 * @throws ZhengceError `invalid-input` where labels stand in fewer than two documents, or name no concept
 */
export function scoreHeldOut(corpus: TrainingCorpus, settings: TrainTaggerSettings): ScoredCorpus {
  const labelled = corpus.documents.filter(({ samples }) => samples.length > 0);
  checkLabels(labelled);
  const parts = Math.min(settings.parts, labelled.length);
  const partOf = new Map(labelled.map(({ id }, i) => [id, i % parts]));
  const vocabulary = chooseVocabulary(corpus.documents);
  const samples = [...corpus.documents.flatMap((document) => document.samples), ...corpus.weak];
  const fit = (part: number): WordModel =>
    fitWords(
      samples.filter(({ documentId }) => partOf.get(documentId) !== part),
      vocabulary,
      corpus.codes.length,
      settings.wordL2,
    );
  const words = fit(WHOLE);
  const heldOut = Array.from({ length: parts }, (_, part) => fit(part));
  const scorers = heldOut.map(createWordScorer);
  const documents = labelled.map((document, i): ScoredDocument => {
    const part = i % parts;
    const scoreWords = scorers[part] ?? createWordScorer(words);
    const bare = document.samples.map(({ passage }) => bareOf(passage));
    return {
      ...document,
      part,
      words: scoreWords(document.passages).scores,
      bare,
      bareWords: scoreWords(bare).scores,
    };
  });
  return { words, documents, parts };
}

function checkLabels(labelled: readonly CorpusDocument[]): void {
  const some = labelled.some(({ samples }) => samples.some(({ marks }) => marks.includes(1)));
  if (labelled.length >= 2 && some) return;
  throw new ZhengceError(
    'invalid-input',
    `trainTagger: expected labelled passages in at least 2 documents, some with concepts of the taxonomy, received ${labelled.length} such documents${some ? '' : ', none with a concept'}`,
  );
}

function bareOf({ body }: ReadPassage): ReadPassage {
  const title = { text: '', words: NO_WORDS, sentenceEnds: [], terms: [] };
  return { body, headings: [], title };
}
