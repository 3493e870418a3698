/**
 * A segment as a list of arrays, as a snapshot stores it.
 *
 * @module
 */
import { DOCUMENT_WIDTH, type IndexSegment, type LengthColumn } from './index-segment';
import type { StringTable } from './string-table';

/** The arrays that a segment can be made of. */
export type SegmentArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** The type of an array, by the name that stands in a snapshot. */
export type ArrayType = 'u8' | 'u16' | 'u32' | 'f64';

/** Bytes of an entry. */
export const ENTRY_SIZES: Readonly<Record<ArrayType, number>> = { u8: 1, u16: 2, u32: 4, f64: 8 };

/** The type of an array. */
export function typeOfArray(array: SegmentArray): ArrayType {
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Uint16Array) return 'u16';
  return array instanceof Uint32Array ? 'u32' : 'f64';
}

/** Every array of a segment by its name, in the order of the snapshot. */
export function listSegmentArrays(segment: IndexSegment): ReadonlyMap<string, SegmentArray> {
  const { words, bigrams, lengths, passages, sections, documents } = segment;
  return new Map<string, SegmentArray>([
    ...listStrings('words.terms', words.terms),
    ['words.offsets', words.offsets],
    ['words.ordinals', words.ordinals],
    ['words.codes', words.codes],
    ['words.combinations', words.combinations],
    ['words.rarePostings', words.rarePostings],
    ['words.rareCombinations', words.rareCombinations],
    ['bigrams.keys', bigrams.keys],
    ['bigrams.offsets', bigrams.offsets],
    ['bigrams.ordinals', bigrams.ordinals],
    ...listLengths('lengths.title', lengths.title),
    ...listLengths('lengths.heading', lengths.heading),
    ...listLengths('lengths.body', lengths.body),
    ...listLengths('lengths.bigram', lengths.bigram),
    ...listStrings('passages.ids', passages.ids),
    ...listStrings('passages.texts', passages.texts),
    ['passages.spans', passages.spans],
    ['passages.pieceOffsets', passages.pieceOffsets],
    ['passages.pieces', passages.pieces],
    ['passages.sections', passages.sections],
    ['passages.documents', passages.documents],
    ['passages.kinds', passages.kinds],
    ['passages.tagOffsets', passages.tagOffsets],
    ['passages.tags', passages.tags],
    ['passages.tagScores', passages.tagScores],
    ['sections.headingOffsets', sections.headingOffsets],
    ['sections.headings', sections.headings],
    ['sections.spans', sections.spans],
    ['documents.attributes', documents.attributes],
    ['documents.issuerOffsets', documents.issuerOffsets],
    ['documents.issuers', documents.issuers],
    ...listStrings('strings', segment.strings),
    ...listStrings('tagCodes', segment.tagCodes),
  ]);
}

function listStrings(name: string, table: StringTable): readonly [string, SegmentArray][] {
  return [
    [`${name}.units`, table.units],
    [`${name}.offsets`, table.offsets],
  ];
}

function listLengths(name: string, column: LengthColumn): readonly [string, SegmentArray][] {
  return [
    [`${name}.codes`, column.codes],
    [`${name}.values`, column.values],
  ];
}

/** Gives the array of a name and type; throws where there is none. */
export interface ArraySource {
  u8(name: string): Uint8Array;
  u16(name: string): Uint16Array;
  u32(name: string): Uint32Array;
  f64(name: string): Float64Array;
}

/** The segment that arrays make up. Nothing is copied. */
export function assembleSegment(passageCount: number, source: ArraySource): IndexSegment {
  const strings = (name: string): StringTable => ({
    units: source.u16(`${name}.units`),
    offsets: source.u32(`${name}.offsets`),
  });
  const lengths = (name: string): LengthColumn => ({
    codes: source.u16(`lengths.${name}.codes`),
    values: source.u32(`lengths.${name}.values`),
  });
  return {
    passageCount,
    words: {
      terms: strings('words.terms'),
      offsets: source.u32('words.offsets'),
      ordinals: source.u16('words.ordinals'),
      codes: source.u8('words.codes'),
      combinations: source.u32('words.combinations'),
      rarePostings: source.u32('words.rarePostings'),
      rareCombinations: source.u32('words.rareCombinations'),
    },
    bigrams: {
      keys: source.u32('bigrams.keys'),
      offsets: source.u32('bigrams.offsets'),
      ordinals: source.u16('bigrams.ordinals'),
    },
    lengths: {
      title: lengths('title'),
      heading: lengths('heading'),
      body: lengths('body'),
      bigram: lengths('bigram'),
    },
    passages: {
      ids: strings('passages.ids'),
      texts: strings('passages.texts'),
      spans: source.u32('passages.spans'),
      pieceOffsets: source.u32('passages.pieceOffsets'),
      pieces: source.u32('passages.pieces'),
      sections: source.u16('passages.sections'),
      documents: source.u16('passages.documents'),
      kinds: source.u8('passages.kinds'),
      tagOffsets: source.u32('passages.tagOffsets'),
      tags: source.u16('passages.tags'),
      tagScores: source.f64('passages.tagScores'),
    },
    sections: {
      headingOffsets: source.u32('sections.headingOffsets'),
      headings: source.u32('sections.headings'),
      spans: source.u32('sections.spans'),
    },
    documents: {
      attributes: source.u32('documents.attributes'),
      issuerOffsets: source.u32('documents.issuerOffsets'),
      issuers: source.u32('documents.issuers'),
    },
    strings: strings('strings'),
    tagCodes: strings('tagCodes'),
  };
}

/** What does not fit in a segment whose arrays were made by others; undefined where all fits. O(offsets). */
export function findMisfit(segment: IndexSegment): string | undefined {
  const { words, bigrams, passages, sections, documents, lengths, passageCount } = segment;
  const offsets: readonly (readonly [string, Uint32Array, number])[] = [
    ['words.terms', words.terms.offsets, words.terms.units.length],
    ['words', words.offsets, words.ordinals.length],
    ['bigrams', bigrams.offsets, bigrams.ordinals.length],
    ['passages.ids', passages.ids.offsets, passages.ids.units.length],
    ['passages.texts', passages.texts.offsets, passages.texts.units.length],
    ['passages.pieces', passages.pieceOffsets, passages.pieces.length / 2],
    ['passages.tags', passages.tagOffsets, passages.tags.length],
    ['sections', sections.headingOffsets, sections.headings.length],
    ['documents.issuers', documents.issuerOffsets, documents.issuers.length],
    ['strings', segment.strings.offsets, segment.strings.units.length],
    ['tagCodes', segment.tagCodes.offsets, segment.tagCodes.units.length],
  ];
  const badOffsets = offsets.find(([, array, length]) => !areOffsets(array, length));
  if (badOffsets !== undefined) return badOffsets[0];
  const counts: readonly (readonly [string, number, number])[] = [
    ['words.terms', words.terms.offsets.length, words.offsets.length],
    ['words.codes', words.codes.length, words.ordinals.length],
    ['words.rarePostings', words.rarePostings.length, words.rareCombinations.length],
    ['bigrams.keys', bigrams.keys.length + 1, bigrams.offsets.length],
    ['lengths.title', lengths.title.codes.length, passageCount],
    ['lengths.heading', lengths.heading.codes.length, passageCount],
    ['lengths.body', lengths.body.codes.length, passageCount],
    ['lengths.bigram', lengths.bigram.codes.length, passageCount],
    ['passages.ids', passages.ids.offsets.length, passageCount + 1],
    ['passages.texts', passages.texts.offsets.length, passageCount + 1],
    ['passages.spans', passages.spans.length, passageCount * 2],
    ['passages.pieceOffsets', passages.pieceOffsets.length, passageCount + 1],
    ['passages.sections', passages.sections.length, passageCount],
    ['passages.documents', passages.documents.length, passageCount],
    ['passages.kinds', passages.kinds.length, passageCount],
    ['passages.tagOffsets', passages.tagOffsets.length, passageCount + 1],
    ['passages.tagScores', passages.tagScores.length, passages.tags.length],
    ['sections.spans', sections.spans.length, sections.headings.length * 2],
    ['documents', documents.attributes.length % DOCUMENT_WIDTH, 0],
  ];
  return counts.find(([, actual, expected]) => actual !== expected)?.[0];
}

function areOffsets(offsets: Uint32Array, length: number): boolean {
  if (offsets[0] !== 0 || offsets.at(-1) !== length) return false;
  for (let index = 1; index < offsets.length; index++) {
    if ((offsets[index] ?? 0) < (offsets[index - 1] ?? 0)) return false;
  }
  return true;
}
