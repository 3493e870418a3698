/**
 * Finds documents by their number 发文字号, and the passages that cite it.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import { preparePhrase } from './analyze-text';
import { createDocumentMap, type DocumentMap } from './document-map';
import type { LiveSegment } from './live-segment';
import { findMentions, SHORTEST_CODE } from './number-mentions';
import { type DocumentNumber, readDocumentNumber } from './query';
import { readAttribute } from './read-stored';

/** A number, and the words typed before it without a space that look for something themselves. */
export interface FoundNumber {
  readonly number: string;
  readonly rest: string;
}

/** The live passages that a document number leads to, by segment, ascending. The number is the one that was found, or looked for. */
export interface NumberMatches extends FoundNumber {
  /** Of the documents that have the number. */
  readonly own: readonly Uint16Array[];
  /** Of other documents, where the number stands in the text, a heading or the title. */
  readonly cited: readonly Uint16Array[];
}

/**
 * The matches of a number. Where no document has it, words may stand before it without a space: then those of the longest end of it that is a
 * document's number, else of an end that more passages cite than the whole and that stands alone in one of them. O(documents) once for each
 * segment, then O(passages that hold the last characters of the code and the year).
 */
export function findDocumentNumber(
  segments: readonly LiveSegment[],
  typed: string,
  hasBigrams: boolean,
): NumberMatches {
  const finder = createFinder(segments, typed, hasBigrams);
  const ends = listEnds(finder.code);
  const owned = ends.find((end) => finder.isOwned(end));
  if (owned !== undefined) return finder.find(owned);
  const whole = finder.find(finder.code);
  let best = whole;
  for (const end of ends.slice(1)) {
    const found = finder.find(end);
    if (countMatches(found.cited) > countMatches(best.cited) && finder.standsAlone(end))
      best = found;
  }
  return best;
}

/** The matches of a number as it is, without words before it. */
export function findWholeNumber(
  segments: readonly LiveSegment[],
  typed: string,
  hasBigrams: boolean,
): NumberMatches {
  const finder = createFinder(segments, typed, hasBigrams);
  return finder.find(finder.code);
}

/** How many passages a number leads to. */
export function countMatches(matches: readonly Uint16Array[]): number {
  return matches.reduce((sum, { length }) => sum + length, 0);
}

/** A code, and what is left of it without what may stand before it, the longest first. */
function listEnds(code: string): readonly string[] {
  const ends = [code];
  for (let at = 1; at + SHORTEST_CODE <= code.length; at++) ends.push(code.slice(at));
  return ends;
}

/** Finds a typed number with ends of its code. */
interface NumberFinder {
  readonly code: string;
  find(end: string): NumberMatches;
  isOwned(end: string): boolean;
  standsAlone(end: string): boolean;
}

function createFinder(
  segments: readonly LiveSegment[],
  typed: string,
  hasBigrams: boolean,
): NumberFinder {
  const asked = requireNumber(typed);
  const mentions = segments.map((live) => findMentions(live, asked, hasBigrams));
  const ownersOf = ({ segment }: LiveSegment, end: string): ReadonlySet<number> =>
    new Set(mapOwners(segment).get(writeKey({ ...asked, code: end })));
  const findOwn = (end: string): readonly Uint16Array[] =>
    segments.map((live) => listPassages(live, ownersOf(live, end)));
  return {
    code: asked.code,
    find: (end) => ({
      number: typed.slice(asked.code.length - end.length),
      rest: typed.slice(0, asked.code.length - end.length),
      own: findOwn(end),
      cited: segments.map((live, at) => {
        const owners = ownersOf(live, end);
        const { documents } = live.segment.passages;
        const cited = mentions[at]?.list(end) ?? [];
        return Uint16Array.from(cited.filter((one) => !owners.has(documents[one] ?? 0)));
      }),
    }),
    isOwned: (end) => countMatches(findOwn(end)) > 0,
    standsAlone: (end) => mentions.some((one) => one.standsAlone(end)),
  };
}

/** The parts of a number, as texts are prepared. */
function requireNumber(typed: string): DocumentNumber {
  const asked = readDocumentNumber(preparePhrase(typed));
  if (asked !== undefined) return asked;
  const message = `search: expected a document number, received ${describeReceived(typed)} (query)`;
  throw new ZhengceError('invalid-argument', message);
}

/** The live passages of documents, ascending. O(passages). */
export function listPassages(
  { segment, deleted }: LiveSegment,
  owners: ReadonlySet<number>,
): Uint16Array {
  if (owners.size === 0) return new Uint16Array();
  const { documents } = segment.passages;
  return Uint16Array.from(
    [...documents.keys()].filter(
      (ordinal) => owners.has(documents[ordinal] ?? 0) && deleted?.[ordinal] !== 1,
    ),
  );
}

/** The documents of a segment by their numbers, spelt alike. */
const mapOwners: DocumentMap = /* @__PURE__ */ createDocumentMap((segment, document) => {
  const written = readAttribute(segment, document, 'documentNumber');
  const number = written === undefined ? undefined : readDocumentNumber(preparePhrase(written));
  return number === undefined ? [] : [writeKey(number)];
});

/** The same for all spellings of a number. */
function writeKey({ code, year = '', serial }: DocumentNumber): string {
  return `${code} ${year} ${Number(serial)}`;
}
