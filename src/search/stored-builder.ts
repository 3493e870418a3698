/**
 * Builds the stored part of a segment: what hits give back.
 *
 * @module
 */
import type { Span } from '../text';
import { GrowableUint32 } from './growable';
import type {
  DocumentColumns,
  IndexSegment,
  PassageColumns,
  SectionColumns,
} from './index-segment';
import type { IndexedDocument, SearchPassage } from './model';
import { classifyPassage } from './passage-kind';
import { createStringTable } from './string-table';

/** The stored part of a segment. */
export type StoredColumns = Pick<
  IndexSegment,
  'passages' | 'sections' | 'documents' | 'strings' | 'tagCodes'
>;

/** Numbers strings in the order of first sight. */
class StringNumbers {
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  list(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

/** Gathers documents, and the passages of the last document added. */
export class StoredBuilder {
  readonly #strings = new StringNumbers();
  readonly #tagCodes = new StringNumbers();
  readonly #ids: string[] = [];
  readonly #texts: string[] = [];
  readonly #spans = new GrowableUint32();
  readonly #pieceOffsets = new GrowableUint32();
  readonly #pieces = new GrowableUint32();
  readonly #sectionOf = new GrowableUint32();
  readonly #documentOf = new GrowableUint32();
  readonly #kinds: number[] = [];
  readonly #tagOffsets = new GrowableUint32();
  readonly #tags = new GrowableUint32();
  readonly #tagScores: number[] = [];
  readonly #headingOffsets = new GrowableUint32();
  readonly #headings = new GrowableUint32();
  readonly #headingSpans = new GrowableUint32();
  readonly #attributes = new GrowableUint32();
  readonly #issuerOffsets = new GrowableUint32();
  readonly #issuers = new GrowableUint32();
  #documentCount = 0;
  #sectionCount = 0;
  #lastSection: SearchPassage | undefined;

  /** Returns the number of the document. */
  addDocument(document: IndexedDocument): number {
    const { region } = document;
    for (const text of [
      document.id,
      document.title,
      document.documentNumber,
      document.genre,
      document.issuedOn,
      region?.code,
      region?.name,
      region?.level,
    ]) {
      this.#attributes.push(text === undefined ? 0 : this.#strings.numberOf(text) + 1);
    }
    this.#issuerOffsets.push(this.#issuers.length);
    for (const issuer of document.issuer) this.#issuers.push(this.#strings.numberOf(issuer));
    this.#lastSection = undefined;
    return this.#documentCount++;
  }

  addPassage(passage: SearchPassage): void {
    this.#ids.push(passage.id);
    this.#texts.push(passage.text);
    this.#spans.push(passage.span.start);
    this.#spans.push(passage.span.end);
    this.#kinds.push(classifyPassage(passage.text));
    this.#documentOf.push(this.#documentCount - 1);
    this.#addPieces(passage);
    this.#addTags(passage);
    if (!isSameSection(this.#lastSection, passage)) this.#addSection(passage);
    this.#sectionOf.push(this.#sectionCount - 1);
  }

  /** One piece that is the span need not be kept. */
  #addPieces({ span, pieces }: SearchPassage): void {
    this.#pieceOffsets.push(this.#pieces.length / 2);
    const [only] = pieces;
    if (pieces.length === 1 && only?.start === span.start && only.end === span.end) return;
    pushSpans(this.#pieces, pieces);
  }

  #addTags({ tags }: SearchPassage): void {
    this.#tagOffsets.push(this.#tags.length);
    for (const { code, score } of tags) {
      this.#tags.push(this.#tagCodes.numberOf(code));
      this.#tagScores.push(score);
    }
  }

  #addSection(passage: SearchPassage): void {
    this.#headingOffsets.push(this.#headings.length);
    passage.headingPath.forEach((heading, index) => {
      const { start, end } = passage.headingSpans[index] ?? { start: 0, end: 0 };
      this.#headings.push(this.#strings.numberOf(heading));
      pushSpans(this.#headingSpans, [{ start, end }]);
    });
    this.#sectionCount++;
    this.#lastSection = passage;
  }

  finish(): StoredColumns {
    return {
      passages: this.#finishPassages(),
      sections: this.#finishSections(),
      documents: this.#finishDocuments(),
      strings: createStringTable(this.#strings.list()),
      tagCodes: createStringTable(this.#tagCodes.list()),
    };
  }

  #finishPassages(): PassageColumns {
    this.#pieceOffsets.push(this.#pieces.length / 2);
    this.#tagOffsets.push(this.#tags.length);
    return {
      ids: createStringTable(this.#ids),
      texts: createStringTable(this.#texts),
      spans: this.#spans.view().slice(),
      pieceOffsets: this.#pieceOffsets.view().slice(),
      pieces: this.#pieces.view().slice(),
      sections: Uint16Array.from(this.#sectionOf.view()),
      documents: Uint16Array.from(this.#documentOf.view()),
      kinds: Uint8Array.from(this.#kinds),
      tagOffsets: this.#tagOffsets.view().slice(),
      tags: Uint16Array.from(this.#tags.view()),
      tagScores: Float64Array.from(this.#tagScores),
    };
  }

  #finishSections(): SectionColumns {
    this.#headingOffsets.push(this.#headings.length);
    return {
      headingOffsets: this.#headingOffsets.view().slice(),
      headings: this.#headings.view().slice(),
      spans: this.#headingSpans.view().slice(),
    };
  }

  #finishDocuments(): DocumentColumns {
    this.#issuerOffsets.push(this.#issuers.length);
    return {
      attributes: this.#attributes.view().slice(),
      issuerOffsets: this.#issuerOffsets.view().slice(),
      issuers: this.#issuers.view().slice(),
    };
  }
}

function pushSpans(array: GrowableUint32, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    array.push(start);
    array.push(end);
  }
}

function isSameSection(last: SearchPassage | undefined, passage: SearchPassage): boolean {
  if (last?.headingPath.length !== passage.headingPath.length) return false;
  return passage.headingPath.every((heading, index) => {
    const span = passage.headingSpans[index];
    const lastSpan = last.headingSpans[index];
    const isSamePlace = span?.start === lastSpan?.start && span?.end === lastSpan?.end;
    return last.headingPath[index] === heading && isSamePlace;
  });
}
