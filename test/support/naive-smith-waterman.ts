// The local alignment of two texts by the whole table: the oracle of the search for reuse.

/** The greatest points of any local alignment of two texts. Quadratic. */
export function alignNaively(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  {
    match,
    mismatch,
    gap,
  }: { readonly match: number; readonly mismatch: number; readonly gap: number },
): number {
  let best = 0;
  let row = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Array<number>(b.length + 1).fill(0);
    for (let j = 1; j <= b.length; j += 1) {
      const diagonal = row[j - 1]! + (a[i - 1] === b[j - 1] ? match : -mismatch);
      const points = Math.max(0, diagonal, row[j]! - gap, next[j - 1]! - gap);
      next[j] = points;
      best = Math.max(best, points);
    }
    row = next;
  }
  return best;
}
