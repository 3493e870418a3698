/**
 * readPolicyFile: one file to its text.
 *
 * @module
 */
import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { ZhengceError } from '../errors';
import { detectContainer, detectFormat, READ_EXTENSIONS } from './file-formats';
import { readContent } from './read-content';
import { describeFailure, refuseIrregular } from './read-failure';
import { refuseBeyond } from './read-fault';
import { chooseLimits, type ReadLimits } from './read-limits';
import type { ReadContent, ReadResult } from './read-result';

/** Options of {@link readPolicyFile}: bounds, and where the reader runs. */
export interface ReadPolicyFileOptions extends Partial<ReadLimits> {
  /**
   * Whether formats other than text are read in a thread of their own, which is stopped where it takes too long or too much. Default: true. Without it a file
   * made to hang a reader hangs the process; turn it off where the caller runs in a thread that it watches itself.
   */
  readonly isolate?: boolean;
}

/**
 * The text of a policy file: txt, md, html, docx, odt, doc, wps, pdf, ofd, or a zip archive of one of them. The bytes decide what it is: a web page called `.doc`
 * is read as a web page, with a Diagnostic.
 *
 * @throws ZhengceError `read-failed` where the file cannot be read
 * @throws ZhengceError `unsupported-format` for another extension or another kind of file
 * @throws ZhengceError `invalid-input` for a damaged file
 * @throws ZhengceError `encrypted-file`, and `no-text` for one of pictures
 * @throws ZhengceError `input-too-large` beyond a bound, `timed-out` beyond the time
 * @throws ZhengceError `undecodable-text` where the bytes are text in no known encoding
 * @example
 * const { text, blocks } = await readPolicyFile('plan.pdf');
 * findReadBlock(blocks, text.indexOf('数据要素'))?.page // the page that the words stand on
 */
export async function readPolicyFile(
  path: string,
  options: ReadPolicyFileOptions = {},
): Promise<ReadResult> {
  return readPolicyMember(path, [], options);
}

/** The same for a document in archives: the way to it, names of entries, one an archive. */
export async function readPolicyMember(
  path: string,
  member: readonly string[],
  options: ReadPolicyFileOptions = {},
): Promise<ReadResult> {
  const limits = chooseLimits(options);
  if (detectFormat(path) === undefined) throw await refuseExtension(path);
  const { bytes, content } =
    member.length === 0
      ? await readWhole(path, limits, options)
      : await readMember(path, member, limits, options);
  const whole = [path, ...member].join('/');
  const diagnostics = Object.freeze(content.diagnostics);
  return Object.freeze({ ...content, path: whole, bytes, diagnostics });
}

interface Reading {
  /** Size of the file. */
  readonly bytes: number;
  readonly content: ReadContent;
}

async function readWhole(
  path: string,
  limits: ReadLimits,
  { isolate = true }: ReadPolicyFileOptions,
): Promise<Reading> {
  const bytes = await readBytes(path, limits);
  const context = { path, limits };
  if (!isolate || isPlainText(bytes, path))
    return { bytes: bytes.length, content: await readContent(bytes, context) };
  const { readIsolated } = await import('./isolate-reader');
  const load = (): Promise<Uint8Array> => Promise.resolve(bytes);
  const content = await readIsolated({ load, member: [], context, archive: undefined });
  return { bytes: bytes.length, content };
}

/** The archive is read only where no thread has it open. */
async function readMember(
  path: string,
  member: readonly string[],
  limits: ReadLimits,
  { isolate = true }: ReadPolicyFileOptions,
): Promise<Reading> {
  const context = { path, limits };
  const load = (): Promise<Uint8Array> => readBytes(path, limits);
  if (!isolate) {
    const { openChain, readChainMember } = await import('./zip-members');
    const bytes = await load();
    const chain = await openChain(bytes, context);
    return {
      bytes: bytes.length,
      content: await readChainMember(chain, member, context, readContent),
    };
  }
  const { size, mtimeMs, ctimeMs, ino } = await statFile(path, limits);
  const archive = JSON.stringify([path, size, mtimeMs, ctimeMs, ino, limits]);
  const { readIsolated } = await import('./isolate-reader');
  return { bytes: size, content: await readIsolated({ load, member, context, archive }) };
}

function isPlainText(bytes: Uint8Array, path: string): boolean {
  const format = detectFormat(path);
  return (format === 'txt' || format === 'md') && detectContainer(bytes) === undefined;
}

/**
 * The bytes of a file.
 *
 * @throws ZhengceError `read-failed`; `input-too-large` above `maxBytes`
 */
export async function readBytes(path: string, limits: ReadLimits): Promise<Uint8Array> {
  await statFile(path, limits);
  return attemptRead(path, () => readFile(path));
}

async function statFile(path: string, limits: ReadLimits): Promise<Stats> {
  const stats = await attemptRead(path, () => stat(path));
  // A pipe has no size to check, and reading one may never end.
  if (!stats.isFile()) throw refuseIrregular(path, stats);
  if (stats.size > limits.maxBytes)
    throw refuseBeyond(path, limits, 'maxBytes', stats.size, 'bytes');
  return stats;
}

async function attemptRead<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw describeFailure(path, cause);
  }
}

/** A folder has no ending either: what it is goes before how it is called. */
async function refuseExtension(path: string): Promise<ZhengceError> {
  const stats = await stat(path).catch(() => undefined);
  if (stats !== undefined && !stats.isFile()) return refuseIrregular(path, stats);
  const ending = extname(path);
  const received = ending === '' ? 'a name without an ending' : `"${ending}"`;
  return new ZhengceError(
    'unsupported-format',
    `readPolicyFile: expected a file of ${READ_EXTENSIONS}, received ${received} (${path})`,
  );
}
