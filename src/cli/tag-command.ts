/**
 * `zhengce tag`: its arguments, and which of its two forms is meant.
 *
 * @module
 */
import type { Command } from 'commander';
import { type Analyzer, createAnalyzer } from '../analyzer';
import { describeReceived, ZhengceError } from '../errors';
import { MODEL_OPTION, readModelOption } from './model-file';
import { isTagFormat, TAG_FORMATS } from './record-writer';
import { parseReviewFlags } from './review-file';
import { DEFAULT_REVIEW_LIMIT } from './review-list';
import { parseShard } from './shard';
import { tagFiles } from './tag-files';
import { tagPassageLines } from './tag-passage-lines';
import { readTaxonomyOption, TAXONOMY_OPTION } from './taxonomy-file';

interface TagFlags {
  readonly out?: string;
  readonly format: string;
  readonly taxonomy?: string;
  readonly shard?: string;
  readonly passages?: string;
  readonly scores?: true;
  readonly review?: string;
  readonly reviewLimit?: string;
  readonly model?: string;
  readonly quiet?: true;
}

const HELP = `
Writes one JSON record a document: what is known of it, its passages, their tags, and where
the words stand that speak for each tag. Offsets count UTF-16 code units of the decoded text
without its byte order mark. csv has a row a tag; xlsx has sheets of documents, passages, tags.
Files: txt md html docx odt doc wps pdf ofd, and zip archives of these; text in UTF-8, UTF-16,
GB18030 or Big5. Offsets count in the text as read; passages of pdf and ofd name their page.

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
  program
    .command('tag')
    .description('tag the passages of policy files with the tasks of a plan')
    .argument('[PATH...]', 'policy files, archives, and folders of them, searched to their depths')
    .option('--out <DIR>', 'write DIR/tags.FORMAT instead of to standard output')
    .option('--format <FORMAT>', TAG_FORMATS.join(', '), 'jsonl')
    .option(...TAXONOMY_OPTION)
    .option('--shard <i/n>', 'only the i-th of n parts of the inputs, from 1')
    .option('--passages <FILE>', 'tag single passages from a JSONL file, - for standard input')
    .option('--scores', 'the score of every concept on every passage (jsonl only)')
    .option('--review <FILE>', 'list the passages to check in a .jsonl or .csv file')
    .option('--review-limit <N>', `passages on that list (default: ${DEFAULT_REVIEW_LIMIT})`)
    .option(...MODEL_OPTION)
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
  if (format !== 'jsonl' && flags.scores === true) {
    throw usage(`expected jsonl with --scores, received ${describeReceived(format)} (--format)`);
  }
  const shard = flags.shard === undefined ? undefined : parseShard(flags.shard);
  const review = parseReviewFlags(flags, shard);
  const scores = flags.scores === true;
  const options = { format, out, shard, review, scores, quiet: flags.quiet === true };
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
  const review = parseReviewFlags(flags, undefined);
  const options = { out, review, scores: flags.scores === true, quiet: flags.quiet === true };
  return tagPassageLines(await prepareAnalyzer(flags), file, options);
}

function usage(message: string): ZhengceError {
  return new ZhengceError('invalid-argument', `tag: ${message}`);
}

async function prepareAnalyzer(flags: TagFlags): Promise<Analyzer> {
  const taxonomy = await readTaxonomyOption(flags.taxonomy, 'tag');
  return createAnalyzer({ taxonomy, ...(await readModelOption(flags.model, taxonomy, 'tag')) });
}
