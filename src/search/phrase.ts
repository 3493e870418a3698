/**
 * Finds the passages that hold a phrase: in their text, in one heading above it, or in the title or number.
 *
 * A phrase is matched as characters, not as words, so that it is found however the text was segmented, with any white space in
 * between, simplified or traditional, in any width and case. Pairs of characters and Latin runs give the candidates.
 *
 * @module
 */
import { compactText, foldText, isLatinUnit, listBigrams } from './analyze-text';
import type { IndexSegment } from './index-segment';
import type { LiveSegment } from './live-segment';
import { countDocuments, type DocumentAttribute, readAttributeNumber } from './read-stored';
import { countStrings, findString, readString } from './string-table';
import { findPosting } from './window';

/** A text as phrases are matched in it. */
export function preparePhrase(text: string): string {
  return compactText(foldText(text)).trim();
}

/** Whether a prepared text holds a prepared phrase. O(n). */
export function containsPhrase(text: string, phrase: string): boolean {
  return findPlaces(text, phrase).next().done !== true;
}

/** Where a prepared text holds a prepared phrase that neither begins nor ends inside a run of Latin letters or digits. */
function* findPlaces(text: string, phrase: string): Generator<number, undefined> {
  if (phrase === '') return undefined;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    const cutsBefore = isLatinUnit(text.charCodeAt(at - 1)) && isLatinUnit(phrase.charCodeAt(0));
    const cutsAfter =
      isLatinUnit(text.charCodeAt(end)) && isLatinUnit(phrase.charCodeAt(phrase.length - 1));
    if (!cutsBefore && !cutsAfter) yield at;
  }
  return undefined;
}

/**
 * The live passages of a segment that hold a prepared phrase, ascending. Takes time in the rarest part of the phrase;
 * a phrase of one Chinese character has none, and every passage is read.
 */
export function findPhrase(live: LiveSegment, phrase: string, hasBigrams: boolean): Uint16Array {
  const { segment, deleted } = live;
  const flags = flagByHeadings(segment, phrase);
  for (const ordinal of listCandidates(segment, phrase, hasBigrams)) {
    if (flags[ordinal] === 1 || deleted?.[ordinal] === 1) continue;
    const text = preparePhrase(readString(segment.passages.texts, ordinal));
    if (containsPhrase(text, phrase)) flags[ordinal] = 1;
  }
  const found: number[] = [];
  flags.forEach((flag, ordinal) => {
    if (flag === 1 && deleted?.[ordinal] !== 1) found.push(ordinal);
  });
  return Uint16Array.from(found);
}

function listCandidates(
  segment: IndexSegment,
  phrase: string,
  hasBigrams: boolean,
): Iterable<number> {
  const lists = [...listRuns(segment, phrase), ...(hasBigrams ? listPairs(segment, phrase) : [])];
  if (lists.length === 0) return Array(segment.passageCount).keys();
  lists.sort((a, b) => a.length - b.length);
  const [shortest = new Uint16Array(), ...others] = lists;
  return shortest.filter((ordinal) =>
    others.every((list) => findPosting(list, 0, list.length, ordinal) >= 0),
  );
}

function listRuns({ words }: IndexSegment, phrase: string): readonly Uint16Array[] {
  return [...phrase.matchAll(/[a-z0-9]+/g)].map(([run]) => {
    const list = findString(words.terms, run);
    return list < 0
      ? new Uint16Array()
      : words.ordinals.subarray(words.offsets[list], words.offsets[list + 1]);
  });
}

function listPairs({ bigrams }: IndexSegment, phrase: string): readonly Uint16Array[] {
  return [...new Set(listBigrams(phrase))].map((key) => {
    const list = findKey(bigrams.keys, key);
    return list < 0
      ? new Uint16Array()
      : bigrams.ordinals.subarray(bigrams.offsets[list], bigrams.offsets[list + 1]);
  });
}

/** The number of a key among ascending keys; −1 where it is absent. O(log n). */
export function findKey(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The passages under a heading, title or number that holds the phrase. */
function flagByHeadings(segment: IndexSegment, phrase: string): Uint8Array {
  const holds = flagStrings(segment, phrase);
  const sections = flagSections(segment, holds);
  const documents = flagDocuments(segment, holds);
  const { passages } = segment;
  return Uint8Array.from({ length: segment.passageCount }, (_, ordinal) =>
    Math.max(
      sections[passages.sections[ordinal] ?? 0] ?? 0,
      documents[passages.documents[ordinal] ?? 0] ?? 0,
    ),
  );
}

function flagSections({ sections }: IndexSegment, holds: Uint8Array): Uint8Array {
  const flags = new Uint8Array(sections.headingOffsets.length - 1);
  return flags.map((_, section) => {
    const range = sections.headings.subarray(
      sections.headingOffsets[section],
      sections.headingOffsets[section + 1],
    );
    return range.some((heading) => holds[heading] === 1) ? 1 : 0;
  });
}

function flagDocuments(segment: IndexSegment, holds: Uint8Array): Uint8Array {
  const flags = new Uint8Array(countDocuments(segment));
  const holdsIt = (document: number, attribute: DocumentAttribute): number =>
    holds[readAttributeNumber(segment, document, attribute) - 1] ?? 0;
  return flags.map((_, document) =>
    Math.max(holdsIt(document, 'title'), holdsIt(document, 'documentNumber')),
  );
}

/** Headings and titles one after the other, ready for phrases. */
interface PreparedStrings {
  readonly text: string;
  /** Where each begins in `text`. */
  readonly starts: Uint32Array;
}

/** Kept with the segment: every phrase asks for them. */
const preparedStrings = new WeakMap<IndexSegment, PreparedStrings>();

function flagStrings(segment: IndexSegment, phrase: string): Uint8Array {
  const { text, starts } = prepareStrings(segment);
  const flags = new Uint8Array(starts.length);
  for (const at of findPlaces(text, phrase)) flags[findLastAtMost(starts, at)] = 1;
  return flags;
}

function prepareStrings(segment: IndexSegment): PreparedStrings {
  const known = preparedStrings.get(segment);
  if (known !== undefined) return known;
  const starts = new Uint32Array(countStrings(segment.strings));
  let text = '';
  for (let index = 0; index < starts.length; index++) {
    starts[index] = text.length;
    // No phrase holds a line break, so none is found across two strings.
    text += `${preparePhrase(readString(segment.strings, index))}\n`;
  }
  const prepared = { text, starts };
  preparedStrings.set(segment, prepared);
  return prepared;
}

/** The index of the last entry that is not above `value`, of ascending entries that begin at or below it. O(log n). */
function findLastAtMost(ascending: Uint32Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
