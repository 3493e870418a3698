/**
 * `--dry-run`: what would be read, and what would not and why.
 *
 * @module
 */
import {
  createFileSniffer,
  DEFAULT_READ_LIMITS,
  type FileSniffer,
  type ListedPolicyFile,
  listPolicyFiles,
  type PolicyFileFormat,
  type ReadPolicyFolderOptions,
} from '../read';
import { withOutput } from './output';
import { describePlace, describeProblem, type Problem, printProblem } from './problems';
import { type Shard, selectShard } from './shard';

/** What the help says of it. */
export const DRY_RUN_OPTION: readonly [flags: string, description: string] = [
  '--dry-run',
  'only list what would be read (read, format, bytes, path) and what not (skip, reason, -, path)',
];

/** Options of {@link listDryRun}. */
export interface DryRunOptions {
  readonly reading: ReadPolicyFolderOptions;
  readonly shard?: Shard | undefined;
  readonly quiet: boolean;
}

/**
 * Lists the inputs under some paths on standard output, a line each, its fields parted by tabs; the exit status, 1 where an input could not be listed, would be refused, or there
 * is none. Texts and PDF are known by their first bytes, other files by what their containers hold: what is damaged further in is not seen. What is passed over comes first and, like what
 * could not be listed, with the first shard alone, so that the listings of the shards, one after the other, are the whole.
 */
export async function listDryRun(
  paths: readonly string[],
  { reading, shard, quiet }: DryRunOptions,
): Promise<number> {
  const listed = await listPolicyFiles(paths, reading);
  const files = shard === undefined ? listed.files : selectShard(listed.files, shard);
  const isFirst = shard === undefined || shard.index === 1;
  const skipped = isFirst ? listed.skipped : [];
  const problems = isFirst
    ? listed.failures.map(({ path, error }) => describeProblem(path, error))
    : [];
  const sniff = createFileSniffer(reading);
  let [count, bytes] = [0, 0];
  await withOutput(undefined, async (output) => {
    for (const { path, reason } of skipped)
      await output.write(formatRow('skip', reason, '-', path));
    for (const file of files) {
      const path = describePlace(file);
      const format = await judge(file, sniff, reading);
      const isRefused = typeof format === 'object';
      if (isRefused) problems.push(format);
      else [count, bytes] = [count + 1, bytes + file.bytes];
      const word = (isRefused ? file.format : format) ?? 'unknown';
      await output.write(formatRow(isRefused ? 'refuse' : 'read', word, String(file.bytes), path));
    }
  });
  problems.forEach(printProblem);
  if (!quiet) {
    process.stderr.write(
      `zhengce: ${String(count)} files of ${String(bytes)} bytes would be read, ${String(skipped.length)} passed over, ${String(problems.length)} would fail, as far as a first look shows; nothing done\n`,
    );
  }
  return problems.length > 0 || listed.files.length === 0 ? 1 : 0;
}

/** The format that a file would be read as, or why it would not. */
async function judge(
  file: ListedPolicyFile,
  sniff: FileSniffer,
  { maxBytes = DEFAULT_READ_LIMITS.maxBytes }: ReadPolicyFolderOptions,
): Promise<PolicyFileFormat | Problem> {
  const place = describePlace(file);
  if (file.member === undefined && file.bytes > maxBytes) {
    const message = `expected at most ${String(maxBytes)} bytes, received "${String(file.bytes)}"`;
    return { place, code: 'input-too-large', message };
  }
  try {
    return await sniff(file);
  } catch (error) {
    return describeProblem(place, error);
  }
}

/** Tabs and line ends in a name would make two fields or rows of it. */
function formatRow(...fields: readonly string[]): string {
  return `${fields.map((field) => field.replace(/[\t\n\r]/g, '?')).join('\t')}\n`;
}
