/**
 * surveyPolicyFiles: the files under some paths with their stamps, none of them opened.
 *
 * @module
 */
import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ZhengceError } from '../errors';
import { detectFormat, type FileFormat } from './file-formats';
import { judgeName, type SkippedEntry, type SkipReason } from './passed-over';
import { createPathFilter, type PathFilter, type PathPatterns } from './path-filter';
import { describeFailure } from './read-failure';

/** A file or an archive under the paths given. */
export interface SurveyedFile {
  /** As found: the given path, or the given folder joined with what is below it. */
  readonly path: string;
  /** Path below the folder given, `/` between its parts, in NFC; the name of a file given itself. */
  readonly relative: string;
  /** By the extension; undefined for a file given itself whose extension is none that is read. */
  readonly format: FileFormat | undefined;
  /** Size. */
  readonly bytes: number;
  /** Another one after each change to the file or its replacement by another, as far as the file system tells. */
  readonly stamp: string;
  /** Which of the paths given led to it. */
  readonly root: number;
  /** Whether it was given itself. */
  readonly isGiven: boolean;
}

/** A path that could not be read. */
export interface ListFailure {
  /** As given or found; below an archive, with the way to the entry. */
  readonly path: string;
  /** Its `code` says why. */
  readonly error: ZhengceError;
}

/** What stands under some paths. */
export interface PolicySurvey {
  /** In the order of the paths given; within a folder by the code units of the path below it, in NFC. */
  readonly files: readonly SurveyedFile[];
  /** The folders that were searched, the ones given among them. */
  readonly folders: readonly string[];
  /** Paths that could not be read. */
  readonly failures: readonly ListFailure[];
  /** Entries that are passed over, with the reason. */
  readonly skipped: readonly SkippedEntry[];
}

interface Walk {
  readonly files: SurveyedFile[];
  readonly folders: string[];
  readonly failures: ListFailure[];
  readonly skipped: SkippedEntry[];
  /** Real paths of the files and folders met so far. */
  readonly visited: Set<string>;
  /** Links in folders, which are followed last: what stands under the paths given has its own name, not that of a link to it. */
  readonly links: { readonly root: Root; readonly relative: string }[];
  readonly filter: PathFilter;
}

/**
 * The files and archives under some files and folders, by names and sizes alone; `listPolicyFiles` says which are found. What is in archives is not looked at.
 *
 * @throws ZhengceError `invalid-argument` for a pattern that is none
 */
export async function surveyPolicyFiles(
  paths: readonly string[],
  patterns: PathPatterns = {},
): Promise<PolicySurvey> {
  const filter = await createPathFilter(patterns);
  const walk: Walk = {
    files: [],
    folders: [],
    failures: [],
    skipped: [],
    visited: new Set(),
    links: [],
    filter,
  };
  for (const [root, path] of paths.entries()) await collectGiven(path, root, walk);
  // Those found behind links are added to the end on the way.
  for (const { root, relative } of walk.links) await collectEntry(root, relative, walk);
  const { folders, failures, skipped } = walk;
  const files = walk.files.sort(
    (a, b) => a.root - b.root || compareCodeUnits(a.relative, b.relative),
  );
  return { files, folders, failures, skipped };
}

async function collectGiven(path: string, root: number, walk: Walk): Promise<void> {
  const place = await locate(path, walk);
  if (place === undefined) return;
  if (walk.visited.has(place.real)) {
    walk.skipped.push({ path, reason: 'reached-before' });
    return;
  }
  walk.visited.add(place.real);
  if (!place.stats.isDirectory()) {
    const relative = basename(path).normalize('NFC');
    walk.files.push(describeFile(path, relative, place, { root, isGiven: true }));
    return;
  }
  await collectFolder({ path, root }, '', walk);
}

/** A folder that was given. */
interface Root {
  readonly path: string;
  readonly root: number;
}

async function collectFolder(root: Root, below: string, walk: Walk): Promise<void> {
  const folder = join(root.path, below);
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    walk.failures.push({ path: folder, error: describeFailure(folder, cause) });
    return;
  }
  walk.folders.push(folder);
  // Of two links to one file the first by name is listed, on every file system.
  for (const entry of entries.sort((a, b) => compareCodeUnits(a.name, b.name))) {
    const relative = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isSymbolicLink()) walk.links.push({ root, relative });
    else await collectEntry(root, relative, walk);
  }
}

async function collectEntry(root: Root, relative: string, walk: Walk): Promise<void> {
  const path = join(root.path, relative);
  const unwanted = judgeName(basename(relative));
  if (unwanted !== undefined) {
    walk.skipped.push({ path, reason: unwanted });
    return;
  }
  const place = await locate(path, walk);
  if (place === undefined) return;
  const reason = judgePlace(relative, path, place, walk);
  if (reason === undefined) await collectPlace(root, relative, place, walk);
  else walk.skipped.push({ path, reason });
}

function judgePlace(
  relative: string,
  path: string,
  { real, stats }: Place,
  { filter, visited }: Walk,
): SkipReason | undefined {
  const format = stats.isDirectory() ? undefined : detectFormat(path);
  const kind = stats.isDirectory() ? 'folder' : format === 'zip' ? 'archive' : 'file';
  const verdict = filter.judge(relative.normalize('NFC'), kind);
  if (verdict === 'excluded') return verdict;
  if (kind === 'file' && format === undefined) return 'other-format';
  return verdict ?? (visited.has(real) ? 'reached-before' : undefined);
}

async function collectPlace(root: Root, relative: string, place: Place, walk: Walk): Promise<void> {
  walk.visited.add(place.real);
  if (place.stats.isDirectory()) {
    await collectFolder(root, relative, walk);
    return;
  }
  const found = { root: root.root, isGiven: false };
  const path = join(root.path, relative);
  walk.files.push(describeFile(path, relative.normalize('NFC'), place, found));
}

function describeFile(
  path: string,
  relative: string,
  { stats }: Place,
  found: Pick<SurveyedFile, 'root' | 'isGiven'>,
): SurveyedFile {
  const { size, mtimeMs, ctimeMs, ino } = stats;
  const stamp = [size, mtimeMs, ctimeMs, ino].join(' ');
  return { path, relative, format: detectFormat(path), bytes: size, stamp, ...found };
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

/** The order of paths. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
