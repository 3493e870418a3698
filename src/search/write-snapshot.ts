/**
 * Writes an index as a snapshot.
 *
 * @module
 */
import { checksumWords } from './checksum';
import type { IndexSegment } from './index-segment';
import { listSegmentArrays, type SegmentArray, typeOfArray } from './segment-arrays';
import {
  alignLength,
  encodeHeader,
  type SnapshotDescription,
  type SnapshotSection,
} from './snapshot-header';

/** What a snapshot is written from. */
export interface SnapshotParts extends Omit<SnapshotDescription, 'segments' | 'size'> {
  readonly segments: readonly IndexSegment[];
}

/** The snapshot in pieces: the head, then section by section. The same parts give the same bytes. */
export function* writeSnapshot(parts: SnapshotParts): Generator<Uint8Array> {
  let size = 0;
  const contents: Uint8Array[] = [];
  const segments = parts.segments.map((segment) => {
    const sections: SnapshotSection[] = [];
    for (const [name, array] of listSegmentArrays(segment)) {
      const bytes = padBytes(array);
      const checksum = checksumWords(
        new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4),
      );
      const type = typeOfArray(array);
      sections.push({ name, type, start: size, length: array.length, checksum });
      contents.push(bytes);
      size += bytes.length;
    }
    return { passageCount: segment.passageCount, sections };
  });
  const { segmenter, settings, codeSchemes } = parts;
  yield encodeHeader({ segmenter, settings, codeSchemes, size, segments });
  yield* contents;
}

/** The bytes of an array, filled up with zeros; not copied where nothing is to be filled up. */
function padBytes(array: SegmentArray): Uint8Array {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  const length = alignLength(bytes.length);
  if (length === bytes.length && bytes.byteOffset % 4 === 0) return bytes;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  return padded;
}

/** Pieces as one array of bytes. */
export function joinBytes(pieces: Iterable<Uint8Array>): Uint8Array {
  const list = [...pieces];
  const joined = new Uint8Array(list.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of list) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
