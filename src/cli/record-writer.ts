/**
 * Record writers: tagged documents into an output, in one of the formats.
 *
 * @module
 */
import {
  formatCsvHeader,
  formatCsvRows,
  formatJsonLine,
  type TaggedDocumentRecord,
  type WorkbookEntry,
  writeWorkbook,
} from '../report';
import type { Output } from './output';
import type { Shard } from './shard';

/** The formats of `zhengce tag`. */
export const TAG_FORMATS = ['jsonl', 'csv', 'xlsx'] as const;
/** A format of `zhengce tag`. */
export type TagFormat = (typeof TAG_FORMATS)[number];

/** Whether a word names a format. */
export function isTagFormat(word: string): word is TagFormat {
  return TAG_FORMATS.some((format) => format === word);
}

/** Writes records, in the order in which they are added. */
export interface RecordWriter {
  begin(): Promise<void>;
  /** `source` is the text that the record's spans point into. */
  add(record: TaggedDocumentRecord, source: string): Promise<void>;
  end(): Promise<void>;
}

/** The writer of a format. JSONL and CSV are written as records come; a workbook at the end, so it is held in memory. */
export function createRecordWriter(
  output: Output,
  format: TagFormat,
  shard: Shard | undefined,
): RecordWriter {
  switch (format) {
    case 'jsonl':
      return createJsonlWriter(output);
    case 'csv':
      return createCsvWriter(output, shard);
    case 'xlsx':
      return createXlsxWriter(output);
  }
}

function doNothing(): Promise<void> {
  return Promise.resolve();
}

function createJsonlWriter(output: Output): RecordWriter {
  return {
    begin: doNothing,
    add: (record) => output.write(formatJsonLine(record)),
    end: doNothing,
  };
}

function createCsvWriter(output: Output, shard: Shard | undefined): RecordWriter {
  // Parts concatenate to the whole, so only the first has the heading.
  const isFirst = shard === undefined || shard.index === 1;
  return {
    begin: isFirst ? () => output.write(formatCsvHeader()) : doNothing,
    add: (record, source) => output.write(formatCsvRows(record, source)),
    end: doNothing,
  };
}

function createXlsxWriter(output: Output): RecordWriter {
  const entries: WorkbookEntry[] = [];
  return {
    begin: doNothing,
    add: (record, source) => {
      entries.push({ record, source });
      return Promise.resolve();
    },
    end: async () => {
      await output.write(await writeWorkbook(entries));
    },
  };
}
