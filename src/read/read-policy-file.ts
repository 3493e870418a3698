/**
 * readPolicyFile: one file to its text.
 *
 * @module
 */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Diagnostic, describeReceived, ZhengceError } from '../errors';
import { type DecodedText, decodeText, type TextEncoding } from './decode-text';

/** The formats that are read, by extension. */
export type PolicyFileFormat = 'txt' | 'md';

/** What a reader gives. */
export interface ReadResult {
  readonly path: string;
  readonly format: PolicyFileFormat;
  /** The decoded text, byte order mark left out, otherwise untouched: the source that spans point into. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** What the container of the text says about it (a title, a date). Always empty for txt and md; the front matter of md is part of the text. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Size of the file. */
  readonly bytes: number;
  /** `empty-file`, `file-cut-off`, `damaged-encoding`, or none. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Options of {@link readPolicyFile}. */
export interface ReadPolicyFileOptions {
  /** Largest file that is read, in bytes, ≥ 0. Default: 64 MiB. Raising it raises the memory that one file may take, about four times the size. */
  readonly maxBytes?: number;
}

/** The default of `maxBytes`: 64 MiB. */
export const DEFAULT_MAX_BYTES: number = 64 * 1024 * 1024;

const FORMATS: ReadonlyMap<string, PolicyFileFormat> = new Map([
  ['.txt', 'txt'],
  ['.text', 'txt'],
  ['.md', 'md'],
  ['.markdown', 'md'],
]);

/** The format of a path by its extension, whatever its case; undefined for one that is not read. */
export function detectFormat(path: string): PolicyFileFormat | undefined {
  return FORMATS.get(extname(path).toLowerCase());
}

/**
 * The text of a policy file. Encodings: UTF-8 and UTF-16 with and without byte order mark, GB18030, Big5. An empty file gives an
 * empty text and a Diagnostic. Linear.
 *
 * @throws ZhengceError `read-failed` where the file cannot be read, or is a folder or a device; `cause` is the system's error
 * @throws ZhengceError `unsupported-format` for another extension, or for binary data under a text extension
 * @throws ZhengceError `input-too-large` above `maxBytes`
 * @throws ZhengceError `undecodable-text` where the bytes are text in no known encoding
 * @throws ZhengceError `invalid-argument` where `maxBytes` is no number ≥ 0
 */
export async function readPolicyFile(
  path: string,
  options: ReadPolicyFileOptions = {},
): Promise<ReadResult> {
  const maxBytes = assertMaxBytes(options.maxBytes ?? DEFAULT_MAX_BYTES);
  const format = detectFormat(path);
  if (format === undefined) throw refuseExtension(path);
  const bytes = await readBytes(path, maxBytes);
  const { text, encoding, diagnostics } = bytes.length === 0 ? EMPTY : decodeText(bytes, path);
  return Object.freeze({
    path,
    format,
    text,
    encoding,
    metadata: NO_METADATA,
    bytes: bytes.length,
    diagnostics: Object.freeze(diagnostics),
  });
}

const NO_METADATA: Readonly<Record<string, string>> = Object.freeze({});

const EMPTY: DecodedText = {
  text: '',
  encoding: 'utf-8',
  diagnostics: [
    {
      ruleId: 'empty-file',
      severity: 'warning',
      span: { start: 0, end: 0 },
      message: 'the file is empty',
    },
  ],
};

function assertMaxBytes(maxBytes: number): number {
  if (maxBytes >= 0) return maxBytes;
  throw new ZhengceError(
    'invalid-argument',
    `readPolicyFile: expected a number of bytes ≥ 0, received ${describeReceived(maxBytes)} (options.maxBytes)`,
  );
}

function refuseExtension(path: string): ZhengceError {
  return new ZhengceError(
    'unsupported-format',
    `readPolicyFile: expected a .txt or .md file, received ${describeReceived(extname(path))}: save it as text (${path})`,
  );
}

const OPEN_FLAGS = constants.O_RDONLY | constants.O_NONBLOCK;

async function readBytes(path: string, maxBytes: number): Promise<Uint8Array> {
  let file: FileHandle | undefined;
  try {
    // Opening a pipe without a writer would wait for ever; asked this way it does not.
    file = await open(path, OPEN_FLAGS);
    const stats = await file.stat();
    if (!stats.isFile())
      throw describeFailure(path, { code: stats.isDirectory() ? 'EISDIR' : 'no regular file' });
    if (stats.size > maxBytes) throw refuseSize(path, stats.size, maxBytes);
    return await file.readFile();
  } catch (cause) {
    throw cause instanceof ZhengceError ? cause : describeFailure(path, cause);
  } finally {
    await file?.close();
  }
}

function refuseSize(path: string, size: number, limit: number): ZhengceError {
  return new ZhengceError(
    'input-too-large',
    `readPolicyFile: expected at most ${String(limit)} bytes, received ${describeReceived(size)}: split the file, or raise maxBytes (${path})`,
    { details: { limit, size } },
  );
}

/** The `read-failed` error for a fault of the file system. */
export function describeFailure(path: string, cause: unknown): ZhengceError {
  const code = cause instanceof Object && 'code' in cause ? String(cause.code) : 'unknown fault';
  return new ZhengceError(
    'read-failed',
    `readPolicyFile: expected a readable file, received ${describeReceived(code)} (${path})`,
    { cause },
  );
}
