/**
 * CSV: tagged passages as rows that a spreadsheet opens.
 *
 * @module
 */
import type { PassageRecord, TaggedDocumentRecord } from './record';

/** The columns: one row a tag, one row with empty tag columns for a passage without tags. */
export const CSV_COLUMNS = [
  'documentId', 'path', 'title', 'issuer', 'documentNumber', 'genre', 'issuedOn', 'region',
  'passageId', 'start', 'end', 'headingPath', 'text', 'code', 'score', 'evidence',
] as const;

/** A byte order mark, by which Excel knows UTF-8. */
const BOM = '\ufeff';

/** The first line of a CSV file, with its byte order mark. */
export function formatCsvHeader(): string {
  return `${BOM}${CSV_COLUMNS.join(',')}\r\n`;
}

/**
 * The rows of a document, by RFC 4180. `source` gives the words of passages and evidence; evidence is joined by `; `, heading paths and issuers
 * by ` > ` and `、`. A cell that begins with = + - @, a tab or a carriage return gets an apostrophe in front, so that no spreadsheet runs it.
 */
export function formatCsvRows(record: TaggedDocumentRecord, source: string): string {
  const head = [
    record.id, record.path, record.title, record.issuer.join('、'), record.documentNumber, record.genre, record.issuedOn, record.region,
  ];
  return record.passages
    .flatMap((passage) => listPassageRows(passage, source))
    .map((cells) => `${[...head, ...cells].map(formatCell).join(',')}\r\n`)
    .join('');
}

type Cell = string | number | null;

function listPassageRows(passage: PassageRecord, source: string): readonly (readonly Cell[])[] {
  const { id, start, end, headingPath, tags } = passage;
  const own = [id, start, end, headingPath.join(' > '), source.slice(start, end)];
  if (tags.length === 0) return [[...own, null, null, null]];
  return tags.map(({ code, score, evidence }) => {
    const words = evidence.map((span) => source.slice(span.start, span.end));
    return [...own, code, score, [...new Set(words)].join('; ')];
  });
}

function formatCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = defuseCell(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A cell that no spreadsheet takes for a formula.
 *
 * @example
 * defuseCell('=1+1') // => "'=1+1"
 */
export function defuseCell(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
