/**
 * listPolicyFiles: the files under some paths, in a fixed order, each with the id of its document.
 *
 * @module
 */
import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ZhengceError } from '../errors';
import { detectFormat } from './file-formats';
import { describeFailure } from './read-failure';
import { chooseLimits, type ReadLimits } from './read-limits';
import { readBytes } from './read-policy-file';

/** A file to be read, or a document in an archive. */
export interface PolicyFile {
  /** As found: the given path, or the given folder joined with what is below it. */
  readonly path: string;
  /** For a document in an archive the way to it: names of entries, one an archive; absent for a file itself. */
  readonly member?: readonly string[];
  /** Path below the given folder without its extension, `/` between folders, in NFC; the file's name for a path given itself. */
  readonly id: string;
}

/** What stands under some paths. */
export interface PolicyFileList {
  /** In the order of the paths given; within a folder by the code units of the path below it, in NFC. */
  readonly files: readonly PolicyFile[];
  /** Paths that could not be read. */
  readonly failures: readonly ListFailure[];
  /** How many entries of folders were passed over: hidden, of another extension, or reached before. */
  readonly skipped: number;
}

/** A path that could not be read. */
export interface ListFailure {
  readonly path: string;
  readonly error: ZhengceError;
}

/**
 * The policy files under some files and folders, folders searched to their depths.
 *
 * A path given itself is listed whatever its name. In folders, hidden files and files of other extensions are passed over. A file reached twice
 * counts once, a folder reached twice, by a symbolic link that leads upwards say, is searched once. An archive stands for the documents in it, and in the archives inside
 * it; their ids begin with its name. Ids are unique within the list: where two would be
 * equal, the later one keeps its extension, and from the third on gets a number (`plan`, `plan.txt`, `plan.txt~2`).
 */
export async function listPolicyFiles(
  paths: readonly string[],
  options: Partial<ReadLimits> = {},
): Promise<PolicyFileList> {
  const limits = chooseLimits(options);
  const walk: Walk = { found: [], failures: [], skipped: 0, visited: new Set(), limits };
  for (const path of paths) await collectGiven(path, walk);
  return { files: assignIds(walk.found), failures: walk.failures, skipped: walk.skipped };
}

interface FoundFile {
  readonly path: string;
  /** The path below the folder given, in NFC. */
  readonly relative: string;
  readonly member?: readonly string[];
}

interface Walk {
  readonly found: FoundFile[];
  readonly failures: ListFailure[];
  skipped: number;
  /** Real paths of the files and folders met so far. */
  readonly visited: Set<string>;
  readonly limits: ReadLimits;
}

async function collectGiven(path: string, walk: Walk): Promise<void> {
  const place = await locate(path, walk);
  if (place === undefined || walk.visited.has(place.real)) return;
  walk.visited.add(place.real);
  if (!place.stats.isDirectory()) {
    await collectFile({ path, relative: basename(path).normalize('NFC') }, walk);
    return;
  }
  const first = walk.found.length;
  await collectFolder(path, '', walk);
  const below = walk.found.splice(first).sort((a, b) => compareCodeUnits(a.relative, b.relative));
  for (const file of below) walk.found.push(file);
}

async function collectFolder(root: string, below: string, walk: Walk): Promise<void> {
  const folder = join(root, below);
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    walk.failures.push({ path: folder, error: describeFailure(folder, cause) });
    return;
  }
  // Of two links to one file the first by name is listed, on every file system.
  for (const name of names.sort(compareCodeUnits)) {
    await collectEntry(root, below === '' ? name : `${below}/${name}`, walk);
  }
}

async function collectEntry(root: string, relative: string, walk: Walk): Promise<void> {
  const path = join(root, relative);
  const isHidden = basename(relative).startsWith('.');
  const place = isHidden ? undefined : await locate(path, walk);
  if (isHidden || (place !== undefined && isPassedOver(path, place, walk))) walk.skipped += 1;
  else if (place !== undefined) await collectPlace(root, relative, place, walk);
}

async function collectPlace(
  root: string,
  relative: string,
  { real, stats }: Place,
  walk: Walk,
): Promise<void> {
  walk.visited.add(real);
  if (stats.isDirectory()) await collectFolder(root, relative, walk);
  else await collectFile({ path: join(root, relative), relative: relative.normalize('NFC') }, walk);
}

/** A file, or the documents of an archive. */
async function collectFile(file: FoundFile, walk: Walk): Promise<void> {
  const { path, relative } = file;
  if (detectFormat(path) !== 'zip') {
    walk.found.push(file);
    return;
  }
  try {
    const { listZipMembers } = await import('./zip-members');
    const context = { path, limits: walk.limits };
    const listed = await listZipMembers(await readBytes(path, walk.limits), context);
    walk.skipped += listed.skipped;
    for (const { member, error } of listed.failures) {
      walk.failures.push({ path: [path, ...member].join('/'), error });
    }
    for (const member of listed.members) {
      const below = member.join('/').normalize('NFC');
      walk.found.push({ path, member, relative: `${relative}/${below}` });
    }
  } catch (error) {
    if (!(error instanceof ZhengceError)) throw error;
    walk.failures.push({ path, error });
  }
}

interface Place {
  readonly real: string;
  readonly stats: Stats;
}

/** Where a path leads; undefined, and a failure, where it leads nowhere. */
async function locate(path: string, walk: Walk): Promise<Place | undefined> {
  try {
    const real = await realpath(path);
    return { real, stats: await stat(real) };
  } catch (cause) {
    walk.failures.push({ path, error: describeFailure(path, cause) });
    return undefined;
  }
}

function isPassedOver(path: string, { real, stats }: Place, walk: Walk): boolean {
  const isWanted = stats.isDirectory() || detectFormat(path) !== undefined;
  return !isWanted || walk.visited.has(real);
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function assignIds(found: readonly FoundFile[]): readonly PolicyFile[] {
  const taken = new Set<string>();
  return found.map(({ path, relative, member }) => {
    const stem = relative.replace(/(?<=[^/])\.[^./]+$/, '');
    let id = taken.has(stem) ? relative : stem;
    for (let number = 2; taken.has(id); number += 1) id = `${relative}~${String(number)}`;
    taken.add(id);
    return member === undefined ? { path, id } : { path, id, member };
  });
}
