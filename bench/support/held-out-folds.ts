/**
 * The folds of the cross-validation: models fitted without a fold's documents, and what they say of its labelled passages.
 */
import {
  collectDocuments,
  type LabelRow,
  readDocument,
  readWeakPassages,
} from '../../scripts/training-data';
import type { PolicyDocument } from '../../src/document';
import { type EvaluationSample, selectSpanPassages } from '../../src/evaluate';
import {
  createTaxonomySegmenter,
  DEFAULT_TRAIN_SETTINGS,
  readTrainingCorpus,
  type TrainingCorpus,
} from '../../src/tag';
import type { ScoredCorpus } from '../../src/tag/train/score-held-out';
import { trainSituation } from '../../src/tag/train/train-situation';
import { createDecider } from '../../src/tag/trained/decide';
import { createWordScorer } from '../../src/tag/trained/score-words';
import { builtinTaxonomy } from '../../src/taxonomy';

/** What the models of all folds learn from, read once, and the documents that it comes from. */
export interface FoldCorpus {
  readonly corpus: TrainingCorpus;
  readonly read: (id: string) => PolicyDocument;
}

/** The corpus of the labels, of weak labels too. */
export function readFoldCorpus(shared: string, labels: readonly LabelRow[]): FoldCorpus {
  const known = new Map<string, PolicyDocument>();
  const read = (id: string): PolicyDocument => {
    const document = known.get(id) ?? readDocument(shared, id);
    known.set(id, document);
    return document;
  };
  const corpus = readTrainingCorpus({
    taxonomy: builtinTaxonomy,
    segmenter: createTaxonomySegmenter(builtinTaxonomy),
    documents: collectDocuments(labels, read),
    weak: readWeakPassages(shared),
  });
  return { corpus, read };
}

/** The documents of the labels in `count` folds, every so many-th one in each. */
export function listFolds(dev: readonly LabelRow[], count: number): readonly ReadonlySet<string>[] {
  const documents = [...new Set(dev.map(({ doc }) => doc))].sort();
  return Array.from(
    { length: count },
    (_, fold) => new Set(documents.filter((_doc, i) => i % count === fold)),
  );
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}

/** The corpus without the documents of a fold, and without passages of the words that it is tested on. */
export function leaveOut(
  corpus: TrainingCorpus,
  fold: ReadonlySet<string>,
  tested: readonly LabelRow[],
  read: (id: string) => PolicyDocument,
): TrainingCorpus {
  const texts = new Set(
    tested.map(({ doc, start, end }) => squeeze(read(doc).source.slice(start, end))),
  );
  const isUnseen = ({ documentId, passage }: TrainingCorpus['weak'][number]): boolean =>
    !fold.has(documentId) && !texts.has(squeeze(passage.body.text));
  return {
    ...corpus,
    documents: corpus.documents
      .filter(({ id }) => !fold.has(id))
      .map((document) => ({ ...document, samples: document.samples.filter(isUnseen) })),
    weak: corpus.weak.filter(isUnseen),
  };
}

/** A model of the other folds. */
export interface FoldModel {
  readonly corpus: TrainingCorpus;
  /** What of the corpus is learnt from. */
  readonly seen: TrainingCorpus;
  readonly scored: ScoredCorpus;
  readonly without: readonly string[];
}

/** The gold and predicted codes of the labelled passages of a fold. */
export function predictFold(
  fold: ReadonlySet<string>,
  { corpus, seen, scored, without }: FoldModel,
  tested: readonly LabelRow[],
  read: (id: string) => PolicyDocument,
): readonly EvaluationSample[] {
  const settings = { ...DEFAULT_TRAIN_SETTINGS, without };
  const model = trainSituation(scored, seen, settings, true);
  const scoreWords = createWordScorer(scored.words);
  const decide = createDecider(corpus.schemes, model, true);
  return corpus.documents
    .filter(({ id }) => fold.has(id))
    .flatMap(({ id, passages }) => {
      const decided = decide(passages, scoreWords(passages).scores);
      const spans = read(id).passages;
      return tested
        .filter(({ doc }) => doc === id)
        .map((row) => {
          const scores = new Map<string, number>();
          const predicted = new Set<string>();
          for (const found of selectSpanPassages(row, spans)) {
            for (const { concept, score } of decided.conceptsOf(spans.indexOf(found))) {
              const code = corpus.codes[concept] ?? '';
              scores.set(code, Math.max(score, scores.get(code) ?? 0));
              if (score >= (model.rule.thresholds[concept] ?? 1)) predicted.add(code);
            }
          }
          return {
            id: row.id,
            documentId: id,
            gold: row.codes,
            predicted: [...predicted],
            scores: [...scores].map(([code, score]) => ({ code, score })),
          };
        });
    });
}
