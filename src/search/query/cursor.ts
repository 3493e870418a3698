/**
 * A place in a query that is being read, and what stands there.
 *
 * @module
 */
import type { ZhengceError } from '../../errors';
import type { MappedText, Span } from '../../text';
import { createQueryError } from './query-fault';

/** Moves over the folded query from left to right. */
export interface Cursor {
  readonly query: string;
  readonly mapped: MappedText;
  /** The query, half-width and simplified. */
  readonly text: string;
  at: number;
}

/** Quotes that close what any of them opens: typed the wrong way round as often as not. */
const DOUBLE_QUOTES = '"“”„';
/** Quotes that begin nothing inside other words, and are no fault without a partner: what was pasted began behind the other one. */
const CLOSING_QUOTES = '”';
/** Quotes that have an opening and a closing form. */
const PAIRED_QUOTES: ReadonlyMap<string, string> = new Map([
  ['「', '」'],
  ['『', '』'],
]);

/** Whether white space stands at an offset, or the query has ended. */
export function isBreak(text: string, at: number): boolean {
  return at >= text.length || /\s/.test(text.charAt(at));
}

/** Whether a mark that parts clauses as white space does stands at an offset. */
export function isMark(text: string, at: number): boolean {
  return /[,、。;!?]/.test(text.charAt(at));
}

/** Whether a quote opens at an offset. */
export function isQuote(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character !== '' && (DOUBLE_QUOTES.includes(character) || PAIRED_QUOTES.has(character));
}

/** Whether a text has a letter, a digit or a Chinese character: something to search for. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Offset of the quote that closes the one at `open`; undefined where none does. */
function findClosingQuote(text: string, open: number): number | undefined {
  const closing = PAIRED_QUOTES.get(text.charAt(open)) ?? DOUBLE_QUOTES;
  for (let at = open + 1; at < text.length; at++) {
    if (closing.includes(text.charAt(at))) return at;
  }
  return undefined;
}

/**
 * The words of the quotation that opens at the cursor, where it begins a clause; moves behind it. Undefined for a closing quote without a
 * partner.
 *
 * @throws ZhengceError `invalid-query` where no quote closes it, or nothing to search for stands between
 */
export function readQuotation(cursor: Cursor): string | undefined {
  const { text, at: open } = cursor;
  const close = findClosingQuote(text, open);
  if (close === undefined) {
    if (CLOSING_QUOTES.includes(text.charAt(open))) return undefined;
    throw createFault(cursor, open, open + 1, 'a closing quote for this one', 'none');
  }
  const inner = text.slice(open + 1, close).trim();
  if (!hasWords(inner)) {
    throw createFault(cursor, open, close + 1, 'words between these quotes', 'none');
  }
  cursor.at = close + 1;
  return inner;
}

/** The words of the quotation that opens at the cursor, inside other words; moves behind it. Undefined where none does. */
export function readInnerQuotation(cursor: Cursor): string | undefined {
  const { text, at: open } = cursor;
  if (!isQuote(text, open) || CLOSING_QUOTES.includes(text.charAt(open))) return undefined;
  const close = findClosingQuote(text, open);
  if (close === undefined) return undefined;
  cursor.at = close + 1;
  return text.slice(open + 1, close).trim();
}

/** The span of the query as typed that a stretch of the folded one came from. */
export function locate({ mapped }: Cursor, start: number, end: number): Span {
  return Object.freeze(mapped.spanToSource({ start, end }));
}

/** The error for a stretch of the folded query. */
export function createFault(
  cursor: Cursor,
  start: number,
  end: number,
  expected: string,
  received: string,
): ZhengceError {
  const span = locate(cursor, start, end);
  return createQueryError({ query: cursor.query, span, expected, received });
}
