/**
 * CSV: tagged passages as rows that a spreadsheet opens.
 *
 * @module
 */
import { type Cell, DOCUMENT_COLUMNS, joinHeadings, listDocumentCells, type Table } from './cells';
import type { PassageRecord, TaggedDocumentRecord } from './record';

const PASSAGE_COLUMNS = [
  'passageId',
  'start',
  'end',
  'headingPath',
  'text',
  'code',
  'score',
  'evidence',
  'confidence',
] as const;

/** The columns: one row a tag, one row with empty tag columns for a passage without tags. */
export const CSV_COLUMNS: readonly string[] = [
  'documentId',
  ...DOCUMENT_COLUMNS,
  ...PASSAGE_COLUMNS,
];

/** A byte order mark, by which Excel knows UTF-8. */
const BOM = '\ufeff';

/** The first line of a CSV file, with its byte order mark. */
export function formatCsvHeader(): string {
  return `${BOM}${CSV_COLUMNS.join(',')}\r\n`;
}

/**
 * The rows of a document, by RFC 4180, in the order of its passages and their tags; a document without passages has one row. `source` gives the words of
 * passages and evidence; evidence is joined by `; `, heading paths by ` > `, issuers by `、`. Cells are defused as by {@link defuseCell}. Linear.
 */
export function formatCsvRows(record: TaggedDocumentRecord, source: string): string {
  const { passages } = record;
  const head = [record.id, ...listDocumentCells(record)];
  const rows =
    passages.length === 0
      ? [NO_PASSAGE]
      : passages.flatMap((passage) => listPassageRows(passage, source));
  return rows.map((cells) => formatCsvLine([...head, ...cells])).join('');
}

/** A whole file: byte order mark, columns, rows, every cell defused. Linear. */
export function formatCsvTable({ columns, rows }: Table): string {
  return `${BOM}${[columns, ...rows].map(formatCsvLine).join('')}`;
}

function formatCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(formatCell).join(',')}\r\n`;
}

const NO_TAG: readonly Cell[] = [null, null, null];
const NO_PASSAGE: readonly Cell[] = PASSAGE_COLUMNS.map(() => null);

function listPassageRows(passage: PassageRecord, source: string): readonly (readonly Cell[])[] {
  const { id, start, end, headingPath, tags, confidence } = passage;
  const own = [id, start, end, joinHeadings(headingPath), source.slice(start, end)];
  if (tags.length === 0) return [[...own, ...NO_TAG, confidence]];
  return tags.map(({ code, score, evidence }) => {
    const words = evidence.map((span) => source.slice(span.start, span.end));
    return [...own, code, score, [...new Set(words)].join('; '), confidence];
  });
}

function formatCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = defuseCell(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A cell that no spreadsheet takes for a formula: one that begins with = + - @, full-width or not, a tab or a line break gets an apostrophe in front.
 * NULs, at which spreadsheets stop reading, are left out.
 *
 * @example
 * defuseCell('=1+1') // => "'=1+1"
 */
export function defuseCell(cell: string): string {
  const text = cell.replaceAll('\0', '');
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
}
