/**
 * Finds documents by their number 发文字号, and the passages that cite it.
 *
 * @module
 */
import type { LiveSegment } from './live-segment';
import { findPhrase, preparePhrase } from './phrase';
import { listNumberSpellings } from './query';
import { countDocuments, readAttribute } from './read-stored';

/** The live passages that a document number leads to, by segment, ascending. */
export interface NumberMatches {
  /** The number that was found, or looked for. */
  readonly number: string;
  /** Words that were typed before it without a space. */
  readonly rest: string;
  /** Of the documents that have the number. */
  readonly own: readonly Uint16Array[];
  /** Of other documents, where the number stands in the text, a heading or the title. */
  readonly cited: readonly Uint16Array[];
}

/** Shortest name of an issuer that other words may stand before: 国发. */
const ISSUER_LENGTH = 2;

/**
 * The matches of a number in its normal form. Where it has none, words may stand before it without a space: then those of the longest end of
 * it that is a document's number. O(documents + postings of its rarest part), for each end.
 */
export function findDocumentNumber(
  segments: readonly LiveSegment[],
  typed: string,
  hasBigrams: boolean,
): NumberMatches {
  const whole = findWhole(segments, typed, hasBigrams);
  if (countMatches(whole.own) + countMatches(whole.cited) > 0) return whole;
  for (let at = ISSUER_LENGTH; at + ISSUER_LENGTH <= typed.indexOf('〔'); at++) {
    const end = findWhole(segments, typed.slice(at), hasBigrams);
    if (countMatches(end.own) > 0) return { ...end, rest: typed.slice(0, at) };
  }
  return whole;
}

function findWhole(
  segments: readonly LiveSegment[],
  number: string,
  hasBigrams: boolean,
): NumberMatches {
  const spellings = new Set(listNumberSpellings(number).map(preparePhrase));
  const found = segments.map((live) => findInSegment(live, spellings, hasBigrams));
  return {
    number,
    rest: '',
    own: found.map(({ own }) => own),
    cited: found.map(({ cited }) => cited),
  };
}

/** How many passages a number leads to. */
export function countMatches(matches: readonly Uint16Array[]): number {
  return matches.reduce((sum, { length }) => sum + length, 0);
}

interface SegmentNumberMatches {
  readonly own: Uint16Array;
  readonly cited: Uint16Array;
}

function findInSegment(
  live: LiveSegment,
  spellings: ReadonlySet<string>,
  hasBigrams: boolean,
): SegmentNumberMatches {
  const { segment, deleted } = live;
  const { documents } = segment.passages;
  const isOwn = Uint8Array.from({ length: countDocuments(segment) }, (_, document) => {
    const number = readAttribute(segment, document, 'documentNumber');
    return number !== undefined && spellings.has(preparePhrase(number)) ? 1 : 0;
  });
  const isOwnPassage = (ordinal: number): boolean => isOwn[documents[ordinal] ?? 0] === 1;
  const cited = new Set<number>();
  for (const spelling of spellings)
    for (const ordinal of findPhrase(live, spelling, hasBigrams))
      if (!isOwnPassage(ordinal)) cited.add(ordinal);
  const own = isOwn.includes(1)
    ? [...documents.keys()].filter((ordinal) => isOwnPassage(ordinal) && deleted?.[ordinal] !== 1)
    : [];
  return { own: Uint16Array.from(own), cited: Uint16Array.from(cited).sort() };
}
