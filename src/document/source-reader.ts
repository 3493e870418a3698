/**
 * Source reader: words and places of blocks as the source has them.
 *
 * @module
 */
import { joinSpans, type MappedText, type Span } from '../text';
import { getBlockSpan, sliceWords, type Words } from './blocks';

/** Reads blocks of a normalised text in the source it came from. */
export class SourceReader {
  readonly #source: string;
  readonly #normalized: MappedText;

  constructor(source: string, normalized: MappedText) {
    this.#source = source;
    this.#normalized = normalized;
  }

  /** The smallest stretch of the source that holds some words. */
  locate(words: Words): Span {
    return this.#normalized.spanToSource(getBlockSpan(words));
  }

  /** Words between two of their offsets as the source has them, runs of white space as one space; empty for none. */
  read(words: Words, from = 0, to: number = words.text.length): string {
    const part = sliceWords(words, from, to);
    if (part === undefined) return '';
    const pieces = part.pieces.map((piece) => this.#normalized.spanToSource(piece));
    return readPieces(this.#source, pieces).replace(/\s+/g, ' ').trim();
  }

  /** The words of several blocks, joined. */
  readAll(blocks: readonly Words[]): string {
    return blocks.map((block) => this.read(block)).join('');
  }
}

/** The pieces of a source joined as {@link joinSpans} does. */
export function readPieces(source: string, pieces: readonly Span[]): string {
  const only = pieces[0];
  return pieces.length === 1 && only !== undefined
    ? source.slice(only.start, only.end)
    : joinSpans(source, pieces).text;
}
