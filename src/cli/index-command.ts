/**
 * `zhengce index`: tags policy files and writes a search index over their passages.
 *
 * @module
 */
import type { Command } from 'commander';
import { type Analyzer, createAnalyzer } from '../analyzer';
import { ZhengceError } from '../errors';
import {
  listPolicyFiles,
  type PolicyFile,
  type PolicyFileList,
  type ReadPolicyFolderOptions,
  readListedFile,
} from '../read';
import type { SearchIndex } from '../search';
import type { TaggedDocument } from '../tag';
import { builtinTaxonomy } from '../taxonomy';
import { DRY_RUN_OPTION, listDryRun } from './dry-run';
import {
  addFolderOptions,
  type FolderFlags,
  PATTERN_HELP,
  readFolderOptions,
} from './folder-options';
import { withOutput } from './output';
import { describeProblem, type Problem, printProblem } from './problems';
import { startProgress } from './progress';
import { readTaxonomyFile } from './taxonomy-file';

interface IndexFlags extends FolderFlags {
  readonly out?: string;
  readonly taxonomy?: string;
  readonly dryRun?: true;
  readonly quiet?: true;
}

/** Documents that are held before they go into the index. */
const BATCH_SIZE = 64;

const HELP = `
The index holds the texts of the passages, their tags and places, and what is known of the
documents: the files are not needed for searching. It is written whole or not at all.

Examples:
  zhengce index policies/ --out policies.zci
  zhengce search policies.zci 数据要素市场

Exit status: 0 done; 1 some inputs failed (listed on standard error; the index has the others),
or there was none, or the index could not be written; 2 wrong usage; 130 interrupted.`;

/** Adds the command `index` to the program. */
export function addIndexCommand(program: Command): void {
  addFolderOptions(program.command('index'))
    .description('make a search index of policy files')
    .argument('<PATH...>', 'policy files, archives, and folders of them, searched to their depths')
    .option('--out <FILE.zci>', 'the file to write')
    .option(
      '--taxonomy <FILE>',
      'a plan of your own to tag with (default: the 14th Five-Year Plan for National Informatization)',
    )
    .option(...DRY_RUN_OPTION)
    .option('--quiet', 'no progress and no summary; what failed is listed all the same')
    .addHelpText('after', `${PATTERN_HELP}\n${HELP}`)
    .action(async (paths: readonly string[], flags: IndexFlags) => {
      process.exitCode = await runIndex(paths, flags);
    });
}

async function runIndex(paths: readonly string[], flags: IndexFlags): Promise<number> {
  const began = Date.now();
  const { out, taxonomy, quiet = false } = flags;
  const reading = readFolderOptions(flags);
  if (flags.dryRun === true) return listDryRun(paths, { reading, quiet });
  if (out === undefined || out === '') {
    throw new ZhengceError('invalid-argument', 'index: expected a file, received none (--out)');
  }
  const analyzer = await prepareAnalyzer(taxonomy);
  const listed = await listPolicyFiles(paths, reading);
  const problems = listed.failures.map(({ path, error }) => describeProblem(path, error));
  const index = await indexFiles(analyzer, listed, problems, { reading, quiet });
  problems.forEach(printProblem);
  if (index.passageCount === 0) {
    process.stderr.write('zhengce: no passage to index under the paths given; nothing written\n');
    return 1;
  }
  await withOutput(out, async (output) => {
    for (const chunk of index.toChunks()) await output.write(chunk);
  });
  if (!quiet) printSummary(index, listed.files.length, problems.length, began);
  return problems.length > 0 ? 1 : 0;
}

async function prepareAnalyzer(file: string | undefined): Promise<Analyzer> {
  const place = { command: 'index', argument: '--taxonomy' };
  const taxonomy = file === undefined ? builtinTaxonomy : await readTaxonomyFile(file, place);
  return createAnalyzer({ taxonomy });
}

/** The index over the files, those that fail left out and listed. */
async function indexFiles(
  analyzer: Analyzer,
  { files }: PolicyFileList,
  problems: Problem[],
  { reading, quiet }: { readonly reading: ReadPolicyFolderOptions; readonly quiet: boolean },
): Promise<SearchIndex> {
  const progress = startProgress({ total: files.length, unit: 'files', quiet });
  let index = analyzer.createIndex([]);
  let batch: TaggedDocument[] = [];
  try {
    for (const file of files) {
      const tagged = await tagFile(analyzer, file, reading);
      if ('code' in tagged) problems.push(tagged);
      else batch.push(tagged);
      if (batch.length >= BATCH_SIZE) {
        index = index.add(batch);
        batch = [];
      }
      progress.advance();
    }
    // One segment: the same files give the same bytes, however they were batched.
    return index.add(batch).merge();
  } finally {
    progress.stop();
  }
}

async function tagFile(
  analyzer: Analyzer,
  file: PolicyFile,
  reading: ReadPolicyFolderOptions,
): Promise<TaggedDocument | Problem> {
  const item = await readListedFile(file, reading);
  if (item.kind === 'failure') return describeProblem(item.path, item.error);
  try {
    return analyzer.tag(analyzer.parse(item.text, { id: item.id }));
  } catch (error) {
    return describeProblem(item.path, error);
  }
}

function printSummary(index: SearchIndex, files: number, failed: number, began: number): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stderr.write(
    `zhengce: ${String(index.passageCount)} passages of ${String(files)} ${files === 1 ? 'file' : 'files'} in ${seconds} s, ${String(failed)} failed\n`,
  );
}
