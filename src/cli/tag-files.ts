/**
 * Tags files: reads, parses and tags one after the other, writes as it goes, and lists what failed.
 *
 * @module
 */
import { join } from 'node:path';
import type { Analyzer } from '../analyzer';
import { ZhengceError } from '../errors';
import { listPolicyFiles, type PolicyFile, type ReadFailure, readListedFile, type ReadSuccess } from '../read';
import type { TaggedDocumentRecord } from '../report';
import { createDocumentRecord, formatCsvHeader, formatCsvRows, formatJsonLine, type WorkbookEntry, writeWorkbook } from '../report';
import { openFileOutput, openStandardOutput, type Output } from './output';
import { createProgress } from './progress';
import { selectShard, type Shard } from './shard';

/** The formats of `zhengce tag`. */
export const TAG_FORMATS = ['jsonl', 'csv', 'xlsx'] as const;
export type TagFormat = (typeof TAG_FORMATS)[number];

/** Whether a word names a format. */
export function isTagFormat(word: string): word is TagFormat {
  return TAG_FORMATS.some((format) => format === word);
}

/** Options of {@link tagFiles}. */
export interface TagFilesOptions {
  readonly format: TagFormat;
  /** Folder to write to; standard output where undefined. */
  readonly out: string | undefined;
  readonly shard: Shard | undefined;
  readonly quiet: boolean;
}

/** What failed, and why. */
interface Failure {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Tags the files under `paths`; the exit status. One file that fails does not stop the others. */
export async function tagFiles(analyzer: Analyzer, paths: readonly string[], options: TagFilesOptions): Promise<number> {
  const began = Date.now();
  const listed = await listPolicyFiles(paths);
  const files = options.shard === undefined ? listed.files : selectShard(listed.files, options.shard);
  // Every shard sees what could not be listed; only the first reports it, so that it is reported once.
  const unlisted = options.shard === undefined || options.shard.index === 1 ? listed.failures : [];
  const failures: Failure[] = unlisted.map(({ path, error }) => ({ path, code: error.code, message: error.message }));
  const output = options.out === undefined ? openStandardOutput() : await openFileOutput(nameOutput(options.out, options));
  const interrupted = stopOnInterrupt();
  try {
    failures.push(...(await writeAll(analyzer, files, output, options)));
    await output.finish();
  } catch (error) {
    await output.discard();
    throw error;
  } finally {
    interrupted.release();
  }
  listFailures(failures);
  if (!options.quiet) summarise({ files: files.length, failures: failures.length, skipped: listed.skipped, began });
  return failures.length > 0 || listed.files.length === 0 ? 1 : 0;
}

function nameOutput(folder: string, { format, shard }: TagFilesOptions): string {
  const part = shard === undefined ? '' : `-${String(shard.index).padStart(String(shard.count).length, '0')}-of-${String(shard.count)}`;
  return join(folder, `tags${part}.${format}`);
}

/** An interrupt ends the process at once; the output removes its temporary file on exit. */
function stopOnInterrupt(): { readonly release: () => void } {
  const stop = (): void => {
    process.exit(130);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    release: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}

async function writeAll(
  analyzer: Analyzer, files: readonly PolicyFile[], output: Output, options: TagFilesOptions,
): Promise<readonly Failure[]> {
  const writer = createRecordWriter(output, options);
  const failures: Failure[] = [];
  const progress = createProgress(options.quiet);
  progress.start(files.length);
  try {
    await writer.begin();
    for (const file of files) {
      const item = await readListedFile(file);
      const failure = item.kind === 'failure' ? describeFailure(item) : await tagFile(analyzer, item, writer);
      if (failure !== undefined) failures.push(failure);
      progress.advance();
    }
    await writer.end();
  } finally {
    progress.stop();
  }
  return failures;
}

async function tagFile(analyzer: Analyzer, item: ReadSuccess, writer: RecordWriter): Promise<Failure | undefined> {
  let record: TaggedDocumentRecord;
  try {
    const document = analyzer.tag(analyzer.parse(item.text, { id: item.id }));
    record = createDocumentRecord(document, item.path, item.diagnostics);
  } catch (error) {
    if (error instanceof ZhengceError) return { path: item.path, code: error.code, message: error.message };
    throw error;
  }
  await writer.add(record, item.text);
  return undefined;
}

function describeFailure({ path, error }: ReadFailure): Failure {
  return { path, code: error.code, message: error.message };
}

/** Writes records in one format. */
interface RecordWriter {
  begin(): Promise<void>;
  add(record: TaggedDocumentRecord, source: string): Promise<void>;
  end(): Promise<void>;
}

function createRecordWriter(output: Output, { format, shard }: TagFilesOptions): RecordWriter {
  const nothing = (): Promise<void> => Promise.resolve();
  if (format === 'jsonl') {
    return { begin: nothing, add: (record) => output.write(formatJsonLine(record)), end: nothing };
  }
  if (format === 'csv') {
    // Parts concatenate to the whole, so only the first has the heading.
    const begin = shard === undefined || shard.index === 1 ? () => output.write(formatCsvHeader()) : nothing;
    return { begin, add: (record, source) => output.write(formatCsvRows(record, source)), end: nothing };
  }
  const entries: WorkbookEntry[] = [];
  return {
    begin: nothing,
    add: (record, source) => {
      entries.push({ record, source });
      return Promise.resolve();
    },
    end: async () => output.write(await writeWorkbook(entries)),
  };
}

function listFailures(failures: readonly Failure[]): void {
  for (const { path, code, message } of failures) process.stderr.write(`zhengce: ${path}: [${code}] ${message}\n`);
}

interface Summary {
  readonly files: number;
  readonly failures: number;
  readonly skipped: number;
  /** When the run began, in milliseconds. */
  readonly began: number;
}

function summarise({ files, failures, skipped, began }: Summary): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const passed = skipped === 0 ? '' : `, ${String(skipped)} passed over (hidden, or neither .txt nor .md)`;
  process.stderr.write(`zhengce: ${String(files)} files in ${seconds} s, ${String(failures)} failed${passed}\n`);
  if (files === 0) process.stderr.write('zhengce: no .txt or .md file was found under the paths given\n');
}
