/**
 * formatListNumber: the numbers that word processors put before paragraphs, in the formats that Chinese documents use.
 *
 * @module
 */
import { formatChineseNumeral } from '../text';

type NumberFormat = (value: number) => string;

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const DIGITS = '〇一二三四五六七八九';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** Formal numerals, as in contracts, for the characters of ordinary ones. */
const FORMAL: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('零一二三四五六七八九十百千万', (plain, i) => [
    plain,
    '零壹贰叁肆伍陆柒捌玖拾佰仟萬'.charAt(i),
  ]),
);

const decimal: NumberFormat = (value) => String(value);
const counting: NumberFormat = (value) =>
  value === 0 ? '〇' : value > 0 && value <= 99_999 ? formatChineseNumeral(value) : String(value);
const byDigit: NumberFormat = (value) =>
  String(value).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)));
const formal: NumberFormat = (value) => {
  const plain = counting(value);
  return (value >= 10 && value < 20 ? `一${plain}` : plain).replace(
    /./g,
    (one) => FORMAL[one] ?? one,
  );
};
const upperLetter: NumberFormat = (value) =>
  value < 1
    ? String(value)
    : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(9, Math.ceil(value / 26)));
const upperRoman: NumberFormat = (value) => {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let numeral = '';
  for (const [worth, letters] of ROMAN) {
    while (rest >= worth) {
      numeral += letters;
      rest -= worth;
    }
  }
  return numeral;
};
const lower =
  (format: NumberFormat): NumberFormat =>
  (value) =>
    format(value).toLowerCase();
/** One of a row of characters; beyond its end the plain number. */
const oneOf =
  (row: string): NumberFormat =>
  (value) =>
    Array.from(row)[value - 1] ?? String(value);
const ofBlock =
  (first: number, count: number): NumberFormat =>
  (value) =>
    value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value);
const fullWidth: NumberFormat = (value) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

/** Names of ECMA-376 (17.18.59); those of OpenDocument and of the binary format are given by these too. */
const FORMATS: ReadonlyMap<string, NumberFormat> = new Map([
  ['decimal', decimal],
  ['decimalZero', (value: number) => String(value).padStart(2, '0')],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['decimalHalfWidth', decimal],
  ['decimalEnclosedCircle', ofBlock(0x2460, 20)],
  ['decimalEnclosedCircleChinese', ofBlock(0x2460, 20)],
  ['decimalEnclosedParen', ofBlock(0x2474, 20)],
  ['decimalEnclosedFullstop', ofBlock(0x2488, 20)],
  ['ideographEnclosedCircle', ofBlock(0x3280, 10)],
  ['upperRoman', upperRoman],
  ['lowerRoman', lower(upperRoman)],
  ['upperLetter', upperLetter],
  ['lowerLetter', lower(upperLetter)],
  ['chineseCounting', counting],
  ['chineseCountingThousand', counting],
  ['taiwaneseCounting', counting],
  ['taiwaneseCountingThousand', counting],
  ['japaneseCounting', counting],
  ['ideographDigital', byDigit],
  ['japaneseDigitalTenThousand', byDigit],
  ['taiwaneseDigital', byDigit],
  ['chineseLegalSimplified', formal],
  ['ideographLegalTraditional', formal],
  ['japaneseLegal', formal],
  ['ideographTraditional', oneOf(STEMS)],
  ['ideographZodiac', oneOf(BRANCHES)],
  ['none', () => ''],
]);

/**
 * A number as a list shows it, by the name of its format in ECMA-376: `chineseCountingThousand`, `decimalEnclosedCircle`. A format that is not known gives
 * the plain number.
 *
 * @example
 * formatListNumber(12, 'chineseCountingThousand') // => '十二'
 */
export function formatListNumber(value: number, format: string): string {
  return (FORMATS.get(format) ?? decimal)(value);
}
