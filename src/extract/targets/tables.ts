/**
 * Reads tables of indicators (专栏 主要指标) in the text forms that readers give: rows of Markdown, cells parted by tabs, runs of spaces or lines.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import type { Comparator, Quantity, TargetKind } from './model';
import { createQuantity } from './quantities';
import { type Cell, cutRows } from './table-cells';

/** What a row of a table promises. */
export interface TableRow {
  readonly start: number;
  readonly end: number;
  readonly name: Cell;
  readonly kind: Extract<TargetKind, 'level' | 'change' | 'growth'>;
  readonly quantity: Quantity;
  readonly comparator: Comparator;
  readonly direction: 'up' | 'down' | undefined;
  readonly base:
    | (Cell & { readonly quantity: Quantity; readonly year: number | undefined })
    | undefined;
  /** The year of the column; undefined where the table names none. */
  readonly year: number | undefined;
  readonly binding: boolean | undefined;
}

/** Whether a passage looks like rows of a table rather than sentences. Linear. */
export function isTableText(text: string, { years }: TableHead): boolean {
  const rows = text.slice(0, measureRows(text));
  if (rows.includes('。') && !text.includes('|')) return false;
  return (
    (text.match(/ {3,}|\t|\|/g)?.length ?? 0) >= 3 ||
    // Below a head one row is enough: the lines of a table are often passages of their own.
    (text.match(NUMBERED_ROW)?.length ?? 0) >= (years.length > 1 ? 1 : 2) ||
    /\n(?:约束性|预期性)$/.test(text.trim())
  );
}

/** A line that begins with a number and ends in values: 2.光纤通达率(%) 92 100. */
const NUMBERED_ROW = /(?:^|\n)\d{1,2}[.、][^\n。,;]{3,40}[ )][<>≥≤]?\d[\d.]{0,9}%?(?=\n|$)/g;

/** Where the note below a table begins (注:…): sentences there do not make the rows any less a table. */
function measureRows(text: string): number {
  const at = text.search(/(?:^|[\s〕\])|]|\d)注:/);
  return at === -1 ? text.length : at + 1;
}

/** What the head of a table says of its columns. */
export interface TableHead {
  /** The years, in the order of their columns. */
  readonly years: readonly number[];
  /** Whether a column of growth a year stands behind them. */
  readonly hasGrowth: boolean;
}

/** The head of a table that names no column. */
export const NO_HEAD: TableHead = Object.freeze({ years: [], hasGrowth: false });

/** The head that a text holds; without years where it holds none. */
export function readTableHead(text: string): TableHead {
  if (!/指标|[目规]标|年份/.test(text.replace(/ /g, ''))) return NO_HEAD;
  const years = [...text.matchAll(/(20\d\d)年/g)].map((match) => Number(match[1]));
  return { years, hasGrowth: /年均增[长速]|年增[长速]/.test(text) };
}

/** The rows of a table in a folded text; a row with a column of growth is two. Linear. */
export function readTableRows(text: string, head: TableHead): readonly TableRow[] {
  return cutRows(text.slice(0, measureRows(text))).flatMap((row) => readRow(row, head));
}

const VALUE =
  /^((?:下降|降低|减少|上升|提高|增长|增加|累计)?)([<>≥≤〔(]{0,2})(\d[\d.]*)([%万亿个家元人件吨岁张]{0,4})([〕)]?)(?:以上|左右|以内)?$/;
const NUMBERING = /^\d{1,2}[.、]/;
/** Unit in the bracket behind a name: 普及率(%). */
const NAMED_UNIT = /\(([^()]{1,12})\)$/;

function readRow(cells: readonly Cell[], { years, hasGrowth }: TableHead): readonly TableRow[] {
  const name = cells.find(
    ({ text }) => /[\u4e00-\u9fff]{3}/.test(text) && !VALUE.test(text) && !isNature(text),
  );
  if (name === undefined) return [];
  const values = cells
    .slice(cells.indexOf(name) + 1)
    .filter(({ text }) => VALUE.test(text) && !/^[〔(]/.test(text));
  const columns = years.length >= 2 && values.length >= years.length ? years.length : 1;
  if (values.length === 0 || (columns === 1 && values.length > 2)) return [];
  const last = values[columns === 1 ? values.length - 1 : columns - 1];
  const first = values.length > 1 ? values[0] : undefined;
  if (last === undefined) return [];
  const rows = describeRow(name, last, first === last ? undefined : first, {
    cells,
    year: years.at(-1),
    baseYear: years.length > 1 ? years[0] : undefined,
  });
  const growth = hasGrowth && columns > 1 ? values[columns] : undefined;
  return growth === undefined
    ? rows
    : [...rows, ...rows.flatMap((row) => describeGrowth(row, growth))];
}

/** The growth a year that stands behind the values of a row. */
function describeGrowth(row: TableRow, { text, end }: Cell): readonly TableRow[] {
  const quantity = readValue(text, '%');
  if (quantity?.baseUnit !== '%') return [];
  return [
    {
      ...row,
      end: Math.max(row.end, end),
      kind: 'growth',
      quantity,
      comparator: readComparator(text),
      direction: 'up',
      base: undefined,
    },
  ];
}

function readComparator(text: string): Comparator {
  const sign = VALUE.exec(text)?.[2] ?? '';
  return SIGNS[sign.charAt(0)] ?? readBehind(text);
}

interface RowContext {
  readonly cells: readonly Cell[];
  readonly year: number | undefined;
  readonly baseYear: number | undefined;
}

const SIGNS: Readonly<Record<string, Comparator>> = {
  '<': 'below',
  '>': 'above',
  '≥': 'at-least',
  '≤': 'at-most',
};

function describeRow(
  name: Cell,
  value: Cell,
  base: Cell | undefined,
  { cells, year, baseYear }: RowContext,
): readonly TableRow[] {
  const lead = NUMBERING.exec(name.text)?.[0].length ?? 0;
  const rest = findRest(name, cells);
  const unitInName = NAMED_UNIT.exec(name.text) ?? NAMED_UNIT.exec(rest);
  const words = joinName(name.text.slice(lead), rest);
  const unit = unitInName?.[1] ?? '';
  const quantity = readValue(value.text, unit);
  if (quantity === undefined || words.length < 3 || /合计|小计|注$/.test(words)) return [];
  const move = VALUE.exec(value.text)?.[1] ?? '';
  const baseQuantity = base === undefined ? undefined : readValue(base.text, unit);
  const nature = cells.find(({ text }) => isNature(text))?.text;
  const start = name.start + lead;
  return [
    {
      start,
      end: Math.max(value.end, start + words.length),
      name: { start, end: start + words.length, text: words },
      kind: move === '' || move === '累计' ? 'level' : 'change',
      quantity,
      comparator: readComparator(value.text),
      direction: /下降|降低|减少/.test(move)
        ? 'down'
        : /上升|提高|增长|增加/.test(move)
          ? 'up'
          : undefined,
      base:
        base === undefined || baseQuantity === undefined
          ? undefined
          : { ...base, quantity: baseQuantity, year: baseYear },
      year,
      binding: nature === undefined ? undefined : nature.includes('约束'),
    },
  ];
}

/** What stands behind the values of a row whose name goes on there, because a wrap parted it: 比例(%). */
function findRest(name: Cell, cells: readonly Cell[]): string {
  if (NAMED_UNIT.test(name.text)) return '';
  const behind = cells.slice(cells.indexOf(name) + 1);
  const rest = behind.map(({ text }) => REST.exec(text)?.[0] ?? '').find((text) => text !== '');
  return rest ?? '';
}

const REST = /[\u4e00-\u9fff]{0,12}\((?:%|‰|[\u4e00-\u9fffA-Za-z/]{1,8})\)/;

function joinName(name: string, rest: string): string {
  const own = name.slice(0, NAMED_UNIT.exec(name)?.index);
  return own + rest.slice(0, NAMED_UNIT.exec(rest)?.index);
}

function readBehind(text: string): Comparator {
  if (text.endsWith('以上')) return 'at-least';
  if (text.endsWith('以内')) return 'at-most';
  return text.endsWith('左右') ? 'about' : 'equal';
}

function readValue(text: string, unit: string): Quantity | undefined {
  const [, , , digits, own = ''] = VALUE.exec(text) ?? [];
  return digits === undefined || !Number.isFinite(Number(digits))
    ? undefined
    : createQuantity(Number(digits), own === '' ? unit : own);
}

function isNature(text: string): boolean {
  return /^[[(〔【]?(?:约束性?|预期性?)(?:指标)?[\])〕】]?$/.test(text);
}
