/**
 * `zhengce tag`: its arguments, and which of its two forms is meant.
 *
 * @module
 */
import type { Command } from 'commander';
import { describeReceived, ZhengceError } from '../errors';
import type { Taxonomy } from '../taxonomy';
import { parseJobs } from './batch/choose-jobs';
import { createSetupAnalyzer } from './batch/tag-setup';
import { isTagFormat, TAG_FORMATS } from './record-writer';
import { parseShard } from './shard';
import { tagFiles } from './tag-files';
import { tagPassageLines } from './tag-passage-lines';
import { readTaxonomyFile } from './taxonomy-file';

interface TagFlags {
  readonly out?: string;
  readonly format: string;
  readonly taxonomy?: string;
  readonly shard?: string;
  readonly jobs?: string;
  readonly resume?: true;
  readonly passages?: string;
  readonly quiet?: true;
}

const HELP = `
Writes one JSON record a document: what is known of it, its passages, their tags, and where
the words stand that speak for each tag. Offsets count UTF-16 code units of the decoded text
without its byte order mark. csv has a row a tag; xlsx has sheets of documents, passages, tags.
Files: txt md html docx odt doc wps pdf ofd, and zip archives of these; text in UTF-8, UTF-16,
GB18030 or Big5. Offsets count in the text as read; passages of pdf and ofd name their page.

With --out, DIR/errors.jsonl lists what failed ({"path","code","message"}), and
DIR/duplicates.jsonl the files that have the text of another one, in whatever format
({"path","id","sameAs":{"path","id"}}). What is done is kept in DIR/.zhengce (jsonl, csv): after
an interruption, a full disk or a crash the same command with --resume goes on, and ends with the
bytes of an undisturbed run. After a finished run it does again only what has changed.

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
  program
    .command('tag')
    .description('tag the passages of policy files with the tasks of a plan')
    .argument('[PATH...]', 'policy files, archives, and folders of them, searched to their depths')
    .option('--out <DIR>', 'write DIR/tags.FORMAT instead of to standard output')
    .option('--format <FORMAT>', TAG_FORMATS.join(', '), 'jsonl')
    .option(
      '--taxonomy <FILE>',
      'a plan of your own in YAML, JSON or Turtle (default: the 14th Five-Year Plan for National Informatization)',
    )
    .option('--shard <i/n>', 'only the i-th of n parts of the inputs, from 1')
    .option(
      '--resume',
      'use what earlier runs into the same DIR have done, where the files are unchanged',
    )
    .option('--jobs <N>', 'files at a time (default: what the machine has); the output is the same')
    .option('--passages <FILE>', 'tag single passages from a JSONL file, - for standard input')
    .option('--quiet', 'no progress and no summary; what failed is listed all the same')
    .addHelpText('after', HELP)
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
  const resume = flags.resume === true;
  if (resume && out === undefined) {
    throw usage('expected --out DIR with --resume, received none (--out)');
  }
  if (resume && format === 'xlsx') {
    throw usage('expected jsonl or csv with --resume, received "xlsx" (--format)');
  }
  const shard = flags.shard === undefined ? undefined : parseShard(flags.shard);
  const jobs = flags.jobs === undefined ? undefined : parseJobs(flags.jobs);
  const options = { out, shard, jobs, resume, quiet: flags.quiet === true };
  return tagFiles({ format, taxonomy: await readTaxonomy(flags) }, paths, options);
}

async function runTagPassages(
  paths: readonly string[],
  flags: TagFlags,
  file: string,
): Promise<number> {
  const { format, out, shard, jobs, resume } = flags;
  if (paths.length > 0) {
    throw usage(`expected no PATH with --passages, received ${describeReceived(paths[0])} (PATH)`);
  }
  if (format !== 'jsonl') {
    throw usage(`expected jsonl with --passages, received ${describeReceived(format)} (--format)`);
  }
  if (shard !== undefined) {
    throw usage(`expected none with --passages, received ${describeReceived(shard)} (--shard)`);
  }
  if (jobs !== undefined) {
    throw usage(`expected none with --passages, received ${describeReceived(jobs)} (--jobs)`);
  }
  if (resume === true) throw usage('expected none with --passages, received one (--resume)');
  const analyzer = await createSetupAnalyzer({ format, taxonomy: await readTaxonomy(flags) });
  return tagPassageLines(analyzer, file, { out, quiet: flags.quiet === true });
}

function usage(message: string): ZhengceError {
  return new ZhengceError('invalid-argument', `tag: ${message}`);
}

/** The plan of `--taxonomy`; undefined for the built-in one. */
async function readTaxonomy({ taxonomy }: TagFlags): Promise<Taxonomy | undefined> {
  if (taxonomy === undefined) return undefined;
  return readTaxonomyFile(taxonomy, { command: 'tag', argument: '--taxonomy' });
}
