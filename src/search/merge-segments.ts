/**
 * Writes several segments anew as one, without what was removed.
 *
 * @module
 */

import { readCombination } from './combinations';
import type { IndexSegment } from './index-segment';
import { readLength } from './length-column';
import type { LiveSegment } from './live-segment';
import { readDocument, readPassage } from './read-stored';
import { SegmentBuilder } from './segment-builder';
import { countStrings, readString } from './string-table';

/** The new ordinal of a passage that was removed. */
const GONE = 0xffff_ffff;

/** One segment with the live passages of several, in order; together they are at most `MAX_SEGMENT_PASSAGES`. O(their size). */
export function mergeSegments(segments: readonly LiveSegment[]): IndexSegment {
  const builder = new SegmentBuilder();
  let openDocument: string | undefined;
  for (const live of segments) {
    const ordinals = copyStored(live, builder, openDocument);
    openDocument = readLastDocument(live) ?? openDocument;
    copyWords(live.segment, builder, ordinals);
    copyBigrams(live.segment, builder, ordinals);
  }
  return builder.finish();
}

/** Copies passages and documents; returns the new ordinal of every passage. */
function copyStored(
  { segment, deleted }: LiveSegment,
  builder: SegmentBuilder,
  openDocument: string | undefined,
): Uint32Array {
  const { documents } = segment.passages;
  const { lengths } = segment;
  const ordinals = new Uint32Array(segment.passageCount).fill(GONE);
  let last = -1;
  for (let ordinal = 0; ordinal < segment.passageCount; ordinal++) {
    if (deleted?.[ordinal] === 1) continue;
    const document = documents[ordinal] ?? 0;
    if (document !== last) {
      const read = readDocument(segment, document);
      // A document that a full segment cut in two becomes one again.
      if (last !== -1 || read.id !== openDocument) builder.addDocument(read);
      last = document;
    }
    ordinals[ordinal] = builder.passageCount;
    builder.addStored(readPassage(segment, ordinal), {
      title: readLength(lengths.title, ordinal),
      heading: readLength(lengths.heading, ordinal),
      body: readLength(lengths.body, ordinal),
      bigram: readLength(lengths.bigram, ordinal),
    });
  }
  return ordinals;
}

/** The id of the document of the last live passage. */
function readLastDocument({ segment, deleted }: LiveSegment): string | undefined {
  for (let ordinal = segment.passageCount - 1; ordinal >= 0; ordinal--) {
    if (deleted?.[ordinal] === 1) continue;
    return readDocument(segment, segment.passages.documents[ordinal] ?? 0).id;
  }
  return undefined;
}

function copyWords({ words }: IndexSegment, builder: SegmentBuilder, ordinals: Uint32Array): void {
  const { terms, offsets, combinations } = words;
  for (let list = 0; list < countStrings(terms); list++) {
    const end = offsets[list + 1] ?? 0;
    let term = -1;
    for (let posting = offsets[list] ?? 0; posting < end; posting++) {
      const ordinal = ordinals[words.ordinals[posting] ?? 0] ?? GONE;
      if (ordinal === GONE) continue;
      if (term === -1) term = builder.words.internTerm(readString(terms, list));
      const at = readCombination(words, posting) * 3;
      builder.words.addPosting(
        term,
        ordinal,
        combinations[at] ?? 0,
        combinations[at + 1] ?? 0,
        combinations[at + 2] ?? 0,
      );
    }
  }
}

function copyBigrams(
  { bigrams }: IndexSegment,
  builder: SegmentBuilder,
  ordinals: Uint32Array,
): void {
  for (let list = 0; list < bigrams.keys.length; list++) {
    const end = bigrams.offsets[list + 1] ?? 0;
    for (let posting = bigrams.offsets[list] ?? 0; posting < end; posting++) {
      const ordinal = ordinals[bigrams.ordinals[posting] ?? 0] ?? GONE;
      if (ordinal !== GONE) builder.bigrams.addPosting(bigrams.keys[list] ?? 0, ordinal);
    }
  }
}
