/** The `report` stage: records, JSONL, CSV and XLSX. @module */
export { CSV_COLUMNS, defuseCell, formatCsvHeader, formatCsvRows } from './csv';
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
export { type WorkbookEntry, writeWorkbook } from './xlsx';
