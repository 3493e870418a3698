/**
 * Output: to standard output, or to a file that has its name only once it is whole.
 *
 * @module
 */
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import {
  access,
  constants,
  type FileHandle,
  mkdir,
  open,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import { ZhengceError } from '../errors';
import { describeCause } from './error-code';

/** Where a command writes to. */
export interface Output {
  /** Resolves when more can be taken. */
  write(chunk: string | Uint8Array): Promise<void>;
  /** Makes the output whole. */
  finish(): Promise<void>;
  /** Removes what was written so far, where it can be removed. */
  discard(): Promise<void>;
}

/**
 * Runs `produce` with an output that is finished when it resolves, and discarded when it rejects.
 *
 * @throws ZhengceError `write-failed` where the output cannot be written; whatever `produce` throws
 */
export async function withOutput<T>(
  path: string | undefined,
  produce: (output: Output) => Promise<T>,
): Promise<T> {
  const output = path === undefined ? openStandardOutput() : await openFileOutput(path);
  try {
    const result = await produce(output);
    await output.finish();
    return result;
  } catch (error) {
    await output.discard();
    throw error;
  }
}

/** Standard output. Its faults end the process, see `guardStreams`. */
function openStandardOutput(): Output {
  return {
    write: async (chunk) => {
      if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
    },
    finish: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

/** A file, written under a temporary name beside it and renamed by `finish`. A process that ends before removes the temporary file. */
async function openFileOutput(path: string): Promise<Output> {
  const temporary = `${path}.${String(process.pid)}.partial`;
  const file = await attemptWrite(path, () => createFile(temporary));
  const removeNow = (): void => {
    rmSync(temporary, { force: true });
  };
  process.once('exit', removeNow);
  return {
    write: (chunk) => attemptWrite(path, () => file.writeFile(chunk)),
    finish: async () => {
      await attemptWrite(path, () => file.close());
      await attemptWrite(path, () => rename(temporary, path));
      process.off('exit', removeNow);
    },
    discard: async () => {
      await file.close();
      await rm(temporary, { force: true });
      process.off('exit', removeNow);
    },
  };
}

async function createFile(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true });
  return open(path, 'w');
}

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['EEXIST', 'a file where a folder is needed: name a folder'],
  ['ENOTDIR', 'a file where a folder is needed: name a folder'],
  ['EISDIR', 'a folder of the name that the result needs'],
  ['ENOENT', 'a folder that is not there'],
  ['EACCES', 'a place that may not be written'],
  ['EPERM', 'a place that may not be written'],
  ['EROFS', 'a read-only file system'],
  ['ENOSPC', 'a full disk'],
]);

/**
 * What an action on an output gives.
 *
 * @throws ZhengceError `write-failed` where it fails, in words
 */
export async function attemptWrite<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (cause instanceof ZhengceError) throw cause;
    throw refuseOutput(path, cause);
  }
}

/** Fails as writing would where a result cannot have its name because a folder has it: found out before the work, not after it. */
export async function assertNoFolder(path: string): Promise<void> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory() === true) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
}

/**
 * Finds out before the work whether a file can be written: its folder is made where there is none.
 *
 * @throws ZhengceError `write-failed` where it cannot
 */
export async function assertWritable(path: string): Promise<void> {
  await attemptWrite(path, async () => {
    await assertNoFolder(path);
    await mkdir(dirname(path), { recursive: true });
    await access(dirname(path), constants.W_OK);
  });
}

/** The error for an output that cannot be written, in words. */
export function refuseOutput(path: string, cause: unknown): ZhengceError {
  const code = describeCause(cause);
  const advice = ADVICE.get(code);
  const received = advice === undefined ? code : `${advice}, ${code}`;
  const message = `output: expected a writable place, received ${received} (${path})`;
  return new ZhengceError('write-failed', message, { cause });
}
