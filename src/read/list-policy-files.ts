/**
 * listPolicyFiles: the files under some paths, in a fixed order, each with the id of its document.
 *
 * @module
 */
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type ZhengceError } from '../errors';
import { describeFailure, detectFormat } from './read-policy-file';

/** A file to be read. */
export interface PolicyFile {
  /** As found: the given path, or the given folder joined with what is below it. */
  readonly path: string;
  /** Path below the given folder without its extension, `/` between folders, in NFC; the file's name for a path given itself. */
  readonly id: string;
}

/** What stands under some paths. */
export interface PolicyFileList {
  /** In the order of the paths given, and by code units of the relative path within each. */
  readonly files: readonly PolicyFile[];
  /** Paths that could not be read. */
  readonly failures: readonly { readonly path: string; readonly error: ZhengceError }[];
  /** How many files were passed over for their extension, or because they are hidden. */
  readonly skipped: number;
}

interface FoundFile {
  readonly path: string;
  readonly relative: string;
}

/**
 * The policy files under some files and folders, folders searched to their depths.
 *
 * Hidden files and files of other extensions are passed over; a file reached twice counts once; a folder reached twice by symbolic
 * links is searched once. Ids are unique: where two would be equal, the later ones keep their extension, then get a number.
 */
export async function listPolicyFiles(paths: readonly string[]): Promise<PolicyFileList> {
  const walk: Walk = { found: [], failures: [], skipped: 0, visited: new Set() };
  for (const path of paths) await collect(path, walk);
  return {
    files: assignIds(walk.found),
    failures: walk.failures,
    skipped: walk.skipped,
  };
}

interface Walk {
  readonly found: FoundFile[];
  readonly failures: { readonly path: string; readonly error: ZhengceError }[];
  skipped: number;
  readonly visited: Set<string>;
}

async function collect(path: string, walk: Walk): Promise<void> {
  try {
    const real = await realpath(path);
    const stats = await stat(real);
    if (stats.isDirectory()) {
      await collectFolder(path, '', walk);
      return;
    }
    if (walk.visited.has(real)) return;
    walk.visited.add(real);
    walk.found.push({ path, relative: basename(path) });
  } catch (cause) {
    walk.failures.push({ path, error: describeFailure(path, cause) });
  }
}

async function collectFolder(root: string, below: string, walk: Walk): Promise<void> {
  const folder = join(root, below);
  try {
    const real = await realpath(folder);
    if (walk.visited.has(real)) return;
    walk.visited.add(real);
    const names = (await readdir(folder)).sort(compareCodeUnits);
    for (const name of names) await collectEntry(root, below === '' ? name : `${below}/${name}`, walk);
  } catch (cause) {
    walk.failures.push({ path: folder, error: describeFailure(folder, cause) });
  }
}

async function collectEntry(root: string, relative: string, walk: Walk): Promise<void> {
  const path = join(root, relative);
  if (basename(relative).startsWith('.')) {
    walk.skipped += 1;
    return;
  }
  try {
    const real = await realpath(path);
    const stats = await stat(real);
    if (stats.isDirectory()) await collectFolder(root, relative, walk);
    else if (detectFormat(path) === undefined || walk.visited.has(real)) walk.skipped += 1;
    else {
      walk.visited.add(real);
      walk.found.push({ path, relative });
    }
  } catch (cause) {
    walk.failures.push({ path, error: describeFailure(path, cause) });
  }
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function assignIds(found: readonly FoundFile[]): readonly PolicyFile[] {
  const taken = new Set<string>();
  return found.map(({ path, relative }) => {
    const whole = relative.normalize('NFC');
    const stem = whole.replace(/(?<=[^/])\.[^./]+$/, '');
    let id = taken.has(stem) ? whole : stem;
    for (let number = 2; taken.has(id); number += 1) id = `${whole}~${String(number)}`;
    taken.add(id);
    return { path, id };
  });
}
