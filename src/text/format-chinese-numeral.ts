/**
 * Writes whole numbers as Chinese numerals.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千', '万'] as const;
const LARGEST = 99_999;

/**
 * The numeral as headings write it: 十二, 二十, 一百零三, 一千零一十. {@link parseChineseNumeral} reads it back.
 *
 * @throws ZhengceError `invalid-argument` where `value` is no integer in 1..99999
 * @example
 * formatChineseNumeral(103) // => '一百零三'
 */
export function formatChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > LARGEST) {
    throw new ZhengceError(
      'invalid-argument',
      `formatChineseNumeral: expected an integer from 1 to ${String(LARGEST)}, received ${describeReceived(value)} (value)`,
    );
  }
  const places = Array.from(String(value)).map(Number).reverse();
  let numeral = '';
  for (const [place, digit] of places.entries()) {
    if (digit !== 0) numeral = `${DIGITS.charAt(digit)}${UNITS[place] ?? ''}${numeral}`;
    else if (numeral !== '' && !numeral.startsWith('零')) numeral = `零${numeral}`;
  }
  return value >= 10 && value < 20 ? numeral.slice(1) : numeral;
}
