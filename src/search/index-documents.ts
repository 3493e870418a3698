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

/** A document in a segment. */
export interface DocumentPlace {
  /** Number of the segment among those returned. */
  readonly segment: number;
  readonly document: number;
}

/** What {@link indexDocuments} gives. */
export interface IndexedDocuments {
  readonly segments: readonly IndexSegment[];
  /** The ids of the documents. */
  readonly ids: ReadonlySet<string>;
  /** The documents whose id came again later. */
  readonly replaced: readonly DocumentPlace[];
}

/** Segments with the passages of documents in order; a document goes on in the next segment where one is full. O(text). */
export function indexDocuments(
  documents: Iterable<SearchDocument>,
  segmenter: Segmenter,
  fields: IndexedFields,
): IndexedDocuments {
  const segments: IndexSegment[] = [];
  const places = new Map<string, DocumentPlace[]>();
  const replaced: DocumentPlace[] = [];
  let writer = createSegmentWriter(segmenter, fields);
  for (const document of documents) {
    replaced.push(...(places.get(document.id) ?? []));
    const own: DocumentPlace[] = [];
    places.set(document.id, own);
    let isOpen = false;
    for (const passage of document.passages) {
      if (writer.builder.isFull) {
        segments.push(writer.builder.finish());
        writer = createSegmentWriter(segmenter, fields);
        isOpen = false;
      }
      if (!isOpen) own.push({ segment: segments.length, document: writer.openDocument(document) });
      isOpen = true;
      writer.addPassage(passage);
    }
  }
  if (writer.builder.passageCount > 0) segments.push(writer.builder.finish());
  return { segments, ids: new Set(places.keys()), replaced };
}

/** What a heading is found by. */
interface HeadingTerms {
  readonly words: readonly number[];
  readonly bigrams: readonly number[];
}

interface SegmentWriter {
  readonly builder: SegmentBuilder;
  /** Returns the document's number in the segment. */
  openDocument(document: SearchDocument): number;
  addPassage(passage: SearchPassage): void;
}

function createSegmentWriter(segmenter: Segmenter, fields: IndexedFields): SegmentWriter {
  const builder = new SegmentBuilder();
  const internTerms = (folded: string): readonly number[] =>
    builder.words.internTerms(listTerms(segmenter, folded).map(({ text }) => text));
  let title: readonly number[] = [];
  let headings = new Map<string, HeadingTerms>();
  const readHeading = (heading: string): HeadingTerms => {
    const known = headings.get(heading);
    if (known !== undefined) return known;
    const folded = foldText(heading);
    const terms = {
      words: fields.heading ? internTerms(folded) : [],
      bigrams: fields.heading && fields.bigram ? listBigrams(compactText(folded)) : [],
    };
    headings.set(heading, terms);
    return terms;
  };
  return {
    builder,
    openDocument: (document) => {
      // The number is a name of the document as the title is: whoever asks for 国发〔2021〕29号 wants that document.
      const names = [document.title ?? '', document.documentNumber ?? ''];
      title = fields.title ? names.flatMap((name) => internTerms(foldText(name))) : [];
      headings = new Map();
      return builder.addDocument(document);
    },
    addPassage: (passage) => {
      const folded = foldText(passage.text);
      const above = passage.headingPath.map(readHeading);
      const heading = above.flatMap(({ words }) => words);
      const body = fields.body ? internTerms(folded) : [];
      const bigrams = fields.bigram ? listBigrams(compactText(folded)) : [];
      for (const { bigrams: pairs } of above) for (const pair of pairs) bigrams.push(pair);
      builder.addPassage(passage, { title, heading, body }, bigrams);
    },
  };
}
