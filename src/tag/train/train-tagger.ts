/**
 * trainTagger: a model from documents of which some passages are labelled.
 *
 * @module
 */
import type { Segmenter } from '../../segment';
import type { Taxonomy } from '../../taxonomy';
import type { PassageView } from '../features';
import { compileLexicon } from '../lexicon';
import { DEFAULT_TAGGER_SETTINGS } from '../tagger-settings';
import {
  type ConceptSignals,
  computeSignals,
  listSignals,
  type WordScores,
} from '../trained/compute-signals';
import { fingerprintLexicon } from '../trained/lexicon-fingerprint';
import { createLexiconReader } from '../trained/read-lexicon';
import {
  createPassageReader,
  NO_WORDS,
  type ReadPassage,
  type ReadPassages,
} from '../trained/read-passages';
import { createWordScorer } from '../trained/score-words';
import { createSignalScorer, type SignalWeights } from '../trained/signal-model';
import type { SituationModel, TaggerModel, WordModel } from '../trained/tagger-model';
import { chooseThresholds } from './choose-thresholds';
import { fitCalibration, type HeldOutScores } from './fit-calibration';
import { fitSignals } from './fit-signals';
import { chooseVocabulary, fitWords, type WordSample } from './fit-words';

/** A document to learn from. */
export interface TrainingDocument {
  readonly id: string;
  /** Its passages in order, folded. */
  readonly views: readonly PassageView[];
  readonly labels: readonly TrainingLabel[];
}

/** The concepts of a passage, given by a person. */
export interface TrainingLabel {
  /** Index of the passage. */
  readonly passage: number;
  readonly codes: readonly string[];
  /** How much it counts; 1 is a label by a careful person. */
  readonly weight: number;
}

/** A passage whose headings tell what it is about: a weak label, for the words alone. */
export interface WeakPassage {
  readonly documentId: string;
  readonly view: PassageView;
  readonly codes: readonly string[];
  readonly weight: number;
}

/** What {@link trainTagger} learns from. */
export interface TrainTaggerInput {
  readonly taxonomy: Taxonomy;
  readonly segmenter: Segmenter;
  readonly documents: readonly TrainingDocument[];
  readonly weak?: readonly WeakPassage[];
}

/** Settings of {@link trainTagger}. */
export interface TrainTaggerSettings {
  /** L2 of the word model. Raising it makes it rely on many words rather than few. */
  readonly wordL2: number;
  /** L2 of the signal model. */
  readonly signalL2: number;
  /** Parts that documents are divided into, so that no score is learnt from and given by the same model. */
  readonly parts: number;
  /** Signals that are left out, for ablation. */
  readonly without: readonly string[];
}

/** The defaults of {@link TrainTaggerSettings}. */
export const DEFAULT_TRAIN_SETTINGS: TrainTaggerSettings = Object.freeze({
  wordL2: 0.2,
  signalL2: 1,
  parts: 4,
  without: [],
});

/**
 * A model trained on the labels: words first, then, on what the words and the lexicon say, the signals; then calibration and thresholds. Documents
 * are divided into parts, and what a later step learns from was scored by a model that had not seen the document (stacking).
 *
 * Wolpert (1992): Stacked generalization. Deterministic; the order of documents does not count.
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
  const partOf = new Map(corpus.documents.map(({ id }, i) => [id, i % used.parts]));
  const vocabulary = chooseVocabulary(corpus.documents);
  const samples = [...corpus.documents.flatMap((document) => document.samples), ...corpus.weak];
  const fit = (part: number): WordModel =>
    fitWords(
      samples.filter(({ documentId }) => partOf.get(documentId) !== part),
      vocabulary,
      corpus.codes.length,
      used.wordL2,
    );
  const words = fit(WHOLE);
  const heldOut = Array.from({ length: used.parts }, (_, part) => fit(part));
  const scorers = heldOut.map(createWordScorer);
  const scored = corpus.documents.map((document): ScoredDocument => {
    const part = partOf.get(document.id) ?? WHOLE;
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
  return {
    taxonomy: corpus.taxonomy,
    codes: corpus.codes,
    words,
    inDocument: trainSituation(scored, corpus, used, true),
    alone: trainSituation(scored, corpus, used, false),
  };
}

/** The part that no document is in. */
const WHOLE = -1;

/** A document of a {@link TrainingCorpus}. */
export interface CorpusDocument {
  readonly id: string;
  readonly passages: readonly ReadPassage[];
  readonly samples: readonly WordSample[];
}

/** Documents and labels, read by lexicon and segmenter. */
export interface TrainingCorpus {
  readonly taxonomy: TaggerModel['taxonomy'];
  readonly codes: readonly string[];
  readonly schemes: readonly string[];
  /** By id. */
  readonly documents: readonly CorpusDocument[];
  readonly weak: readonly WordSample[];
}

/** Reads what a model is to be trained on. Linear in the text. */
export function readTrainingCorpus(input: TrainTaggerInput): TrainingCorpus {
  const { taxonomy, segmenter, documents, weak = [] } = input;
  const lexicon = compileLexicon(taxonomy, DEFAULT_TAGGER_SETTINGS.labelWeight);
  const read = createPassageReader(createLexiconReader(lexicon), segmenter);
  const codes = lexicon.concepts.map(({ notation }) => notation);
  const mark = (given: readonly string[]): Uint8Array =>
    Uint8Array.from(codes, (code) => (given.includes(code) ? 1 : 0));
  return {
    taxonomy: {
      id: taxonomy.id,
      version: taxonomy.version,
      lexicon: fingerprintLexicon(taxonomy),
    },
    codes,
    schemes: lexicon.concepts.map(({ inScheme }) => inScheme),
    documents: [...documents]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((document) => readTrainingDocument(document, read, mark)),
    weak: weak.flatMap(({ documentId, view, codes: given, weight }) =>
      read([view]).map((passage) => ({
        documentId,
        passage,
        index: 0,
        marks: mark(given),
        weight,
      })),
    ),
  };
}

function readTrainingDocument(
  { id, views, labels }: TrainingDocument,
  read: ReadPassages,
  mark: (codes: readonly string[]) => Uint8Array,
): CorpusDocument {
  const passages = read(views);
  const samples = labels.flatMap(({ passage: index, codes, weight }): WordSample[] => {
    const passage = passages[index];
    if (passage === undefined) return [];
    return [{ documentId: id, passage, index, marks: mark(codes), weight }];
  });
  return { id, passages, samples };
}

interface ScoredDocument extends CorpusDocument {
  readonly part: number;
  readonly words: WordScores;
  /** The labelled passages without headings and title: what alone is often all there is. */
  readonly bare: readonly ReadPassage[];
  readonly bareWords: WordScores;
}

function bareOf({ body }: ReadPassage): ReadPassage {
  const title = { text: '', words: NO_WORDS, sentenceEnds: [], terms: [] };
  return { body, headings: [], title };
}

/** The signals of a passage with what a person says of it. */
export interface SignalSample {
  readonly part: number;
  readonly weight: number;
  readonly signals: readonly ConceptSignals[];
  readonly marks: Uint8Array;
}

function trainSituation(
  documents: readonly ScoredDocument[],
  { schemes, codes }: TrainingCorpus,
  settings: TrainTaggerSettings,
  inDocument: boolean,
): SituationModel {
  const samples = documents.flatMap((document) => listSamples(document, schemes, inDocument));
  const fit = (part: number): SignalWeights =>
    fitSignals(
      samples.filter((sample) => sample.part !== part),
      codes.length,
      settings,
    );
  const weights = fit(WHOLE);
  const outcomes = Array.from({ length: settings.parts }, (_, part) => {
    const scoreSignals = createSignalScorer(fit(part));
    return samples
      .filter((sample) => sample.part === part)
      .map(({ signals, marks, weight }): HeldOutScores => {
        const speaking = signals.map((own) => ({
          concept: own.concept,
          rawScore: scoreSignals(own.concept, own.values),
        }));
        return { speaking, marks, weight };
      });
  }).flat();
  const calibration = fitCalibration(outcomes);
  return { weights, rule: { ...calibration, thresholds: chooseThresholds(outcomes, calibration) } };
}

/** The samples of a document; of passages that stand alone, each with its headings and title and without them. */
function listSamples(
  { passages, words, samples, part, bare, bareWords }: ScoredDocument,
  schemes: readonly string[],
  inDocument: boolean,
): readonly SignalSample[] {
  const signals = computeSignals(passages, words, { schemes }, inDocument);
  const whole = samples.map(({ index, marks, weight }) => ({
    part,
    weight,
    marks,
    signals: listSignals(signals, index),
  }));
  if (inDocument) return whole;
  const bareSignals = computeSignals(bare, bareWords, { schemes }, false);
  const alone = samples.map(({ marks, weight }, i) => ({
    part,
    weight,
    marks,
    signals: listSignals(bareSignals, i),
  }));
  return [...whole, ...alone];
}
