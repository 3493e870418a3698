/**
 * findTableRows: the rows of a table among the lines of a page.
 *
 * @module
 */
import type { Line, Segment } from './page-lines';

/** Rows of a table, and the index after its last line. */
export interface FoundTable {
  readonly rows: readonly (readonly string[])[];
  readonly end: number;
}

interface Cell {
  text: string;
  readonly x0: number;
  x1: number;
}

/** A line that goes on with the cells above is at most this far below them, in font sizes. */
const CELL_WRAP = 1.9;

/**
 * The table that begins at a line, or undefined where none does: two lines or more with gaps in them, or one with two gaps. A line that has words under later
 * cells only goes on with these. Linear in the table.
 */
export function findTableRows(lines: readonly Line[], from: number): FoundTable | undefined {
  const rows: Cell[][] = [];
  let end = from;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (line === undefined) break;
    const above = lines[end - 1];
    const row = rows.at(-1);
    if (row !== undefined && above !== undefined && continuesRow(line, above, row)) {
      for (const segment of line.segments) appendTo(row, segment);
    } else if (line.segments.length > 1 && line.page === lines[from]?.page) {
      rows.push(line.segments.map(({ text, x0, x1 }) => ({ text, x0, x1 })));
    } else break;
  }
  const cells = rows[0]?.length ?? 0;
  if (rows.length === 0 || (rows.length === 1 && cells < 3)) return undefined;
  return { rows: rows.map((row) => row.map(({ text }) => text)), end };
}

function continuesRow(line: Line, above: Line, row: readonly Cell[]): boolean {
  if (line.page !== above.page || line.y - above.y > CELL_WRAP * line.size) return false;
  if (line.segments.length >= row.length) return false;
  const first = row[0];
  return line.segments.every(
    (segment) => findCell(row, segment) !== undefined && findCell(row, segment) !== first,
  );
}

function findCell(row: readonly Cell[], { x0, x1 }: Segment): Cell | undefined {
  return row.find((cell) => x0 < cell.x1 && x1 > cell.x0);
}

function appendTo(row: readonly Cell[], segment: Segment): void {
  const cell = findCell(row, segment);
  if (cell === undefined) return;
  cell.text += segment.text;
  cell.x1 = Math.max(cell.x1, segment.x1);
}
