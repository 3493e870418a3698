/**
 * The words and headings of an index, over all its segments.
 *
 * @module
 */

import { preparePhrase } from './analyze-text';
import type { IndexSegment } from './index-segment';
import { countLiveWords, type LiveSegment } from './live-segment';
import { findPhrase } from './phrase';
import { countDocuments, readAttribute, readHeadingPath } from './read-stored';
import { findString, readStrings } from './string-table';
import type { CountedHeading, Vocabulary } from './vocabulary';

/** The vocabulary of segments. Words are gathered here, once: O(terms · log terms). */
export function createVocabulary(
  segments: readonly LiveSegment[],
  hasBigrams: boolean,
): Vocabulary {
  const frequencies = countTerms(segments);
  const terms = [...frequencies.keys()].sort();
  let headings: readonly CountedHeading[] | undefined;
  return Object.freeze({
    passageCount: segments.reduce((sum, { liveCount }) => sum + liveCount, 0),
    termCount: terms.length,
    term: (rank: number) => terms[rank] ?? '',
    documentFrequency: (rank: number) => frequencies.get(terms[rank] ?? '') ?? 0,
    findTerm: (text: string) => findSorted(terms, text),
    headings: () => (headings ??= countHeadings(segments)),
    countPhrase: (text: string) => {
      const phrase = preparePhrase(text);
      return segments.reduce((sum, live) => sum + findPhrase(live, phrase, hasBigrams).length, 0);
    },
  });
}

/** How many live passages hold a term. O(segments · log terms). */
export function countTermPassages(segments: readonly LiveSegment[], term: string): number {
  return segments.reduce((sum, live) => {
    const list = findString(live.segment.words.terms, term);
    return list < 0 ? sum : sum + countLiveWords(live, list);
  }, 0);
}

function countTerms(segments: readonly LiveSegment[]): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  for (const live of segments) {
    readStrings(live.segment.words.terms).forEach((term, list) => {
      const count = countLiveWords(live, list);
      if (count > 0) frequencies.set(term, (frequencies.get(term) ?? 0) + count);
    });
  }
  return frequencies;
}

function findSorted(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] ?? '';
    if (found === text) return middle;
    if (found < text) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Headings and titles with their live passages, in the order of the index. */
function countHeadings(segments: readonly LiveSegment[]): readonly CountedHeading[] {
  const counts = new Map<string, number>();
  for (const { segment, deleted } of segments) {
    const sections = countBy(segment.passages.sections, deleted);
    const documents = countBy(segment.passages.documents, deleted);
    const add = (text: string, count: number): void => {
      if (count > 0) counts.set(text, (counts.get(text) ?? 0) + count);
    };
    for (let document = 0; document < countDocuments(segment); document++) {
      const title = readAttribute(segment, document, 'title');
      if (title !== undefined) add(title, documents[document] ?? 0);
    }
    for (let section = 0; section < countSections(segment); section++) {
      const headings = new Set(readHeadingPath(segment, section));
      for (const heading of headings) add(heading, sections[section] ?? 0);
    }
  }
  return [...counts].map(([text, count]) => ({ text, count }));
}

function countSections({ sections }: IndexSegment): number {
  return sections.headingOffsets.length - 1;
}

function countBy(numbers: Uint16Array, deleted: Uint8Array | undefined): Uint32Array {
  const counts = new Uint32Array(0x1_0000);
  numbers.forEach((number, ordinal) => {
    if (deleted?.[ordinal] !== 1) counts[number] = (counts[number] ?? 0) + 1;
  });
  return counts;
}
