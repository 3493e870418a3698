/**
 * A list beside the result, a JSON line an item: there only where there is something to list.
 *
 * @module
 */
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { formatJsonLine } from '../../report';
import { attemptWrite } from '../output';

/** A list under way. */
export interface ListFile {
  add(item: object): Promise<void>;
  /** Gives the list its name in place of one of before; without items there is none. The path, where there is one. */
  publish(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** A list that is written to `temporary`, and is `path` at the end. */
export function createListFile(path: string, temporary: string): ListFile {
  let file: FileHandle | undefined;
  const close = async (): Promise<void> => {
    await file?.close();
    file = undefined;
  };
  return {
    add: (item) =>
      attemptWrite(path, async () => {
        if (file === undefined) {
          await mkdir(dirname(temporary), { recursive: true });
          file = await open(temporary, 'w');
        }
        await file.writeFile(formatJsonLine(item));
      }),
    publish: () =>
      attemptWrite(path, async () => {
        if (file === undefined) {
          // Of a run before, and of one that was stopped.
          for (const stale of [path, temporary]) await rm(stale, { force: true });
          return undefined;
        }
        await close();
        await rename(temporary, path);
        return path;
      }),
    close,
  };
}
