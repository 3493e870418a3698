/**
 * Cells: what tables of documents, CSV and XLSX, have in common.
 *
 * @module
 */
import type { TaggedDocumentRecord } from './record';

/** The content of a cell; null is an empty one. */
export type Cell = string | number | null;

/** A table of cells: a CSV file, or a sheet of a workbook. */
export interface Table {
  /** Of the file or sheet. */
  readonly name: string;
  /** Headings. */
  readonly columns: readonly string[];
  /** Cells in the order of the columns. */
  readonly rows: readonly (readonly Cell[])[];
}

/** The columns of what is known of a document. */
export const DOCUMENT_COLUMNS = [
  'path',
  'title',
  'issuer',
  'documentNumber',
  'genre',
  'issuedOn',
  'region',
] as const;

/** The cells of {@link DOCUMENT_COLUMNS}; issuers are joined by `、`. */
export function listDocumentCells(record: TaggedDocumentRecord): readonly Cell[] {
  return DOCUMENT_COLUMNS.map((column) =>
    column === 'issuer' ? record.issuer.join('、') : record[column],
  );
}

/** A heading path as one cell. */
export function joinHeadings(headingPath: readonly string[]): string {
  return headingPath.join(' > ');
}
