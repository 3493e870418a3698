/**
 * listPolicyFiles: the files under some paths, in a fixed order, each with the id of its document.
 *
 * @module
 */
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ZhengceError } from '../errors';
import { assignDocumentIds } from './document-ids';
import { describeFailure, detectFormat } from './read-policy-file';

/** A file to be read. */
export interface PolicyFile {
  /** As found: the given path, or the given folder joined with what is below it. */
  readonly path: string;
  /** Path below the given folder without its extension, `/` between folders, in NFC; the file's name for a path given itself. */
  readonly id: string;
}

/** A path that could not be read. */
export interface ListFailure {
  readonly path: string;
  /** `read-failed`, with the system's error as its cause. */
  readonly error: ZhengceError;
}

/** What stands under some paths. */
export interface PolicyFileList {
  /** In the order of the paths given; within each by code units of the relative path in NFC. */
  readonly files: readonly PolicyFile[];
  /** In the order in which they were met. */
  readonly failures: readonly ListFailure[];
  /** How many files and folders were passed over for their extension, or because they are hidden. */
  readonly skipped: number;
  /** How many files were reached again, by a second path or a symbolic link, and count once. */
  readonly repeated: number;
}

/**
 * The policy files under some files and folders, folders searched to their depths.
 *
 * Hidden files and files of other extensions are passed over, unless given themselves; a file reached twice counts once; a folder
 * reached twice by symbolic links is searched once. Ids are unique: where two would be equal, the later ones keep their extension,
 * then get a number.
 */
export async function listPolicyFiles(paths: readonly string[]): Promise<PolicyFileList> {
  const walk: Walk = { failures: [], skipped: 0, folders: new Set() };
  const found: FoundFile[] = [];
  for (const path of paths) found.push(...(await findFiles(path, walk)));
  const files = dropRepeated(found);
  return {
    files: assignDocumentIds(files),
    failures: walk.failures,
    skipped: walk.skipped,
    repeated: found.length - files.length,
  };
}

interface FoundFile {
  readonly path: string;
  /** Path below the given folder, `/` between folders, in NFC. */
  readonly relative: string;
  /** Path without symbolic links: what tells whether two files are one. */
  readonly real: string;
}

interface Walk {
  readonly failures: ListFailure[];
  skipped: number;
  /** Real paths of the folders searched so far. */
  readonly folders: Set<string>;
}

async function findFiles(path: string, walk: Walk): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  await attempt(path, walk, async () => {
    const real = await realpath(path);
    if ((await stat(real)).isDirectory()) await searchFolder(path, '', found, walk);
    else found.push({ path, relative: basename(path).normalize('NFC'), real });
  });
  return found.sort(
    (a, b) => compareCodeUnits(a.relative, b.relative) || compareCodeUnits(a.path, b.path),
  );
}

async function searchFolder(
  root: string,
  below: string,
  found: FoundFile[],
  walk: Walk,
): Promise<void> {
  const folder = join(root, below);
  await attempt(folder, walk, async () => {
    const real = await realpath(folder);
    if (walk.folders.has(real)) return;
    walk.folders.add(real);
    for (const name of (await readdir(folder)).sort(compareCodeUnits)) {
      if (name.startsWith('.')) walk.skipped += 1;
      else await visitEntry(root, below === '' ? name : `${below}/${name}`, found, walk);
    }
  });
}

async function visitEntry(
  root: string,
  relative: string,
  found: FoundFile[],
  walk: Walk,
): Promise<void> {
  const path = join(root, relative);
  await attempt(path, walk, async () => {
    const real = await realpath(path);
    if ((await stat(real)).isDirectory()) await searchFolder(root, relative, found, walk);
    else if (detectFormat(path) === undefined) walk.skipped += 1;
    else found.push({ path, relative: relative.normalize('NFC'), real });
  });
}

/** Does something with a path; what the system says against it is a failure of that path alone. */
async function attempt(path: string, walk: Walk, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (cause) {
    walk.failures.push({ path, error: describeFailure(path, cause) });
  }
}

function dropRepeated(found: readonly FoundFile[]): readonly FoundFile[] {
  const seen = new Set<string>();
  return found.filter(({ real }) => {
    const isNew = !seen.has(real);
    seen.add(real);
    return isNew;
  });
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
