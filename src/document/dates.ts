/**
 * Dates, in Arabic and in Chinese numerals.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import { parseChineseNumeral } from '../text';

const HAN_DIGITS = '〇○零Oo一二三四五六七八九';
const DATE = new RegExp(
  `(?:((?:19|20)\\d{2})|([二一][${HAN_DIGITS}]{3})) ?(?:年 ?(?:(\\d{1,2}|[一二三四五六七八九十]{1,2}) ?月(?: ?(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?日)?)?|[-./](\\d{1,2})[-./](\\d{1,2}))`,
);
/** The same without groups, and nothing else around it but brackets. */
const DATE_ONLY = new RegExp(`^\\(? ?${DATE.source.replace(/\((?!\?)/g, '(?:')} ?\\)?$`);

/**
 * The first date of a text as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or undefined where there is none or it cannot be.
 *
 * @example
 * readDate('二〇二一年十二月三日') // => '2021-12-03'
 */
export function readDate(text: string): string | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, digits, han, monthText, dayText, dashMonth, dashDay] = match;
  const year = digits ?? readHanYear(han ?? '');
  const month = readSmallNumber(monthText ?? dashMonth);
  const day = readSmallNumber(dayText ?? dashDay);
  if (month === undefined) return year;
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return year;
  const parts = day === undefined ? [month] : [month, day];
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** Whether a text is a date and nothing else, brackets aside. */
export function isDateOnly(text: string): boolean {
  return text.length <= 20 && DATE_ONLY.test(text);
}

function readHanYear(han: string): string {
  return [...han]
    .map((char) => (/[〇○零Oo]/.test(char) ? 0 : '一二三四五六七八九'.indexOf(char) + 1))
    .join('');
}

function readSmallNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseChineseNumeral(text);
}
