/**
 * openZipArchive: the entries of a zip archive, their names decoded and checked, unpacked within bounds.
 *
 * @module
 */
import type { Entry, ZipFile } from 'yauzl';
import { ZhengceError } from '../errors';
import { decodeText } from './decode-text';
import { refuseBeyond, refuseDamaged, refuseEncrypted } from './read-fault';
import type { ReadLimits } from './read-limits';

/** An entry of an archive that is a file. */
export interface ZipEntry {
  /** Its path in the archive, `/` between folders, without `.` and empty parts. */
  readonly name: string;
  /** Size that the archive states for it unpacked, in bytes. */
  readonly size: number;
  readonly isEncrypted: boolean;
}

/** How many bytes may still be unpacked. */
export interface UnpackBudget {
  left: number;
}

/** An archive whose entries can be unpacked. */
export interface ZipArchive {
  /** In the order of the archive; of two entries of one name the first, as unpackers show it. */
  readonly entries: readonly ZipEntry[];
  /** Names that climb out of the archive or are absolute; these are not read. */
  readonly refusedNames: readonly string[];
  /** What may still be unpacked; to be shared with the archives inside. */
  readonly budget: UnpackBudget;
  readonly has: (name: string) => boolean;
  /**
   * The bytes of an entry, its check sum verified.
   *
   * @throws ZhengceError `invalid-input` where it is damaged or there is none, `encrypted-file`, `input-too-large`
   */
  readonly read: (name: string) => Promise<Uint8Array>;
}

/** From how many unpacked bytes on the ratio is looked at: a short file of one letter is no bomb. */
const RATIO_FROM = 1024 * 1024;

/**
 * The archive in some bytes.
 *
 * Names are UTF-8 where the archive says so or the bytes are, else GB18030 or Big5 by evidence. What all calls of `read` unpack counts together against
 * `maxExpandedBytes`, or the budget given.
 *
 * @throws ZhengceError `invalid-input` for bytes that are no whole archive, `input-too-large` above `maxEntries`
 */
export async function openZipArchive(
  bytes: Uint8Array,
  path: string,
  limits: ReadLimits,
  budget: UnpackBudget = { left: limits.maxExpandedBytes },
): Promise<ZipArchive> {
  const { default: yauzl } = await import('yauzl');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  const zip = await guard(path, () => yauzl.fromBufferPromise(buffer, options));
  if (zip.entryCount > limits.maxEntries) {
    throw refuseBeyond(path, limits, 'maxEntries', zip.entryCount, 'entries');
  }
  const { found, refusedNames } = await guard(path, () => collectEntries(zip));
  return {
    entries: [...found].map(([name, entry]) => ({
      name,
      size: entry.uncompressedSize,
      isEncrypted: entry.isEncrypted(),
    })),
    refusedNames,
    budget,
    has: (name) => found.has(name),
    read: (name) => {
      const entry = found.get(name);
      if (entry === undefined) {
        return Promise.reject(refuseDamaged(path, 'zip', `an archive without ${name}`));
      }
      return guard(path, () => unpack(zip, entry, { path, name, limits, budget }));
    },
  };
}

/** Whatever the library says of the bytes becomes an error of ours. */
async function guard<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof ZhengceError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw refuseDamaged(path, 'zip', `a damaged archive, ${reason}`, cause);
  }
}

async function collectEntries(
  zip: ZipFile,
): Promise<{ readonly found: Map<string, Entry>; readonly refusedNames: readonly string[] }> {
  const found = new Map<string, Entry>();
  const refusedNames: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const raw = decodeName(entry);
    const name = cleanName(raw);
    if (name === undefined) refusedNames.push(raw);
    else if (!name.endsWith('/') && !found.has(name)) found.set(name, entry);
  }
  return { found, refusedNames };
}

const UTF8_FLAG = 0x800;

function decodeName({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  if ((generalPurposeBitFlag & UTF8_FLAG) !== 0) return new TextDecoder().decode(fileNameRaw);
  try {
    return decodeText(fileNameRaw, '').text;
  } catch {
    // A name in no encoding that we know is still a name; GB18030 has a character for nearly any bytes.
    return new TextDecoder('gb18030').decode(fileNameRaw);
  }
}

/** The name with `/` between its parts; undefined where it is absolute, climbs out or holds a NUL. */
function cleanName(raw: string): string | undefined {
  const name = raw.replaceAll('\\', '/');
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\0')) return undefined;
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..')) return undefined;
  return parts.join('/') + (name.endsWith('/') ? '/' : '');
}

interface Unpacking {
  readonly path: string;
  readonly name: string;
  readonly limits: ReadLimits;
  readonly budget: UnpackBudget;
}

async function unpack(zip: ZipFile, entry: Entry, unpacking: Unpacking): Promise<Uint8Array> {
  const { path, name } = unpacking;
  if (entry.isEncrypted()) throw refuseEncrypted(`${path}/${name}`, 'zip');
  checkSize(entry.uncompressedSize, entry, unpacking);
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The size that an archive states may be a lie, so what really comes out is counted too.
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    checkSize(size, entry, unpacking);
    chunks.push(chunk);
  }
  unpacking.budget.left -= size;
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, size);
}

function checkSize(size: number, entry: Entry, { path, name, limits, budget }: Unpacking): void {
  const place = `${path}/${name}`;
  if (size > budget.left) {
    throw refuseBeyond(place, limits, 'maxExpandedBytes', size, 'unpacked bytes in all');
  }
  const ratio = Math.ceil(size / Math.max(1, entry.compressedSize));
  if (size > RATIO_FROM && ratio > limits.maxExpansionRatio) {
    throw refuseBeyond(place, limits, 'maxExpansionRatio', ratio, 'times the packed size');
  }
}
