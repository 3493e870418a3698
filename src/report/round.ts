/**
 * Rounding of the figures in records.
 *
 * @module
 */

/** Decimals of scores and weights in records. */
const DECIMALS = 4;

/** A figure with four decimals. */
export function round(value: number): number {
  return Number(value.toFixed(DECIMALS));
}

/** A figure with four decimals; null where it is undefined. */
export function roundKnown(value: number | undefined): number | null {
  return value === undefined ? null : round(value);
}
