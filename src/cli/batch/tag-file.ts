/**
 * tagFile: one file to what is written of it. Runs in the main thread or in one of the pool, with the same result.
 *
 * @module
 */
import type { Analyzer } from '../../analyzer';
import { findReadBlock, type PolicyFile, type ReadSuccess, readListedFile } from '../../read';
import { createDocumentRecord, type TaggedDocumentRecord, type WorkbookEntry } from '../../report';
import { describeProblem, type Problem } from '../problems';
import { formatRecord, type TagFormat } from '../record-writer';
import { hashBytes, hashContent, hashText } from './hashes';

/** A file to be tagged. */
export interface TagTask {
  readonly file: PolicyFile;
  /** The hash of the content that a result is at hand for; undefined where there is none. */
  readonly known: string | undefined;
}

/** What has become of a file. */
export interface TagOutcome {
  /** `unchanged`: the content is the known one, and nothing was done. */
  readonly kind: 'unchanged' | 'tagged' | 'failed';
  /** Of the file's bytes, of the whole archive for a document in one; undefined where they could not be read. */
  readonly content: string | undefined;
  /** Size of the file. */
  readonly bytes: number;
  /** What goes into the output; empty for a workbook. */
  readonly payload: Uint8Array;
  /** Hash of the payload. */
  readonly digest: string;
  /** Hash of the text without white space; undefined where there is none. */
  readonly text: string | undefined;
  readonly entry: WorkbookEntry | undefined;
  readonly problem: Problem | undefined;
  readonly milliseconds: number;
}

const NOTHING = new Uint8Array();
const EMPTY = {
  content: undefined,
  bytes: 0,
  payload: NOTHING,
  digest: hashBytes(NOTHING),
  text: undefined,
  entry: undefined,
  problem: undefined,
} as const;

/** Reads and tags a file. Never rejects for a fault of the file. The analyzer is asked for only where there is something to do. */
export async function tagFile(
  getAnalyzer: () => Promise<Analyzer>,
  format: TagFormat,
  { file, known }: TagTask,
): Promise<TagOutcome> {
  // Hashed before it is read: a file that changes in between is done again the next time.
  const found = await hashContent(file);
  const content = found?.hash;
  const whole = { ...EMPTY, content, bytes: found?.bytes ?? 0 };
  if (content !== undefined && content === known)
    return { ...whole, kind: 'unchanged', milliseconds: 0 };
  const analyzer = await getAnalyzer();
  const began = performance.now();
  const result = await readAndTag(analyzer, format, file);
  return { ...whole, ...result, milliseconds: performance.now() - began };
}

/** What has become of a file that the thread did not survive. */
export function createFailure(problem: Problem): TagOutcome {
  return { ...EMPTY, kind: 'failed', problem, milliseconds: 0 };
}

/** How a file is called in messages and records. */
export function describePlace({ path, member }: PolicyFile): string {
  return [path, ...(member ?? [])].join('/');
}

type Result = Pick<TagOutcome, 'kind'> & Partial<TagOutcome>;

async function readAndTag(
  analyzer: Analyzer,
  format: TagFormat,
  file: PolicyFile,
): Promise<Result> {
  try {
    const item = await readListedFile(file);
    if (item.kind === 'failure') throw item.error;
    return formatResult(format, createRecord(analyzer, item), item.text);
  } catch (error) {
    return { kind: 'failed', problem: describeProblem(describePlace(file), error) };
  }
}

function createRecord(analyzer: Analyzer, item: ReadSuccess): TaggedDocumentRecord {
  const { id, path, text, metadata, blocks, diagnostics } = item;
  const tagged = analyzer.tag(analyzer.parse(text, { id, metadata }));
  return createDocumentRecord(
    tagged,
    path,
    diagnostics,
    (offset) => findReadBlock(blocks, offset)?.page,
  );
}

function formatResult(format: TagFormat, record: TaggedDocumentRecord, source: string): Result {
  const text = hashText(source);
  if (format === 'xlsx') return { kind: 'tagged', text, entry: { record, source } };
  const payload = new TextEncoder().encode(formatRecord(format, record, source));
  return { kind: 'tagged', text, payload, digest: hashBytes(payload) };
}
