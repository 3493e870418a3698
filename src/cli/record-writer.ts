/**
 * The formats of `zhengce tag`, and how a document is written in those that are written document by document.
 *
 * @module
 */
import {
  formatCsvHeader,
  formatCsvRows,
  formatJsonLine,
  type TaggedDocumentRecord,
} from '../report';
import type { Shard } from './shard';

/** The formats of `zhengce tag`. */
export const TAG_FORMATS = ['jsonl', 'csv', 'xlsx'] as const;
/** A format of `zhengce tag`. */
export type TagFormat = (typeof TAG_FORMATS)[number];
/** A format that is written as records come; a workbook is written at the end, so it is held in memory. */
export type StreamedFormat = Exclude<TagFormat, 'xlsx'>;

/** Whether a word names a format. */
export function isTagFormat(word: string): word is TagFormat {
  return TAG_FORMATS.some((format) => format === word);
}

/** What is written of a document. `source` is the text that the record's spans point into. */
export function formatRecord(
  format: StreamedFormat,
  record: TaggedDocumentRecord,
  source: string,
): string {
  return format === 'jsonl' ? formatJsonLine(record) : formatCsvRows(record, source);
}

/** What stands before the first document. Parts concatenate to the whole, so only the first has the heading. */
export function formatPreamble(format: StreamedFormat, shard: Shard | undefined): string {
  const isFirst = shard === undefined || shard.index === 1;
  return format === 'csv' && isFirst ? formatCsvHeader() : '';
}
