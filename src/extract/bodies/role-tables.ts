/**
 * Tables with a column of responsible bodies, in the form that readers give them: a row a paragraph, its cells apart by tabs, or by | as in Markdown.
 *
 * @module
 */
import type { Passage } from '../../document';
import type { Span } from '../../text';
import { readColumnRole } from './labelled-notes';
import type { ResponsibilityRole } from './model';

/** The columns of a table by its head. */
export interface RoleColumns {
  readonly width: number;
  /** By column, from the left. */
  readonly roles: ReadonlyMap<number, ResponsibilityRole>;
}

/** A row: what is to be done, and the cells that name who does it. */
export interface RoleRow {
  /** Undefined where no cell before the bodies says it. */
  readonly task: Span | undefined;
  readonly cells: readonly { readonly span: Span; readonly role: ResponsibilityRole }[];
}

/** UTF-16 code units of the head of a column: 主要责任单位及分工. */
const LONGEST_HEAD = 16;

/** The columns of the table whose head a passage is; undefined where it is none with a column of bodies. Linear. */
export function readRoleColumns(passage: Passage): RoleColumns | undefined {
  const cells = splitCells(passage);
  if (cells.length === 1) return undefined;
  const roles = new Map<number, ResponsibilityRole>();
  cells.forEach(({ text }, column) => {
    const role = text.length > LONGEST_HEAD ? undefined : readColumnRole(text);
    if (role !== undefined) roles.set(column, role);
  });
  return roles.size === 0 ? undefined : { width: cells.length, roles };
}

/** A row of such a table; undefined where the passage is none. Where cells run over rows a row has fewer, and is read from the right. Linear. */
export function readRoleRow(passage: Passage, { width, roles }: RoleColumns): RoleRow | undefined {
  const cells = splitCells(passage);
  if (cells.length === 1 || cells.length > width) return undefined;
  const missing = width - cells.length;
  const named = cells.flatMap(({ span }, i) => {
    const role = roles.get(i + missing);
    return role === undefined || span.start === span.end ? [] : [{ span, role }];
  });
  const first = Math.min(...roles.keys()) - missing;
  const words = cells.slice(0, Math.max(0, first)).filter(({ text }) => WORDS.test(text));
  const [from, to] = [words[0], words.at(-1)];
  const task = from && to && { start: from.span.start, end: to.span.end };
  return { task, cells: named };
}

/** What a cell needs to say what is to be done. */
const WORDS = /[\u4e00-\u9fff]{4}/;

interface TableCell {
  readonly text: string;
  readonly span: Span;
}

/** The cells of a passage that stands in one piece, without the spaces around them. */
function splitCells({ pieces, text, span }: Passage): readonly TableCell[] {
  const mark = text.includes('\t') ? '\t' : text.trimStart().startsWith('|') ? '|' : undefined;
  if (pieces.length !== 1 || mark === undefined) return [{ text, span }];
  let start = span.start;
  const cells = text.split(mark).map((cell): TableCell => {
    const words = cell.trim();
    const from = start + cell.indexOf(words);
    start += cell.length + 1;
    return { text: words, span: { start: from, end: from + words.length } };
  });
  // | a | b | has nothing outside its marks.
  return mark === '|' ? cells.slice(1, cells.at(-1)?.text === '' ? -1 : undefined) : cells;
}
