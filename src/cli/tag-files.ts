/**
 * Tags files: reads, parses and tags one after the other, writes as it goes, and lists what failed.
 *
 * @module
 */
import { join } from 'node:path';
import type { Analyzer } from '../analyzer';
import {
  findReadBlock,
  listPolicyFiles,
  type PolicyFile,
  type PolicyFileList,
  type ReadPolicyFolderOptions,
  type ReadSuccess,
  readListedFile,
} from '../read';
import { createDocumentRecord, type TaggedDocumentRecord } from '../report';
import { withOutput } from './output';
import { describeProblem, type Problem, printProblem } from './problems';
import { startProgress } from './progress';
import { createRecordWriter, type RecordWriter, type TagFormat } from './record-writer';
import { type Shard, selectShard } from './shard';

/** Options of {@link tagFiles}. */
export interface TagFilesOptions {
  readonly format: TagFormat;
  /** Folder to write to; standard output where undefined. */
  readonly out: string | undefined;
  readonly shard: Shard | undefined;
  /** Which files are wanted, and bounds of the readers. */
  readonly reading: ReadPolicyFolderOptions;
  /** No progress and no summary; problems are listed all the same. */
  readonly quiet: boolean;
}

/**
 * Tags the files under `paths`; the exit status: 0, or 1 where an input failed or there was none. One file that fails does not stop the others. Where no
 * file is found nothing is written.
 *
 * @throws ZhengceError `write-failed`; `input-too-large` where a workbook would have more rows than Excel allows
 */
export async function tagFiles(
  analyzer: Analyzer,
  paths: readonly string[],
  options: TagFilesOptions,
): Promise<number> {
  const began = Date.now();
  const listed = await listPolicyFiles(paths, options.reading);
  const problems = listProblems(listed, options.shard);
  if (listed.files.length === 0) return reportNothingFound(listed, problems);
  const { shard } = options;
  const files = shard === undefined ? listed.files : selectShard(listed.files, shard);
  problems.push(...(await writeRecords(analyzer, files, options)));
  problems.forEach(printProblem);
  if (!options.quiet) printSummary(files.length, problems.length, listed.skipped.length, began);
  return problems.length > 0 ? 1 : 0;
}

/** Every shard sees what could not be listed; only the first reports it, so that it is reported once. */
function listProblems({ failures }: PolicyFileList, shard: Shard | undefined): Problem[] {
  if (shard !== undefined && shard.index !== 1) return [];
  return failures.map(({ path, error }) => describeProblem(path, error));
}

async function writeRecords(
  analyzer: Analyzer,
  files: readonly PolicyFile[],
  options: TagFilesOptions,
): Promise<readonly Problem[]> {
  const { format, out, shard } = options;
  const path = out === undefined ? undefined : join(out, nameOutput(format, shard));
  return withOutput(path, async (output) => {
    const writer = createRecordWriter(output, format, shard);
    await writer.begin();
    const problems = await addRecords(analyzer, files, writer, options);
    await writer.end();
    return problems;
  });
}

/** Records that scroll by on the same terminal show the progress themselves; a bar would break them. */
function isSilent({ out, quiet }: TagFilesOptions): boolean {
  return quiet || (out === undefined && process.stdout.isTTY);
}

function nameOutput(format: TagFormat, shard: Shard | undefined): string {
  if (shard === undefined) return `tags.${format}`;
  const count = String(shard.count);
  // With leading zeros the parts are in order under `cat tags-*`.
  return `tags-${String(shard.index).padStart(count.length, '0')}-of-${count}.${format}`;
}

async function addRecords(
  analyzer: Analyzer,
  files: readonly PolicyFile[],
  writer: RecordWriter,
  options: TagFilesOptions,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const progress = startProgress({ total: files.length, unit: 'files', quiet: isSilent(options) });
  try {
    for (const file of files) {
      const problem = await addRecord(analyzer, file, writer, options.reading);
      if (problem !== undefined) problems.push(problem);
      progress.advance();
    }
  } finally {
    progress.stop();
  }
  return problems;
}

async function addRecord(
  analyzer: Analyzer,
  file: PolicyFile,
  writer: RecordWriter,
  reading: ReadPolicyFolderOptions,
): Promise<Problem | undefined> {
  const item = await readListedFile(file, reading);
  if (item.kind === 'failure') return describeProblem(item.path, item.error);
  const record = tagText(analyzer, item);
  if ('code' in record) return record;
  await writer.add(record, item.text);
  return undefined;
}

function tagText(analyzer: Analyzer, item: ReadSuccess): TaggedDocumentRecord | Problem {
  const { id, path, text, metadata, blocks, diagnostics } = item;
  try {
    const tagged = analyzer.tag(analyzer.parse(text, { id, metadata }));
    return createDocumentRecord(tagged, path, diagnostics, (offset) => {
      return findReadBlock(blocks, offset)?.page;
    });
  } catch (error) {
    return describeProblem(path, error);
  }
}

function reportNothingFound({ skipped }: PolicyFileList, problems: readonly Problem[]): number {
  problems.forEach(printProblem);
  const passed = skipped.length === 0 ? '' : `; ${describeSkipped(skipped.length)}`;
  process.stderr.write(`zhengce: no policy file under the paths given${passed}\n`);
  return 1;
}

function describeSkipped(skipped: number): string {
  return `${String(skipped)} passed over (--dry-run says why)`;
}

function printSummary(files: number, failed: number, skipped: number, began: number): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const passed = skipped === 0 ? '' : `, ${describeSkipped(skipped)}`;
  process.stderr.write(
    `zhengce: ${String(files)} ${files === 1 ? 'file' : 'files'} in ${seconds} s, ${String(failed)} failed${passed}\n`,
  );
}
