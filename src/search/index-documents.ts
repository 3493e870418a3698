/**
 * Turns documents into segments.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import { compactText, foldText, listBigrams, listTerms } from './analyze-text';
import type { IndexSegment } from './index-segment';
import type { SearchDocument, SearchPassage } from './model';
import { SegmentBuilder } from './segment-builder';

/** Which fields are indexed. */
export interface IndexedFields {
  readonly title: boolean;
  readonly heading: boolean;
  readonly body: boolean;
  readonly bigram: boolean;
}

/** Segments with the passages of documents in order; a document goes on in the next segment where one is full. O(text). */
export function indexDocuments(
  documents: Iterable<SearchDocument>,
  segmenter: Segmenter,
  fields: IndexedFields,
): readonly IndexSegment[] {
  const segments: IndexSegment[] = [];
  let writer = createSegmentWriter(segmenter, fields);
  for (const document of documents) {
    let isOpen = false;
    for (const passage of document.passages) {
      if (writer.builder.isFull) {
        segments.push(writer.builder.finish());
        writer = createSegmentWriter(segmenter, fields);
        isOpen = false;
      }
      if (!isOpen) writer.openDocument(document);
      isOpen = true;
      writer.addPassage(passage);
    }
  }
  if (writer.builder.passageCount > 0) segments.push(writer.builder.finish());
  return segments;
}

interface SegmentWriter {
  readonly builder: SegmentBuilder;
  openDocument(document: SearchDocument): void;
  addPassage(passage: SearchPassage): void;
}

function createSegmentWriter(segmenter: Segmenter, fields: IndexedFields): SegmentWriter {
  const builder = new SegmentBuilder();
  const internTerms = (folded: string): readonly number[] =>
    builder.words.internTerms(listTerms(segmenter, folded).map(({ text }) => text));
  let title: readonly number[] = [];
  let headings = new Map<string, readonly number[]>();
  const readHeading = (heading: string): readonly number[] => {
    const known = headings.get(heading);
    if (known !== undefined) return known;
    const terms = internTerms(foldText(heading));
    headings.set(heading, terms);
    return terms;
  };
  return {
    builder,
    openDocument: (document) => {
      builder.addDocument(document);
      title = fields.title ? internTerms(foldText(document.title ?? '')) : [];
      headings = new Map();
    },
    addPassage: (passage) => {
      const folded = foldText(passage.text);
      const heading = fields.heading ? passage.headingPath.flatMap(readHeading) : [];
      const body = fields.body ? internTerms(folded) : [];
      const bigrams = fields.bigram ? listBigrams(compactText(folded)) : [];
      builder.addPassage(passage, { title, heading, body }, bigrams);
    },
  };
}
