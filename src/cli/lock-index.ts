/**
 * withIndexLock: one process at a time writes an index.
 *
 * @module
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { takeLock } from './lock-file';
import { assertNoFolder, attemptWrite } from './output';

/**
 * What `use` gives, run while no other process writes the index. What a process that was killed has left beside it is taken away first: pieces of an index, each as large as one.
 *
 * @throws ZhengceError `write-failed` where another process writes it, or there is no place for it; whatever `use` throws
 */
export async function withIndexLock<T>(path: string, use: () => Promise<T>): Promise<T> {
  const release = await attemptWrite(path, async () => {
    await assertNoFolder(path);
    await mkdir(dirname(path), { recursive: true });
    const own = takeLock(`${path}.lock`, 'index: expected an index that no other process writes');
    await removePieces(path);
    return own;
  });
  try {
    return await use();
  } finally {
    release();
  }
}

/** The names that `withOutput` and `writeSnapshotFile` give to what is not whole yet. */
const PIECE = /^(?:\.watch\.json)?\.\d+(?:\.partial|\.\d+\.tmp)$/;

async function removePieces(path: string): Promise<void> {
  const name = basename(path);
  for (const other of await readdir(dirname(path))) {
    if (other.startsWith(name) && PIECE.test(other.slice(name.length)))
      await rm(join(dirname(path), other), { force: true });
  }
}
