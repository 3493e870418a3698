/**
 * lockOutput: one process at a time writes to an output.
 *
 * @module
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { ZhengceError } from '../../errors';

/**
 * Takes a lock, and gives what lets go of it; it goes as well when the process ends. A lock of a process that is no more is taken over, as after a kill.
 *
 * @throws ZhengceError `write-failed` where another process of this machine holds it
 */
export function lockOutput(path: string): () => void {
  const own = `${String(process.pid)} ${hostname()}`;
  if (!createLock(path, own)) {
    const holder = readHolder(path);
    if (holder !== undefined && isAlive(holder))
      throw refuseLock(path, `process ${String(holder)}`);
    rmSync(path, { force: true });
    if (!createLock(path, own)) throw refuseLock(path, 'one that has just begun');
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
  const message = `tag: expected an output that no other process writes to, received one of ${holder}: wait for it, or remove the file where it is none of zhengce (${path})`;
  return new ZhengceError('write-failed', message);
}

/** The process that a lock names, where it is one of this machine and another than this. */
function readHolder(path: string): number | undefined {
  const [pid = '', host] = readLock(path).split(' ');
  const number = Number(pid);
  const isOther = host === hostname() && number !== process.pid;
  return isOther && Number.isInteger(number) && number > 0 ? number : undefined;
}

function readLock(path: string): string {
  try {
    return readFileSync(path, 'utf8');
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
