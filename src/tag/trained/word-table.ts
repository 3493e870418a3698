/**
 * A table of words that is looked up by a place in a text, so that no string is made for a word.
 *
 * @module
 */
import { hashUnits } from '../../text';

/** Finds the number of a word. Immutable. */
export interface WordTable {
  readonly words: readonly string[];
  /** The index of the word that stands in `text` from `start` to `end`; −1 where it is none of the table. O(end − start). */
  find(text: string, start: number, end: number): number;
}

/** Bits of a hash by which most other words are told apart without being looked at. */
const TAG_BITS = 16;

/** A table of different words; an index is the place in the list. Time and space linear in their total length. */
export function createWordTable(words: readonly string[]): WordTable {
  const slots = sizeFor(words.length);
  /** By slot, the index of a word + 1, and the upper bits of its hash: in lists of few bytes, which stay in the cache. */
  const places = words.length < 0xffff ? new Uint16Array(slots) : new Uint32Array(slots);
  const tags = new Uint16Array(slots);
  const units = createUnits(words);
  const starts = new Uint32Array(words.length);
  let start = 0;
  words.forEach((word, index) => {
    const hash = hashWord(word, 0, word.length);
    let slot = hash & (slots - 1);
    while (places[slot] !== 0) slot = (slot + 1) & (slots - 1);
    places[slot] = index + 1;
    tags[slot] = hash >>> TAG_BITS;
    starts[index] = start;
    start += word.length + 1;
  });
  const longest = words.reduce((length, word) => Math.max(length, word.length), 0);
  return Object.freeze({
    words,
    find: (text: string, from: number, to: number): number => {
      if (to - from > longest) return -1;
      const hash = hashWord(text, from, to);
      const tag = hash >>> TAG_BITS;
      for (let slot = hash & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
        const index = (places[slot] ?? 0) - 1;
        if (index < 0) return -1;
        if (tags[slot] === tag && standsAt(units, starts[index] ?? 0, text, from, to)) return index;
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

/** A power of two that leaves half of the slots empty, or more. */
function sizeFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, count) * 2));
}

function hashWord(text: string, start: number, end: number): number {
  const hash = hashUnits(text, start, end);
  return hash ^ (hash >>> 15);
}
