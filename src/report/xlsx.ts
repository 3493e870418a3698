/**
 * XLSX: tagged documents as a workbook with the sheets documents, passages and tags.
 *
 * @module
 */
import { ZhengceError } from '../errors';
import { type Cell, DOCUMENT_COLUMNS, joinHeadings, listDocumentCells, type Table } from './cells';
import { cutText } from './excerpt';
import type { TaggedDocumentRecord } from './record';

/** Characters that Excel allows in a cell. */
const MAX_CELL = 32_767;
/** Rows that Excel allows on a sheet, less the heading. */
const MAX_ROWS = 1_048_575;

/** A document with the text that its spans point into. */
export interface WorkbookEntry {
  /** One row of the sheet documents. */
  readonly record: TaggedDocumentRecord;
  /** The decoded file. */
  readonly source: string;
}

interface Sheet {
  readonly name: string;
  /** Width of each column, in digits. */
  readonly widths: readonly number[];
  /** The heading first. */
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * The bytes of a workbook. Same entries, same bytes. Texts longer than a cell may be are cut, with … at their end.
 *
 * @throws ZhengceError `input-too-large` where a sheet would have more rows than Excel allows
 */
export async function writeWorkbook(entries: readonly WorkbookEntry[]): Promise<Uint8Array> {
  return writeSheets([listDocuments(entries), listPassages(entries), listTags(entries)]);
}

/** Width of a column of a table, in digits: as its content, within bounds. */
const COLUMN_WIDTHS = { least: 8, most: 60, sample: 50 };

/**
 * The bytes of a workbook with one sheet a table, in order. Same tables, same bytes.
 *
 * @throws ZhengceError `input-too-large` where a sheet would have more rows than Excel allows
 */
export async function writeTables(tables: readonly Table[]): Promise<Uint8Array> {
  return writeSheets(
    tables.map(({ name, columns, rows }) => ({
      name,
      rows: [columns, ...rows],
      widths: columns.map((column, i) => fitWidth([column, ...rows.map((row) => row[i] ?? null)])),
    })),
  );
}

function fitWidth(cells: readonly Cell[]): number {
  const { least, most, sample } = COLUMN_WIDTHS;
  const lengths = cells.slice(0, sample).map((cell) => String(cell ?? '').length + 2);
  return Math.min(most, Math.max(least, ...lengths));
}

async function writeSheets(sheets: readonly Sheet[]): Promise<Uint8Array> {
  sheets.forEach(assertRows);
  // Loaded here because few runs write a workbook.
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({
    sheets: sheets.map(({ name, rows, widths }) => ({
      name,
      rows: rows.map((row) => row.map(fitCell)),
      columns: widths.map((width) => ({ width })),
      freezePane: { rows: 1 },
    })),
    // Without fixed dates the file would hold the time of the run.
    properties: { created: EPOCH, modified: EPOCH },
  });
}

const EPOCH = new Date(0);

function listDocuments(entries: readonly WorkbookEntry[]): Sheet {
  const head = ['id', ...DOCUMENT_COLUMNS, 'passages', 'tagged'];
  const rows = entries.map(({ record }) => [
    record.id,
    ...listDocumentCells(record),
    record.passages.length,
    record.passages.filter(({ tags }) => tags.length > 0).length,
  ]);
  const widths = [28, 28, 48, 20, 20, 10, 12, 10, 10, 10];
  return { name: 'documents', widths, rows: [head, ...rows] };
}

function listPassages(entries: readonly WorkbookEntry[]): Sheet {
  const head = [
    'documentId',
    'passageId',
    'start',
    'end',
    'headingPath',
    'text',
    'codes',
    'confidence',
  ];
  const rows = entries.flatMap(({ record, source }) =>
    record.passages.map(({ id, start, end, headingPath, tags, confidence }) => {
      const codes = tags.map(({ code }) => code).join(' ');
      const text = source.slice(start, end);
      return [record.id, id, start, end, joinHeadings(headingPath), text, codes, confidence];
    }),
  );
  return { name: 'passages', widths: [28, 34, 9, 9, 48, 90, 14, 12], rows: [head, ...rows] };
}

const TAG_COLUMNS = 'documentId passageId code score evidenceStart evidenceEnd evidence weight';

function listTags(entries: readonly WorkbookEntry[]): Sheet {
  const rows = entries.flatMap(({ record, source }) =>
    record.passages.flatMap(({ id, tags }) =>
      tags.flatMap(({ code, score, evidence }) =>
        evidence.map(({ start, end, weight }) => {
          const words = source.slice(start, end);
          return [record.id, id, code, score, start, end, words, weight];
        }),
      ),
    ),
  );
  const widths = [28, 34, 7, 8, 14, 14, 30, 8];
  return { name: 'tags', widths, rows: [TAG_COLUMNS.split(' '), ...rows] };
}

function assertRows({ name, rows }: Sheet): void {
  if (rows.length <= MAX_ROWS + 1) return;
  const limit = String(MAX_ROWS);
  throw new ZhengceError(
    'input-too-large',
    `writeWorkbook: expected at most ${limit} rows, received "${String(rows.length - 1)}" (sheet ${name}): write jsonl or csv, or fewer files at a time`,
    { details: { limit: MAX_ROWS, rows: rows.length - 1 } },
  );
}

/** What XML cannot hold: control characters, half surrogate pairs, two non-characters. */
const NOT_IN_XML =
  /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What XML cannot hold is left out, what a cell cannot hold is cut, what Excel would read as an escape (`_x0041_`) is escaped. */
function fitCell(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const clean = cell.replace(NOT_IN_XML, '');
  const fitted = clean.length <= MAX_CELL ? clean : `${cutText(clean, MAX_CELL - 1)}…`;
  return fitted.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}
