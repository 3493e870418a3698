/**
 * readTrainingCorpus: what a model is to be trained on, read by lexicon and segmenter.
 *
 * @module
 */
import type { Segmenter } from '../../segment';
import type { Taxonomy } from '../../taxonomy';
import type { PassageView } from '../features';
import { compileLexicon } from '../lexicon';
import { DEFAULT_TAGGER_SETTINGS } from '../tagger-settings';
import { fingerprintLexicon } from '../trained/lexicon-fingerprint';
import { createLexiconReader } from '../trained/read-lexicon';
import { createPassageReader, type ReadPassage, type ReadPassages } from '../trained/read-passages';
import type { TaggerModel } from '../trained/tagger-model';
import type { WordSample } from './fit-words';

/** A document to learn from. */
export interface TrainingDocument {
  /** Unique; documents are held out whole. */
  readonly id: string;
  /** Its passages in order, folded. */
  readonly views: readonly PassageView[];
  /** In any order; passages without one are read as context. */
  readonly labels: readonly TrainingLabel[];
}

/** The concepts of a passage, given by a person. */
export interface TrainingLabel {
  /** Index of the passage. */
  readonly passage: number;
  /** Notations; empty says that it is about none. */
  readonly codes: readonly string[];
  /** How much it counts; 1 is a label by a careful person. */
  readonly weight: number;
}

/** A passage whose headings tell what it is about: a weak label, for the words alone. */
export interface WeakPassage {
  /** Held out together with the document of that id. */
  readonly documentId: string;
  /** The passage, folded. */
  readonly view: PassageView;
  /** Notations that its headings tell. */
  readonly codes: readonly string[];
  /** As of a {@link TrainingLabel}. */
  readonly weight: number;
}

/** What {@link trainTagger} learns from. */
export interface TrainTaggerInput {
  /** Whose assignable concepts are learnt. */
  readonly taxonomy: Taxonomy;
  /** The one that tagging cuts with, else the model meets words that it does not know: `createTaxonomySegmenter(taxonomy)` for an analyzer that was given none. */
  readonly segmenter: Segmenter;
  /** At least two with labels. */
  readonly documents: readonly TrainingDocument[];
  /** Default: none. */
  readonly weak?: readonly WeakPassage[];
}

/** A document of a {@link TrainingCorpus}. */
export interface CorpusDocument {
  readonly id: string;
  readonly passages: readonly ReadPassage[];
  readonly samples: readonly WordSample[];
}

/** Documents and labels, read by lexicon and segmenter. */
export interface TrainingCorpus {
  /** Id, version and a number of the lexicon. */
  readonly taxonomy: TaggerModel['taxonomy'];
  /** Notations, in the order in which concepts are numbered. */
  readonly codes: readonly string[];
  /** Scheme id of each concept, in that order. */
  readonly schemes: readonly string[];
  /** By id. */
  readonly documents: readonly CorpusDocument[];
  /** One a weak passage. */
  readonly weak: readonly WordSample[];
  /** Whether only those passages were read in which a term of the lexicon speaks. */
  readonly onlySpeaking: boolean;
}

/** Share of the labelled passages with a concept in which the lexicon may be silent, for the silent ones not to be read: a plan's lexicon that is this full has a word for nearly all that is about it. */
const MAX_SILENT_SHARE = 0.03;

/**
 * Reads what a model is to be trained on. Where the lexicon speaks in nearly all labelled passages with a concept, the words of the others are not read, neither in training nor by the model: that
 * saves two fifths of the cutting. Linear in the text.
 */
export function readTrainingCorpus(input: TrainTaggerInput): TrainingCorpus {
  const corpus = readPassagesOf(input, true);
  const labelled = corpus.documents
    .flatMap(({ samples }) => samples)
    .filter(({ marks }) => marks.includes(1));
  const silent = labelled.filter(
    ({ passage }) => !passage.body.terms.some(({ value }) => value > 0),
  );
  const isFull = labelled.length > 0 && silent.length <= MAX_SILENT_SHARE * labelled.length;
  return isFull ? corpus : readPassagesOf(input, false);
}

function readPassagesOf(input: TrainTaggerInput, onlySpeaking: boolean): TrainingCorpus {
  const { taxonomy, segmenter, documents, weak = [] } = input;
  const lexicon = compileLexicon(taxonomy, DEFAULT_TAGGER_SETTINGS.labelWeight);
  const read = createPassageReader(createLexiconReader(lexicon), segmenter, onlySpeaking);
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
    onlySpeaking,
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
