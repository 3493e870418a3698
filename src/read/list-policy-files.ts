/**
 * listPolicyFiles: the files under some paths, in a fixed order, each with the id of its document.
 *
 * @module
 */
import { ZhengceError } from '../errors';
import type { FileFormat } from './file-formats';
import type { SkippedEntry } from './passed-over';
import { createPathFilter, type PathFilter, type PathPatterns } from './path-filter';
import { chooseLimits, type ReadLimits } from './read-limits';
import { readBytes } from './read-policy-file';
import {
  compareCodeUnits,
  type ListFailure,
  type PolicySurvey,
  type SurveyedFile,
  surveyPolicyFiles,
} from './walk-folders';

/** A file to be read, or a document in an archive. */
export interface PolicyFile {
  /** As found: the given path, or the given folder joined with what is below it. */
  readonly path: string;
  /** For a document in an archive the way to it: names of entries, one an archive; absent for a file itself. */
  readonly member?: readonly string[];
  /** Path below the given folder without its extension, `/` between folders, in NFC; the file's name for a path given itself. */
  readonly id: string;
}

/** A file that was found, with what is known of it without opening it. */
export interface ListedPolicyFile extends PolicyFile {
  /** By the extension; undefined for a path given itself whose extension is none that is read. */
  readonly format: FileFormat | undefined;
  /** Size; of a document in an archive the unpacked one, by the archive's account. */
  readonly bytes: number;
}

/** What stands under some paths. */
export interface PolicyFileList {
  /** In the order of the paths given; within a folder by the code units of the path below it, in NFC. */
  readonly files: readonly ListedPolicyFile[];
  /** Paths that could not be read. */
  readonly failures: readonly ListFailure[];
  /** Entries of folders and archives that are passed over, with the reason. */
  readonly skipped: readonly SkippedEntry[];
}

/** Options of {@link listPolicyFiles}: bounds for archives, and which files are wanted. */
export interface ListPolicyFilesOptions extends Partial<ReadLimits>, PathPatterns {}

/**
 * The policy files under some files and folders, folders searched to their depths.
 *
 * A path given itself is listed whatever its name. In folders, hidden files, lock files, files of other extensions and those that `include` and `exclude` rule out are
 * passed over. A file reached twice counts once, a folder reached twice, by a symbolic link that leads upwards say, is searched once. An archive stands for the documents in
 * it, and in the archives inside it; their ids begin with its name. Ids are unique within the list: where two would be equal, the later one keeps its extension, and from the
 * third on gets a number (`plan`, `plan.txt`, `plan.txt~2`).
 *
 * @throws ZhengceError `invalid-argument` for a pattern or a limit that is none
 * @example
 * const { files, skipped } = await listPolicyFiles(['policies'], { include: ['*.docx', '*.pdf'], exclude: ['草稿/'] });
 */
export async function listPolicyFiles(
  paths: readonly string[],
  options: ListPolicyFilesOptions = {},
): Promise<PolicyFileList> {
  return listSurveyedFiles(await surveyPolicyFiles(paths, options), options);
}

/** As {@link listPolicyFiles}, of files that were found before: of the disk only archives are opened. */
export async function listSurveyedFiles(
  { files, failures, skipped }: PolicySurvey,
  options: ListPolicyFilesOptions = {},
): Promise<PolicyFileList> {
  const listing: Listing = {
    found: [],
    failures: [...failures],
    skipped: [...skipped],
    limits: chooseLimits(options),
    filter: await createPathFilter(options),
  };
  for (const file of files) await collectFile(file, listing);
  const found = listing.found.sort(
    (a, b) => a.root - b.root || compareCodeUnits(a.relative, b.relative),
  );
  return { files: assignIds(found), failures: listing.failures, skipped: listing.skipped };
}

interface FoundFile extends Omit<ListedPolicyFile, 'id'> {
  /** The path below the folder given, in NFC. */
  readonly relative: string;
  readonly root: number;
}

interface Listing {
  readonly found: FoundFile[];
  readonly failures: ListFailure[];
  readonly skipped: SkippedEntry[];
  readonly limits: ReadLimits;
  readonly filter: PathFilter;
}

/** A file, or the documents of an archive. */
async function collectFile(file: SurveyedFile, listing: Listing): Promise<void> {
  if (file.format !== 'zip') {
    const { path, relative, format, bytes, root } = file;
    listing.found.push({ path, relative, format, bytes, root });
    return;
  }
  try {
    await collectMembers(file, listing);
  } catch (error) {
    if (!(error instanceof ZhengceError)) throw error;
    listing.failures.push({ path: file.path, error });
  }
}

async function collectMembers(file: SurveyedFile, listing: Listing): Promise<void> {
  const { path, relative, root, isGiven } = file;
  const { limits, filter } = listing;
  const { listZipMembers } = await import('./zip-members');
  const listed = await listZipMembers(
    await readBytes(path, limits),
    { path, limits },
    (member, kind) => {
      // An archive that was given is the folder that patterns are about.
      if (isGiven) return member === '' ? undefined : filter.judge(member, kind);
      return filter.judge(member === '' ? relative : `${relative}/${member}`, kind);
    },
  );
  for (const { member, reason } of listed.skipped) {
    listing.skipped.push({ path: [path, ...member].join('/'), reason });
  }
  for (const { member, error } of listed.failures) {
    listing.failures.push({ path: [path, ...member].join('/'), error });
  }
  for (const { member, format, bytes } of listed.members) {
    const place = [relative, ...member].join('/').normalize('NFC');
    const way = member.length === 0 ? {} : { member };
    listing.found.push({ path, ...way, relative: place, format, bytes, root });
  }
}

function assignIds(found: readonly FoundFile[]): readonly ListedPolicyFile[] {
  const taken = new Set<string>();
  return found.map(({ relative, path, member, format, bytes }) => {
    const stem = relative.replace(/(?<=[^/])\.[^./]+$/, '');
    let id = taken.has(stem) ? relative : stem;
    for (let number = 2; taken.has(id); number += 1) id = `${relative}~${String(number)}`;
    taken.add(id);
    return { path, id, format, bytes, ...(member === undefined ? {} : { member }) };
  });
}
