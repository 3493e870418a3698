/**
 * The documents inside an archive: which they are, and one of them to its text.
 *
 * @module
 */
import { ZhengceError } from '../errors';
import { detectFormat, type FileFormat } from './file-formats';
import { judgePackage } from './judge-content';
import { judgeName, type SkipReason } from './passed-over';
import { refuseBeyond } from './read-fault';
import type { ReaderContext } from './reader-context';
import { compareCodeUnits } from './walk-folders';
import { openZipArchive, type ZipArchive } from './zip-archive';

/** A document in an archive. */
export interface ZipMember {
  /** The way to it through the archives: names of entries, one an archive. Empty for the archive itself: a docx that was saved as a `.zip`. */
  readonly member: readonly string[];
  readonly format: FileFormat;
  /** Its size unpacked, as the archive states it. */
  readonly bytes: number;
}

/** Why an entry is not wanted, by its path in the outermost archive, empty for that itself; undefined where it is. */
export type MemberJudge = (path: string, kind: 'file' | 'archive') => SkipReason | undefined;

/** What archives hold. */
export interface ZipMembers {
  /** In the order of code units. */
  readonly members: readonly ZipMember[];
  /** Entries that are passed over, with the reason. */
  readonly skipped: readonly { readonly member: readonly string[]; readonly reason: SkipReason }[];
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
  judge: MemberJudge = () => undefined,
): Promise<ZipMembers> {
  const found: Found = { members: [], skipped: [], failures: [] };
  const archive = await openZipArchive(bytes, context.path, context.limits);
  await visitArchive(archive, [], bytes.length, { found, context, judge });
  return found;
}

interface Found {
  readonly members: ZipMember[];
  readonly skipped: { member: readonly string[]; reason: SkipReason }[];
  readonly failures: { member: readonly string[]; error: ZhengceError }[];
}

interface Visit {
  readonly found: Found;
  readonly context: ReaderContext;
  readonly judge: MemberJudge;
}

async function visitArchive(
  archive: ZipArchive,
  above: readonly string[],
  bytes: number,
  visit: Visit,
): Promise<void> {
  const { found, context } = visit;
  const whole = judgePackage(archive, [context.path, ...above].join('/'));
  if (whole !== undefined) {
    const reason = judgeMember(above, whole, visit.judge);
    if (reason !== undefined) found.skipped.push({ member: above, reason });
    else found.members.push({ member: above, format: whole, bytes });
    return;
  }
  for (const name of archive.refusedNames) {
    found.failures.push({ member: [...above, name], error: refuseName(context.path, name) });
  }
  const entries = [...archive.entries].sort((a, b) => compareCodeUnits(a.name, b.name));
  for (const { name, size } of entries) {
    const member = [...above, name];
    const format = detectFormat(name);
    const reason = judgeMember(member, format, visit.judge);
    if (reason !== undefined) found.skipped.push({ member, reason });
    else if (format === 'zip') await visitInner(archive, member, size, visit);
    else if (format !== undefined) found.members.push({ member, format, bytes: size });
  }
}

function judgeMember(
  member: readonly string[],
  format: FileFormat | undefined,
  judge: MemberJudge,
): SkipReason | undefined {
  const reason = judgeEntry(member.at(-1) ?? '');
  if (reason !== undefined) return reason;
  const path = member.join('/').normalize('NFC');
  const verdict = judge(path, format === 'zip' ? 'archive' : 'file');
  if (verdict === 'excluded' || format !== undefined) return verdict;
  return 'other-format';
}

async function visitInner(
  archive: ZipArchive,
  member: readonly string[],
  size: number,
  visit: Visit,
): Promise<void> {
  try {
    await visitArchive(await openInner(archive, member, visit.context), member, size, visit);
  } catch (error) {
    if (!(error instanceof ZhengceError)) throw error;
    visit.found.failures.push({ member, error });
  }
}

/** An archive, and those inside one another in it that were opened last: documents of one archive mostly come one after the other. */
export interface ArchiveChain {
  /** From the outermost on. */
  readonly archives: [ZipArchive, ...ZipArchive[]];
  /** The entries that all but the first are. */
  readonly names: string[];
}

/**
 * The chain of an archive, nothing inside it opened.
 *
 * @throws ZhengceError `invalid-input`, `input-too-large`
 */
export async function openChain(
  bytes: Uint8Array,
  { path, limits }: ReaderContext,
): Promise<ArchiveChain> {
  return { archives: [await openZipArchive(bytes, path, limits)], names: [] };
}

/**
 * What `use` gives for a document in an archive, whose chain then leads to it. One call at a time.
 *
 * @throws ZhengceError whose code says what is wrong with it
 */
export async function readChainMember<T>(
  { archives, names }: ArchiveChain,
  member: readonly string[],
  context: ReaderContext,
  use: (bytes: Uint8Array, context: ReaderContext) => Promise<T>,
): Promise<T> {
  const { path, limits } = context;
  // Each document may unpack to as much, however many were read before.
  archives[0].budget.left = limits.maxExpandedBytes;
  let depth = 0;
  while (depth < member.length - 1 && names[depth] === member[depth]) depth += 1;
  names.length = depth;
  archives.length = depth + 1;
  for (; depth < member.length - 1; depth += 1) {
    archives.push(await openInner(lastOf(archives), member.slice(0, depth + 1), context));
    names.push(member[depth] ?? '');
  }
  const bytes = await lastOf(archives).read(member.at(-1) ?? '');
  return use(bytes, { path: `${path}/${member.join('/')}`, limits });
}

function lastOf(archives: ArchiveChain['archives']): ZipArchive {
  return archives.at(-1) ?? archives[0];
}

/** What `use` gives for the one document that an archive holds. */
export async function readOnlyMember<T>(
  archive: ZipArchive,
  context: ReaderContext,
  use: (bytes: Uint8Array, context: ReaderContext) => Promise<T>,
): Promise<T> {
  const { path, limits } = context;
  const names = archive.entries
    .map(({ name }) => name)
    .filter((name) => judgeEntry(name) === undefined && detectFormat(name) !== undefined);
  const [name] = names;
  if (name === undefined || names.length > 1 || detectFormat(name) === 'zip') {
    const message = `readPolicyFile: expected an archive of one document, received one of ${String(names.length)}: name it .zip, and its documents are read (${path})`;
    throw new ZhengceError('unsupported-format', message);
  }
  return use(await archive.read(name), { path: `${path}/${name}`, limits });
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

/** Why an entry is passed over, by its name and those of the folders above it. */
function judgeEntry(name: string): SkipReason | undefined {
  for (const part of name.split('/')) {
    const reason = judgeName(part);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function refuseName(path: string, name: string): ZhengceError {
  const message = `readPolicyFile: expected a path below the archive, received ${JSON.stringify(name.slice(0, 100))} (${path})`;
  return new ZhengceError('invalid-input', message);
}
