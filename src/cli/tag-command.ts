/**
 * `zhengce tag`: its arguments, and which of its two forms is meant.
 *
 * @module
 */
import type { Command } from 'commander';
import { type Analyzer, createAnalyzer } from '../analyzer';
import { describeReceived, ZhengceError } from '../errors';
import { builtinTaxonomy } from '../taxonomy';
import { DRY_RUN_OPTION, listDryRun } from './dry-run';
import {
  addFolderOptions,
  type FolderFlags,
  PATTERN_HELP,
  readFolderOptions,
} from './folder-options';
import { isTagFormat, TAG_FORMATS } from './record-writer';
import { parseShard } from './shard';
import { tagFiles } from './tag-files';
import { tagPassageLines } from './tag-passage-lines';
import { readTaxonomyFile } from './taxonomy-file';

interface TagFlags extends FolderFlags {
  readonly out?: string;
  readonly format: string;
  readonly taxonomy?: string;
  readonly shard?: string;
  readonly passages?: string;
  readonly dryRun?: true;
  readonly quiet?: true;
}

const HELP = `
Writes one JSON record a document: what is known of it, its passages, their tags, and where
the words stand that speak for each tag. Offsets count UTF-16 code units of the decoded text
without its byte order mark. csv has a row a tag; xlsx has sheets of documents, passages, tags.
Files: txt md html docx odt doc wps pdf ofd, and zip archives of these; text in UTF-8, UTF-16,
GB18030 or Big5. Offsets count in the text as read; passages of pdf and ofd name their page.

Examples:
  zhengce tag policies/ --out results                to results/tags.jsonl
  zhengce tag a.txt b.md | jq .title                 to standard output
  zhengce tag policies/ --out results --format xlsx  to results/tags.xlsx
  zhengce tag policies/ --out results --shard 2/4    to results/tags-2-of-4.jsonl
      the parts of jsonl and csv, one after the other, are the whole
  zhengce tag --passages passages.jsonl
      in:  {"id","text","title"?,"headingPath"?} a line
      out: {"id","tags":[{"code","score","evidence"}]} a line

Exit status: 0 done; 1 some inputs failed (listed on standard error), or the output could not
be written; 2 wrong usage; 130 interrupted.`;

/** Adds the command `tag` to the program. */
export function addTagCommand(program: Command): void {
  addFolderOptions(program.command('tag'))
    .description('tag the passages of policy files with the tasks of a plan')
    .argument('[PATH...]', 'policy files, archives, and folders of them, searched to their depths')
    .option('--out <DIR>', 'write DIR/tags.FORMAT instead of to standard output')
    .option('--format <FORMAT>', TAG_FORMATS.join(', '), 'jsonl')
    .option(
      '--taxonomy <FILE>',
      'a plan of your own in YAML, JSON or Turtle (default: the 14th Five-Year Plan for National Informatization)',
    )
    .option('--shard <i/n>', 'only the i-th of n parts of the inputs, from 1')
    .option('--passages <FILE>', 'tag single passages from a JSONL file, - for standard input')
    .option(...DRY_RUN_OPTION)
    .option('--quiet', 'no progress and no summary; what failed is listed all the same')
    .addHelpText('after', `${PATTERN_HELP}\n${HELP}`)
    .action(async (paths: readonly string[], flags: TagFlags) => {
      process.exitCode = await runTag(paths, flags);
    });
}

async function runTag(paths: readonly string[], flags: TagFlags): Promise<number> {
  if (flags.out === '') throw usage('expected a folder, received "" (--out)');
  return flags.passages === undefined
    ? runTagFiles(paths, flags)
    : runTagPassages(paths, flags, flags.passages);
}

async function runTagFiles(paths: readonly string[], flags: TagFlags): Promise<number> {
  const { format, out } = flags;
  if (!isTagFormat(format)) {
    const formats = TAG_FORMATS.join(', ');
    throw usage(`expected ${formats}, received ${describeReceived(format)} (--format)`);
  }
  if (paths.length === 0) {
    throw usage('expected files or folders, or --passages FILE, received none (PATH)');
  }
  if (format === 'xlsx' && out === undefined) {
    throw usage('expected --out DIR with --format xlsx, received none (--out)');
  }
  const shard = flags.shard === undefined ? undefined : parseShard(flags.shard);
  const reading = readFolderOptions(flags);
  const quiet = flags.quiet === true;
  if (flags.dryRun === true) return listDryRun(paths, { reading, shard, quiet });
  const options = { format, out, shard, quiet, reading };
  return tagFiles(await prepareAnalyzer(flags), paths, options);
}

async function runTagPassages(
  paths: readonly string[],
  flags: TagFlags,
  file: string,
): Promise<number> {
  const { format, out, shard } = flags;
  if (paths.length > 0) {
    throw usage(`expected no PATH with --passages, received ${describeReceived(paths[0])} (PATH)`);
  }
  if (format !== 'jsonl') {
    throw usage(`expected jsonl with --passages, received ${describeReceived(format)} (--format)`);
  }
  if (shard !== undefined) {
    throw usage(`expected none with --passages, received ${describeReceived(shard)} (--shard)`);
  }
  return tagPassageLines(await prepareAnalyzer(flags), file, { out, quiet: flags.quiet === true });
}

function usage(message: string): ZhengceError {
  return new ZhengceError('invalid-argument', `tag: ${message}`);
}

async function prepareAnalyzer({ taxonomy }: TagFlags): Promise<Analyzer> {
  return createAnalyzer({
    taxonomy:
      taxonomy === undefined
        ? builtinTaxonomy
        : await readTaxonomyFile(taxonomy, { command: 'tag', argument: '--taxonomy' }),
  });
}
