// Edit distance of two texts or lists, for how like they are.

/**
 * Insertions and deletions that turn one list into the other. O((n + m) · d) by the algorithm of Myers (1986), "An O(ND) difference algorithm and its variations".
 */
export function countEdits(left: ArrayLike<string>, right: ArrayLike<string>): number {
  const [n, m] = [left.length, right.length];
  const reach = new Int32Array(2 * (n + m) + 3);
  const middle = n + m + 1;
  for (let d = 0; d <= n + m; d += 1) {
    for (let k = -d; k <= d; k += 2) {
      const down = reach[middle + k + 1]!;
      const across = reach[middle + k - 1]! + 1;
      let x = k === -d || (k !== d && across <= down) ? down : across;
      while (x < n && x - k < m && left[x] === right[x - k]) x += 1;
      reach[middle + k] = x;
      if (x >= n && x - k >= m) return d;
    }
  }
  return n + m;
}

/** Items that two lists have in common, in the same order. */
export function countCommon(left: readonly string[], right: readonly string[]): number {
  return (left.length + right.length - countEdits(left, right)) / 2;
}

/** Share of the characters of a reference that a text has at the same place: one less the edits for each of its characters; white space does not count. */
export function measureAccuracy(text: string, reference: string): number {
  const [left, right] = [text.replace(/\s+/g, ''), reference.replace(/\s+/g, '')];
  return right.length === 0 ? 1 : 1 - countEdits(left, right) / right.length;
}
