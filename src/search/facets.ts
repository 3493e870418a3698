/**
 * Counts matches by the values of a field.
 *
 * @module
 */
import type { IndexSegment } from './index-segment';
import type { FacetCount, FacetField } from './model';
import { countDocuments, readAttribute, readDocument } from './read-stored';
import { readStrings } from './string-table';

/** The scheme of every code that is a task or an action; codes of no scheme are both. */
export type CodeSchemes = Readonly<Record<string, string>>;

/** A field with values: what hits are counted by, and what else documents are known by. */
export type ValuedField = FacetField | 'doc' | 'regionCode' | 'documentNumber';

/** Matches of a segment: 1 for every passage. */
export interface SegmentMatches {
  readonly segment: IndexSegment;
  readonly flags: Uint8Array;
}

/** How many matches have each value of a field: by count, highest first, ties by value. O(passages + tags). */
export function countFacet(
  field: ValuedField,
  matches: readonly SegmentMatches[],
  schemes: CodeSchemes,
): readonly FacetCount[] {
  const counts = new Map<string, number>();
  for (const { segment, flags } of matches) {
    if (field === 'task' || field === 'action')
      countTags(field, { segment, flags }, schemes, counts);
    else countDocumentValues(field, { segment, flags }, counts);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function countTags(
  field: 'task' | 'action',
  { segment, flags }: SegmentMatches,
  schemes: CodeSchemes,
  counts: Map<string, number>,
): void {
  const { tagOffsets, tags } = segment.passages;
  const codes = readStrings(segment.tagCodes);
  const totals = new Uint32Array(codes.length);
  for (let ordinal = 0; ordinal < flags.length; ordinal++) {
    if (flags[ordinal] !== 1) continue;
    const end = tagOffsets[ordinal + 1] ?? 0;
    for (let at = tagOffsets[ordinal] ?? 0; at < end; at++) {
      const tag = tags[at] ?? 0;
      totals[tag] = (totals[tag] ?? 0) + 1;
    }
  }
  codes.forEach((code, number) => {
    const scheme = Object.hasOwn(schemes, code) ? schemes[code] : field;
    if (scheme === field) addCount(counts, code, totals[number] ?? 0);
  });
}

function countDocumentValues(
  field: Exclude<ValuedField, 'task' | 'action'>,
  { segment, flags }: SegmentMatches,
  counts: Map<string, number>,
): void {
  const { documents } = segment.passages;
  const totals = new Uint32Array(countDocuments(segment));
  for (let ordinal = 0; ordinal < flags.length; ordinal++) {
    if (flags[ordinal] !== 1) continue;
    const document = documents[ordinal] ?? 0;
    totals[document] = (totals[document] ?? 0) + 1;
  }
  totals.forEach((total, document) => {
    if (total === 0) return;
    for (const value of listValues(field, segment, document)) addCount(counts, value, total);
  });
}

function listValues(
  field: Exclude<ValuedField, 'task' | 'action'>,
  segment: IndexSegment,
  document: number,
): readonly string[] {
  switch (field) {
    case 'issuer':
      return [...new Set(readDocument(segment, document).issuer)];
    case 'genre':
      return toList(readAttribute(segment, document, 'genre'));
    case 'region':
      return toList(readAttribute(segment, document, 'regionName'));
    case 'doc':
      return toList(readAttribute(segment, document, 'id'));
    case 'regionCode':
    case 'documentNumber':
      return toList(readAttribute(segment, document, field));
    case 'year':
      return toList(readAttribute(segment, document, 'issuedOn')?.slice(0, 4));
  }
}

function toList(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

function addCount(counts: Map<string, number>, value: string, count: number): void {
  if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
}
