/**
 * What an immutable segment of the index is made of: typed arrays, the same in memory and on disk.
 *
 * A segment holds at most 65,536 passages, so that a passage's number in it, its ordinal, takes two bytes and a list of
 * postings can be searched as it lies, without being decoded.
 *
 * @module
 */
import type { StringTable } from './string-table';

/** Most passages of a segment. */
export const MAX_SEGMENT_PASSAGES = 65_536;

/** The code of a posting whose combination of frequencies stands in {@link WordLists.rareCombinations}. */
export const RARE_CODE = 255;

/** Lists of passages in one array: list i is `ordinals[offsets[i]..offsets[i + 1])`, ascending. */
export interface PostingLists {
  readonly offsets: Uint32Array;
  readonly ordinals: Uint16Array;
}

/** The passages of every word, with how often each of their fields holds it. */
export interface WordLists extends PostingLists {
  /** Folded, sorted by code units. */
  readonly terms: StringTable;
  /** Of each posting, which combination of frequencies it has; {@link RARE_CODE} for one beyond the first 255. */
  readonly codes: Uint8Array;
  /** Frequencies in title, heading and body, three numbers a combination, the most frequent combinations first. */
  readonly combinations: Uint32Array;
  /** The postings with {@link RARE_CODE}, ascending. */
  readonly rarePostings: Uint32Array;
  /** Their combinations, in the same order. */
  readonly rareCombinations: Uint32Array;
}

/** The passages of every pair of adjacent Chinese characters. */
export interface BigramLists extends PostingLists {
  /** The first character's code unit × 65,536 + the second's, ascending. */
  readonly keys: Uint32Array;
}

/** The lengths of a field: few different ones occur, so each passage has the number of its length. */
export interface LengthColumn {
  readonly codes: Uint16Array;
  /** Ascending. */
  readonly values: Uint32Array;
}

/** The fields whose length counts. */
export type LengthField = 'title' | 'heading' | 'body' | 'bigram';

/** The stored part of the passages. */
export interface PassageColumns {
  readonly ids: StringTable;
  readonly texts: StringTable;
  /** Span in the source: start and end, two numbers a passage. */
  readonly spans: Uint32Array;
  /** Pieces of the passages that have several, two numbers a piece. */
  readonly pieceOffsets: Uint32Array;
  readonly pieces: Uint32Array;
  readonly sections: Uint16Array;
  readonly documents: Uint16Array;
  readonly kinds: Uint8Array;
  readonly tagOffsets: Uint32Array;
  /** Numbers of the codes in {@link IndexSegment.tagCodes}. */
  readonly tags: Uint16Array;
  readonly tagScores: Float64Array;
}

/** The headings that passages stand under. */
export interface SectionColumns {
  readonly headingOffsets: Uint32Array;
  /** Numbers of strings in {@link IndexSegment.strings}. */
  readonly headings: Uint32Array;
  /** Where they stand in the source, two numbers a heading. */
  readonly spans: Uint32Array;
}

/** The documents that passages come from: numbers of strings + 1 in {@link IndexSegment.strings}, 0 for none. */
export interface DocumentColumns {
  /** {@link DOCUMENT_WIDTH} numbers a document: id, title, number, genre, date, region's code, name, level. */
  readonly attributes: Uint32Array;
  readonly issuerOffsets: Uint32Array;
  readonly issuers: Uint32Array;
}

/** Numbers of {@link DocumentColumns.attributes} a document takes. */
export const DOCUMENT_WIDTH = 8;

/** An immutable part of an index. */
export interface IndexSegment {
  readonly passageCount: number;
  readonly words: WordLists;
  readonly bigrams: BigramLists;
  readonly lengths: Readonly<Record<LengthField, LengthColumn>>;
  readonly passages: PassageColumns;
  readonly sections: SectionColumns;
  readonly documents: DocumentColumns;
  readonly strings: StringTable;
  readonly tagCodes: StringTable;
}
