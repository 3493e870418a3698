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

/** A table of different words; an index is the place in the list. Time and space linear in their total length. */
export function createWordTable(words: readonly string[]): WordTable {
  const slots = new Int32Array(sizeFor(words.length)).fill(-1);
  const mask = slots.length - 1;
  const hashes = Int32Array.from(words, (word) => hashUnits(word, 0, word.length));
  hashes.forEach((hash, index) => {
    let slot = hash & mask;
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    slots[slot] = index;
  });
  const longest = words.reduce((length, word) => Math.max(length, word.length), 0);
  const standsAt = createComparer(words);
  return Object.freeze({
    words,
    find: (text: string, start: number, end: number): number => {
      if (end - start > longest) return -1;
      const hash = hashUnits(text, start, end);
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const index = slots[slot] ?? -1;
        if (index < 0) return -1;
        if (hashes[index] === hash && standsAt(index, text, start, end)) return index;
      }
    },
  });
}

/** Compares words with places in texts; their code units stand in one list, so that no string is looked into. */
function createComparer(
  words: readonly string[],
): (index: number, text: string, start: number, end: number) => boolean {
  const all = words.join('');
  const units = Uint16Array.from({ length: all.length }, (_, at) => all.charCodeAt(at));
  const starts = new Uint32Array(words.length + 1);
  words.forEach(({ length }, index) => {
    starts[index + 1] = (starts[index] ?? 0) + length;
  });
  return (index, text, start, end) => {
    const from = starts[index] ?? 0;
    if ((starts[index + 1] ?? 0) - from !== end - start) return false;
    for (let at = start; at < end; at += 1)
      if (units[from + at - start] !== text.charCodeAt(at)) return false;
    return true;
  };
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
