// Edit distance of two texts, for how like they are.

/**
 * Insertions and deletions that turn one text into the other, white space left out of both. O((n + m) · d) by the algorithm of Myers (1986), "An O(ND)
 * difference algorithm and its variations".
 */
export function countEdits(a: string, b: string): number {
  const left = a.replace(/\s+/g, '');
  const right = b.replace(/\s+/g, '');
  const [n, m] = [left.length, right.length];
  const reach = new Int32Array(2 * (n + m) + 3);
  const middle = n + m + 1;
  for (let d = 0; d <= n + m; d += 1) {
    for (let k = -d; k <= d; k += 2) {
      const down = reach[middle + k + 1]!;
      const across = reach[middle + k - 1]! + 1;
      let x = k === -d || (k !== d && across <= down) ? down : across;
      while (x < n && x - k < m && left.charCodeAt(x) === right.charCodeAt(x - k)) x += 1;
      reach[middle + k] = x;
      if (x >= n && x - k >= m) return d;
    }
  }
  return n + m;
}

/** Share of the characters of a reference that a text has at the same place: one less the edits for each of its characters; white space does not count. */
export function measureAccuracy(text: string, reference: string): number {
  const length = reference.replace(/\s+/g, '').length;
  return length === 0 ? 1 : 1 - countEdits(text, reference) / length;
}
