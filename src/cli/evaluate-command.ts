/**
 * `zhengce evaluate`: tags against gold labels.
 *
 * @module
 */
import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { createAnalyzer } from '../analyzer';
import { describeReceived, ZhengceError } from '../errors';
import { evaluateTags, formatEvaluation, parseTagGold, type TagGold } from '../evaluate';
import { DEFAULT_READ_LIMITS } from '../read';
import { builtinTaxonomy, listAssignableConcepts, loadTaxonomy, type Taxonomy } from '../taxonomy';
import { formatEvaluationReport } from './evaluate-report';
import { type PredictedGold, predictGold } from './evaluate-samples';
import { withOutput } from './output';
import { printProblem } from './problems';
import { startProgress } from './progress';

interface EvaluateFlags {
  readonly documents?: string;
  readonly taxonomy?: string;
  readonly json?: true;
  readonly quiet?: true;
}

const HELP = `
A gold label is a line of JSON:
  {"id","doc","start","end","codes"}   a passage of DIR/<doc>.txt or .md; offsets count UTF-16
                                       code units of the decoded text
  {"id","text","codes"}                a passage that stands alone; "title" and "headingPath" are
                                       taken into account where they are given
and may have "coders": [[code]], what each annotator gave, and "evidence": [{"start","end","code"?}],
the words that speak for the codes. Documents are tagged whole, so that title, headings and
neighbours count; each label is compared with the passages that it shares.

Examples:
  zhengce evaluate gold.jsonl --documents policies/
  zhengce evaluate gold.jsonl --documents policies/ --json | jq .macro

Exit status: 0 done; 1 some gold labels could not be evaluated (listed on standard error);
2 wrong usage; 130 interrupted.`;

/** Adds the command `evaluate` to the program. */
export function addEvaluateCommand(program: Command): void {
  program
    .command('evaluate')
    .description('compare tags with gold labels')
    .argument('<GOLD.jsonl>', 'gold labels, one a line')
    .option('--documents <DIR>', 'the documents that the labels point into')
    .option(
      '--taxonomy <FILE>',
      'a plan of your own in YAML (default: the 14th Five-Year Plan for National Informatization)',
    )
    .option('--json', 'write one line of JSON instead of tables')
    .option('--quiet', 'no progress and no summary; what failed is listed all the same')
    .addHelpText('after', HELP)
    .action(async (file: string, flags: EvaluateFlags) => {
      process.exitCode = await runEvaluate(file, flags);
    });
}

async function runEvaluate(file: string, flags: EvaluateFlags): Promise<number> {
  const began = Date.now();
  const { documents, json, quiet = false } = flags;
  if (documents !== undefined) await assertFolder(documents);
  const taxonomy =
    flags.taxonomy === undefined ? builtinTaxonomy : await readTaxonomy(flags.taxonomy);
  const concepts = listAssignableConcepts(taxonomy);
  const codes = concepts.map(({ notation }) => notation);
  const gold = await readGold(file, codes);
  if (gold === undefined) return 1;
  if (documents === undefined) assertAlone(gold, file);
  const predicted = await predict(taxonomy, gold, { file, documents }, quiet);
  predicted.problems.forEach(printProblem);
  if (!quiet) printRemarks(predicted, gold, file, began);
  const { samples } = predicted;
  const skipped = gold.length - samples.length;
  if (samples.length === 0) {
    process.stderr.write('zhengce: no gold label could be evaluated\n');
    return 1;
  }
  const evaluation = evaluateTags(samples, { codes, skipped });
  await withOutput(undefined, (output) =>
    output.write(
      json === true ? formatEvaluation(evaluation) : formatEvaluationReport(evaluation, concepts),
    ),
  );
  return skipped === 0 ? 0 : 1;
}

async function predict(
  taxonomy: Taxonomy,
  gold: readonly TagGold[],
  source: { readonly file: string; readonly documents: string | undefined },
  quiet: boolean,
): Promise<PredictedGold> {
  const analyzer = await createAnalyzer({ taxonomy });
  const progress = startProgress({ total: gold.length, unit: 'gold labels', quiet });
  try {
    return await predictGold(analyzer, gold, source, progress);
  } finally {
    progress.stop();
  }
}

/** The gold labels; undefined, and the problems printed, where some lines are none. */
async function readGold(
  file: string,
  codes: readonly string[],
): Promise<readonly TagGold[] | undefined> {
  const { gold, problems } = parseTagGold(await readGoldText(file), codes);
  for (const { line, message } of problems.slice(0, MAX_LISTED_PROBLEMS))
    printProblem({ place: `${file}:${line}`, code: 'invalid-input', message });
  if (problems.length > MAX_LISTED_PROBLEMS)
    process.stderr.write(`zhengce: ${problems.length - MAX_LISTED_PROBLEMS} more problems\n`);
  if (problems.length > 0) return undefined;
  if (gold.length > 0) return gold;
  const message = `evaluate: expected a gold label a line, received an empty file (${file})`;
  throw new ZhengceError('invalid-input', message);
}

/** More problems than this are counted, not listed. */
const MAX_LISTED_PROBLEMS = 20;

async function readGoldText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size <= DEFAULT_READ_LIMITS.maxBytes)
      return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (cause) {
    const received = describeFault(cause);
    const message = `evaluate: expected a readable JSONL file in UTF-8, received ${received} (${file})`;
    throw new ZhengceError('read-failed', message, { cause });
  }
  const message = `evaluate: expected at most ${DEFAULT_READ_LIMITS.maxBytes} bytes, received more (${file})`;
  throw new ZhengceError('input-too-large', message);
}

/** Without a folder, every label must bring its text. */
function assertAlone(gold: readonly TagGold[], file: string): void {
  const needy = gold.find(({ text }) => text === undefined);
  if (needy === undefined) return;
  const where = `${file}:${needy.line}`;
  throw usage(`expected --documents DIR for labels without a text, received none (${where})`);
}

async function assertFolder(path: string): Promise<void> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) throw usage(`expected a folder, received ${describeReceived(path)} (--documents)`);
}

async function readTaxonomy(path: string): Promise<Taxonomy> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    return loadTaxonomy(text, { fileName: path });
  } catch (cause) {
    if (cause instanceof ZhengceError) throw cause;
    const received = describeFault(cause);
    throw usage(
      `expected a readable YAML file in UTF-8, received ${received} (--taxonomy ${path})`,
    );
  }
}

function describeFault(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

function usage(message: string): ZhengceError {
  return new ZhengceError('invalid-argument', `evaluate: ${message}`);
}

function printRemarks(
  { samples, differingLines }: PredictedGold,
  gold: readonly TagGold[],
  file: string,
  began: number,
): void {
  const [first] = differingLines;
  if (first !== undefined) {
    const labels = differingLines.length === 1 ? 'label has' : 'labels have';
    process.stderr.write(
      `zhengce: ${differingLines.length} gold ${labels} a text that differs from the document at its span, first at ${file}:${first}: is it the same version?\n`,
    );
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stderr.write(
    `zhengce: ${gold.length} gold ${gold.length === 1 ? 'label' : 'labels'} in ${seconds} s, ${gold.length - samples.length} failed\n`,
  );
}
