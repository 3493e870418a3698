/**
 * Reads a query.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../../errors';
import { normalizeText } from '../../text';
import type { ExcludeClause, NumberClause, Operand, PhraseClause, Query, WordsClause } from './ast';
import {
  type Cursor,
  createFault,
  hasWords,
  isBreak,
  isMark,
  isQuote,
  locate,
  readInnerQuotation,
  readQuotation,
} from './cursor';
import { listDocumentNumbers, readDocumentNumber } from './document-numbers';
import { joinAlternatives, type Unit } from './join-alternatives';
import { readFilter } from './read-filter';

/** Longest query, in UTF-16 code units. */
export const MAX_QUERY_LENGTH = 10_000;

/**
 * The query that a text says. White space parts its clauses; all of them count, none of the words is required.
 *
 * - `数据要素 市场`: words, wanted and not required
 * - `"数据要素市场"`, `“…”`, `「…」`: these words in this order, required
 * - `-金融`, `NOT 金融`, `-"…"`, `-task:T2`: must not occur
 * - `数字乡村 OR 智慧农业`: one of the two; binds the nearest neighbours. `AND` says nothing new and may stand
 * - `国发〔2021〕29号`: the documents with this number, then what cites it; in any brackets or as 国发2021年29号, with white space inside
 * - `task:T2 action:A3 region:浙江 issuer:国务院 genre:规划 year:2021..2023 doc:ID`: filters
 *
 * Full-width and traditional characters are folded, so `ｔａｓｋ：Ｔ２` is a filter. 《》, quotes inside other words, brackets and
 * other marks are ordinary text; so is a quote inside other words that has no partner. A query without words is one of filters only.
 *
 * @throws ZhengceError `invalid-query` with `position` and `length` in its details, for a clause that begins with a quote which
 * nothing closes or has nothing in it, a filter without a value or with a year that is none, a misspelt field, and `OR` or `NOT` with nothing to join;
 * `input-too-large` above {@link MAX_QUERY_LENGTH}; `invalid-argument` where `text` is no string
 * @example
 * parseQuery('数据要素 -金融').clauses.map(({ kind }) => kind) // => ['words', 'exclude']
 */
export function parseQuery(text: string): Query {
  assertText(text);
  const mapped = normalizeText(text);
  const cursor: Cursor = { query: text, mapped, text: mapped.text, at: 0 };
  const units: Unit[] = [];
  for (;;) {
    const unit = readUnit(cursor);
    if (unit === undefined) break;
    units.push(unit);
  }
  return Object.freeze({ text, clauses: Object.freeze(joinAlternatives(units, cursor)) });
}

function assertText(text: unknown): asserts text is string {
  if (typeof text !== 'string') {
    const message = `parseQuery: expected a string, received ${describeReceived(text)} (query)`;
    throw new ZhengceError('invalid-argument', message);
  }
  if (text.length <= MAX_QUERY_LENGTH) return;
  const message = `parseQuery: expected at most ${MAX_QUERY_LENGTH} code units, received "${text.length}" (query)`;
  throw new ZhengceError('input-too-large', message, { details: { limit: MAX_QUERY_LENGTH } });
}

/** What stands next; undefined at the end. */
function readUnit(cursor: Cursor): Unit | undefined {
  for (;;) {
    skipMarks(cursor);
    const { text, at } = cursor;
    if (at >= text.length) return undefined;
    if (skipOperator(cursor, 'OR')) return { kind: 'or', start: at, end: cursor.at };
    if (skipOperator(cursor, 'AND')) continue;
    const clause =
      skipOperator(cursor, 'NOT') || text.charAt(at) === '-'
        ? readExclusion(cursor, at)
        : readOperand(cursor);
    if (clause !== undefined) return { kind: 'clause', clause, start: at, end: cursor.at };
  }
}

/** Moves over white space and marks that nothing begins with. */
function skipMarks(cursor: Cursor): void {
  const { text } = cursor;
  while (cursor.at < text.length && (isBreak(text, cursor.at) || isMark(text, cursor.at))) {
    cursor.at += 1;
  }
}

/** Moves over an operator where it stands alone. */
function skipOperator(cursor: Cursor, operator: string): boolean {
  const { text, at } = cursor;
  const end = at + operator.length;
  if (!text.startsWith(operator, at) || !isBreak(text, end)) return false;
  cursor.at = end;
  return true;
}

function readOperand(cursor: Cursor): Operand | undefined {
  return readFilter(cursor) ?? readPhrase(cursor) ?? readNumber(cursor) ?? readWords(cursor);
}

/** A document number that stands alone. */
function readNumber(cursor: Cursor): NumberClause | undefined {
  const { text, at: start } = cursor;
  const found = readDocumentNumber(text, start);
  if (found === undefined || !(isBreak(text, found.end) || isMark(text, found.end)))
    return undefined;
  cursor.at = found.end;
  const { number } = found;
  return Object.freeze({ kind: 'number', number, span: locate(cursor, start, found.end) });
}

/** A quotation that stands alone: behind it white space, a mark, another quotation, or nothing. */
function readPhrase(cursor: Cursor): PhraseClause | undefined {
  const { text, at: start } = cursor;
  if (!isQuote(text, start)) return undefined;
  const inner = readQuotation(cursor);
  if (inner === undefined) return undefined;
  const { at: end } = cursor;
  if (isBreak(text, end) || isQuote(text, end) || isMark(text, end)) {
    return createPhrase(inner, cursor, start, end);
  }
  cursor.at = start;
  return undefined;
}

function createPhrase(words: string, cursor: Cursor, start: number, end: number): PhraseClause {
  const span = locate(cursor, start, end);
  return Object.freeze({ kind: 'phrase', text: foldCase(words), span });
}

function readWords(cursor: Cursor): WordsClause | undefined {
  const { at: start } = cursor;
  const phrases = readRun(cursor);
  const { text, at: end } = cursor;
  const run = text.slice(start, end);
  if (!hasWords(run)) return undefined;
  const span = locate(cursor, start, end);
  return Object.freeze({
    kind: 'words',
    text: foldCase(run),
    phrases: Object.freeze([...phrases, ...listDocumentNumbers(run)].map(foldCase)),
    span,
  });
}

/** Moves behind a run without white space; white space in quotes and 《》 does not end it. Returns what stands in these. */
function readRun(cursor: Cursor): string[] {
  const { text } = cursor;
  const phrases: string[] = [];
  while (!isBreak(text, cursor.at)) {
    const inner = readInnerQuotation(cursor) ?? readTitle(cursor);
    if (inner === undefined) cursor.at += 1;
    else if (hasWords(inner)) phrases.push(inner);
  }
  return phrases;
}

/** What stands in the 《》 at the cursor; undefined where there is none, or it is never closed. */
function readTitle(cursor: Cursor): string | undefined {
  const { text, at } = cursor;
  if (text.charAt(at) !== '《') return undefined;
  const close = text.indexOf('》', at);
  if (close === -1) return undefined;
  cursor.at = close + 1;
  return text.slice(at + 1, close).trim();
}

/** What must not occur; undefined where nothing follows the minus, which is a mark then. */
function readExclusion(cursor: Cursor, start: number): ExcludeClause | undefined {
  const isMinus = cursor.at === start;
  if (isMinus) cursor.at += 1;
  else skipMarks(cursor);
  const operandStart = cursor.at;
  const operand = isBreak(cursor.text, operandStart) ? undefined : readOperand(cursor);
  if (operand === undefined) {
    if (isMinus) return undefined;
    throw createFault(cursor, start, operandStart, 'something to exclude after NOT', 'none');
  }
  const { at: end } = cursor;
  const excluded =
    operand.kind === 'words' ? createPhrase(operand.text, cursor, operandStart, end) : operand;
  return Object.freeze({ kind: 'exclude', operand: excluded, span: locate(cursor, start, end) });
}

function foldCase(text: string): string {
  return normalizeText(text, { foldCase: true }).text;
}
