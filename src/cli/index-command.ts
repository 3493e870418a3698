/**
 * `zhengce index`: tags policy files and writes a search index over their passages.
 *
 * @module
 */
import type { Command } from 'commander';
import { version } from '../../package.json';
import { type Analyzer, createAnalyzer } from '../analyzer';
import { describeReceived, ZhengceError } from '../errors';
import { listPolicyFiles, type PolicyFileList, type ReadPolicyFolderOptions } from '../read';
import type { SearchIndex } from '../search';
import type { TaggedDocument } from '../tag';
import { listBounds } from './batch/fingerprint';
import { hashBytes } from './batch/hashes';
import { DRY_RUN_OPTION, listDryRun } from './dry-run';
import {
  addFolderOptions,
  type FolderFlags,
  PATTERN_HELP,
  readFolderOptions,
} from './folder-options';
import { withIndexLock } from './lock-index';
import { loadModelValue, MODEL_OPTION, readModelValue } from './model-file';
import { withOutput } from './output';
import { describeProblem, type Problem, printProblem } from './problems';
import { startProgress, weighFile } from './progress';
import { tagListedFile } from './tag-listed-file';
import { readTaxonomyOption, TAXONOMY_OPTION } from './taxonomy-file';
import { watchIndex } from './watch/watch-index';

interface IndexFlags extends FolderFlags {
  readonly out?: string;
  readonly taxonomy?: string;
  readonly model?: string;
  readonly dryRun?: true;
  readonly watch?: true;
  readonly settle: string;
  readonly rescan: string;
  readonly quiet?: true;
}

/** Documents that are held before they go into the index. */
const BATCH_SIZE = 64;

const HELP = `
The index holds the texts of the passages, their tags and places, and what is known of the
documents: the files are not needed for searching. It is written whole or not at all.

With --watch, files that come, change or go are followed: each is read when it has come to rest,
and the index, whole at any moment, is written anew. FILE.zci.watch.json keeps hashes of what is in
it, so that after a restart only what has changed meanwhile is done. Files that fail are reported
once. A folder that cannot be reached loses nothing. Where the index cannot be written, on a full
disk say, the older one stays, and writing is tried again. Ctrl-C ends it with status 0.

One process at a time writes an index; FILE.zci.lock names it while it does.

Examples:
  zhengce index policies/ --out policies.zci
  zhengce index policies/ --out policies.zci --watch
  zhengce search policies.zci 数据要素市场

Exit status: 0 done; 1 some inputs failed (listed on standard error; the index has the others),
or there was none, or the index could not be written; 2 wrong usage; 130 interrupted.`;

/** Adds the command `index` to the program. */
export function addIndexCommand(program: Command): void {
  addFolderOptions(program.command('index'))
    .description('make a search index of policy files')
    .argument('<PATH...>', 'policy files, archives, and folders of them, searched to their depths')
    .option('--out <FILE.zci>', 'the file to write')
    .option(...TAXONOMY_OPTION)
    .option(...MODEL_OPTION)
    .option(...DRY_RUN_OPTION)
    .option('--watch', 'then keep the index up to date with the files until interrupted')
    .option(
      '--settle <seconds>',
      'with --watch: how long a file stays the same before it is read',
      '2',
    )
    .option('--rescan <seconds>', 'with --watch: how often to look where nothing is told', '60')
    .option('--quiet', 'no progress and no summary; what failed is listed all the same')
    .addHelpText('after', `${PATTERN_HELP}\n${HELP}`)
    .action(async (paths: readonly string[], flags: IndexFlags) => {
      process.exitCode = await runIndex(paths, flags);
    });
}

async function runIndex(paths: readonly string[], flags: IndexFlags): Promise<number> {
  const began = Date.now();
  const { out, quiet = false } = flags;
  const reading = readFolderOptions(flags);
  if (flags.dryRun === true) return listDryRun(paths, { reading, quiet });
  if (out === undefined || out === '') {
    throw new ZhengceError('invalid-argument', 'index: expected a file, received none (--out)');
  }
  const { analyzer, settings } = await prepareAnalyzer(flags, reading);
  return withIndexLock(out, () =>
    flags.watch === true
      ? runWatch(analyzer, paths, { ...flags, out, settings })
      : makeIndex(analyzer, paths, { out, reading, quiet, began }),
  );
}

interface MakeIndexOptions {
  readonly out: string;
  readonly reading: ReadPolicyFolderOptions;
  readonly quiet: boolean;
  /** When the command began. */
  readonly began: number;
}

/** Writes the index of the files once; the exit status. */
async function makeIndex(
  analyzer: Analyzer,
  paths: readonly string[],
  { out, reading, quiet, began }: MakeIndexOptions,
): Promise<number> {
  const listed = await listPolicyFiles(paths, reading);
  const problems = listed.failures.map(({ path, error }) => describeProblem(path, error));
  const { index, copies } = await indexFiles(analyzer, listed, problems, { reading, quiet });
  problems.forEach(printProblem);
  if (index.passageCount === 0) {
    process.stderr.write('zhengce: no passage to index under the paths given; nothing written\n');
    return 1;
  }
  await withOutput(out, async (output) => {
    for (const chunk of index.toChunks()) await output.write(chunk);
  });
  const read = listed.files.length + listed.failures.length - problems.length;
  if (!quiet) printSummary(index, { read, copies, failed: problems.length }, began);
  return problems.length > 0 ? 1 : 0;
}

interface Prepared {
  readonly analyzer: Analyzer;
  /** Stands for what the index depends on beside the files: another version, plan, model or bound makes another index of them. */
  readonly settings: string;
}

async function prepareAnalyzer(
  flags: IndexFlags,
  reading: ReadPolicyFolderOptions,
): Promise<Prepared> {
  const taxonomy = await readTaxonomyOption(flags.taxonomy, 'index');
  const model = await readModelValue(flags.model, taxonomy, 'index');
  return {
    analyzer: await createAnalyzer({ taxonomy, ...loadModelValue(model) }),
    settings: hashBytes(JSON.stringify([version, taxonomy, model, listBounds(reading)])),
  };
}

/** An index of files, and how many of them have the text of one before. */
interface IndexedFiles {
  readonly index: SearchIndex;
  readonly copies: number;
}

/** The index over the files, those that fail left out and listed. */
async function indexFiles(
  analyzer: Analyzer,
  { files }: PolicyFileList,
  problems: Problem[],
  { reading, quiet }: { readonly reading: ReadPolicyFolderOptions; readonly quiet: boolean },
): Promise<IndexedFiles> {
  const amount = files.reduce((sum, file) => sum + weighFile(file), 0);
  const progress = startProgress({ total: files.length, amount, unit: 'files', quiet });
  let index = analyzer.createIndex([]);
  let batch: TaggedDocument[] = [];
  const texts = new Set<string>();
  let copies = 0;
  try {
    for (const file of files) {
      const tagged = await tagListedFile(analyzer, file, reading);
      if ('code' in tagged) problems.push(tagged);
      else {
        const text = hashBytes(tagged.source);
        if (texts.has(text)) copies += 1;
        texts.add(text);
        batch.push(tagged);
      }
      if (batch.length >= BATCH_SIZE) {
        index = index.add(batch);
        batch = [];
      }
      progress.advance(weighFile(file));
    }
    // One segment: the same files give the same bytes, however they were batched.
    return { index: index.add(batch).merge(), copies };
  } finally {
    progress.stop();
  }
}

async function runWatch(
  analyzer: Analyzer,
  paths: readonly string[],
  flags: IndexFlags & { readonly out: string; readonly settings: string },
): Promise<number> {
  return watchIndex({
    analyzer,
    paths,
    out: flags.out,
    reading: readFolderOptions(flags),
    settings: flags.settings,
    settle: readSeconds('--settle', flags.settle),
    rescan: readSeconds('--rescan', flags.rescan),
    quiet: flags.quiet === true,
  });
}

/** Milliseconds. */
function readSeconds(argument: string, value: string): number {
  if (/^\d{1,5}(?:\.\d{1,3})?$/.test(value) && Number(value) > 0) return Number(value) * 1000;
  const received = describeReceived(value);
  throw new ZhengceError(
    'invalid-argument',
    `index: expected a number of seconds above 0, received ${received} (${argument})`,
  );
}

function printSummary(
  index: SearchIndex,
  { read, copies, failed }: Readonly<Record<'read' | 'copies' | 'failed', number>>,
  began: number,
): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stderr.write(
    `zhengce: ${String(index.passageCount)} passages of ${countFiles(read)} in ${seconds} s, ${String(failed)} failed\n`,
  );
  if (copies > 0)
    process.stderr.write(
      `zhengce: ${countFiles(copies)} with the text of another, found as often as they are there (zhengce tag --out DIR lists them)\n`,
    );
}

function countFiles(count: number): string {
  return `${String(count)} ${count === 1 ? 'file' : 'files'}`;
}
