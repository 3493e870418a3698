/**
 * Listens to folders for changes, as far as the system tells of them.
 *
 * @module
 */
import { type FSWatcher, watch } from 'node:fs';

/** Folders that are listened to. */
export interface FolderWatch {
  /** Listens to these folders and to no others. */
  readonly update: (folders: readonly string[]) => void;
  readonly close: () => void;
}

/**
 * Calls `onChange` when something in one of the folders changes. It may be called too often, and not at all: network drives tell nothing, and systems bound how
 * many folders are listened to; who relies on it looks again now and then.
 *
 * Each folder has a watcher of its own, on every system: of what is below a folder nothing is heard until it is given too.
 */
export function watchFolders(onChange: () => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  const close = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  return {
    update: (folders) => {
      const wanted = new Set(folders);
      for (const folder of watchers.keys()) if (!wanted.has(folder)) close(folder);
      for (const folder of wanted) {
        if (watchers.has(folder)) continue;
        const watcher = startWatcher(folder, onChange, () => {
          close(folder);
          onChange();
        });
        if (watcher !== undefined) watchers.set(folder, watcher);
      }
    },
    close: () => {
      for (const folder of [...watchers.keys()]) close(folder);
    },
  };
}

function startWatcher(
  folder: string,
  onChange: () => void,
  onEnd: () => void,
): FSWatcher | undefined {
  try {
    return watch(folder, onChange).on('error', onEnd);
  } catch {
    // The folder has just gone, or the system listens to no more: it is looked at now and then all the same.
    return undefined;
  }
}
