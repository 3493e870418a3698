/**
 * readPolicyFile: one file to its text.
 *
 * @module
 */
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Diagnostic, ZhengceError } from '../errors';
import { decodeText, type TextEncoding } from './decode-text';

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
  readonly diagnostics: readonly Diagnostic[];
}

/** Options of {@link readPolicyFile}. */
export interface ReadPolicyFileOptions {
  /** Largest file that is read, in bytes. Default: 64 MiB. Raising it raises the memory that one file may take. */
  readonly maxBytes?: number;
}

/** The default of `maxBytes`: 64 MiB. */
export const DEFAULT_MAX_BYTES: number = 64 * 1024 * 1024;

const FORMATS: Readonly<Record<string, PolicyFileFormat>> = { '.txt': 'txt', '.text': 'txt', '.md': 'md', '.markdown': 'md' };

/** The format of a path by its extension, or undefined for one that is not read. */
export function detectFormat(path: string): PolicyFileFormat | undefined {
  return FORMATS[extname(path).toLowerCase()];
}

/**
 * The text of a policy file. Encodings: UTF-8 and UTF-16 with and without byte order mark, GB18030, Big5.
 *
 * @throws ZhengceError `read-failed` where the file cannot be read
 * @throws ZhengceError `unsupported-format` for another extension, or for binary data under a text extension
 * @throws ZhengceError `input-too-large` above `maxBytes`
 * @throws ZhengceError `undecodable-text` where the bytes are text in no known encoding
 */
export async function readPolicyFile(path: string, options: ReadPolicyFileOptions = {}): Promise<ReadResult> {
  const format = detectFormat(path);
  if (format === undefined) {
    throw new ZhengceError('unsupported-format', `readPolicyFile: expected a .txt or .md file, received "${extname(path)}" (${path})`);
  }
  const bytes = await readBytes(path, options.maxBytes ?? DEFAULT_MAX_BYTES);
  const decoded = decodeText(bytes, path);
  return Object.freeze({ path, format, bytes: bytes.length, ...decoded, diagnostics: Object.freeze(decoded.diagnostics) });
}

async function readBytes(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) {
      const limit = String(maxBytes);
      throw new ZhengceError('input-too-large', `readPolicyFile: expected at most ${limit} bytes, received "${String(size)}" (${path})`, {
        details: { limit: maxBytes, size },
      });
    }
    return await readFile(path);
  } catch (cause) {
    throw cause instanceof ZhengceError ? cause : describeFailure(path, cause);
  }
}

/** The `read-failed` error for a fault of the file system. */
export function describeFailure(path: string, cause: unknown): ZhengceError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown fault';
  return new ZhengceError('read-failed', `readPolicyFile: expected a readable file, received ${code} (${path})`, { cause });
}
