/**
 * Reads back what a segment stores of passages and documents.
 *
 * @module
 */
import type { Region } from '../document';
import type { Span } from '../text';
import { DOCUMENT_WIDTH, type IndexSegment } from './index-segment';
import type { IndexedDocument, IndexedPassage, PassageTag } from './model';
import { readString } from './string-table';

/** The passage as it was indexed. O(its size). */
export function readPassage(segment: IndexSegment, ordinal: number): IndexedPassage {
  const { ids, texts, spans } = segment.passages;
  const span = readSpan(spans, ordinal);
  const section = segment.passages.sections[ordinal] ?? 0;
  return {
    id: readString(ids, ordinal),
    text: readString(texts, ordinal),
    span,
    pieces: readPieces(segment, ordinal, span),
    headingPath: readHeadingPath(segment, section),
    headingSpans: readRange(segment.sections.headingOffsets, section, (at) =>
      readSpan(segment.sections.spans, at),
    ),
    tags: readTags(segment, ordinal),
  };
}

/** The headings of a section, outermost first. */
export function readHeadingPath(segment: IndexSegment, section: number): readonly string[] {
  const { headingOffsets, headings } = segment.sections;
  return readRange(headingOffsets, section, (at) => readString(segment.strings, headings[at] ?? 0));
}

/** The tags of a passage, in the order given. */
export function readTags(segment: IndexSegment, ordinal: number): readonly PassageTag[] {
  const { tagOffsets, tags, tagScores } = segment.passages;
  return readRange(tagOffsets, ordinal, (at) => ({
    code: readString(segment.tagCodes, tags[at] ?? 0),
    score: tagScores[at] ?? 0,
  }));
}

/** The document with the number `document` in its segment. */
export function readDocument(segment: IndexSegment, document: number): IndexedDocument {
  const { issuerOffsets, issuers } = segment.documents;
  return {
    id: readAttribute(segment, document, 'id') ?? '',
    title: readAttribute(segment, document, 'title'),
    issuer: readRange(issuerOffsets, document, (at) =>
      readString(segment.strings, issuers[at] ?? 0),
    ),
    documentNumber: readAttribute(segment, document, 'documentNumber'),
    genre: readAttribute(segment, document, 'genre'),
    issuedOn: readAttribute(segment, document, 'issuedOn'),
    region: readRegion(segment, document),
  };
}

const ATTRIBUTES = {
  id: 0,
  title: 1,
  documentNumber: 2,
  genre: 3,
  issuedOn: 4,
  regionCode: 5,
  regionName: 6,
  regionLevel: 7,
} as const;

/** A name of a document's attribute. */
export type DocumentAttribute = keyof typeof ATTRIBUTES;

/** An attribute of a document; undefined where it has none. */
export function readAttribute(
  segment: IndexSegment,
  document: number,
  attribute: DocumentAttribute,
): string | undefined {
  const number = readAttributeNumber(segment, document, attribute);
  return number === 0 ? undefined : readString(segment.strings, number - 1);
}

/** The number of an attribute's string, + 1; 0 where there is none. */
export function readAttributeNumber(
  segment: IndexSegment,
  document: number,
  attribute: DocumentAttribute,
): number {
  return segment.documents.attributes[document * DOCUMENT_WIDTH + ATTRIBUTES[attribute]] ?? 0;
}

function readRegion(segment: IndexSegment, document: number): Region | undefined {
  const code = readAttribute(segment, document, 'regionCode');
  const name = readAttribute(segment, document, 'regionName');
  const level = readAttribute(segment, document, 'regionLevel') as Region['level'] | undefined;
  if (code === undefined || name === undefined || level === undefined) return undefined;
  return { code, name, level };
}

function readPieces(segment: IndexSegment, ordinal: number, span: Span): readonly Span[] {
  const { pieceOffsets, pieces } = segment.passages;
  const read = readRange(pieceOffsets, ordinal, (at) => readSpan(pieces, at));
  return read.length === 0 ? [span] : read;
}

function readSpan(spans: Uint32Array, index: number): Span {
  return { start: spans[index * 2] ?? 0, end: spans[index * 2 + 1] ?? 0 };
}

function readRange<Value>(
  offsets: Uint32Array,
  index: number,
  read: (at: number) => Value,
): readonly Value[] {
  const start = offsets[index] ?? 0;
  const length = (offsets[index + 1] ?? start) - start;
  return Array.from({ length }, (_, at) => read(start + at));
}

/** How many documents a segment holds. */
export function countDocuments(segment: IndexSegment): number {
  return segment.documents.attributes.length / DOCUMENT_WIDTH;
}
