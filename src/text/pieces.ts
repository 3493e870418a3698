/**
 * The map of a derived text whose length differs from its source: a list of pieces.
 *
 * @module
 */
import { assertOffset, assertSpan, createAlignedText, type MappedText } from './mapped-text';
import type { Span } from './span';

/**
 * Collects, from left to right, which stretch of a source each stretch of the text came from.
 *
 * A piece as long as its source maps unit by unit; any other maps as a whole. Source that no piece
 * names was dropped. A fixed offset array was rejected: it costs four bytes a unit, pieces cost
 * twelve bytes a place where lengths part, and those are rare.
 */
export class PieceListBuilder {
  readonly #textStarts: number[] = [];
  readonly #sourceStarts: number[] = [];
  readonly #sourceEnds: number[] = [];
  #textLength = 0;

  /** Adds a piece; neighbours that both map unit by unit become one. Empty pieces are ignored. */
  add(textLength: number, sourceStart: number, sourceEnd: number): void {
    if (textLength === 0) return;
    if (!this.#extendLast(textLength, sourceStart, sourceEnd)) {
      this.#textStarts.push(this.#textLength);
      this.#sourceStarts.push(sourceStart);
      this.#sourceEnds.push(sourceEnd);
    }
    this.#textLength += textLength;
  }

  #extendLast(textLength: number, sourceStart: number, sourceEnd: number): boolean {
    const last = this.#textStarts.length - 1;
    if (last < 0 || textLength !== sourceEnd - sourceStart) return false;
    const lastEnd = this.#sourceEnds[last] ?? 0;
    const lastSourceLength = lastEnd - (this.#sourceStarts[last] ?? 0);
    const lastTextLength = this.#textLength - (this.#textStarts[last] ?? 0);
    if (lastEnd !== sourceStart || lastSourceLength !== lastTextLength) return false;
    this.#sourceEnds[last] = sourceEnd;
    return true;
  }

  /** The text with the map collected; `emptyOffset` is where an empty text lies in the source. */
  build(text: string, emptyOffset = 0): MappedText {
    if (this.#isAligned()) return createAlignedText(text);
    return new PieceText(
      text,
      Int32Array.from(this.#textStarts),
      Int32Array.from(this.#sourceStarts),
      Int32Array.from(this.#sourceEnds),
      emptyOffset,
    );
  }

  #isAligned(): boolean {
    return (
      this.#textStarts.length === 1 &&
      this.#sourceStarts[0] === 0 &&
      this.#sourceEnds[0] === this.#textLength
    );
  }
}

class PieceText implements MappedText {
  readonly text: string;
  readonly #textStarts: Int32Array;
  readonly #sourceStarts: Int32Array;
  readonly #sourceEnds: Int32Array;
  readonly #emptyOffset: number;

  constructor(
    text: string,
    textStarts: Int32Array,
    sourceStarts: Int32Array,
    sourceEnds: Int32Array,
    emptyOffset: number,
  ) {
    this.text = text;
    this.#textStarts = textStarts;
    this.#sourceStarts = sourceStarts;
    this.#sourceEnds = sourceEnds;
    this.#emptyOffset = emptyOffset;
  }

  toSource(offset: number): number {
    assertOffset(offset, this.text);
    if (this.text.length === 0) return this.#emptyOffset;
    return offset === this.text.length
      ? this.#sourceEndOf(offset - 1)
      : this.#sourceStartOf(offset);
  }

  spanToSource(span: Span): Span {
    assertSpan(span, this.text);
    if (span.start === span.end) {
      const offset = this.toSource(span.start);
      return { start: offset, end: offset };
    }
    return { start: this.#sourceStartOf(span.start), end: this.#sourceEndOf(span.end - 1) };
  }

  #sourceStartOf(unit: number): number {
    const piece = this.#pieceAt(unit);
    const start = this.#sourceStarts[piece] ?? 0;
    return this.#isUnitByUnit(piece) ? start + unit - (this.#textStarts[piece] ?? 0) : start;
  }

  #sourceEndOf(unit: number): number {
    const piece = this.#pieceAt(unit);
    if (!this.#isUnitByUnit(piece)) return this.#sourceEnds[piece] ?? 0;
    return (this.#sourceStarts[piece] ?? 0) + unit - (this.#textStarts[piece] ?? 0) + 1;
  }

  #isUnitByUnit(piece: number): boolean {
    const textEnd = this.#textStarts[piece + 1] ?? this.text.length;
    const textLength = textEnd - (this.#textStarts[piece] ?? 0);
    return (this.#sourceEnds[piece] ?? 0) - (this.#sourceStarts[piece] ?? 0) === textLength;
  }

  #pieceAt(unit: number): number {
    let low = 0;
    let high = this.#textStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#textStarts[middle] ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
