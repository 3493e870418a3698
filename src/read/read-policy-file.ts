/**
 * readPolicyFile: one file to its text.
 *
 * @module
 */
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { ZhengceError } from '../errors';
import { detectContainer, detectFormat, READ_EXTENSIONS } from './file-formats';
import { readContent } from './read-content';
import { describeFailure, refuseIrregular } from './read-failure';
import { refuseBeyond } from './read-fault';
import { chooseLimits, type ReadLimits } from './read-limits';
import type { ReadContent, ReadResult } from './read-result';
import type { ReaderContext } from './reader-context';

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
 * findReadBlock(blocks, text.indexOf('数据要素'))?.page // => 3
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
  const bytes = await readBytes(path, limits);
  const content = await readBounded(bytes, member, { path, limits }, options.isolate ?? true);
  const whole = [path, ...member].join('/');
  const diagnostics = Object.freeze(content.diagnostics);
  return Object.freeze({ ...content, path: whole, bytes: bytes.length, diagnostics });
}

async function readBounded(
  bytes: Uint8Array,
  member: readonly string[],
  context: ReaderContext,
  isolate: boolean,
): Promise<ReadContent> {
  if (isolate && !isPlainText(bytes, context.path)) {
    const { readIsolated } = await import('./isolate-reader');
    return readIsolated({ bytes, member, context });
  }
  if (member.length === 0) return readContent(bytes, context);
  const { readZipMember } = await import('./zip-members');
  return readZipMember(bytes, member, context);
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
  try {
    const stats = await stat(path);
    // A pipe has no size to check, and reading one may never end.
    if (!stats.isFile()) throw refuseIrregular(path, stats);
    if (stats.size > limits.maxBytes) {
      throw refuseBeyond(path, limits, 'maxBytes', stats.size, 'bytes');
    }
    return await readFile(path);
  } catch (cause) {
    throw cause instanceof ZhengceError ? cause : describeFailure(path, cause);
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
