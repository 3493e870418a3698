/**
 * How good are the tags of a trained model on documents that it has not seen? Nested cross-validation by document on the dev gold: words, signals, calibration and
 * thresholds are fitted without the documents of the fold, whatever the source of their labels, and without passages of equal words. Beside it the lexicon tagger, natural's
 * classifiers trained on the dev labels of the other folds, and the coders against each other. `npm run bench tagging-cross-validation`; ZHENGCE_BENCH_FOLDS for another
 * number of folds, ZHENGCE_BENCH_ABLATION=1 for what each part adds, ZHENGCE_BENCH_PEERS=1 for the peers alone, ZHENGCE_BENCH_MINUTES for how long natural may take.
 */
import { type LabelRow, readLabels } from '../scripts/training-data';
import { type EvaluationSample, evaluateTags, type Interval } from '../src/evaluate';
import { DEFAULT_TRAIN_SETTINGS } from '../src/tag';
import { scoreHeldOut } from '../src/tag/train/score-held-out';
import { SIGNALS } from '../src/tag/trained/signals';
import { builtinTaxonomy, listAssignableConcepts } from '../src/taxonomy';
import { sharedFolder } from '../test/support/shared';
import { leaveOut, listFolds, predictFold, readFoldCorpus } from './support/held-out-folds';
import { listPeers } from './support/tagging-peers';

const FOLDS = Number(process.env['ZHENGCE_BENCH_FOLDS'] ?? 5);

async function report(shared: string): Promise<void> {
  const labels = readLabels(shared, ['dev', 'train', 'own']);
  const dev = labels.filter(({ source }) => source === 'dev');
  print(`${dev.length} passages, ${labels.length} labels, ${FOLDS} folds by document\n`);
  print('| | micro-F1 | macro-F1 | precision@1 | calibration error |');
  print('|---|---|---|---|---|');
  await printPeers(shared, dev);
  if (process.env['ZHENGCE_BENCH_PEERS'] === '1') return;
  const { corpus, read } = readFoldCorpus(shared, labels);
  const variants = process.env['ZHENGCE_BENCH_ABLATION'] === '1' ? [WHOLE, ...ABLATIONS] : [WHOLE];
  const samples = variants.map((): EvaluationSample[] => []);
  for (const fold of listFolds(dev, FOLDS)) {
    const tested = dev.filter(({ doc }) => fold.has(doc));
    const seen = leaveOut(corpus, fold, tested, read);
    const scored = scoreHeldOut(seen, DEFAULT_TRAIN_SETTINGS);
    variants.forEach(({ without, weak }, v) => {
      const own =
        weak === false ? scoreHeldOut({ ...seen, weak: [] }, DEFAULT_TRAIN_SETTINGS) : scored;
      samples[v]?.push(...predictFold(fold, { corpus, seen, scored: own, without }, tested, read));
    });
  }
  variants.forEach(({ name }, v) => {
    printRow(name, samples[v] ?? [], corpus.codes, true);
  });
}

/** A part of the model that is left out, to see what it adds. */
interface Variant {
  readonly name: string;
  /** Signals. */
  readonly without: readonly string[];
  readonly weak?: false;
}

const WHOLE: Variant = { name: 'all parts', without: [] };

const starting = (...starts: readonly string[]): readonly string[] =>
  SIGNALS.filter((signal) => starts.some((start) => signal.startsWith(start)));

const PARTS: readonly (readonly [string, readonly string[]])[] = [
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

const ABLATIONS: readonly Variant[] = [
  { name: 'no weak labels', without: [], weak: false },
  ...PARTS.map(([name, without]): Variant => ({ name: `no ${name}`, without })),
];

async function printPeers(shared: string, dev: readonly LabelRow[]): Promise<void> {
  const codes = listAssignableConcepts(builtinTaxonomy).map(({ notation }) => notation);
  const ids = new Set(dev.map(({ id }) => id));
  for (const { name, samples, isCalibrated } of await listPeers(shared, ids, listFolds(dev, FOLDS)))
    if (samples === undefined) print(`| ${name} | took too long | | | |`);
    else printRow(name, samples, codes, isCalibrated);
}

function printRow(
  name: string,
  samples: readonly EvaluationSample[],
  codes: readonly string[],
  isCalibrated: boolean,
): void {
  const { micro, macro, ranking, calibration } = evaluateTags(samples, { codes });
  const show = (value: number, interval: Interval | null | undefined): string =>
    `${value.toFixed(3)} (${interval?.low.toFixed(2) ?? '?'}–${interval?.high.toFixed(2) ?? '?'})`;
  const first = ranking?.precisionAtOne;
  const atOne = first === undefined ? '–' : show(first.value, first.interval);
  const error = isCalibrated
    ? `${calibration?.expectedCalibrationError.toFixed(3) ?? '–'}, of tags ${calibration?.tagError?.toFixed(3) ?? '–'}`
    : '–';
  print(
    `| ${name} | ${show(micro.f1, micro.intervals.f1)} | ${show(macro.f1, macro.intervals.f1)} | ${atOne} | ${error} |`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (sharedFolder === undefined) print('needs the shared data, set ZHENGCE_SHARED to its folder');
else await report(sharedFolder);
