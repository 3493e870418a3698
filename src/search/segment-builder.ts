/**
 * Builds an immutable segment out of documents and their passages.
 *
 * @module
 */
import { BigramListBuilder } from './bigram-list-builder';
import { GrowableUint32 } from './growable';
import { type IndexSegment, MAX_SEGMENT_PASSAGES } from './index-segment';
import { createLengthColumn } from './length-column';
import type { IndexedDocument, SearchPassage } from './model';
import { StoredBuilder } from './stored-builder';
import { type FieldTerms, WordListBuilder } from './word-list-builder';

/** Lengths of the fields of a passage: terms, pairs of characters. */
export interface FieldLengths {
  readonly title: number;
  readonly heading: number;
  readonly body: number;
  readonly bigram: number;
}

/** Gathers documents, and the passages of the last document added. */
export class SegmentBuilder {
  readonly words: WordListBuilder = new WordListBuilder();
  readonly bigrams: BigramListBuilder = new BigramListBuilder();
  readonly #stored = new StoredBuilder();
  readonly #title = new GrowableUint32();
  readonly #heading = new GrowableUint32();
  readonly #body = new GrowableUint32();
  readonly #bigram = new GrowableUint32();

  get passageCount(): number {
    return this.#body.length;
  }

  get isFull(): boolean {
    return this.passageCount === MAX_SEGMENT_PASSAGES;
  }

  /** Returns the number of the document. */
  addDocument(document: IndexedDocument): number {
    return this.#stored.addDocument(document);
  }

  /** Adds a passage of the last document with its terms. */
  addPassage(passage: SearchPassage, terms: FieldTerms, bigrams: readonly number[]): void {
    const ordinal = this.passageCount;
    this.words.addPassage(ordinal, terms);
    this.bigrams.addPassage(ordinal, bigrams);
    this.addStored(passage, {
      title: terms.title.length,
      heading: terms.heading.length,
      body: terms.body.length,
      bigram: bigrams.length,
    });
  }

  /** Adds a passage of the last document without postings, for those who add them themselves. */
  addStored(passage: SearchPassage, lengths: FieldLengths): void {
    this.#stored.addPassage(passage);
    this.#title.push(lengths.title);
    this.#heading.push(lengths.heading);
    this.#body.push(lengths.body);
    this.#bigram.push(lengths.bigram);
  }

  finish(): IndexSegment {
    return {
      passageCount: this.passageCount,
      words: this.words.finish(),
      bigrams: this.bigrams.finish(),
      lengths: {
        title: createLengthColumn(this.#title.view()),
        heading: createLengthColumn(this.#heading.view()),
        body: createLengthColumn(this.#body.view()),
        bigram: createLengthColumn(this.#bigram.view()),
      },
      ...this.#stored.finish(),
    };
  }
}
