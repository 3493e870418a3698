/**
 * Finds documents by their number 发文字号, and the passages that cite it.
 *
 * @module
 */
import type { IndexSegment } from './index-segment';
import type { LiveSegment } from './live-segment';
import { findPhrase, preparePhrase } from './phrase';
import { listNumberSpellings } from './query';
import { countDocuments, readAttribute } from './read-stored';
import { readString } from './string-table';

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
 * The matches of a number in its normal form. Where no document has it, words may stand before it without a space: then those of the longest
 * end of it that is a document's number, else of an end that more passages cite than the whole and that stands alone in one of them.
 * O(documents), once for each segment, and O(postings of its rarest part), for each end where none is a document's.
 */
export function findDocumentNumber(
  segments: readonly LiveSegment[],
  typed: string,
  hasBigrams: boolean,
): NumberMatches {
  const ends = listEnds(typed);
  const owned = ends.find((end) => countMatches(findOwn(segments, end)) > 0);
  const find = (number: string): NumberMatches => ({
    ...findWholeNumber(segments, number, hasBigrams),
    rest: typed.slice(0, typed.length - number.length),
  });
  if (owned !== undefined) return find(owned);
  const [whole, ...shorter] = ends.map(find);
  let best = whole ?? find(typed);
  for (const end of shorter) {
    const isMore = countMatches(end.cited) > countMatches(best.cited);
    if (isMore && isCitedAlone(segments, end)) best = end;
  }
  return best;
}

/** A number, and what is left of it without what may stand before it, the longest first. */
function listEnds(typed: string): readonly string[] {
  const ends = [typed];
  for (let at = ISSUER_LENGTH; at + ISSUER_LENGTH <= typed.indexOf('〔'); at++)
    ends.push(typed.slice(at));
  return ends;
}

/** The matches of a number as it is, without words before it. */
export function findWholeNumber(
  segments: readonly LiveSegment[],
  number: string,
  hasBigrams: boolean,
): NumberMatches {
  const cited = segments.map((live) => findCited(live, number, hasBigrams));
  return { number, rest: '', own: findOwn(segments, number), cited };
}

/** How many passages a number leads to. */
export function countMatches(matches: readonly Uint16Array[]): number {
  return matches.reduce((sum, { length }) => sum + length, 0);
}

/** Zeros before the serial of a number: 〔2021〕029号. */
const LEADING_ZEROS = /(?<=[〕\])】])0+(?=\d)/;

/** The prepared spellings of a number; where it is typed with zeros, those without too. */
function listSpellings(number: string): ReadonlySet<string> {
  const forms = [number, number.replace(LEADING_ZEROS, '')];
  return new Set(forms.flatMap(listNumberSpellings).map(preparePhrase));
}

function findOwn(segments: readonly LiveSegment[], number: string): readonly Uint16Array[] {
  return segments.map(({ segment, deleted }) => {
    const owners = findOwners(segment, number);
    if (owners.size === 0) return new Uint16Array();
    const { documents } = segment.passages;
    return Uint16Array.from(
      [...documents.keys()].filter(
        (ordinal) => owners.has(documents[ordinal] ?? 0) && deleted?.[ordinal] !== 1,
      ),
    );
  });
}

function findCited(live: LiveSegment, number: string, hasBigrams: boolean): Uint16Array {
  const { documents } = live.segment.passages;
  const owners = findOwners(live.segment, number);
  const cited = new Set<number>();
  for (const spelling of listSpellings(number))
    for (const ordinal of findPhrase(live, spelling, hasBigrams))
      if (!owners.has(documents[ordinal] ?? 0)) cited.add(ordinal);
  return Uint16Array.from(cited).sort();
}

/** The documents of a segment that have a number. */
function findOwners(segment: IndexSegment, number: string): ReadonlySet<number> {
  const byNumber = mapNumbers(segment);
  return new Set([...listSpellings(number)].flatMap((spelling) => byNumber.get(spelling) ?? []));
}

/** Kept with the segment: every number asks for them. */
const mappedNumbers = new WeakMap<IndexSegment, ReadonlyMap<string, readonly number[]>>();

/** The documents of a segment by their prepared numbers without leading zeros. */
function mapNumbers(segment: IndexSegment): ReadonlyMap<string, readonly number[]> {
  const known = mappedNumbers.get(segment);
  if (known !== undefined) return known;
  const byNumber = new Map<string, number[]>();
  for (let document = 0; document < countDocuments(segment); document++) {
    const number = readAttribute(segment, document, 'documentNumber');
    if (number === undefined) continue;
    const prepared = preparePhrase(number).replace(LEADING_ZEROS, '');
    const documents = byNumber.get(prepared) ?? [];
    documents.push(document);
    byNumber.set(prepared, documents);
  }
  mappedNumbers.set(segment, byNumber);
  return byNumber;
}

/** What stands before a number that is not the rest of a longer one: a bracket, the beginning, or words as in 根据国发, 和国发. */
const BEFORE_NUMBER = /^(?:\P{Script=Han}|[据照按和及与彻实])?$/u;

/** Whether a passage that cites a number has it by itself: 办发〔2021〕9号 always stands in 国办发〔2021〕9号. */
function isCitedAlone(segments: readonly LiveSegment[], { number, cited }: NumberMatches): boolean {
  const spellings = [...listSpellings(number)];
  return segments.some(({ segment }, at) =>
    cited[at]?.some((ordinal) => {
      const text = preparePhrase(readString(segment.passages.texts, ordinal));
      return spellings.some((spelling) => standsAlone(text, spelling));
    }),
  );
}

function standsAlone(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at !== -1; at = text.indexOf(number, at + 1))
    if (BEFORE_NUMBER.test(text.charAt(at - 1))) return true;
  return false;
}
