/** The `report` stage: records, JSONL, CSV, XLSX, HTML and Markdown. @module */
export type { AlignmentRecord, AlignmentReport, CollectionRecord } from './alignment-record';
export {
  alignmentRecordSchema,
  alignmentReportSchema,
  collectionRecordSchema,
} from './alignment-schema';
export { formatAlignmentSummary } from './alignment-summary';
export { listAlignmentTables } from './alignment-tables';
export type { Table } from './cells';
export {
  type AlignedFile,
  type AlignmentReportInput,
  createAlignmentReport,
} from './create-alignment-report';
export { CSV_COLUMNS, defuseCell, formatCsvHeader, formatCsvRows, formatCsvTable } from './csv';
export { formatAlignmentHtml } from './html/format-alignment-html';
export { formatJsonLine } from './jsonl';
export {
  createDocumentRecord,
  createPassageTagsRecord,
  type DiagnosticRecord,
  type EvidenceRecord,
  type FindPage,
  type PassageEvidenceRecord,
  type PassageInputRecord,
  type PassageRecord,
  type PassageTagsRecord,
  passageInputRecordSchema,
  type TaggedDocumentRecord,
  type TagRecord,
  taggedDocumentRecordSchema,
} from './record';
export {
  createSearchResultRecord,
  type ExplanationRecord,
  type HighlightRecord,
  type HitRecord,
  type SearchedDocumentRecord,
  type SearchResultParts,
  type SearchResultRecord,
  type SnippetRecord,
  type SpanRecord,
  searchResultRecordSchema,
} from './search-record';
export { type WorkbookEntry, writeTables, writeWorkbook } from './xlsx';
