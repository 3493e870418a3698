/**
 * hashUnits: short names and table places for texts.
 *
 * @module
 */

const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over the UTF-16 code units from `start` up to `end`, 32 bits with sign. `hash` goes on from the hash of a text before. Linear. */
export function hashUnits(
  text: string,
  start = 0,
  end: number = text.length,
  hash: number = START,
): number {
  let hashed = hash;
  for (let at = start; at < end; at++) hashed = Math.imul(hashed ^ text.charCodeAt(at), PRIME);
  return hashed;
}

/** The hash of texts one after the other, as eight hexadecimal digits. Linear. */
export function digestTexts(texts: Iterable<string>): string {
  let hash = START;
  for (const text of texts) hash = hashUnits(text, 0, text.length, hash);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
