/**
 * Hashes: of what a file holds, of what is written, and of a text whatever its format.
 *
 * @module
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { DEFAULT_READ_LIMITS, type PolicyFile, type ReadLimits } from '../../read';

/** SHA-256 in hexadecimal digits. */
export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** White space, and characters of no width that formats put in or leave out. */
const BLANKS = /[\s\u00ad\u200b-\u200f\u2060]+/g;

/** 128 bits of a text without its white space, so that formats and line breaks make no difference; undefined where nothing is left. Linear. */
export function hashText(text: string): string | undefined {
  const letters = text.replace(BLANKS, '');
  return letters === '' ? undefined : hashBytes(letters).slice(0, 32);
}

/** The archive that was hashed last: its documents come one after the other. */
let last: { readonly key: string; readonly hash: string } | undefined;

/** The hash of a file's bytes, for a document in an archive of the whole archive; undefined for what is no file, larger than the reader takes or unreadable, which reading it reports. */
export async function hashContent(
  { path, member }: PolicyFile,
  { maxBytes = DEFAULT_READ_LIMITS.maxBytes }: Partial<ReadLimits>,
): Promise<string | undefined> {
  try {
    const stats = await stat(path);
    if (!stats.isFile() || stats.size > maxBytes) return undefined;
    const key = `${path}\0${String(stats.size)}\0${String(stats.mtimeMs)}`;
    if (member !== undefined && last?.key === key) return last.hash;
    const hash = hashBytes(await readFile(path));
    if (member !== undefined) last = { key, hash };
    return hash;
  } catch {
    return undefined;
  }
}
