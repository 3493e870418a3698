/**
 * `zhengce align`: its arguments, and what is written where.
 *
 * @module
 */
import { join } from 'node:path';
import type { Command } from 'commander';
import { createAnalyzer } from '../analyzer';
import { ZhengceError } from '../errors';
import {
  type AlignmentReport,
  createAlignmentReport,
  formatAlignmentSummary,
  formatCsvTable,
  formatJsonLine,
  listAlignmentTables,
  writeTables,
} from '../report';
import { type AlignInputs, readAlignInputs } from './align-inputs';
import {
  addFolderOptions,
  type FolderFlags,
  PATTERN_HELP,
  readFolderOptions,
} from './folder-options';
import { MODEL_OPTION, readModelOption } from './model-file';
import { withOutput } from './output';
import { printProblem } from './problems';
import { readTaxonomyOption, TAXONOMY_OPTION } from './taxonomy-file';

interface AlignFlags extends FolderFlags {
  readonly plan?: string;
  readonly out?: string;
  readonly taxonomy?: string;
  readonly model?: string;
  readonly json?: true;
  readonly quiet?: true;
}

const HELP = `
Scores how far each document follows the plan, and where: coverage, emphasis, convergence, text
reuse, strength, specificity; a ledger of tasks (absent, mentioned, restated, localised, extended)
and one of indicators. Without --plan, documents are compared with the plan's tasks alone; with the
plan's text, also its words, its emphasis and its targets. Documents too short or off topic get no
scores, and say so.

--out DIR writes
  collection.json    the run as a whole: plan, reference, ranking, copies among the documents
  alignments.jsonl   a document a line
  documents.csv concepts.csv tasks.csv reuse.csv correspondences.csv shared.csv
  indicators.csv     targets paired with the plan's, and new ones
  missing.csv        the plan's targets that a document lacks
  plan.csv           the plan's passages, to which the others refer
  alignment.xlsx     the same tables, one a sheet
  summary.md         what is printed without --out and --json
and \`zhengce report DIR --out report.html\` makes a page of it. The package exports the schemas (zod):
collectionRecordSchema, alignmentRecordSchema (a line), alignmentReportSchema (what --json prints).

Examples:
  zhengce align policies/                                 a summary in Markdown
  zhengce align policies/ --plan plan.txt --out results   all of it
  zhengce align a.txt b.txt --json | jq .collection.ranking

Exit status: 0 done; 1 some inputs failed (listed on standard error), or the output could not be
written; 2 wrong usage; 130 interrupted.`;

/** Adds the command `align` to the program. */
export function addAlignCommand(program: Command): void {
  addFolderOptions(program.command('align'))
    .description('score how far, and where, policy files follow a plan')
    .argument('<PATH...>', 'policy files, archives, and folders of them, searched to their depths')
    .option(
      '--plan <FILE>',
      'the text of the plan; not aligned itself where it is among the inputs',
    )
    .option('--out <DIR>', 'write records, tables and a summary to DIR')
    .option('--json', 'write one JSON object to standard output')
    .option(...TAXONOMY_OPTION)
    .option(...MODEL_OPTION)
    .option('--quiet', 'no progress and no summary of the run; what failed is listed all the same')
    .addHelpText('after', `${PATTERN_HELP}\n${HELP}`)
    .action(async (paths: readonly string[], flags: AlignFlags) => {
      process.exitCode = await runAlign(paths, flags);
    });
}

async function runAlign(paths: readonly string[], flags: AlignFlags): Promise<number> {
  if (flags.out === '') throw usage('expected a folder, received "" (--out)');
  const began = Date.now();
  const quiet = flags.quiet === true;
  const taxonomy = await readTaxonomyOption(flags.taxonomy, 'align');
  const model = await readModelOption(flags.model, taxonomy, 'align');
  const analyzer = await createAnalyzer({ taxonomy, ...model });
  const inputs = await readAlignInputs(analyzer, paths, {
    planPath: flags.plan,
    reading: readFolderOptions(flags),
    quiet,
  });
  if (inputs.files.length > 0) {
    const documents = inputs.files.map(({ document }) => document);
    const plan = inputs.plan?.document;
    const collection = analyzer.alignCollection(documents, plan === undefined ? {} : { plan });
    for (const { message } of collection.planDiagnostics)
      process.stderr.write(`zhengce: warning: ${String(flags.plan)}: ${message}\n`);
    await writeReport(createAlignmentReport({ taxonomy, collection, ...inputs }), flags);
  }
  inputs.problems.forEach(printProblem);
  if (inputs.files.length === 0) process.stderr.write('zhengce: no document to align\n');
  else if (!quiet) printRun(inputs, began);
  return inputs.problems.length > 0 || inputs.files.length === 0 ? 1 : 0;
}

function usage(message: string): ZhengceError {
  return new ZhengceError('invalid-argument', `align: ${message}`);
}

async function writeReport(
  report: AlignmentReport,
  { out, json }: Pick<AlignFlags, 'out' | 'json'>,
): Promise<void> {
  if (out !== undefined) await writeFolder(report, out);
  if (json === true) await write(undefined, formatJsonLine(report));
  else if (out === undefined) await write(undefined, formatAlignmentSummary(report));
}

async function writeFolder(report: AlignmentReport, out: string): Promise<void> {
  const tables = listAlignmentTables(report);
  const { collection, documents } = report;
  // First, so that a folder of tables that no sheet can hold is never half written.
  const workbook = await writeTables(tables);
  await write(join(out, 'alignments.jsonl'), ...documents.map(formatJsonLine));
  for (const table of tables) await write(join(out, `${table.name}.csv`), formatCsvTable(table));
  await write(join(out, 'alignment.xlsx'), workbook);
  await write(join(out, 'summary.md'), formatAlignmentSummary(report));
  // Last: `zhengce report` begins with it, and so never takes a run that was broken off for a whole one.
  await write(join(out, 'collection.json'), formatJsonLine(collection));
}

async function write(
  path: string | undefined,
  ...chunks: readonly (string | Uint8Array)[]
): Promise<void> {
  await withOutput(path, async (output) => {
    for (const chunk of chunks) await output.write(chunk);
  });
}

function printRun({ files, problems, planCopies }: AlignInputs, began: number): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const copies = planCopies === 1 ? 'a file' : `${String(planCopies)} files`;
  const plan = planCopies > 0 ? `, ${copies} with the plan's text left out` : '';
  process.stderr.write(
    `zhengce: ${String(files.length)} documents aligned in ${seconds} s, ${String(problems.length)} failed${plan}\n`,
  );
}
