/**
 * Source reader: words and places of blocks as the source has them.
 *
 * @module
 */
import { joinSpans, type MappedText, type Span } from '../text';
import { type Block, getBlockSpan } from './blocks';

/** Reads blocks of a normalised text in the source it came from. */
export class SourceReader {
  readonly #source: string;
  readonly #normalized: MappedText;

  constructor(source: string, normalized: MappedText) {
    this.#source = source;
    this.#normalized = normalized;
  }

  /** The smallest stretch of the source that holds a block. */
  locate(block: Block): Span {
    return this.#normalized.spanToSource(getBlockSpan(block));
  }

  /** The words of a block as the source has them, runs of white space as one space; empty for none. */
  read(block: Block | undefined): string {
    if (block === undefined) return '';
    const pieces = block.pieces.map((piece) => this.#normalized.spanToSource(piece));
    return joinSpans(this.#source, pieces).text.replace(/\s+/g, ' ').trim();
  }

  /** The words of several blocks, joined. */
  readAll(blocks: readonly Block[]): string {
    return blocks.map((block) => this.read(block)).join('');
  }
}
