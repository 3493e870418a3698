/**
 * Tables: runs of cells that the source put one a line, or side by side with runs of spaces between them.
 *
 * @module
 */
import type { MappedText, Span } from '../text';
import { type Block, getBlockSpan } from './blocks';
import type { Frame } from './frame';

const MAX_CELL = 24;
/** Cells set apart by runs of spaces: `网民数量(亿)   8.5   11.9`. */
const GAP = /(?<=\S) {3}/g;
/** Longest passage made of table cells, in UTF-16 code units. */
const MAX_TABLE = 600;
/** Fewer cells in a row are short lines. */
const MIN_CELLS = 3;

/** Where the blocks of a text stand. */
export interface TableContext {
  readonly blocks: readonly Block[];
  readonly frame: Frame;
  readonly normalized: MappedText;
}

/**
 * The index after the table that begins at a block, with nothing left out in between; `index` itself where none begins. A table with a head 序号 … goes on to the next
 * heading, for its cells may be wrapped and hold sentences. Linear in the table.
 */
export function findTableEnd(index: number, context: TableContext): number {
  let end = index;
  let headed = false;
  while (end === index || isAdjacent(end, context)) {
    if (headed ? !isCell(end, context) : !isRowOf(end, end - index, context)) break;
    headed ||= COLUMN_HEAD.test(context.blocks[end]?.text ?? '');
    end += 1;
  }
  return end - index >= MIN_CELLS ? end : index;
}

/** 序号     重点任务     责任单位. */
const COLUMN_HEAD = /^序 ?号 {3,}\S+ {3,}\S/;

/** Whether a block can be a cell below a head: all but what begins a section. */
function isCell(index: number, { blocks, frame }: TableContext): boolean {
  const block = blocks[index];
  if (block === undefined || frame.roles[index] !== undefined || block.first.headingMark > 0)
    return false;
  return block.marker === undefined || block.marker.style === 'arabic';
}

function isRowOf(index: number, rows: number, { blocks, frame }: TableContext): boolean {
  const block = blocks[index];
  if (block === undefined || frame.roles[index] !== undefined) return false;
  if (hasColumns(block)) return true;
  const { text, marker, first } = block;
  if (text.length > MAX_CELL || first.headingMark > 0 || first.bold || text.startsWith('|'))
    return false;
  if (marker === undefined) return !/[。;:!?,\t]/.test(text);
  const numbered = rows >= MIN_CELLS && marker.style === 'arabic' && !/[。;:!?,\t]/.test(text);
  const below = blocks[index + 1];
  return numbered && below !== undefined && hasColumns(below);
}

function hasColumns({ text }: Block): boolean {
  if (!text.includes('   ')) return false;
  return (text.match(GAP)?.length ?? 0) >= 2;
}

function isAdjacent(index: number, { blocks, normalized }: TableContext): boolean {
  const above = blocks[index - 1];
  const block = blocks[index];
  if (above === undefined || block === undefined) return false;
  return normalized.text.slice(getBlockSpan(above).end, getBlockSpan(block).start).trim() === '';
}

/** The cells of a table as blocks of reading text, as long as a passage may be. Linear. */
export function joinCells(from: number, to: number, context: TableContext): readonly Block[] {
  const tables: Block[] = [];
  let start = from;
  for (let i = from + 1; i <= to; i += 1) {
    const span = spanCells(start, i + 1, context);
    if (i < to && span.end - span.start <= MAX_TABLE) continue;
    tables.push(...joinRun(start, i, context));
    start = i;
  }
  return tables;
}

function joinRun(from: number, to: number, context: TableContext): readonly Block[] {
  const first = context.blocks[from];
  if (first === undefined || to <= from) return [];
  const span = spanCells(from, to, context);
  const text = context.normalized.text.slice(span.start, span.end);
  return [{ ...first, text, pieces: [span], offsets: [0], marker: undefined }];
}

function spanCells(from: number, to: number, { blocks }: TableContext): Span {
  const first = blocks[from];
  const last = blocks[Math.min(to, blocks.length) - 1];
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return { start: getBlockSpan(first).start, end: getBlockSpan(last).end };
}
