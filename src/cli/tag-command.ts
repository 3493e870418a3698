/**
 * `zhengce tag`: its arguments, and which of its two forms is meant.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type Analyzer, createAnalyzer } from '../analyzer';
import { describeReceived, ZhengceError } from '../errors';
import { builtinTaxonomy, loadTaxonomy, type Taxonomy } from '../taxonomy';
import { parseShard } from './shard';
import { isTagFormat, TAG_FORMATS, tagFiles } from './tag-files';
import { tagPassageLines } from './tag-passage-lines';

interface TagFlags {
  readonly out?: string;
  readonly format: string;
  readonly taxonomy?: string;
  readonly shard?: string;
  readonly passages?: string;
  readonly quiet?: true;
}

const EXAMPLES = `
Examples:
  zhengce tag policies/ --out results            every .txt and .md file below policies/, to results/tags.jsonl
  zhengce tag a.txt b.md | jq .title             to standard output
  zhengce tag policies/ --out results --format xlsx
  zhengce tag policies/ --out results --shard 2/4   the second of four parts; the parts concatenate to the whole
  zhengce tag --passages passages.jsonl          one {"id","text","title"?,"headingPath"?} a line in, one {"id","tags"} a line out

Exit status: 0 done, 1 some inputs failed (listed on standard error), 2 wrong usage.`;

/** Adds the command `tag` to the program. */
export function addTagCommand(program: Command): void {
  program
    .command('tag')
    .description('tag the passages of policy files with the tasks of a plan')
    .argument('[PATH...]', '.txt and .md files, and folders of them')
    .option('--out <DIR>', 'write DIR/tags.FORMAT instead of standard output')
    .option('--format <FORMAT>', TAG_FORMATS.join(', '), 'jsonl')
    .option('--taxonomy <FILE>', 'a plan of your own in YAML (default: the 14th Five-Year Plan for National Informatization)')
    .option('--shard <i/n>', 'only the i-th of n parts of the inputs')
    .option('--passages <FILE>', 'tag single passages from a JSONL file, - for standard input')
    .option('--quiet', 'no progress and no summary')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], flags: TagFlags) => {
      process.exitCode = await runTag(paths, flags);
    });
}

async function runTag(paths: readonly string[], flags: TagFlags): Promise<number> {
  const { format, out } = flags;
  if (!isTagFormat(format)) {
    throw usage(`expected ${TAG_FORMATS.join(', ')}, received ${describeReceived(format)} (--format)`);
  }
  if (flags.passages !== undefined) return runTagPassages(paths, flags, flags.passages);
  if (paths.length === 0) throw usage('expected files or folders, or --passages FILE, received none (PATH)');
  if (format === 'xlsx' && out === undefined) throw usage('expected --out DIR with --format xlsx, received none (--out)');
  const shard = flags.shard === undefined ? undefined : parseShard(flags.shard);
  const analyzer = await prepareAnalyzer(flags);
  return tagFiles(analyzer, paths, { format, out, shard, quiet: flags.quiet === true });
}

async function runTagPassages(paths: readonly string[], flags: TagFlags, file: string): Promise<number> {
  if (paths.length > 0) throw usage(`expected no PATH with --passages, received ${describeReceived(paths[0])} (PATH)`);
  if (flags.format !== 'jsonl') throw usage(`expected jsonl with --passages, received ${describeReceived(flags.format)} (--format)`);
  if (flags.shard !== undefined) throw usage('expected no --shard with --passages (--shard)');
  return tagPassageLines(await prepareAnalyzer(flags), file, flags.out);
}

function usage(message: string): ZhengceError {
  return new ZhengceError('invalid-argument', `tag: ${message}`);
}

async function prepareAnalyzer({ taxonomy }: TagFlags): Promise<Analyzer> {
  return createAnalyzer({ taxonomy: taxonomy === undefined ? builtinTaxonomy : await readTaxonomy(taxonomy) });
}

async function readTaxonomy(path: string): Promise<Taxonomy> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new ZhengceError('invalid-argument', `tag: expected a readable taxonomy file, received ${describeReceived(path)} (--taxonomy)`, { cause });
  }
  return loadTaxonomy(text, { fileName: path });
}
