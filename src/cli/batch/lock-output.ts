/**
 * withLock: one process at a time writes to an output.
 *
 * @module
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { ZhengceError } from '../../errors';
import { attemptWrite } from '../output';
import type { StorePaths } from './store-paths';

/**
 * Runs `use` while no other process writes to an output.
 *
 * @throws ZhengceError `write-failed` where one does, or the output cannot be written; whatever `use` throws
 */
export async function withLock(paths: StorePaths, use: () => Promise<void>): Promise<void> {
  const { target, folder, lock } = paths;
  const release = await attemptWrite(target, async () => {
    await assertNoFolder(target);
    await mkdir(folder, { recursive: true });
    return lockOutput(lock);
  });
  try {
    await use();
  } finally {
    release();
    // A workbook leaves nothing to go on from; a folder that is not empty stays.
    await rmdir(folder).catch(() => undefined);
  }
}

/** Found out before the work, not after it. */
async function assertNoFolder(target: string): Promise<void> {
  if (!existsSync(target) || !(await stat(target)).isDirectory()) return;
  throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
}

/**
 * Takes a lock, and gives what lets go of it; it goes as well when the process ends. A lock of a process that is no more is taken over, as after a kill; of a process of another
 * machine, on a shared drive, nobody here can tell whether it is.
 *
 * @throws ZhengceError `write-failed` where another process holds it, or one of another machine held it
 */
function lockOutput(path: string): () => void {
  const own = `${String(process.pid)} ${hostname()}`;
  if (!createLock(path, own)) {
    const holder = describeHolder(path);
    if (holder !== undefined) throw refuseLock(path, holder);
    rmSync(path, { force: true });
    if (!createLock(path, own)) throw refuseLock(path, 'a process that has just begun');
  }
  const release = (): void => {
    process.off('exit', release);
    rmSync(path, { force: true });
  };
  process.once('exit', release);
  return release;
}

/** Whether there was no lock: looking and writing are one step, so that of two processes that begin together one has it. */
function createLock(path: string, own: string): boolean {
  try {
    writeFileSync(path, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function refuseLock(path: string, holder: string): ZhengceError {
  const message = `tag: expected a folder that no other run writes to, received one of ${holder} (${path})`;
  return new ZhengceError('write-failed', message);
}

/** Who holds a lock, and what to do about it; undefined where nobody does any more. */
function describeHolder(path: string): string | undefined {
  const [, pid = '', host = ''] = /^(\d+) (.+)$/.exec(readLock(path)) ?? [];
  if (pid === '') return undefined;
  if (host !== hostname()) {
    return `process ${pid} of another machine, ${host}: wait for it, or remove the file where that process is no more`;
  }
  const isOther = Number(pid) !== process.pid && isAlive(Number(pid));
  return isOther ? `process ${pid}: wait for it, or name another folder` : undefined;
}

function readLock(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    // Let go of in the meantime.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Of another user: alive, but not to be signalled.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
