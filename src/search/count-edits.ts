/**
 * How many edits part two words.
 *
 * @module
 */

/**
 * The smallest number of characters inserted, deleted, replaced or swapped with their neighbour that turns `a` into `b`, each
 * character edited at most once (optimal string alignment); `limit + 1` where it is more than `limit`. Characters are UTF-16
 * code units. Takes time in the product of the lengths, and stops at the row where the limit is passed.
 *
 * @example
 * countEdits('regoin', 'region', 2) // => 1
 */
export function countEdits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(countCell(a, b, i, j, { row, above, before }));
    if (Math.min(...row) > limit) return limit + 1;
    before = above;
    above = row;
  }
  return Math.min(above[b.length] ?? 0, limit + 1);
}

/** The row that is being filled, the one above it, and the one above that. */
interface Rows {
  readonly row: readonly number[];
  readonly above: readonly number[];
  readonly before: readonly number[];
}

function countCell(a: string, b: string, i: number, j: number, rows: Rows): number {
  const { row, above, before } = rows;
  const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
  const replaced = (above[j - 1] ?? 0) + (isSame ? 0 : 1);
  const fewest = Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
  const isSwapped =
    i > 1 &&
    j > 1 &&
    a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
    a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
  return isSwapped ? Math.min(fewest, (before[j - 2] ?? 0) + 1) : fewest;
}
