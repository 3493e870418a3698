/**
 * Reads stored documents and passages out of all segments.
 *
 * @module
 */
import type { LiveSegment } from './live-segment';
import type { SearchDocument, SearchPassage } from './model';
import { findOrdinals } from './passage-ids';
import { readDocument, readPassage } from './read-stored';
import type { LocatedPassage } from './search-index';

/** The first live passage with an id; undefined where there is none. */
export function findPassage(
  segments: readonly LiveSegment[],
  id: string,
): LocatedPassage | undefined {
  for (const { segment, deleted } of segments) {
    const ordinal = findOrdinals(segment, [id]).find((found) => deleted?.[found] !== 1);
    if (ordinal === undefined) continue;
    return {
      passage: readPassage(segment, ordinal),
      document: readDocument(segment, segment.passages.documents[ordinal] ?? 0),
    };
  }
  return undefined;
}

/** The live documents with their passages, in order; one that lies in several segments is put together. O(1) memory beside one document. */
export function* listDocuments(segments: readonly LiveSegment[]): Generator<SearchDocument> {
  let open: (SearchDocument & { readonly passages: SearchPassage[] }) | undefined;
  for (const { segment, deleted } of segments) {
    let last = -1;
    for (let ordinal = 0; ordinal < segment.passageCount; ordinal++) {
      if (deleted?.[ordinal] === 1) continue;
      const number = segment.passages.documents[ordinal] ?? 0;
      if (number !== last) {
        const document = readDocument(segment, number);
        if (document.id !== open?.id) {
          if (open !== undefined) yield open;
          open = { ...document, passages: [] };
        }
        last = number;
      }
      open?.passages.push(readPassage(segment, ordinal));
    }
  }
  if (open !== undefined) yield open;
}
