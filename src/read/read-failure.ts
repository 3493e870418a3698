/**
 * Faults of the file system, as errors that say in words what happened.
 *
 * @module
 */
import type { Stats } from 'node:fs';
import { ZhengceError } from '../errors';

const WORDS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no file or folder of that name'],
  ['EACCES', 'a place that may not be read'],
  ['EPERM', 'a place that may not be read'],
  ['ELOOP', 'links that lead to each other'],
  ['ENOTDIR', 'a path below something that is no folder'],
  ['ENAMETOOLONG', 'a name that is too long'],
  ['EMFILE', 'too many open files'],
]);

/** The `read-failed` error for a fault of the file system. */
export function describeFailure(path: string, cause: unknown): ZhengceError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown fault';
  const words = WORDS.get(code);
  const received = words === undefined ? code : `${words}, ${code}`;
  return createFailure(path, received, cause);
}

/** The `read-failed` error for what is neither a file nor to be read as one. */
export function refuseIrregular(path: string, stats: Stats): ZhengceError {
  return createFailure(
    path,
    stats.isDirectory() ? 'a folder' : 'a pipe, socket or device',
    undefined,
  );
}

function createFailure(path: string, received: string, cause: unknown): ZhengceError {
  const message = `readPolicyFile: expected a readable file, received ${received} (${path})`;
  return new ZhengceError('read-failed', message, { cause });
}
