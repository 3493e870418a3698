/**
 * A table of words that is looked up by a place in a text, so that no string is made for a word.
 *
 * @module
 */

/** Finds the number of a word. Immutable. */
export interface WordTable {
  readonly words: readonly string[];
  /** The index of the word that stands in `text` from `start` to `end`; −1 where it is none of the table. O(end − start). */
  find(text: string, start: number, end: number): number;
}

/** Numbers of a slot: the hash of a word, its index, and where its code units begin. */
const SLOT_WIDTH = 3;

/** A table of different words; an index is the place in the list. Time and space linear in their total length. */
export function createWordTable(words: readonly string[]): WordTable {
  const slots = sizeFor(words.length);
  const table = new Int32Array(slots * SLOT_WIDTH);
  for (let slot = 1; slot < table.length; slot += SLOT_WIDTH) table[slot] = -1;
  const units = createUnits(words);
  let start = 0;
  words.forEach((word, index) => {
    const hash = hashUnits(word, 0, word.length);
    let slot = hash & (slots - 1);
    while ((table[slot * SLOT_WIDTH + 1] ?? -1) >= 0) slot = (slot + 1) & (slots - 1);
    table.set([hash, index, start], slot * SLOT_WIDTH);
    start += word.length + 1;
  });
  const longest = words.reduce((length, word) => Math.max(length, word.length), 0);
  return Object.freeze({
    words,
    find: (text: string, from: number, to: number): number => {
      if (to - from > longest) return -1;
      const hash = hashUnits(text, from, to);
      for (let slot = hash & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
        const at = slot * SLOT_WIDTH;
        const index = table[at + 1] ?? -1;
        if (index < 0) return -1;
        if (table[at] === hash && standsAt(units, table[at + 2] ?? 0, text, from, to)) return index;
      }
    },
  });
}

/** The code units of all words in one list, each word with a 0 behind it, so that no string is looked into. */
function createUnits(words: readonly string[]): Uint16Array {
  const all = words.map((word) => `${word}\0`).join('');
  return Uint16Array.from({ length: all.length }, (_, at) => all.charCodeAt(at));
}

/** Whether the word whose units begin at `start` stands in the text. */
function standsAt(
  units: Uint16Array,
  start: number,
  text: string,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; at += 1)
    if (units[start + at - from] !== text.charCodeAt(at)) return false;
  return units[start + to - from] === 0;
}

/** A power of two that leaves most slots empty. */
function sizeFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, count) * 3));
}

/** FNV-1a over UTF-16 code units. */
function hashUnits(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
