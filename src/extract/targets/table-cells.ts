/**
 * Cuts the text of a table into rows and cells.
 *
 * All patterns are for folded text.
 *
 * @module
 */

/** A cell or a stretch of a row, where it stands. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const GAP = / {3,}|\t+|\n+|\|/;

/** Rows begin at their numbers (1. 2. 3.), in order; without numbers, at lines that hold more than one cell, or the text is one row. */
export function cutRows(text: string): readonly (readonly Cell[])[] {
  const starts: number[] = [];
  let number = 1;
  for (const match of text.matchAll(/(\d{1,2})[.、](?=[\u4e00-\u9fffA-Z]|[45]G)/g)) {
    const digits = match[1] ?? '';
    const wanted = String(number);
    const isFirst = starts.length === 0;
    if (!isFirst && !digits.endsWith(wanted)) continue;
    starts.push(match.index + (isFirst ? 0 : digits.length - wanted.length));
    number = isFirst ? Number(digits) + 1 : number + 1;
  }
  if (starts.length > 0) return cutAt(text, starts).map(cutCells);
  const lines = cutAt(
    text,
    [...text.matchAll(/(?<=\n)(?=[^\n])/g)].map(({ index }) => index),
  );
  const cells = lines.map(cutCells);
  return cells.some((row) => row.length > 2)
    ? cells
    : [cutCells({ start: 0, end: text.length, text })];
}

function cutAt(text: string, starts: readonly number[]): readonly Cell[] {
  const cuts = starts[0] === 0 ? starts : [0, ...starts];
  return cuts.map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return { start, end, text: text.slice(start, end) };
  });
}

function cutCells({ start, text }: Cell): readonly Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const part of text.split(GAP)) {
    const found = text.indexOf(part, at);
    at = found + part.length;
    const lead = part.length - part.trimStart().length;
    const words = part.trim();
    const from = start + found + lead;
    if (words !== '') cells.push({ start: from, end: from + words.length, text: words });
  }
  return cells.flatMap(splitValues).flatMap(splitName).flatMap(splitGlued);
}

/** A value that the next part of the table is glued to: 20.8信息服务. */
function splitGlued(cell: Cell, index: number, cells: readonly Cell[]): readonly Cell[] {
  const isLast = index > 0 && index === cells.length - 1;
  const value = isLast
    ? /^[<>≥≤]?\d[\d.]{0,9}(?=[\u4e00-\u9fff]{4,10}$)/.exec(cell.text)?.[0]
    : undefined;
  if (value === undefined) return [cell];
  return [{ start: cell.start, end: cell.start + value.length, text: value }];
}

/** A name with its values behind it, parted by one space: 光纤通达率(%) 92 100. */
function splitName(cell: Cell): readonly Cell[] {
  const values = /(?:(?<=\))| )(?:[<>≥≤]?\d[\d.]{0,9}%? ?){1,6}$/.exec(cell.text);
  if (values === null || !/[\u4e00-\u9fff)]$/.test(cell.text.slice(0, values.index))) return [cell];
  const name = cell.start + values.index;
  const start = name + values[0].length - values[0].trimStart().length;
  return [
    { start: cell.start, end: name, text: cell.text.slice(0, values.index) },
    ...splitValues({ start, end: cell.end, text: values[0].trim() }),
  ];
}

/** Values parted by one space: 72.45 88. */
function splitValues(cell: Cell): readonly Cell[] {
  if (!/^[\d.<>≥≤%〔〕()—\- ]+$/.test(cell.text) || !cell.text.includes(' ')) return [cell];
  let at = cell.start;
  return cell.text.split(' ').flatMap((part) => {
    const start = at;
    at += part.length + 1;
    return part === '' ? [] : [{ start, end: start + part.length, text: part }];
  });
}
