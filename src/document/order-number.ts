/**
 * Numbers of orders and announcements, which name the body and count by themselves: 国务院令第745号, 工业和信息化部公告2023年第7号.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import { parseChineseNumeral } from '../text';

/** The parts of such a number. */
export interface OrderNumber {
  /** The body and what it gives, in their normal form: 国务院令. */
  readonly code: string;
  /** Undefined where it counts through the years. */
  readonly year: string | undefined;
  /** In Arabic digits. */
  readonly serial: string;
}

const HAN = '[\\u4e00-\\u9fff]';
/** What the name of a body ends in. */
const BODY_END = '[院府部局署委会厅行办席]';
const YEAR = '(?:(?<year>(?:19|20)\\d{2})\\s?年\\s?)?';
const NUMERAL = '[〇零一二三四五六七八九十百]{1,7}';
const SERIAL = `(?:(?:第\\s?)?(?<serial>\\d{1,5})|第\\s?(?<numeral>${NUMERAL}))\\s?号`;
const SERIAL_FIRST = `第\\s?(?:(?<serial>\\d{1,5})|(?<numeral>${NUMERAL}))\\s?号`;

/**
 * The spellings, as sources of patterns with the groups `code`, `kind`, `year`, `serial` and `numeral`: the number behind the body's order, within it, and
 * before it. Others look for such numbers by them too, so that they know the same ones.
 */
export const ORDER_SPELLINGS: readonly string[] = [
  `(?<code>(?:国|${HAN}{2,24}))\\s?(?<kind>公告|令)\\s?[(]?${YEAR}${SERIAL}[)]?`,
  `(?<code>${HAN}{1,22}${BODY_END})\\s?${YEAR}${SERIAL}\\s?(?<kind>公告|令)`,
  `${YEAR}${SERIAL_FIRST}\\s?(?<code>${HAN}{1,21}?${BODY_END})(?<kind>公告|令)`,
];

/** The parts of a match of one of the spellings; undefined where the numeral is none. */
export function readOrderParts(
  groups: Readonly<Partial<Record<string, string>>>,
): OrderNumber | undefined {
  const { code = '', kind = '', year, serial, numeral = '' } = groups;
  const number = serial ?? parseChineseNumeral(numeral)?.toString();
  return number === undefined
    ? undefined
    : { code: foldBody(`${code}${kind}`), year, serial: number };
}

/** 国务院令 for 国令 and for 中华人民共和国国务院令. */
function foldBody(code: string): string {
  return code.replace(/国令$/, '国务院令').replace(/中华人民共和国(?=..)/, '');
}

/** A number in its normal form. */
export function writeOrderNumber({ code, year, serial }: OrderNumber): string {
  return `${code}${year === undefined ? '' : `${year}年`}第${serial}号`;
}

const WHOLE = ORDER_SPELLINGS.map((spelling) => new RegExp(`^${spelling}$`));
/** Longest number, white space and all, in code units. */
const MAX_LENGTH = 60;

/**
 * The number of an order that a text is, in its normal form; undefined where it is none.
 *
 * @example
 * readOrderNumber('中华人民共和国国务院令 第745号') // => '国务院令第745号'
 */
export function readOrderNumber(text: string): string | undefined {
  if (text.length > MAX_LENGTH || !text.includes('号')) return undefined;
  for (const pattern of WHOLE) {
    const parts = readOrderParts(pattern.exec(text)?.groups ?? {});
    if (parts !== undefined) return writeOrderNumber(parts);
  }
  return undefined;
}
