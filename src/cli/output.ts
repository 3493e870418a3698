/**
 * Output: to standard output, or to a file that has its name only once it is whole.
 *
 * @module
 */
import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZhengceError } from '../errors';

/** Where a command writes to. */
export interface Output {
  /** Resolves when the stream takes more. */
  write(chunk: string | Uint8Array): Promise<void>;
  /** Makes the output whole. */
  finish(): Promise<void>;
  /** Removes what was written so far, where it can be removed. */
  discard(): Promise<void>;
}

/** Standard output. */
export function openStandardOutput(): Output {
  return {
    write: (chunk) => writeTo(process.stdout, chunk),
    finish: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

/**
 * A file, written under a temporary name beside it and renamed by `finish`, so that a file of that name is always whole. An interrupted process
 * removes the temporary file.
 *
 * @throws ZhengceError `write-failed` from every method where the folder or file cannot be written
 */
export async function openFileOutput(path: string): Promise<Output> {
  const temporary = `${path}.${String(process.pid)}.partial`;
  await attempt(path, () => mkdir(dirname(path), { recursive: true }));
  const stream = createWriteStream(temporary, { flags: 'w' });
  await attempt(path, () => once(stream, 'open'));
  const removeNow = (): void => {
    rmSync(temporary, { force: true });
  };
  process.once('exit', removeNow);
  return {
    write: (chunk) => attempt(path, () => writeTo(stream, chunk)),
    finish: () =>
      attempt(path, async () => {
        stream.end();
        await finished(stream);
        await rename(temporary, path);
        process.off('exit', removeNow);
      }),
    discard: async () => {
      stream.destroy();
      await rm(temporary, { force: true });
      process.off('exit', removeNow);
    },
  };
}

async function writeTo(stream: Writable, chunk: string | Uint8Array): Promise<void> {
  if (!stream.write(chunk)) await once(stream, 'drain');
}

async function attempt(path: string, action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new ZhengceError('write-failed', `tag: expected a writable place, received ${code} (${path})`, { cause });
  }
}
