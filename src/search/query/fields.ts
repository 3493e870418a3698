/**
 * Filters in queries: their fields, and how their values are read.
 *
 * @module
 */
import type { FilterField, YearRange } from './ast';

/** The fields in the order that messages name them. */
export const FILTER_FIELDS: readonly FilterField[] = [
  'task',
  'action',
  'region',
  'issuer',
  'genre',
  'year',
  'doc',
];

/** What a year or a range of years looks like, in messages. */
export const YEAR_FORM = 'a year or years as 2021, 2021..2023, 2021.. or ..2023';

/** Whether a name is that of a field, in lower case. */
export function isFilterField(name: string): name is FilterField {
  return FILTER_FIELDS.some((field) => field === name);
}

/**
 * The years that a value names; undefined where it names none, or the first is after the last.
 *
 * @example
 * readYearRange('2021..2023') // => { from: 2021, to: 2023 }
 */
export function readYearRange(value: string): YearRange | undefined {
  const [first = '', last, ...rest] = value.replace(/年/g, '').split(/\.\.|[-–—~至]/);
  if (rest.length > 0 || ![first, last ?? ''].every(isYearOrNothing)) return undefined;
  const from = first === '' ? undefined : Number(first);
  const end = last ?? first;
  const to = end === '' ? undefined : Number(end);
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && to !== undefined && from > to) return undefined;
  return Object.freeze({
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
}

function isYearOrNothing(text: string): boolean {
  return text === '' || /^\d{4}$/.test(text);
}
