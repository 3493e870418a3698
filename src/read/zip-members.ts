/**
 * The documents inside an archive: which they are, and one of them to its text.
 *
 * @module
 */
import { basename } from 'node:path';
import { ZhengceError } from '../errors';
import { detectFormat } from './file-formats';
import { readContent } from './read-content';
import { refuseBeyond } from './read-fault';
import type { ReadContent } from './read-result';
import type { ReaderContext } from './reader-context';
import { openZipArchive, type ZipArchive } from './zip-archive';

/** What archives hold. */
export interface ZipMembers {
  /** The way to each document through the archives: names of entries, one an archive. In the order of code units. */
  readonly members: readonly (readonly string[])[];
  /** How many entries were passed over: hidden, or of another kind. */
  readonly skipped: number;
  /** Entries that cannot be read, with the reason. */
  readonly failures: readonly {
    readonly member: readonly string[];
    readonly error: ZhengceError;
  }[];
}

/**
 * The documents in an archive and in the archives inside it. An entry whose name climbs out of the archive is a failure, and so is an archive inside that is damaged or too
 * deep; neither stops the others.
 *
 * @throws ZhengceError `invalid-input`, `input-too-large` of the outermost archive
 */
export async function listZipMembers(
  bytes: Uint8Array,
  context: ReaderContext,
): Promise<ZipMembers> {
  const members: (readonly string[])[] = [];
  const failures: { member: readonly string[]; error: ZhengceError }[] = [];
  let skipped = 0;
  const visit = async (archive: ZipArchive, above: readonly string[]): Promise<void> => {
    for (const name of archive.refusedNames) {
      failures.push({ member: [...above, name], error: refuseName(context.path, name) });
    }
    const names = archive.entries.map(({ name }) => name).sort(compareCodeUnits);
    for (const name of names) {
      const format = isHidden(name) ? undefined : detectFormat(name);
      const member = [...above, name];
      if (format === undefined) skipped += 1;
      else if (format !== 'zip') members.push(member);
      else await visitInner(archive, member);
    }
  };
  const visitInner = async (archive: ZipArchive, member: readonly string[]): Promise<void> => {
    try {
      await visit(await openInner(archive, member, context), member);
    } catch (error) {
      if (!(error instanceof ZhengceError)) throw error;
      failures.push({ member, error });
    }
  };
  await visit(await openZipArchive(bytes, context.path, context.limits), []);
  return { members, skipped, failures };
}

/**
 * The text of a document in an archive.
 *
 * @throws ZhengceError whose code says what is wrong with it
 */
export async function readZipMember(
  bytes: Uint8Array,
  member: readonly string[],
  context: ReaderContext,
): Promise<ReadContent> {
  const { path, limits } = context;
  let archive = await openZipArchive(bytes, path, limits);
  for (let depth = 1; depth < member.length; depth += 1) {
    archive = await openInner(archive, member.slice(0, depth), context);
  }
  const name = member.at(-1) ?? '';
  return readContent(await archive.read(name), { path: `${path}/${member.join('/')}`, limits });
}

/** The text of the one document that an archive holds. */
export async function readOnlyMember(
  archive: ZipArchive,
  context: ReaderContext,
): Promise<ReadContent> {
  const { path, limits } = context;
  const names = archive.entries
    .map(({ name }) => name)
    .filter((name) => !isHidden(name) && detectFormat(name) !== undefined);
  const [name] = names;
  if (name === undefined || names.length > 1 || detectFormat(name) === 'zip') {
    const message = `readPolicyFile: expected an archive of one document, received one of ${String(names.length)}: list them by listPolicyFiles (${path})`;
    throw new ZhengceError('unsupported-format', message);
  }
  return readContent(await archive.read(name), { path: `${path}/${name}`, limits });
}

async function openInner(
  archive: ZipArchive,
  member: readonly string[],
  { path, limits }: ReaderContext,
): Promise<ZipArchive> {
  const place = `${path}/${member.join('/')}`;
  if (member.length >= limits.maxArchiveDepth) {
    throw refuseBeyond(
      place,
      limits,
      'maxArchiveDepth',
      member.length + 1,
      'archives inside one another',
    );
  }
  const bytes = await archive.read(member.at(-1) ?? '');
  return openZipArchive(bytes, place, limits, archive.budget);
}

/** Hidden files, and what macOS and Windows put beside the real ones. */
function isHidden(name: string): boolean {
  return (
    name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX') ||
    basename(name).startsWith('~$')
  );
}

function refuseName(path: string, name: string): ZhengceError {
  const message = `readPolicyFile: expected a path below the archive, received ${JSON.stringify(name.slice(0, 100))} (${path})`;
  return new ZhengceError('invalid-input', message);
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
