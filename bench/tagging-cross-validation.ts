/**
 * How good are the tags of a trained model on documents that it has not seen? Nested cross-validation by document on the dev gold: words, signals, calibration and
 * thresholds are fitted without the documents of the fold, whatever the source of their labels, and without passages of equal words. `npm run bench
 * tagging-cross-validation`; ZHENGCE_BENCH_FOLDS for another number of folds, ZHENGCE_BENCH_ABLATION=1 for what each part adds.
 */
import {
  collectDocuments,
  type LabelRow,
  readDocument,
  readLabels,
  readWeakPassages,
} from '../scripts/training-data';
import type { PolicyDocument } from '../src/document';
import {
  type EvaluationSample,
  evaluateTags,
  type Interval,
  selectSpanPassages,
} from '../src/evaluate';
import { createJiebaSegmenter } from '../src/segment';
import {
  readTrainingCorpus,
  type TrainingCorpus,
  type TrainTaggerSettings,
  trainOnCorpus,
} from '../src/tag';
import { createDecider } from '../src/tag/trained/decide';
import { createWordScorer } from '../src/tag/trained/score-words';
import { SIGNALS } from '../src/tag/trained/signals';
import { builtinTaxonomy } from '../src/taxonomy';
import { sharedFolder } from '../test/support/shared';

const FOLDS = Number(process.env['ZHENGCE_BENCH_FOLDS'] ?? 5);

function report(shared: string): void {
  const labels = readLabels(shared, ['dev', 'train', 'own']);
  const known = new Map<string, PolicyDocument>();
  const read = (id: string): PolicyDocument => {
    const document = known.get(id) ?? readDocument(shared, id);
    known.set(id, document);
    return document;
  };
  const corpus = readTrainingCorpus({
    taxonomy: builtinTaxonomy,
    segmenter: createJiebaSegmenter(),
    documents: collectDocuments(labels, read),
    weak: readWeakPassages(shared),
  });
  const dev = labels.filter(({ source }) => source === 'dev');
  print(`${dev.length} passages, ${labels.length} labels, ${FOLDS} folds by document\n`);
  print('| | micro-F1 | macro-F1 | precision@1 | calibration error |');
  print('|---|---|---|---|---|');
  printRow('all parts', corpus, dev, read, {});
  if (process.env['ZHENGCE_BENCH_ABLATION'] !== '1') return;
  printRow('no weak labels', { ...corpus, weak: [] }, dev, read, {});
  for (const [name, without] of ABLATIONS) printRow(`no ${name}`, corpus, dev, read, { without });
}

const starting = (...starts: readonly string[]): readonly string[] =>
  SIGNALS.filter((signal) => starts.some((start) => signal.startsWith(start)));

/** Parts of the model by the signals that they make. */
const ABLATIONS: readonly (readonly [string, readonly string[]])[] = [
  ['words', starting('word')],
  [
    'lexicon in the text',
    [
      'lexSum',
      'lexMax',
      'lexTerms',
      'lexAgainst',
      'lexDense',
      'lexSentence',
      'lexSentences',
      'lexFirst',
      'lexRival',
      'lexAll',
      'headingAgrees',
      'lexWithDocument',
    ],
  ],
  [
    'headings and title',
    [
      'nearestHeading',
      'outerHeadings',
      'title',
      'headingAgrees',
      'headingAlone',
      'headingRival',
      'noHeading',
    ],
  ],
  ['neighbours', ['lexBefore', 'lexAfter', 'wordsBefore', 'wordsAfter']],
  ['rest of the document', ['lexDocument', 'lexWithDocument', 'lexDocumentAll', 'wordsDocument']],
];

function printRow(
  name: string,
  corpus: TrainingCorpus,
  dev: readonly LabelRow[],
  read: (id: string) => PolicyDocument,
  settings: Partial<TrainTaggerSettings>,
): void {
  const samples = listFolds(dev).flatMap((fold) => predictFold(fold, corpus, dev, read, settings));
  const { micro, macro, ranking, calibration } = evaluateTags(samples, { codes: corpus.codes });
  const show = (value: number, interval: Interval | null | undefined): string =>
    `${value.toFixed(3)} (${interval?.low.toFixed(2) ?? '?'}–${interval?.high.toFixed(2) ?? '?'})`;
  const first = ranking?.precisionAtOne;
  print(
    `| ${name} | ${show(micro.f1, micro.intervals.f1)} | ${show(macro.f1, macro.intervals.f1)} | ${show(first?.value ?? Number.NaN, first?.interval)} | ${calibration?.expectedCalibrationError.toFixed(3) ?? '?'}, of tags ${calibration?.tagError?.toFixed(3) ?? '?'} |`,
  );
}

function listFolds(dev: readonly LabelRow[]): readonly ReadonlySet<string>[] {
  const documents = [...new Set(dev.map(({ doc }) => doc))].sort();
  return Array.from(
    { length: FOLDS },
    (_, fold) => new Set(documents.filter((_doc, i) => i % FOLDS === fold)),
  );
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}

function predictFold(
  fold: ReadonlySet<string>,
  corpus: TrainingCorpus,
  dev: readonly LabelRow[],
  read: (id: string) => PolicyDocument,
  settings: Partial<TrainTaggerSettings>,
): readonly EvaluationSample[] {
  const tested = dev.filter(({ doc }) => fold.has(doc));
  const texts = new Set(
    tested.map(({ doc, start, end }) => squeeze(read(doc).source.slice(start, end))),
  );
  const isUnseen = ({ documentId, passage }: TrainingCorpus['weak'][number]): boolean =>
    !fold.has(documentId) && !texts.has(squeeze(passage.body.text));
  const model = trainOnCorpus(
    {
      ...corpus,
      documents: corpus.documents
        .filter(({ id }) => !fold.has(id))
        .map((document) => ({ ...document, samples: document.samples.filter(isUnseen) })),
      weak: corpus.weak.filter(isUnseen),
    },
    settings,
  );
  const scoreWords = createWordScorer(model.words);
  const decide = createDecider(corpus.schemes, model.inDocument, true);
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
              if (score >= (model.inDocument.rule.thresholds[concept] ?? 1)) predicted.add(code);
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (sharedFolder === undefined) print('needs the shared data, set ZHENGCE_SHARED to its folder');
else report(sharedFolder);
