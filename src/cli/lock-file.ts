/**
 * takeLock: one process at a time has what a lock file stands for.
 *
 * @module
 */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { ZhengceError } from '../errors';
import { hasCode } from './error-code';

/**
 * Takes a lock, and gives what lets go of it; it goes as well when the process ends. A lock of a process that is no more is taken over, as after a kill; of a process of another
 * machine, on a shared drive, nobody here can tell whether it is. `wanted` begins the message: `index: expected …`.
 *
 * @throws ZhengceError `write-failed` where another process holds it, or one of another machine held it
 */
export function takeLock(path: string, wanted: string): () => void {
  const own = `${String(process.pid)} ${hostname()}`;
  if (!createLock(path, own)) takeOver(path, own, wanted);
  const release = (): void => {
    process.off('exit', release);
    if (readLock(path) === own) removeLock(path);
  };
  process.once('exit', release);
  return release;
}

function removeLock(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // On a disk that may no longer be written it stays, and is taken over from a process that is no more.
  }
}

/** Whether there was no lock. It appears with its text in it and in one step, so that of two processes that begin together one has it. */
function createLock(path: string, own: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, own);
    return createLinked(draft, path) ?? createUnlinked(path, own);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Whether there was no lock; undefined on a drive without links. */
function createLinked(draft: string, path: string): boolean | undefined {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    return hasCode(error, 'EEXIST') ? false : undefined;
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
function takeOver(path: string, own: string, wanted: string): void {
  const found = readLock(path);
  const holder = describeHolder(found);
  if (holder !== undefined) throw refuseLock(path, wanted, holder);
  const moved = moveLock(path);
  if (moved !== undefined && moved !== found) createLock(path, moved);
  if (!createLock(path, own)) throw refuseLock(path, wanted, 'a process that has just begun');
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

function refuseLock(path: string, wanted: string, holder: string): ZhengceError {
  return new ZhengceError('write-failed', `${wanted}, received one of ${holder} (${path})`);
}

/** Who holds a lock, and what to do about it; undefined where nobody does any more. */
function describeHolder(lock: string): string | undefined {
  const [, pid = '', host = ''] = /^(\d+) (.+)$/.exec(lock) ?? [];
  if (pid === '') return undefined;
  if (host !== hostname()) {
    return `process ${pid} of another machine, ${host}: wait for it, or remove the file where that process is no more`;
  }
  const isOther = Number(pid) !== process.pid && isAlive(Number(pid));
  return isOther
    ? `process ${pid}: wait for it, name another place, or remove the file where that process is another program`
    : undefined;
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
