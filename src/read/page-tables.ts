/**
 * findTableRows: the rows of a table among the lines of a page.
 *
 * @module
 */
import { joinWords, type Line, type Words } from './page-lines';

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

/** Words that begin within so many font sizes of where a column begins are of that column. */
const SAME_COLUMN = 0.4;

/**
 * The table that begins at a line, or undefined where none does: two lines or more with gaps in them, or one with two gaps. A line that has words under later
 * cells only goes on with these. Cells with a narrow gap between them are told apart by where the columns of the other rows begin. Linear in the table.
 */
export function findTableRows(lines: readonly Line[], from: number): FoundTable | undefined {
  const end = findEnd(lines, from);
  const inside = lines.slice(from, end);
  const starts = inside
    .filter(({ segments }) => segments.length > 1)
    .flatMap(({ segments }) => segments.map(({ x0 }) => x0))
    .sort((a, b) => a - b);
  const rows: Cell[][] = [];
  inside.forEach((line, index) => {
    const cells = splitAtColumns(line, starts);
    const above = inside[index - 1];
    const row = rows.at(-1);
    if (row !== undefined && above !== undefined && continuesRow(line, cells, above, row)) {
      for (const cell of cells) appendTo(row, cell);
    } else rows.push(cells.map(({ text, x0, x1 }) => ({ text, x0, x1 })));
  });
  if (rows.length === 0 || (rows.length === 1 && (rows[0]?.length ?? 0) < 3)) return undefined;
  return { rows: rows.map((row) => row.map(({ text }) => text)), end };
}

/** The index after the last line with gaps, or that stands close below one and within the table's width, but not at its left edge. */
function findEnd(lines: readonly Line[], from: number): number {
  let [left, right] = [Infinity, 0];
  let end = from;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (line === undefined || line.page !== lines[from]?.page) break;
    const { x0, x1, y, size, segments } = line;
    const isBelow =
      y - (lines[end - 1]?.y ?? y) <= CELL_WRAP * size && x0 > left + size && x1 <= right + size;
    if (segments.length < 2 && !isBelow) break;
    left = Math.min(left, x0);
    right = Math.max(right, x1);
  }
  return end;
}

function splitAtColumns({ segments, size }: Line, starts: readonly number[]): readonly Words[] {
  return segments.flatMap(({ parts }) => {
    const cells: Words[][] = [];
    for (const part of parts) {
      const isColumn = hasNear(starts, part.x0, SAME_COLUMN * size);
      const cell = cells.at(-1);
      if (cell === undefined || isColumn) cells.push([part]);
      else cell.push(part);
    }
    return cells.map((cell) => joinWords(cell, size));
  });
}

/** Whether one of some sorted numbers is near another. Logarithmic. */
function hasNear(sorted: readonly number[], value: number, within: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value - within) low = middle + 1;
    else high = middle;
  }
  return (sorted[low] ?? Infinity) <= value + within;
}

function continuesRow(
  line: Line,
  cells: readonly Words[],
  above: Line,
  row: readonly Cell[],
): boolean {
  if (line.y - above.y > CELL_WRAP * line.size || cells.length >= row.length) return false;
  const first = row[0];
  return cells.every((cell) => {
    const over = findCell(row, cell);
    return over !== undefined && over !== first;
  });
}

function findCell(row: readonly Cell[], { x0, x1 }: Words): Cell | undefined {
  return row.find((cell) => x0 < cell.x1 && x1 > cell.x0);
}

function appendTo(row: readonly Cell[], segment: Words): void {
  const cell = findCell(row, segment);
  if (cell === undefined) return;
  cell.text += segment.text;
  cell.x1 = Math.max(cell.x1, segment.x1);
}
