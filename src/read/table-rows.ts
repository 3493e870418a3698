/**
 * layOutRow: a row of a table as blocks of text.
 *
 * @module
 */
import type { WrittenBlock } from './block-writer';

/** A cell with more than this many code units in several paragraphs is text that a table sets beside other text. */
const MAX_CELL = 400;

/**
 * One `table-row` with a tab between cells, or, for a table that is there for the sake of layout only, the paragraphs of its cells one after the other.
 * Linear.
 */
export function layOutRow(cells: readonly (readonly WrittenBlock[])[]): readonly WrittenBlock[] {
  const filled = cells.filter((cell) => cell.some(({ text }) => text.trim() !== ''));
  if (filled.length === 0) return [];
  if (filled.length === 1 || filled.some(isLayout)) return filled.flat();
  const text = cells.map(joinCell).join('\t').trimEnd();
  return [{ kind: 'table-row', text, page: filled[0]?.[0]?.page }];
}

function isLayout(cell: readonly WrittenBlock[]): boolean {
  const length = cell.reduce((sum, { text }) => sum + text.length, 0);
  return cell.length > 1 && length > MAX_CELL;
}

/** The paragraphs of a cell in one line: a line break would end the row. */
function joinCell(cell: readonly WrittenBlock[]): string {
  return cell
    .map(({ text }) => text.trim().replace(/[\n\t]+/g, ' '))
    .filter((text) => text !== '')
    .join(' ');
}
