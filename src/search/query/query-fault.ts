/**
 * The error of a query that cannot be read, with a caret under the place.
 *
 * @module
 */
import { ZhengceError } from '../../errors';
import type { Span } from '../../text';

/** Most characters that the message shows on either side of the place. */
const CONTEXT_LENGTH = 24;

/** What is wrong with a query, and where. */
export interface QueryFault {
  readonly query: string;
  /** The place, in the query as typed. */
  readonly span: Span;
  readonly expected: string;
  readonly received: string;
}

/**
 * The error of a fault: code `invalid-query`, with `query`, `position` and `length` in its details. Its message has two more lines, the
 * query about the place and a caret under it.
 */
export function createQueryError({ query, span, expected, received }: QueryFault): ZhengceError {
  const { start, end } = span;
  const what = `parseQuery: expected ${expected}, received ${received} (query, position ${String(start)})`;
  return new ZhengceError('invalid-query', `${what}\n${pointTo(query, start)}`, {
    details: { query, position: start, length: end - start },
  });
}

/** The query about a position, and a caret below it. */
function pointTo(query: string, position: number): string {
  const from = Math.max(0, position - CONTEXT_LENGTH);
  const to = Math.min(query.length, position + CONTEXT_LENGTH);
  const before = `${from > 0 ? '…' : ''}${showOnOneLine(query.slice(from, position))}`;
  const after = `${showOnOneLine(query.slice(position, to))}${to < query.length ? '…' : ''}`;
  return `  ${before}${after}\n  ${before.replace(/./gsu, padCharacter)}^`;
}

function showOnOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** A space as wide as the character is on a terminal. */
function padCharacter(character: string): string {
  return (character.codePointAt(0) ?? 0) >= 0x2e80 ? '\u3000' : ' ';
}
