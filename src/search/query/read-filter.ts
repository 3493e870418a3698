/**
 * Reads `field:value` in a query.
 *
 * @module
 */
import { describeReceived } from '../../errors';
import { countEdits } from '../count-edits';
import type { FilterClause, FilterField, YearRange } from './ast';
import { type Cursor, createFault, isBreak, isQuote, locate, readQuotation } from './cursor';
import { FILTER_FIELDS, isFilterField, readYearRange, YEAR_FORM } from './fields';

/** Longest name that is looked at: longer words before a colon are no field. */
const MAX_NAME_LENGTH = 12;

/** A value of a filter, and where it stands in the folded query. */
interface FilterValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The filter at the cursor; undefined where there is none, and the cursor stays. Words before a colon that
 * are no field and look like none (`https://`, `3:1`, `任务：`) are ordinary text.
 *
 * @throws ZhengceError `invalid-query` for a field that is misspelt, has no value, or a year that is none
 */
export function readFilter(cursor: Cursor): FilterClause | undefined {
  const { text, at: start } = cursor;
  const name = readName(text, start);
  if (name === '') return undefined;
  const colon = start + name.length;
  if (text.charAt(colon) !== ':') return undefined;
  const field = name.toLowerCase();
  if (!isFilterField(field)) {
    assertNoFieldMeant(cursor, field, colon);
    return undefined;
  }
  cursor.at = colon + 1;
  const values = readValues(cursor, field);
  const span = locate(cursor, start, cursor.at);
  if (field !== 'year') {
    const texts = values.map((value) => writeValue(cursor, field, value));
    return Object.freeze({ kind: 'filter', field, values: Object.freeze(texts), span });
  }
  const ranges = values.map((value) => readYears(cursor, value));
  return Object.freeze({ kind: 'filter', field, ranges: Object.freeze(ranges), span });
}

function readName(text: string, start: number): string {
  let end = start;
  while (end - start <= MAX_NAME_LENGTH && /[A-Za-z]/.test(text.charAt(end))) end++;
  return text.slice(start, end);
}

/** A name one edit from a field's, with a value behind it, is a misspelt one: to take it for words would search for something else. */
function assertNoFieldMeant(cursor: Cursor, name: string, colon: number): void {
  const near = FILTER_FIELDS.find((field) => field.length > 3 && countEdits(name, field, 1) <= 1);
  if (near === undefined || isBreak(cursor.text, colon + 1)) return;
  const start = colon - name.length;
  const received = `${describeReceived(name)}; did you mean "${near}:"?`;
  throw createFault(cursor, start, colon, `a field of ${FILTER_FIELDS.join(', ')}`, received);
}

/** The values behind the colon: one in quotes, or some with commas between. */
function readValues(cursor: Cursor, field: FilterField): readonly FilterValue[] {
  const { text, at: start } = cursor;
  const quoted = isQuote(text, start) ? readQuotation(cursor) : undefined;
  if (quoted !== undefined) return [{ text: quoted, start, end: cursor.at }];
  let end = start;
  while (!isBreak(text, end)) end++;
  cursor.at = end;
  const values = splitValues(text, start, end);
  if (values.length > 0) return values;
  throw createFault(cursor, start, end, `a value behind "${field}:"`, 'none');
}

function splitValues(text: string, start: number, end: number): readonly FilterValue[] {
  const values: FilterValue[] = [];
  let from = start;
  for (const value of text.slice(start, end).split(/[,、]/)) {
    if (value !== '') values.push({ text: value, start: from, end: from + value.length });
    from += value.length + 1;
  }
  return values;
}

/** Ids are compared as they are; the rest is folded as documents are. */
function writeValue(cursor: Cursor, field: FilterField, value: FilterValue): string {
  if (field !== 'doc') return value.text;
  const { start, end } = locate(cursor, value.start, value.end);
  const typed = cursor.query.slice(start, end);
  return isQuote(cursor.text, value.start) ? typed.slice(1, -1).trim() : typed;
}

function readYears(cursor: Cursor, { text, start, end }: FilterValue): YearRange {
  const range = readYearRange(text);
  if (range !== undefined) return range;
  throw createFault(cursor, start, end, YEAR_FORM, describeReceived(text));
}
