/**
 * Formats of files: by their names for finding them, by their bytes for reading them.
 *
 * @module
 */
import { extname } from 'node:path';
import type { PolicyFileFormat } from './read-result';

/** A format, or an archive of documents. */
export type FileFormat = PolicyFileFormat | 'zip';

const EXTENSIONS: ReadonlyMap<string, FileFormat> = new Map([
  ['.txt', 'txt'],
  ['.text', 'txt'],
  ['.md', 'md'],
  ['.markdown', 'md'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.shtml', 'html'],
  ['.xhtml', 'html'],
  ['.docx', 'docx'],
  ['.docm', 'docx'],
  ['.dotx', 'docx'],
  ['.odt', 'odt'],
  ['.doc', 'doc'],
  ['.dot', 'doc'],
  ['.wps', 'doc'],
  ['.wpt', 'doc'],
  ['.pdf', 'pdf'],
  ['.ofd', 'ofd'],
  ['.zip', 'zip'],
]);

/** The extensions that are read, for messages. */
export const READ_EXTENSIONS = '.txt .md .html .docx .odt .doc .wps .pdf .ofd .zip';

/** The format of a path by its extension, or undefined for one that is not read. */
export function detectFormat(path: string): FileFormat | undefined {
  return EXTENSIONS.get(extname(path).toLowerCase());
}

/** What some bytes are by how they begin. `zip` is any archive, documents in a zip among them; `ole` any file of that container. */
export function detectContainer(bytes: Uint8Array): 'zip' | 'pdf' | 'ole' | undefined {
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || beginsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) {
    return 'zip';
  }
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole';
  return hasPdfHeader(bytes) ? 'pdf' : undefined;
}

/** Whether bytes are RTF, white space before it allowed as Word does. */
export function isRtf(bytes: Uint8Array): boolean {
  const start = bytes.findIndex((byte) => byte > 0x20);
  return start !== -1 && beginsWith(bytes.subarray(start), [0x7b, 0x5c, 0x72, 0x74, 0x66]);
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Readers of PDF take a header anywhere in the first kilobyte; text that only speaks of %PDF has letters before it. */
const HEADER_WITHIN = 1024;

function hasPdfHeader(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WITHIN));
  const at = head.indexOf('%PDF-');
  return at !== -1 && !/[\p{L}\p{N}]/u.test(head.subarray(0, at).toString('latin1'));
}

/** What a text is whatever the file is called: many a `.doc` is a saved web page. */
export function detectMarkup(text: string): 'html' | 'mhtml' | 'wordml' | undefined {
  const head = text.slice(0, 2_000).trimStart().toLowerCase();
  if (/^(?:mime-version|from|content-type) ?:/.test(head)) return 'mhtml';
  if (head.startsWith('<?xml') && /<w:worddocument|<pkg:package/.test(head)) return 'wordml';
  return /^(?:<!doctype html|<html|<head|<\?xml[^>]*>\s*(?:<!doctype html|<html))/.test(head)
    ? 'html'
    : undefined;
}
