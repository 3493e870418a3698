/**
 * findRunningHeads: what stands at the edge of page after page: running heads, page numbers.
 *
 * @module
 */
import type { Line, Page } from './page-lines';

/** The edge of a page, as a share of its height. */
const EDGE = 0.13;
/** Least share of the pages that a running head stands on; it may change between left and right pages. */
const MIN_SHARE = 0.4;
/** Page numbers alone, with what decorates them. */
const PAGE_NUMBER =
  /^(?:[-—–―─·•~ ]*\d{1,4}[-—–―─·•~ ]*|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4}|page\d{1,4}(?:of\d{1,4})?)$/i;
/** A row with as many cells is the head of a table that goes on. */
const MAX_SEGMENTS = 3;

/** The lines at the edges of pages that are no part of the text. Linear in the number of lines. */
export function findRunningHeads(
  pages: readonly Page[],
  lines: readonly (readonly Line[])[],
): ReadonlySet<Line> {
  const counts = new Map<string, number>();
  const edges = pages.map((page, index) => selectEdge(page, lines[index] ?? []));
  for (const edge of edges) {
    for (const key of new Set(edge.map(describeHead))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, MIN_SHARE * pages.length);
  const found = new Set<Line>();
  for (const edge of edges) {
    for (const line of edge) {
      const isRepeated = (counts.get(describeHead(line)) ?? 0) >= least;
      if (PAGE_NUMBER.test(readLine(line)) || isRepeated) found.add(line);
    }
  }
  return found;
}

function selectEdge({ height }: Page, lines: readonly Line[]): readonly Line[] {
  return lines.filter(
    ({ y, segments }) =>
      (y < EDGE * height || y > (1 - EDGE) * height) && segments.length <= MAX_SEGMENTS,
  );
}

function readLine({ segments }: Line): string {
  return segments
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '');
}

/** Alike for the same words with another number, at the same height. */
function describeHead(line: Line): string {
  return `${readLine(line).replace(/\d+/g, '#')}@${String(Math.round(line.y / Math.max(1, line.size)))}`;
}
