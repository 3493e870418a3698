/**
 * splitColumns: the lines of a page in the order of reading, columns one after the other.
 *
 * @module
 */
import { buildLines, type Line, type Segment } from './page-lines';

/** Lines that are read from top to bottom, and the margins of their column. */
export interface Region {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
  /** Whether it is one of several columns. */
  readonly isColumn: boolean;
}

/** The gap between columns stands this near the middle, as shares of the width of the text. */
const GUTTER = { from: 0.35, to: 0.65 };
/** Fewer lines with words on both sides are no columns. */
const MIN_LINES = 4;
/** Least share of the width of a column that its lines fill; cells of a table fill less. */
const MIN_FILL = 0.75;
const MIN_FULL_LINES = 0.6;

/** The regions of a page, in the order of reading. Linear in the number of lines. */
export function splitColumns(lines: readonly Line[]): readonly Region[] {
  if (lines.length === 0) return [];
  const { left, right } = findEdges(lines);
  const gutter = findGutter(lines, left, right);
  if (gutter === undefined) return [{ lines, left, right, isColumn: false }];
  const regions: Region[] = [];
  let from = 0;
  while (from < lines.length) {
    let end = from;
    const isSplit = !crosses(lines[from], gutter);
    while (end < lines.length && !crosses(lines[end], gutter) === isSplit) end += 1;
    const part = lines.slice(from, end);
    if (isSplit && isColumns(part, gutter, left, right)) {
      regions.push(...cutAt(part, gutter, left, right));
    } else {
      const last = regions.at(-1);
      if (last?.isColumn === false)
        regions[regions.length - 1] = { ...last, lines: [...last.lines, ...part] };
      else regions.push({ lines: part, left, right, isColumn: false });
    }
    from = end;
  }
  return regions;
}

/** A mark at the end of a line may hang over its edge. */
const HANGING = /[，。、；：！？”’）》〉】」』]$/;

/** Where lines begin and end, marks that may hang over the edge aside. */
function findEdges(lines: readonly Line[]): { readonly left: number; readonly right: number } {
  let [left, right] = [Infinity, 0];
  for (const { x0, x1, size, segments } of lines) {
    left = Math.min(left, x0);
    right = Math.max(right, HANGING.test(segments.at(-1)?.text ?? '') ? x1 - size : x1);
  }
  return { left, right };
}

/** The middle of the commonest gap near the middle of the page. */
function findGutter(lines: readonly Line[], left: number, right: number): number | undefined {
  const middles: number[] = [];
  for (const { segments } of lines) {
    for (let i = 1; i < segments.length; i += 1) {
      const middle = ((segments[i - 1]?.x1 ?? 0) + (segments[i]?.x0 ?? 0)) / 2;
      const place = (middle - left) / (right - left);
      if (place >= GUTTER.from && place <= GUTTER.to) middles.push(middle);
    }
  }
  if (middles.length < MIN_LINES) return undefined;
  middles.sort((a, b) => a - b);
  return middles[middles.length >>> 1];
}

function crosses(line: Line | undefined, gutter: number): boolean {
  return line?.segments.some(({ x0, x1 }) => x0 < gutter && x1 > gutter) ?? false;
}

function isColumns(lines: readonly Line[], gutter: number, left: number, right: number): boolean {
  const both = lines.filter(({ x0, x1 }) => x0 < gutter && x1 > gutter);
  if (both.length < MIN_LINES) return false;
  const full = both.filter(({ segments }) => {
    const [before, after] = [sideOf(segments, gutter, true), sideOf(segments, gutter, false)];
    return (
      before.length === 1 &&
      after.length === 1 &&
      widthOf(before) >= MIN_FILL * (gutter - left) &&
      widthOf(after) >= MIN_FILL * (right - gutter)
    );
  });
  return full.length >= MIN_FULL_LINES * both.length;
}

function sideOf(segments: readonly Segment[], gutter: number, isLeft: boolean): readonly Segment[] {
  return segments.filter(({ x1 }) => x1 <= gutter === isLeft);
}

function widthOf(segments: readonly Segment[]): number {
  return (segments.at(-1)?.x1 ?? 0) - (segments[0]?.x0 ?? 0);
}

function cutAt(
  lines: readonly Line[],
  gutter: number,
  left: number,
  right: number,
): readonly Region[] {
  return [true, false].map((isLeft) => {
    // Built anew: side by side with a heading, a line has its height and size.
    const runs = lines.flatMap((line) => line.runs);
    const own = runs.filter(({ x, width }) => x + width / 2 < gutter === isLeft);
    const cut = buildLines({ number: lines[0]?.page ?? 0, runs: own });
    const edges = findEdges(cut);
    return {
      lines: cut,
      left: isLeft ? left : edges.left,
      right: isLeft ? edges.right : right,
      isColumn: true,
    };
  });
}
