/**
 * The journal of a run: which results are in its data, where, and of what. One JSON line a file, after a line that says how they were made.
 *
 * @module
 */
import { type FileHandle, open } from 'node:fs/promises';
import * as z from 'zod';
import type { PolicyFile } from '../../read';
import { hasCode } from '../error-code';
import { readLines } from '../read-lines';
import { hashBytes } from './hashes';
import type { TagYield } from './tag-file';

/** What is known of a file that is done. */
export interface JournalEntry {
  readonly path: string;
  readonly member?: readonly string[] | undefined;
  readonly id: string;
  /** SHA-256 of the file's bytes; null where they could not be read. */
  readonly content: string | null;
  /** Where its bytes stand in the data. */
  readonly offset: number;
  readonly length: number;
  /** SHA-256 of those. */
  readonly digest: string;
  /** Hash of its text, by which copies are found. */
  readonly text: string | null;
  /** How much it gave; null where there is no record. */
  readonly yield: TagYield | null;
  /** Why there is no record. */
  readonly problem?: { readonly code: string; readonly message: string } | undefined;
}

/** How results were made: those of another version, plan or format are not mixed with these. */
export interface JournalHeader {
  readonly journal: 2;
  readonly version: string;
  /** Hash of all options that decide what is written. */
  readonly options: string;
}

const headerSchema: z.ZodType<JournalHeader> = z.strictObject({
  journal: z.literal(2),
  version: z.string(),
  options: z.string(),
});

const entrySchema: z.ZodType<JournalEntry> = z.strictObject({
  path: z.string(),
  member: z.array(z.string()).optional(),
  id: z.string(),
  content: z.string().nullable(),
  offset: z.int().min(0),
  length: z.int().min(0),
  digest: z.string(),
  text: z.string().nullable(),
  yield: z.strictObject({ passages: z.int().min(0), tags: z.int().min(0) }).nullable(),
  problem: z.strictObject({ code: z.string(), message: z.string() }).optional(),
});

/** The entries of a journal whose results are really there. */
export interface JournalContent {
  /** `other`: made by another version or with other options. `none`: no journal that can be read. */
  readonly kind: 'found' | 'other' | 'none';
  readonly entries: readonly JournalEntry[];
  /** Bytes of the journal up to the last of them. */
  readonly journalBytes: number;
  /** Bytes of the data up to the end of the last of them. */
  readonly dataBytes: number;
}

const NONE: JournalContent = { kind: 'none', entries: [], journalBytes: 0, dataBytes: 0 };

/** The first line of a journal. */
export function formatJournalHeader({ journal, version, options }: JournalHeader): string {
  return `${JSON.stringify({ journal, version, options })}\n`;
}

/** The line of an entry: the same bytes wherever the entry comes from. */
export function formatJournalLine(entry: JournalEntry): string {
  const { path, member, id, content, offset, length, digest, text, yield: given, problem } = entry;
  const whole = { path, member, id, content, offset, length, digest, text, yield: given, problem };
  return `${JSON.stringify(whole)}\n`;
}

/** Under what an entry is found: the file, and the id that stands in its record. */
export function keyEntry({ path, member = [], id }: PolicyFile | JournalEntry): string {
  return [id, path, ...member].join('\0');
}

/**
 * The entries of a journal up to the first that is cut off, or that the data does not bear out: a process may have been killed while it wrote either. Every byte of the
 * data is read and its hash compared; memory is that of the entries and the largest result.
 */
export async function readJournal(
  journalPath: string,
  dataPath: string,
  header: JournalHeader,
  preamble: Uint8Array,
): Promise<JournalContent> {
  const data = await openExisting(dataPath);
  if (data === undefined) return NONE;
  try {
    return await readEntries(journalPath, data, header, preamble);
  } finally {
    await data.close();
  }
}

async function readEntries(
  journalPath: string,
  data: FileHandle,
  header: JournalHeader,
  preamble: Uint8Array,
): Promise<JournalContent> {
  const journal = await openExisting(journalPath);
  if (journal === undefined) return NONE;
  const { size } = await journal.stat();
  const entries: JournalEntry[] = [];
  let [journalBytes, dataBytes] = [0, preamble.length];
  let hasHeader = false;
  for await (const line of readLines(journal.createReadStream())) {
    const end = journalBytes + line.length + 1;
    // A line without its line feed was cut off.
    if (end > size) break;
    const value = parseJson(line);
    if (!hasHeader) {
      const found = headerSchema.safeParse(value);
      if (!found.success) return NONE;
      if (!isSame(found.data, header)) return { ...NONE, kind: 'other' };
      if (!(await holds(data, 0, preamble.length, hashBytes(preamble)))) return NONE;
      hasHeader = true;
    } else {
      const entry = entrySchema.safeParse(value);
      if (!entry.success || entry.data.offset !== dataBytes) break;
      const { offset, length, digest } = entry.data;
      if (!(await holds(data, offset, length, digest))) break;
      entries.push(entry.data);
      dataBytes += length;
    }
    journalBytes = end;
  }
  return hasHeader ? { kind: 'found', entries, journalBytes, dataBytes } : NONE;
}

function isSame(a: JournalHeader, b: JournalHeader): boolean {
  return a.version === b.version && a.options === b.options;
}

/** Whether these bytes are the ones of the hash. */
async function holds(
  data: FileHandle,
  offset: number,
  length: number,
  digest: string,
): Promise<boolean> {
  const bytes = await readBytesAt(data, offset, length);
  return bytes.length === length && hashBytes(bytes) === digest;
}

/** The bytes at a place, fewer where the file ends before. */
export async function readBytesAt(
  file: FileHandle,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const { size } = await file.stat();
  // What a damaged line claims is not allotted.
  if (offset + length > size) return new Uint8Array();
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

async function openExisting(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parseJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}
