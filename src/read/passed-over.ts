/**
 * What no one means who names a folder: hidden files, and what programs leave behind.
 *
 * @module
 */

/**
 * Why an entry of a folder or an archive is not read.
 *
 * - `hidden`: its name, or in an archive that of a folder above it, begins with a dot
 * - `lock-file`: `~$…` and `.~…`, which word processors keep beside an open document
 * - `system-file`: `Thumbs.db`, `desktop.ini`, `.DS_Store`, `__MACOSX`
 * - `excluded`: an exclude pattern matches it
 * - `not-included`: no include pattern matches it
 * - `other-format`: its extension is none that is read
 * - `reached-before`: another path led to it
 */
export type SkipReason =
  | 'hidden'
  | 'lock-file'
  | 'system-file'
  | 'excluded'
  | 'not-included'
  | 'other-format'
  | 'reached-before';

/** An entry that is not read. A folder stands for all that is in it. */
export interface SkippedEntry {
  /** As found; below an archive, its path with the way to the entry. */
  readonly path: string;
  /** See {@link SkipReason}. */
  readonly reason: SkipReason;
}

const SYSTEM_NAMES: ReadonlySet<string> = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '.ds_store',
  '__macosx',
  '$recycle.bin',
  'system volume information',
]);

/** Why a name is passed over wherever it stands; undefined for ordinary names. */
export function judgeName(
  name: string,
): Extract<SkipReason, 'hidden' | 'lock-file' | 'system-file'> | undefined {
  if (SYSTEM_NAMES.has(name.toLowerCase())) return 'system-file';
  // macOS keeps attributes of `a.docx` in `._a.docx`; that is hidden like any other.
  if (name.startsWith('~$') || name.startsWith('.~')) return 'lock-file';
  return name.startsWith('.') ? 'hidden' : undefined;
}
