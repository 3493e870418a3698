/**
 * Facts about single UTF-16 code units that the term matcher relies on.
 *
 * @module
 */

const CODE_UNITS = 0x10000;
const UPPER_TO_LOWER = 0x20;

/** The code unit with A–Z as a–z; every other unit is returned as it is. */
export function foldLatinCase(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + UPPER_TO_LOWER : unit;
}

/** Whether the code unit is one of 0–9, A–Z, a–z; NaN, which stands beyond either end of a text, is none. */
export function isLatinOrDigit(unit: number): boolean {
  const folded = foldLatinCase(unit);
  return (folded >= 0x61 && folded <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** A table of zeros, one place for every code unit. */
export function createCodeUnitTable(): Uint16Array {
  return new Uint16Array(CODE_UNITS);
}
