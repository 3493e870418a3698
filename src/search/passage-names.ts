/**
 * What passages stand under: headings, and the title and number of their document, ready to be searched.
 *
 * @module
 */
import { preparePhrase } from './analyze-text';
import type { IndexSegment } from './index-segment';
import { countDocuments, type DocumentAttribute, readAttributeNumber } from './read-stored';
import { countStrings, readString } from './string-table';

/** Headings, titles and numbers one after the other, as phrases are matched in them. */
export interface PreparedNames {
  /** With a line break behind each, so that nothing is found across two. */
  readonly text: string;
  /** The number of the one that stands at an offset. O(log names). */
  nameAt(at: number): number;
}

/** Kept with the segment: every phrase asks for them. */
const preparedNames = new WeakMap<IndexSegment, PreparedNames>();

/** The names of a segment. */
export function prepareNames(segment: IndexSegment): PreparedNames {
  const known = preparedNames.get(segment);
  if (known !== undefined) return known;
  const starts = new Uint32Array(countStrings(segment.strings));
  let text = '';
  for (let index = 0; index < starts.length; index++) {
    starts[index] = text.length;
    text += `${preparePhrase(readString(segment.strings, index))}\n`;
  }
  const prepared = { text, nameAt: (at: number) => findLastAtMost(starts, at) };
  preparedNames.set(segment, prepared);
  return prepared;
}

/** Flags the passages that stand under one of the names, removed ones too. O(passages). */
export function flagUnderNames(segment: IndexSegment, names: ReadonlySet<number>): Uint8Array {
  const { passages } = segment;
  if (names.size === 0) return new Uint8Array(segment.passageCount);
  const sections = flagSections(segment, names);
  const documents = flagDocuments(segment, names);
  return Uint8Array.from({ length: segment.passageCount }, (_, ordinal) =>
    Math.max(
      sections[passages.sections[ordinal] ?? 0] ?? 0,
      documents[passages.documents[ordinal] ?? 0] ?? 0,
    ),
  );
}

function flagSections({ sections }: IndexSegment, names: ReadonlySet<number>): Uint8Array {
  const flags = new Uint8Array(sections.headingOffsets.length - 1);
  return flags.map((_, section) => {
    const range = sections.headings.subarray(
      sections.headingOffsets[section],
      sections.headingOffsets[section + 1],
    );
    return range.some((heading) => names.has(heading)) ? 1 : 0;
  });
}

function flagDocuments(segment: IndexSegment, names: ReadonlySet<number>): Uint8Array {
  const flags = new Uint8Array(countDocuments(segment));
  const isUnder = (document: number, attribute: DocumentAttribute): boolean =>
    names.has(readAttributeNumber(segment, document, attribute) - 1);
  return flags.map((_, document) =>
    isUnder(document, 'title') || isUnder(document, 'documentNumber') ? 1 : 0,
  );
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
