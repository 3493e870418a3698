/**
 * Sets tombstones.
 *
 * @module
 */
import { createDocumentMap, type DocumentMap } from './document-map';
import type { DocumentPlace } from './index-documents';
import type { IndexSegment } from './index-segment';
import { createLiveSegment, type LiveSegment } from './live-segment';
import { readAttribute } from './read-stored';

/** The segments without the documents that have one of the ids. Segments without such a document stay the same. */
export function removeDocuments(
  segments: readonly LiveSegment[],
  ids: ReadonlySet<string>,
): readonly LiveSegment[] {
  return segments.map((live) => {
    const numbers = numberDocuments(live.segment);
    const documents = [...ids].flatMap((id) => numbers.get(id) ?? []);
    return documents.length === 0 ? live : buryDocuments(live, documents);
  });
}

/** New segments without the documents at the places given. */
export function buryReplaced(
  segments: readonly IndexSegment[],
  replaced: readonly DocumentPlace[],
): readonly LiveSegment[] {
  return segments.map((segment, number) =>
    buryDocuments(
      createLiveSegment(segment, undefined),
      replaced.filter((place) => place.segment === number).map(({ document }) => document),
    ),
  );
}

function buryDocuments(live: LiveSegment, documents: readonly number[]): LiveSegment {
  if (documents.length === 0) return live;
  const { segment } = live;
  const isGone = new Set(documents);
  const deleted = live.deleted?.slice() ?? new Uint8Array(segment.passageCount);
  segment.passages.documents.forEach((document, ordinal) => {
    if (isGone.has(document)) deleted[ordinal] = 1;
  });
  return createLiveSegment(segment, deleted);
}

/** The numbers of documents by id. */
const numberDocuments: DocumentMap = /* @__PURE__ */ createDocumentMap((segment, document) => [
  readAttribute(segment, document, 'id') ?? '',
]);
