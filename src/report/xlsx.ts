/**
 * XLSX: tagged documents as a workbook with the sheets documents, passages and tags.
 *
 * @module
 */
import { ZhengceError } from '../errors';
import type { TaggedDocumentRecord } from './record';

/** Characters that Excel allows in a cell. */
const MAX_CELL = 32_767;
/** Rows that Excel allows on a sheet, less the heading. */
const MAX_ROWS = 1_048_575;

/** A document with the text that its spans point into. */
export interface WorkbookEntry {
  readonly record: TaggedDocumentRecord;
  readonly source: string;
}

type Cell = string | number | null;
interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * The bytes of a workbook. Same entries, same bytes. Texts longer than a cell may be are cut, with … at their end.
 *
 * @throws ZhengceError `input-too-large` where a sheet would have more rows than Excel allows
 */
export async function writeWorkbook(entries: readonly WorkbookEntry[]): Promise<Uint8Array> {
  const sheets = [listDocuments(entries), listPassages(entries), listTags(entries)];
  sheets.forEach(assertRows);
  const { writeXlsx } = await import('hucre/xlsx');
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(fitCell)) })),
    // Without fixed dates the file would hold the time of the run.
    properties: { created: EPOCH, modified: EPOCH },
  });
}

const EPOCH = new Date(0);

function listDocuments(entries: readonly WorkbookEntry[]): Sheet {
  const head = ['id', 'path', 'title', 'issuer', 'documentNumber', 'genre', 'issuedOn', 'region', 'passages', 'tagged'];
  const rows = entries.map(({ record }) => [
    record.id, record.path, record.title, record.issuer.join('、'), record.documentNumber, record.genre, record.issuedOn, record.region,
    record.passages.length, record.passages.filter(({ tags }) => tags.length > 0).length,
  ]);
  return { name: 'documents', rows: [head, ...rows] };
}

function listPassages(entries: readonly WorkbookEntry[]): Sheet {
  const head = ['documentId', 'passageId', 'start', 'end', 'headingPath', 'text', 'codes'];
  const rows = entries.flatMap(({ record, source }) =>
    record.passages.map(({ id, start, end, headingPath, tags }) => [
      record.id, id, start, end, headingPath.join(' > '), source.slice(start, end), tags.map(({ code }) => code).join(' '),
    ]),
  );
  return { name: 'passages', rows: [head, ...rows] };
}

function listTags(entries: readonly WorkbookEntry[]): Sheet {
  const head = ['documentId', 'passageId', 'code', 'score', 'evidenceStart', 'evidenceEnd', 'evidence', 'weight'];
  const rows = entries.flatMap(({ record, source }) =>
    record.passages.flatMap(({ id, tags }) =>
      tags.flatMap(({ code, score, evidence }) =>
        evidence.map(({ start, end, weight }) => [record.id, id, code, score, start, end, source.slice(start, end), weight]),
      ),
    ),
  );
  return { name: 'tags', rows: [head, ...rows] };
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

/** What XML cannot hold is left out; what a cell cannot hold is cut. */
function fitCell(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const clean = cell.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
  return clean.length <= MAX_CELL ? clean : `${clean.slice(0, MAX_CELL - 1)}…`;
}
