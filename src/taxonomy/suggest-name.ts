/**
 * Did-you-mean: the known name that a mistyped one is nearest to.
 *
 * @module
 */

/** Longer names are not compared: the comparison takes time in the product of the lengths. */
const MAX_NAME_LENGTH = 40;

/**
 * `; did you mean "X"?` with the known name that fewest edits part from `name`, ties to the first; empty
 * where more than a third of its characters would have to change.
 *
 * @example
 * suggestName('altLabel', ['prefLabel', 'altLabels']) // => '; did you mean "altLabels"?'
 */
export function suggestName(name: string, known: Iterable<string>): string {
  if (name.length > MAX_NAME_LENGTH) return '';
  let nearest = '';
  let fewest = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= fewest) continue;
    const edits = countEdits(name, candidate);
    if (edits < fewest) [nearest, fewest] = [candidate, edits];
  }
  return nearest === '' ? '' : `; did you mean "${nearest}"?`;
}

/** Levenshtein's distance, case ignored for ASCII: a wrong case is the least of mistakes. */
function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1]?.toLowerCase() === b[j - 1]?.toLowerCase() ? 0 : 1;
      next.push(Math.min((row[j - 1] ?? 0) + change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
