/**
 * readPolicyFile: one file to its text.
 *
 * @module
 */
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Diagnostic, ZhengceError } from '../errors';
import { decodeText, type TextEncoding } from './decode-text';
import { describeFailure, refuseIrregular } from './read-failure';

/** The formats that are read, by extension. */
export type PolicyFileFormat = 'txt' | 'md';

/** What a reader gives. */
export interface ReadResult {
  readonly path: string;
  readonly format: PolicyFileFormat;
  /** The decoded text, byte order mark left out, otherwise untouched: the source that spans point into. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Size of the file. */
  readonly bytes: number;
  /** What was cut off or damaged. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Options of {@link readPolicyFile}. */
export interface ReadPolicyFileOptions {
  /** Largest file that is read, in bytes. Default: 64 MiB. Raising it raises the memory that one file may take. */
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

/** The format of a path by its extension, or undefined for one that is not read. */
export function detectFormat(path: string): PolicyFileFormat | undefined {
  return FORMATS.get(extname(path).toLowerCase());
}

/**
 * The text of a policy file. Encodings: UTF-8 and UTF-16 with and without byte order mark, GB18030, Big5.
 *
 * @throws ZhengceError `read-failed` where the file cannot be read
 * @throws ZhengceError `unsupported-format` for another extension, or for binary data under a text extension
 * @throws ZhengceError `input-too-large` above `maxBytes`
 * @throws ZhengceError `undecodable-text` where the bytes are text in no known encoding
 */
export async function readPolicyFile(
  path: string,
  options: ReadPolicyFileOptions = {},
): Promise<ReadResult> {
  const format = detectFormat(path);
  if (format === undefined) throw refuseExtension(path);
  const bytes = await readBytes(path, options.maxBytes ?? DEFAULT_MAX_BYTES);
  const { text, encoding, diagnostics } = decodeText(bytes, path);
  return Object.freeze({
    path,
    format,
    text,
    encoding,
    bytes: bytes.length,
    diagnostics: Object.freeze(diagnostics),
  });
}

async function readBytes(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const stats = await stat(path);
    // A pipe has no size to check, and reading one may never end.
    if (!stats.isFile()) throw refuseIrregular(path, stats);
    if (stats.size > maxBytes) throw refuseSize(path, stats.size, maxBytes);
    return await readFile(path);
  } catch (cause) {
    throw cause instanceof ZhengceError ? cause : describeFailure(path, cause);
  }
}

function refuseExtension(path: string): ZhengceError {
  return new ZhengceError(
    'unsupported-format',
    `readPolicyFile: expected a .txt or .md file, received "${extname(path)}" (${path})`,
  );
}

function refuseSize(path: string, size: number, limit: number): ZhengceError {
  return new ZhengceError(
    'input-too-large',
    `readPolicyFile: expected at most ${String(limit)} bytes, received "${String(size)}" (${path})`,
    { details: { limit, size } },
  );
}
