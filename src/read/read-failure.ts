/**
 * Faults of the file system, as errors that say in words what happened.
 *
 * @module
 */
import type { Stats } from 'node:fs';
import { describeReadFault, ZhengceError } from '../errors';

/** The `read-failed` error for a fault of the file system. */
export function describeFailure(path: string, cause: unknown): ZhengceError {
  return createFailure(path, describeReadFault(cause), cause);
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
