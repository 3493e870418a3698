/**
 * finishLearning: writes what was learnt from gold labels, and says how good it is beside what there was before.
 *
 * @module
 */
import { type Estimate, formatEvaluation, type Interval, type TagEvaluation } from '../evaluate';
import { formatJsonLine } from '../report';
import type { Concept } from '../taxonomy';
import { formatEvaluationReport } from './evaluate-report';
import { formatTable } from './evaluate-table';
import { type GoldInputs, printPlaces } from './gold-inputs';
import type { CollectedGold } from './learn-gold';
import { withOutput } from './output';
import { printProblem } from './problems';

/** Flags of what learns from gold labels. */
export interface LearningFlags {
  readonly out?: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** A tagger and how good it was. */
export interface ComparedTagger {
  readonly name: string;
  readonly evaluation: TagEvaluation;
}

/** What was learnt, and what is to be said of it. */
export interface Learnt {
  readonly before: ComparedTagger;
  /** On documents that were not learnt from: the figures to believe. */
  readonly heldOut: ComparedTagger;
  readonly fitted: ComparedTagger;
  /** To be written as JSON. */
  readonly model: object;
  readonly inputs: GoldInputs;
  readonly collected: CollectedGold;
  readonly flags: LearningFlags;
}

/** Writes the model where the flags say, and the report to standard output; the exit status. */
export async function finishLearning(learnt: Learnt): Promise<number> {
  const { before, heldOut, fitted, model, inputs, collected, flags } = learnt;
  const { problems, documents } = collected;
  problems.forEach(printProblem);
  const labels = documents.flatMap((document) => document.labels);
  const skipped = inputs.gold.length - labels.length;
  const isQuiet = flags.quiet === true;
  if (!isQuiet) {
    printPlaces(labels, inputs);
    printRemarks(learnt);
  }
  if (flags.out !== undefined)
    await withOutput(flags.out, (output) => output.write(formatJsonLine(model)));
  if (!isQuiet) printSummary(learnt);
  await withOutput(undefined, (output) =>
    output.write(
      flags.json === true
        ? formatLearningJson(learnt)
        : formatLearningReport([before, heldOut, fitted], heldOut, inputs.concepts),
    ),
  );
  return skipped === 0 ? 0 : 1;
}

/** The three evaluations as one line of JSON, each as `zhengce evaluate --json` writes one. */
function formatLearningJson({ before, heldOut, fitted }: Learnt): string {
  const [first, second, third] = [before, heldOut, fitted].map(({ evaluation }) =>
    formatEvaluation(evaluation).trimEnd(),
  );
  return `{"before":${first ?? ''},"heldOut":${second ?? ''},"fitted":${third ?? ''}}\n`;
}

/** Labels of a concept below which little can be learnt of it. */
const FEW_LABELS = 5;

function printRemarks({ before, heldOut }: Learnt): void {
  const { concepts } = heldOut.evaluation;
  const list = (chosen: readonly { readonly code: string }[]): string =>
    chosen.map(({ code }) => code).join(', ');
  const none = concepts.filter(({ support }) => support === 0);
  const few = concepts.filter(({ support }) => support > 0 && support < FEW_LABELS);
  if (none.length > 0)
    tell(`no label of ${list(none)}: hardly learnt, and nothing can be said of their quality`);
  if (few.length > 0) tell(`fewer than ${FEW_LABELS} labels of ${list(few)}: label more of these`);
  if (heldOut.evaluation.micro.f1 <= before.evaluation.micro.f1)
    tell(
      `on documents not seen no better than ${before.name}: --model lexicon may serve as well; more labels help`,
    );
}

function printSummary({ heldOut, inputs, flags }: Learnt): void {
  const unused = inputs.gold.length - heldOut.evaluation.samples;
  tell(
    `${inputs.gold.length} gold labels, ${unused} failed; ${flags.out === undefined ? 'nothing written (--out FILE keeps what was fitted)' : `written to ${flags.out}`}`,
  );
}

function tell(remark: string): void {
  process.stderr.write(`zhengce: ${remark}\n`);
}

/** The taggers as a table, then all about the one that counts, `judged`. Ends in a line feed. */
function formatLearningReport(
  compared: readonly ComparedTagger[],
  judged: ComparedTagger,
  concepts: readonly Pick<Concept, 'notation' | 'prefLabel'>[],
): string {
  const columns = ['', 'micro-F1', 'macro-F1', 'precision@1', 'calibration error'];
  const table = formatTable(
    ['left', 'left', 'left', 'left', 'left'],
    [columns, ...compared.map(describeTagger)],
  );
  const report = formatEvaluationReport(judged.evaluation, concepts);
  return `${table.join('\n')}\n\nAll about: ${judged.name}\n\n${report}`;
}

function describeTagger({ name, evaluation }: ComparedTagger): readonly string[] {
  const { micro, macro, ranking, calibration } = evaluation;
  return [
    name,
    describeEstimate({ value: micro.f1, interval: micro.intervals.f1 }),
    describeEstimate({ value: macro.f1, interval: macro.intervals.f1 }),
    ranking === null ? '–' : describeEstimate(ranking.precisionAtOne),
    calibration === null ? '–' : calibration.expectedCalibrationError.toFixed(3),
  ];
}

function describeEstimate({ value, interval }: Estimate): string {
  return interval === null ? value.toFixed(3) : `${value.toFixed(3)} ${describeInterval(interval)}`;
}

function describeInterval({ low, high }: Interval): string {
  return `(${low.toFixed(2)}–${high.toFixed(2)})`;
}
