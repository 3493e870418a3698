/**
 * The checksum of snapshots: xxHash32 with seed 0 (Collet, xxHash specification 0.1.1), which reads four bytes at a time.
 *
 * @module
 */

const PRIME_1 = 0x9e3779b1;
const PRIME_2 = 0x85ebca77;
const PRIME_3 = 0xc2b2ae3d;
const PRIME_4 = 0x27d4eb2f;
const PRIME_5 = 0x165667b1;

/** The checksum of words of four bytes. Whatever single word changes, it changes. O(n). */
export function checksumWords(words: Uint32Array): number {
  const { length } = words;
  const striped = length - (length % 4);
  let hash = striped === 0 ? PRIME_5 : mixStripes(words, striped);
  hash = (hash + length * 4) | 0;
  for (let at = striped; at < length; at++) {
    hash = (hash + Math.imul(words[at] ?? 0, PRIME_3)) | 0;
    hash = Math.imul(rotate(hash, 17), PRIME_4);
  }
  hash = Math.imul(hash ^ (hash >>> 15), PRIME_2);
  hash = Math.imul(hash ^ (hash >>> 13), PRIME_3);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mixStripes(words: Uint32Array, striped: number): number {
  let a = (PRIME_1 + PRIME_2) | 0;
  let b = PRIME_2 | 0;
  let c = 0;
  let d = -PRIME_1 | 0;
  for (let at = 0; at < striped; at += 4) {
    a = Math.imul(rotate((a + Math.imul(words[at] ?? 0, PRIME_2)) | 0, 13), PRIME_1);
    b = Math.imul(rotate((b + Math.imul(words[at + 1] ?? 0, PRIME_2)) | 0, 13), PRIME_1);
    c = Math.imul(rotate((c + Math.imul(words[at + 2] ?? 0, PRIME_2)) | 0, 13), PRIME_1);
    d = Math.imul(rotate((d + Math.imul(words[at + 3] ?? 0, PRIME_2)) | 0, 13), PRIME_1);
  }
  return (rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18)) | 0;
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
