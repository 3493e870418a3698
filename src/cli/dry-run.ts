/**
 * `--dry-run`: what would be read, and what would not and why.
 *
 * @module
 */
import { DEFAULT_READ_LIMITS, listPolicyFiles, type ReadPolicyFolderOptions } from '../read';
import { withOutput } from './output';
import { describePlace, describeProblem, printProblem } from './problems';
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
 * Lists the inputs under some paths on standard output, a line each, its fields parted by tabs; the exit status, 1 where an input could not be listed, is too large, or there is
 * none. Only folders and the directories of archives are read. What is passed over comes first and, like what failed, with the first shard alone, so that the listings of the
 * shards, one after the other, are the whole.
 */
export async function listDryRun(
  paths: readonly string[],
  { reading, shard, quiet }: DryRunOptions,
): Promise<number> {
  const listed = await listPolicyFiles(paths, reading);
  const files = shard === undefined ? listed.files : selectShard(listed.files, shard);
  const isFirst = shard === undefined || shard.index === 1;
  const { maxBytes = DEFAULT_READ_LIMITS.maxBytes } = reading;
  const skipped = isFirst ? listed.skipped : [];
  const failures = isFirst ? listed.failures : [];
  let [bytes, tooLarge] = [0, 0];
  await withOutput(undefined, async (output) => {
    for (const { path, reason } of skipped)
      await output.write(formatRow('skip', reason, '-', path));
    for (const file of files) {
      const path = describePlace(file);
      const isTooLarge = file.member === undefined && file.bytes > maxBytes;
      if (isTooLarge) tooLarge += 1;
      else bytes += file.bytes;
      const verb = isTooLarge ? 'refuse' : 'read';
      await output.write(formatRow(verb, file.format ?? 'unknown', String(file.bytes), path));
    }
  });
  for (const { path, error } of failures) printProblem(describeProblem(path, error));
  if (!quiet) {
    process.stderr.write(
      `zhengce: ${String(files.length - tooLarge)} files of ${String(bytes)} bytes would be read, ${String(skipped.length)} passed over, ${String(failures.length + tooLarge)} would fail; nothing done\n`,
    );
  }
  return failures.length + tooLarge > 0 || listed.files.length === 0 ? 1 : 0;
}

/** Tabs and line ends in a name would make two fields or rows of it. */
function formatRow(...fields: readonly string[]): string {
  return `${fields.map((field) => field.replace(/[\t\n\r]/g, '?')).join('\t')}\n`;
}
