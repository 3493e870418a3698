/**
 * `zhengce tag`: its arguments, and which of its two forms is meant.
 *
 * @module
 */
import type { Command } from 'commander';
import { describeReceived, ZhengceError } from '../errors';
import { parseJobs } from './batch/choose-jobs';
import { createSetupAnalyzer, type TagSetup } from './batch/tag-setup';
import { DRY_RUN_OPTION, listDryRun } from './dry-run';
import {
  addFolderOptions,
  type FolderFlags,
  PATTERN_HELP,
  readFolderOptions,
} from './folder-options';
import { MODEL_OPTION, readModelValue } from './model-file';
import { isTagFormat, TAG_FORMATS, type TagFormat } from './record-writer';
import { parseReviewFlags, type ReviewTarget } from './review-file';
import { DEFAULT_REVIEW_LIMIT } from './review-list';
import { parseShard } from './shard';
import { tagFiles } from './tag-files';
import { tagPassageLines } from './tag-passage-lines';
import { readTaxonomyOption, TAXONOMY_OPTION } from './taxonomy-file';

interface TagFlags extends FolderFlags {
  readonly out?: string;
  readonly format: string;
  readonly taxonomy?: string;
  readonly shard?: string;
  readonly jobs?: string;
  readonly resume?: true;
  readonly passages?: string;
  readonly scores?: true;
  readonly review?: string;
  readonly reviewLimit?: string;
  readonly model?: string;
  readonly dryRun?: true;
  readonly quiet?: true;
}

const HELP = `
Writes one JSON record a document: what is known of it, its passages, their tags, and where
the words stand that speak for each tag. Offsets count UTF-16 code units of the decoded text
without its byte order mark. csv has a row a tag, and one for a passage or document without any;
xlsx has sheets of documents, passages, tags.
Files: txt md html docx odt doc wps pdf ofd, and zip archives of these; text in UTF-8, UTF-16,
GB18030 or Big5. Offsets count in the text as read; passages of pdf and ofd name their page.

With --out, DIR/errors.jsonl lists what failed ({"path","code","message"}), and
DIR/duplicates.jsonl the files that have the text of another one, in whatever format
({"path","id","sameAs":{"path","id"}}). What is done is kept in DIR/.zhengce (jsonl, csv): after
an interruption, a full disk or a crash the same command with --resume goes on, and ends with the
bytes of an undisturbed run. After a finished run it does again only what has changed.

A passage of low confidence is one whose best score is near what makes a tag. --review lists the
passages nearest to that first, as gold labels to correct: put codes right, set checked to true
(in a .csv: x), and zhengce evaluate, zhengce evaluate --tune and zhengce train take the file,
with --documents the folder that was tagged. Lines that nobody checked are passed over.

Examples:
  zhengce tag policies/ --out results                to results/tags.jsonl
  zhengce tag a.txt b.md | jq .title                 to standard output
  zhengce tag policies/ --out results --format xlsx  to results/tags.xlsx
  zhengce tag policies/ --out results --shard 2/4    to results/tags-2-of-4.jsonl
      the parts of jsonl and csv, one after the other, are the whole
  zhengce tag policies/ --out results --review check.csv
  zhengce tag --passages passages.jsonl
      in:  {"id","text","title"?,"headingPath"?} a line
      out: {"id","tags":[{"code","score","evidence"}],"confidence"} a line

Exit status: 0 done; 1 some inputs failed (listed on standard error), or the output could not
be written; 2 wrong usage; 130 interrupted.`;

/** Adds the command `tag` to the program. */
export function addTagCommand(program: Command): void {
  addFolderOptions(program.command('tag'))
    .description('tag the passages of policy files with the tasks of a plan')
    .argument('[PATH...]', 'policy files, archives, and folders of them, searched to their depths')
    .option('--out <DIR>', 'write DIR/tags.FORMAT instead of to standard output')
    .option('--format <FORMAT>', TAG_FORMATS.join(', '), 'jsonl')
    .option(...TAXONOMY_OPTION)
    .option('--shard <i/n>', 'only the i-th of n parts of the inputs, from 1')
    .option(
      '--resume',
      'use what earlier runs into the same DIR have done, where the files are unchanged',
    )
    .option('--jobs <N>', 'files at a time (default: what the machine has); the output is the same')
    .option('--passages <FILE>', 'tag single passages from a JSONL file, - for standard input')
    .option('--scores', 'the score of every concept on every passage (jsonl only)')
    .option('--review <FILE>', 'list the passages to check in a .jsonl or .csv file')
    .option('--review-limit <N>', `passages on that list (default: ${DEFAULT_REVIEW_LIMIT})`)
    .option(...MODEL_OPTION)
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
  const resume = flags.resume === true;
  if (resume && out === undefined) {
    throw usage('expected --out DIR with --resume, received none (--out)');
  }
  if (resume && format === 'xlsx') {
    throw usage('expected jsonl or csv with --resume, received "xlsx" (--format)');
  }
  if (format !== 'jsonl' && flags.scores === true) {
    throw usage(`expected jsonl with --scores, received ${describeReceived(format)} (--format)`);
  }
  const shard = flags.shard === undefined ? undefined : parseShard(flags.shard);
  const review = parseReviewFlags(flags, shard);
  const jobs = flags.jobs === undefined ? undefined : parseJobs(flags.jobs);
  const quiet = flags.quiet === true;
  const reading = readFolderOptions(flags);
  if (flags.dryRun === true) return listDryRun(paths, { reading, shard, quiet });
  const options = { out, shard, jobs, resume, review, quiet };
  return tagFiles(await createSetup(format, flags, review), paths, options);
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
  const review = parseReviewFlags(flags, undefined);
  const setup = await createSetup(format, flags, review);
  const { scores } = setup;
  const options = { out, review, scores, quiet: flags.quiet === true };
  return tagPassageLines(await createSetupAnalyzer(setup), file, options);
}

function usage(message: string): ZhengceError {
  return new ZhengceError('invalid-argument', `tag: ${message}`);
}

/** How the flags say that passages are tagged. */
async function createSetup(
  format: TagFormat,
  flags: TagFlags,
  review: ReviewTarget | undefined,
): Promise<TagSetup> {
  const taxonomy = await readTaxonomyOption(flags.taxonomy, 'tag');
  return {
    format,
    taxonomy: flags.taxonomy === undefined ? undefined : taxonomy,
    model: await readModelValue(flags.model, taxonomy, 'tag'),
    scores: flags.scores === true,
    reviewLimit: review?.limit ?? 0,
    reading: readFolderOptions(flags),
  };
}
