/**
 * Extends a seed to a local alignment: Smith–Waterman in a band that follows the best path.
 *
 * @module
 */

/** What matches, mismatches and gaps are worth, and when an extension gives up. */
export interface AlignmentScoring {
  /** Points for a letter that is the same on both sides. */
  readonly match: number;
  /** Points taken for a letter replaced by another. */
  readonly mismatch: number;
  /** Points taken for a letter that one side lacks. */
  readonly gap: number;
  /** An extension ends where its score has fallen by more than this below its best. Raising it bridges longer insertions. */
  readonly drop: number;
}

/** How far an extension went. */
export interface Extension {
  /** Letters of either side. */
  readonly a: number;
  readonly b: number;
  readonly points: number;
  /** Letters that are the same. */
  readonly matches: number;
}

const DEAD = -1_000_000_000;

/** Extends from a place of two texts, onward (`step` 1) or back (`step` −1). */
export type Extend = (a: number, b: number, step: 1 | -1) => Extension;

/**
 * The extension of two texts under a scoring: the best local alignment that begins at the given letters.
 *
 * The X-drop rule of gapped extension: Zhang, Berman & Miller (1998), Altschul et al. (1997). Only cells within `drop` of the best are looked at, so the band is at most
 * `drop / gap` cells to each side of the path, and the time is linear in the length of the alignment. Ties go to the diagonal, then to the gap in b. The rows are reused from one call to the next.
 */
export function createExtension(
  a: Uint16Array,
  b: Uint16Array,
  { match, mismatch, gap, drop }: AlignmentScoring,
): Extend {
  let [row, next] = [createRow(b.length), createRow(b.length)];
  return (fromA, fromB, step) => {
    const lengthA = step === 1 ? a.length - fromA : fromA + 1;
    const lengthB = step === 1 ? b.length - fromB : fromB + 1;
    let best = { a: 0, b: 0, points: 0, matches: 0 };
    let low = 0;
    let high = Math.min(lengthB, Math.floor(drop / gap));
    for (let j = 0; j <= high; j += 1) setCell(row, j, -gap * j, 0);
    for (let i = 1; i <= lengthA && low <= high; i += 1) {
      const letter = a[fromA + step * (i - 1)];
      let [first, last] = [-1, -1];
      let [left, leftMatches] = [DEAD, 0];
      const end = Math.min(lengthB, high + Math.floor(drop / gap) + 1);
      for (let j = low; j <= end; j += 1) {
        let [points, matches] = [DEAD, 0];
        if (j > low && j - 1 <= high) {
          const same = letter === b[fromB + step * (j - 1)];
          points = (row.points[j - 1] ?? DEAD) + (same ? match : -mismatch);
          matches = (row.matches[j - 1] ?? 0) + (same ? 1 : 0);
        }
        const up = j <= high ? (row.points[j] ?? DEAD) - gap : DEAD;
        if (up > points) [points, matches] = [up, row.matches[j] ?? 0];
        if (left - gap > points) [points, matches] = [left - gap, leftMatches];
        if (points < best.points - drop) points = DEAD;
        setCell(next, j, points, matches);
        [left, leftMatches] = [points, matches];
        if (points === DEAD) {
          if (j > high) break;
          continue;
        }
        if (first === -1) first = j;
        last = j;
        if (points > best.points) best = { a: i, b: j, points, matches };
      }
      if (first === -1) break;
      [low, high] = [first, last];
      [row, next] = [next, row];
    }
    return best;
  };
}

interface Row {
  readonly points: Int32Array;
  readonly matches: Int32Array;
}

function createRow(length: number): Row {
  return { points: new Int32Array(length + 1), matches: new Int32Array(length + 1) };
}

function setCell(row: Row, at: number, points: number, matches: number): void {
  row.points[at] = points;
  row.matches[at] = matches;
}
