/**
 * withLock: one process at a time writes to an output.
 *
 * @module
 */

import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { ZhengceError } from '../../errors';
import { hasCode } from '../error-code';
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
    return openLock(folder, lock);
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

async function openLock(folder: string, lock: string): Promise<() => void> {
  await mkdir(folder, { recursive: true });
  try {
    return lockOutput(lock);
  } catch (error) {
    // A run that ended at this moment took the folder along.
    if (!hasCode(error, 'ENOENT')) throw error;
    await mkdir(folder, { recursive: true });
    return lockOutput(lock);
  }
}

/**
 * Takes a lock, and gives what lets go of it; it goes as well when the process ends. A lock of a process that is no more is taken over, as after a kill; of a process of another
 * machine, on a shared drive, nobody here can tell whether it is.
 *
 * @throws ZhengceError `write-failed` where another process holds it, or one of another machine held it
 */
function lockOutput(path: string): () => void {
  const own = `${String(process.pid)} ${hostname()}`;
  if (!createLock(path, own)) takeOver(path, own);
  const release = (): void => {
    process.off('exit', release);
    if (readLock(path) === own) rmSync(path, { force: true });
  };
  process.once('exit', release);
  return release;
}

/** Whether there was no lock. It appears with its text in it and in one step, so that of two processes that begin together one has it. */
function createLock(path: string, own: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, own);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    return hasCode(error, 'EEXIST') ? false : createUnlinked(path, own);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** On drives without links, a lock is without its text for a moment. */
function createUnlinked(path: string, own: string): boolean {
  try {
    writeFileSync(path, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Takes the lock of a process that is no more: moved away first, so that of several processes that see it one has it, and looked at again, as it may be another one by then. */
function takeOver(path: string, own: string): void {
  const found = readLock(path);
  const holder = describeHolder(found);
  if (holder !== undefined) throw refuseLock(path, holder);
  const moved = moveLock(path);
  if (moved !== undefined && moved !== found) createLock(path, moved);
  if (!createLock(path, own)) throw refuseLock(path, 'a process that has just begun');
}

/** Removes a lock, and gives what it said; undefined where there is none any more. */
function moveLock(path: string): string | undefined {
  const stale = `${path}.${randomUUID()}`;
  try {
    renameSync(path, stale);
    return readLock(stale);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  } finally {
    rmSync(stale, { force: true });
  }
}

function refuseLock(path: string, holder: string): ZhengceError {
  const message = `tag: expected a folder that no other run writes to, received one of ${holder} (${path})`;
  return new ZhengceError('write-failed', message);
}

/** Who holds a lock, and what to do about it; undefined where nobody does any more. */
function describeHolder(lock: string): string | undefined {
  const [, pid = '', host = ''] = /^(\d+) (.+)$/.exec(lock) ?? [];
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
    if (hasCode(error, 'ENOENT')) return '';
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Of another user: alive, but not to be signalled.
    return hasCode(error, 'EPERM');
  }
}
