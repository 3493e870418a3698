/**
 * lockOutput: one process at a time writes to an output.
 *
 * @module
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { ZhengceError } from '../../errors';

/**
 * Takes a lock, and gives what lets go of it; it goes as well when the process ends. A lock of a process that is no more is taken over, as after a kill.
 *
 * @throws ZhengceError `write-failed` where another process of this machine holds it
 */
export function lockOutput(path: string): () => void {
  const own = `${String(process.pid)} ${hostname()}`;
  const holder = readHolder(path);
  if (holder !== undefined && isAlive(holder)) {
    const message = `tag: expected an output that no other process writes to, received one of process ${String(holder)}: wait for it, or remove the file where it is none of zhengce (${path})`;
    throw new ZhengceError('write-failed', message);
  }
  writeFileSync(path, own);
  const release = (): void => {
    process.off('exit', release);
    rmSync(path, { force: true });
  };
  process.once('exit', release);
  return release;
}

/** The process that a lock names, where it is one of this machine and another than this. */
function readHolder(path: string): number | undefined {
  if (!existsSync(path)) return undefined;
  const [pid = '', host] = readFileSync(path, 'utf8').split(' ');
  const number = Number(pid);
  const isOther = host === hostname() && number !== process.pid;
  return isOther && Number.isInteger(number) && number > 0 ? number : undefined;
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
