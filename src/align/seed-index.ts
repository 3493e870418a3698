/**
 * The seeds of text reuse: every run of n letters of a text, found by its hash.
 *
 * @module
 */

/** Finds where a text has the same n letters. */
export interface SeedIndex {
  /** Calls `visit` with each place of the indexed text whose n letters are those of `letters` from `at`, in ascending order. */
  visit(letters: Uint16Array, at: number, visit: (place: number) => void): void;
}

const EMPTY = -1;

/**
 * An index of the runs of `length` letters of a text. Linear in time and memory.
 *
 * A hash that more than `maxOccurrences` places have is passed over, so that no run costs more than that and a text that repeats itself stays linear: frequent runs are
 * phrases that tell nothing.
 */
export function createSeedIndex(
  letters: Uint16Array,
  length: number,
  maxOccurrences: number,
): SeedIndex {
  const mask = findTableSize(letters.length) - 1;
  const heads = new Int32Array(mask + 1).fill(EMPTY);
  const counts = new Uint16Array(mask + 1);
  const following = new Int32Array(letters.length).fill(EMPTY);
  // From the end, so that every chain is in ascending order.
  for (let at = letters.length - length; at >= 0; at -= 1) {
    const slot = hashRun(letters, at, length) & mask;
    const count = counts[slot] ?? 0;
    if (count > maxOccurrences) continue;
    counts[slot] = count + 1;
    following[at] = heads[slot] ?? EMPTY;
    heads[slot] = at;
  }
  return {
    visit: (others, at, visit) => {
      if (at + length > others.length) return;
      const slot = hashRun(others, at, length) & mask;
      if ((counts[slot] ?? 0) > maxOccurrences) return;
      for (let place = heads[slot] ?? EMPTY; place !== EMPTY; place = following[place] ?? EMPTY) {
        if (isSameRun(letters, place, others, at, length)) visit(place);
      }
    },
  };
}

function findTableSize(length: number): number {
  let size = 1024;
  while (size < length * 2) size *= 2;
  return size;
}

/** A 32-bit hash of the letters from `at`, all bits mixed. */
export function hashRun(letters: Uint16Array, at: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + length; i += 1) hash = Math.imul(hash ^ (letters[i] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function isSameRun(
  a: Uint16Array,
  fromA: number,
  b: Uint16Array,
  fromB: number,
  length: number,
): boolean {
  for (let i = 0; i < length; i += 1) if (a[fromA + i] !== b[fromB + i]) return false;
  return true;
}
