/**
 * Lengths of a field, as numbers of the few that occur.
 *
 * @module
 */
import type { LengthColumn } from './index-segment';

/** The column of the lengths given. At most 65,536 of them, so that a number takes two bytes. O(n log n). */
export function createLengthColumn(lengths: Uint32Array): LengthColumn {
  const values = Uint32Array.from(new Set(lengths)).sort();
  const numbers = new Map([...values].map((value, number) => [value, number]));
  const codes = Uint16Array.from(lengths, (length) => numbers.get(length) ?? 0);
  return { codes, values };
}

/** The length of the field of a passage. */
export function readLength(column: LengthColumn, ordinal: number): number {
  return column.values[column.codes[ordinal] ?? 0] ?? 0;
}
