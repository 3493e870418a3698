/**
 * Snapshots of search indexes as files: written whole or not at all, read up to a bound.
 *
 * @module
 */
import { type FileHandle, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeReadFault, ZhengceError } from '../errors';

/** Options of {@link readSnapshotFile}. */
export interface ReadSnapshotFileOptions {
  /** Largest file that is read, in bytes. Default: 2 GiB − 1. Raising it raises the memory that a file may take. */
  readonly maxBytes?: number;
}

/** The default of `maxBytes`: what Node reads into one buffer on every version. */
export const DEFAULT_MAX_SNAPSHOT_BYTES: number = 2 ** 31 - 1;

/** Writers within one process get names of their own; those of several processes differ by their ids. */
let writeCount = 0;

/**
 * Writes a file in one step: the pieces go into a temporary file beside it, which is synced to the disk and then takes the name. Until
 * then the name keeps its old content; after a crash there is the old file or the new one, never a part, and perhaps a
 * file `.….tmp` left over. `index.toChunks()` gives the pieces.
 *
 * @throws ZhengceError `write-failed` where the file cannot be written; the temporary file is taken away
 * @example
 * await writeSnapshotFile('policies.zci', index.toChunks());
 */
export async function writeSnapshotFile(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const temporary = `${path}.${process.pid}.${writeCount++}.tmp`;
  try {
    await writeSynced(temporary, chunks);
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    await rm(temporary, { force: true });
    throw describeWriteFailure(path, cause);
  }
}

async function writeSynced(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for await (const chunk of chunks) await writeWhole(file, chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A write may take less than it is given. */
async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, at);
    at += bytesWritten;
  }
}

/** The new name is on the disk only when the folder is; where folders cannot be synced (Windows), renaming does it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(join(path, '.'), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function describeWriteFailure(path: string, cause: unknown): unknown {
  // What the pieces themselves threw is no fault of the file.
  if (cause instanceof ZhengceError) return cause;
  const code = readCode(cause);
  if (code === undefined) return cause;
  return new ZhengceError(
    'write-failed',
    `writeSnapshotFile: expected a place that can be written, received ${code} (${path})`,
    { cause },
  );
}

/**
 * The bytes of a snapshot, for `loadSearchIndex`.
 *
 * @throws ZhengceError `read-failed` where the file cannot be read; `input-too-large` above `maxBytes`
 * @example
 * const index = loadSearchIndex(await readSnapshotFile('policies.zci'), { segmenter });
 */
export async function readSnapshotFile(
  path: string,
  { maxBytes = DEFAULT_MAX_SNAPSHOT_BYTES }: ReadSnapshotFileOptions = {},
): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) {
      throw new ZhengceError(
        'input-too-large',
        `readSnapshotFile: expected at most ${maxBytes} bytes, received ${size} (${path})`,
      );
    }
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof ZhengceError) throw cause;
    throw new ZhengceError(
      'read-failed',
      `readSnapshotFile: expected a readable file, received ${describeReadFault(cause)} (${path})`,
      { cause },
    );
  }
}

function readCode(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
}
