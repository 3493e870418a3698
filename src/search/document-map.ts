/**
 * createDocumentMap: the documents of a segment by what they are looked for by.
 *
 * @module
 */
import type { IndexSegment } from './index-segment';
import { countDocuments } from './read-stored';

/** Gives the numbers of a segment's documents by key, ascending. */
export type DocumentMap = (segment: IndexSegment) => ReadonlyMap<string, readonly number[]>;

/** A map by the keys of each document, made when it is first asked for and kept with the segment. O(documents) once for each segment. */
export function createDocumentMap(
  listKeys: (segment: IndexSegment, document: number) => readonly string[],
): DocumentMap {
  const kept = new WeakMap<IndexSegment, ReadonlyMap<string, readonly number[]>>();
  return (segment) => {
    const known = kept.get(segment);
    if (known !== undefined) return known;
    const documents = new Map<string, number[]>();
    for (let document = 0; document < countDocuments(segment); document++) {
      for (const key of listKeys(segment, document)) {
        const same = documents.get(key);
        if (same === undefined) documents.set(key, [document]);
        else same.push(document);
      }
    }
    kept.set(segment, documents);
    return documents;
  };
}
