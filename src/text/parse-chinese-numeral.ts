/**
 * Reads Chinese and Arabic numerals.
 *
 * @module
 */

/** Values of the digits: everyday, formal (壹贰), traditional, and the circles that stand for 零. */
const DIGITS: ReadonlyMap<string, number> = new Map(
  [
    '零〇○◯',
    '一壹弌',
    '二贰貳弍两兩',
    '三叁參叄弎',
    '四肆',
    '五伍',
    '六陆陸',
    '七柒',
    '八捌',
    '九玖',
  ].flatMap((characters, value) =>
    Array.from(characters, (character) => [character, value] as const),
  ),
);

/** Units below 万 by their value; each multiplies the digit before it. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

/** Tens written as one character. */
const TENS: ReadonlyMap<string, number> = new Map([
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
]);

/** Longer texts are no numeral: the largest safe integer has 16 digits, spelled out some 31 characters. */
const LONGEST_NUMERAL = 64;

/** Half-width digits with groups of three or a decimal fraction, then units such as 万 or 千万. */
const ARABIC = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([十百千]?)(万?)(亿?)$/;

/**
 * The number that `text` spells, `undefined` where the whole of it is no numeral.
 *
 * Reads 十二, 一百零三, 二〇二一 (digit by digit), 廿一, formal 壹佰贰拾, 两万, 一万亿, traditional 萬 and 億, Arabic digits in
 * half and full width (１２, 1,200), and Arabic digits with units (3.5万, 2亿). A digit that follows 百, 千 or
 * 万 without 零 has no fixed value in writing (一百三: 103 or 130) and is refused, as are numbers above
 * 2^53 − 1. Takes constant time: texts over 64 characters are refused.
 *
 * @example
 * parseChineseNumeral('一百零三') // => 103
 */
export function parseChineseNumeral(text: string): number | undefined {
  if (text.length === 0 || text.length > LONGEST_NUMERAL) return undefined;
  const numeral = foldNumeral(text);
  const value = parseArabic(numeral) ?? parseDigitByDigit(numeral) ?? parseSpelled(numeral);
  return value !== undefined && value <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

function foldNumeral(text: string): string {
  return text
    .replace(/[０-９，．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('萬', '万')
    .replaceAll('億', '亿');
}

function parseArabic(text: string): number | undefined {
  const match = ARABIC.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction = '', unit = '', wan, yi] = match;
  const exponent = Math.log10(UNITS.get(unit) ?? 1) + (wan ? 4 : 0) + (yi ? 8 : 0);
  // Written out as decimal text, because 1.1 * 1e8 is not 110000000.
  return Number(`${whole.replaceAll(',', '')}${fraction}e${String(exponent)}`);
}

function parseDigitByDigit(text: string): number | undefined {
  let value = 0;
  for (const character of text) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** A numeral with units: groups of four places, each closed by 亿 or 万. */
function parseSpelled(text: string): number | undefined {
  const yi = splitAtUnit(text, '亿');
  if (yi) return combine(parseBelowYi(yi.head), 1e8, parseRest(yi.tail, 1e8, parseBelowYi));
  return parseBelowYi(text);
}

function parseBelowYi(text: string): number | undefined {
  const wan = splitAtUnit(text, '万');
  if (wan) return combine(parseBelowWan(wan.head), 1e4, parseRest(wan.tail, 1e4, parseBelowWan));
  return parseBelowWan(text);
}

function splitAtUnit(text: string, unit: string): { head: string; tail: string } | undefined {
  const at = text.lastIndexOf(unit);
  return at < 0 ? undefined : { head: text.slice(0, at), tail: text.slice(at + 1) };
}

function combine(
  head: number | undefined,
  unit: number,
  tail: number | undefined,
): number | undefined {
  if (head === undefined || head === 0 || tail === undefined) return undefined;
  return head * unit + tail;
}

/** What follows 万 or 亿: nothing, a number with units, or 零 and a number; 三万五 is refused. */
function parseRest(
  text: string,
  limit: number,
  parse: (text: string) => number | undefined,
): number | undefined {
  if (text === '') return 0;
  if (DIGITS.has(text)) return undefined;
  const value = parse(text);
  return value !== undefined && value > 0 && value < limit ? value : undefined;
}

/** A number below 10,000: digits, each with a smaller unit than the one before. */
function parseBelowWan(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  let value = 0;
  let lastUnit = 10_000;
  let digit: number | undefined;
  let afterZero = false;
  for (const character of text) {
    const tens = TENS.get(character);
    const unit = tens === undefined ? UNITS.get(character) : 10;
    if (unit === undefined) {
      const next = DIGITS.get(character);
      if (next === undefined || digit !== undefined || (next === 0 && afterZero)) return undefined;
      if (next === 0) afterZero = true;
      else digit = next;
      continue;
    }
    if (unit >= lastUnit) return undefined;
    const factor = tens === undefined ? (digit ?? (unit === 10 ? 1 : undefined)) : tens / 10;
    if (factor === undefined || (tens !== undefined && digit !== undefined)) return undefined;
    value += factor * unit;
    lastUnit = unit;
    digit = undefined;
    afterZero = false;
  }
  if (digit === undefined) return afterZero || value === 0 ? undefined : value;
  return lastUnit === 10 || afterZero || lastUnit === 10_000 ? value + digit : undefined;
}
