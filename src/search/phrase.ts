/**
 * Finds the passages that hold a phrase: in their text, in one heading above it, or in the title or number.
 *
 * A phrase is matched as characters, not as words, so that it is found however the text was segmented, with any white space in
 * between, simplified or traditional, in any width and case. Pairs of characters and Latin runs give the candidates.
 *
 * @module
 */
import { isLatinUnit, listBigrams, preparePhrase } from './analyze-text';
import type { IndexSegment } from './index-segment';
import type { LiveSegment } from './live-segment';
import { flagUnderNames, prepareNames } from './passage-names';
import { findString, readString } from './string-table';
import { findPosting } from './window';

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
  const names = prepareNames(segment);
  const held = [...findPlaces(names.text, phrase)].map((at) => names.nameAt(at));
  const flags = flagUnderNames(segment, new Set(held));
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

/** The passages whose text may hold a prepared phrase: those with all its pairs of characters and Latin runs. */
export function listCandidates(
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
