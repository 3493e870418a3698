/**
 * A text derived from a source, with the way back to it.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import type { Span } from './span';

/** A text derived from a source, with the way back. */
export interface MappedText {
  /** The derived text. */
  readonly text: string;
  /**
   * Source offset at which the character at `offset` of the text begins; at `text.length`, the source
   * offset at which the last character ends. Monotone non-decreasing in `offset`.
   *
   * Takes time logarithmic in the number of places where the lengths of text and source part.
   *
   * @throws ZhengceError `invalid-argument` where `offset` is no integer in 0..text.length
   */
  toSource(offset: number): number;
  /**
   * The smallest source span that covers the characters which the span's characters came from; an
   * empty span gives the empty span at `toSource(span.start)`.
   *
   * Takes time logarithmic in the number of places where the lengths of text and source part.
   *
   * @throws ZhengceError `invalid-argument` where the span does not lie in the text
   */
  spanToSource(span: Span): Span;
}

/**
 * A text that differs from its source by nothing but characters replaced one to one, or not at all.
 *
 * @example
 * createAlignedText('(一)').spanToSource({ start: 0, end: 3 }) // => { start: 0, end: 3 }
 */
export function createAlignedText(text: string): MappedText {
  return new AlignedText(text);
}

/** Whether every offset of the text is known to be the same offset of its source. */
export function isAlignedText(mapped: MappedText): boolean {
  return mapped instanceof AlignedText;
}

/**
 * The text `inner` with its way back prolonged: `inner` was derived from `outer.text`.
 *
 * Takes constant time; each later look-up asks both maps.
 */
export function composeMappedTexts(inner: MappedText, outer: MappedText): MappedText {
  if (isAlignedText(outer)) return inner;
  return new ComposedText(inner, outer);
}

class AlignedText implements MappedText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toSource(offset: number): number {
    assertOffset(offset, this.text);
    return offset;
  }

  spanToSource(span: Span): Span {
    assertSpan(span, this.text);
    return { start: span.start, end: span.end };
  }
}

class ComposedText implements MappedText {
  readonly text: string;
  readonly #inner: MappedText;
  readonly #outer: MappedText;

  constructor(inner: MappedText, outer: MappedText) {
    this.text = inner.text;
    this.#inner = inner;
    this.#outer = outer;
  }

  toSource(offset: number): number {
    const { length } = this.text;
    if (offset === length && length > 0) {
      return this.spanToSource({ start: length - 1, end: length }).end;
    }
    return this.#outer.toSource(this.#inner.toSource(offset));
  }

  spanToSource(span: Span): Span {
    return this.#outer.spanToSource(this.#inner.spanToSource(span));
  }
}

/** Throws unless `offset` is an integer in 0..text.length. */
export function assertOffset(offset: number, text: string): void {
  if (Number.isInteger(offset) && offset >= 0 && offset <= text.length) return;
  throw new ZhengceError(
    'invalid-argument',
    `toSource: expected an integer from 0 to ${String(text.length)}, received ${describeReceived(offset)} (offset)`,
  );
}

/** Throws unless `span` lies in the text. */
export function assertSpan(span: Span, text: string): void {
  const { start, end } = span;
  if (Number.isInteger(start) && Number.isInteger(end)) {
    if (start >= 0 && start <= end && end <= text.length) return;
  }
  throw new ZhengceError(
    'invalid-argument',
    `spanToSource: expected a span in 0..${String(text.length)}, received "${String(start)}..${String(end)}" (span)`,
  );
}
