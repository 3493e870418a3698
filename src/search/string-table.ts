/**
 * Many strings in two typed arrays, as they are in memory and on disk.
 *
 * @module
 */

/** Strings by number: the code units of all of them, and where each begins. Any string survives, lone surrogates included. */
export interface StringTable {
  readonly units: Uint16Array;
  /** One more than there are strings; string i is `units[offsets[i]..offsets[i + 1])`. */
  readonly offsets: Uint32Array;
}

/** Longest run made a string at once: short enough for the stack. */
const CHUNK_LENGTH = 8192;

/** The strings in the order given. O(n). */
export function createStringTable(strings: readonly string[]): StringTable {
  const offsets = new Uint32Array(strings.length + 1);
  let length = 0;
  for (let index = 0; index < strings.length; index++) {
    length += strings[index]?.length ?? 0;
    offsets[index + 1] = length;
  }
  const units = new Uint16Array(length);
  let at = 0;
  for (const string of strings) {
    for (let index = 0; index < string.length; index++) units[at++] = string.charCodeAt(index);
  }
  return { units, offsets };
}

/** How many strings the table holds. */
export function countStrings(table: StringTable): number {
  return table.offsets.length - 1;
}

/** The string with the number `index`; empty where there is none. O(length). */
export function readString(table: StringTable, index: number): string {
  const { units, offsets } = table;
  let start = offsets[index] ?? 0;
  const end = offsets[index + 1] ?? start;
  if (end - start <= CHUNK_LENGTH) return decodeUnits(units, start, end);
  let text = '';
  for (; start < end; start += CHUNK_LENGTH) {
    text += decodeUnits(units, start, Math.min(end, start + CHUNK_LENGTH));
  }
  return text;
}

function decodeUnits(units: Uint16Array, start: number, end: number): string {
  return String.fromCharCode.apply(null, units.subarray(start, end) as unknown as number[]);
}

/** All strings in order. O(n). */
export function readStrings(table: StringTable): string[] {
  return Array.from({ length: countStrings(table) }, (_, index) => readString(table, index));
}

/** The number of a string in a table sorted by code units; −1 where it is absent. O(length · log n). */
export function findString(table: StringTable, string: string): number {
  let low = 0;
  let high = countStrings(table) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compareWith(table, middle, string);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Below 0 where the string in the table comes first, above 0 where `string` does. */
function compareWith(table: StringTable, index: number, string: string): number {
  const { units, offsets } = table;
  const start = offsets[index] ?? 0;
  const length = (offsets[index + 1] ?? start) - start;
  const shared = Math.min(length, string.length);
  for (let at = 0; at < shared; at++) {
    const difference = (units[start + at] ?? 0) - string.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return length - string.length;
}
