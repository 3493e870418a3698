/**
 * withLock: one process at a time writes to an output.
 *
 * @module
 */
import { mkdir, rmdir } from 'node:fs/promises';
import { hasCode } from '../error-code';
import { takeLock } from '../lock-file';
import { assertNoFolder, attemptWrite } from '../output';
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

const WANTED = 'tag: expected a folder that no other run writes to';

async function openLock(folder: string, lock: string): Promise<() => void> {
  await mkdir(folder, { recursive: true });
  try {
    return takeLock(lock, WANTED);
  } catch (error) {
    // A run that ended at this moment took the folder along.
    if (!hasCode(error, 'ENOENT')) throw error;
    await mkdir(folder, { recursive: true });
    return takeLock(lock, WANTED);
  }
}
