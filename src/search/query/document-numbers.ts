/**
 * Document numbers 发文字号 in queries.
 *
 * @module
 */

const NUMBER = /(\p{Script=Han}{1,20})\s?[〔[【(](\d{4})[〕\]】)]\s?(?:第\s?)?(\d{1,5})\s?号/gu;

/** A number that begins where it is looked for, with white space inside as it is printed, and 文 or 文件 behind it as it is spoken of. */
const NUMBER_HERE =
  /^(\p{Script=Han}{1,8})\s?[〔[【(]\s?(\d{4})\s?年?[〕\]】)]\s?(?:第\s?)?(\d{1,5})\s?号(?:文件?)?/u;

/** Longer than any number is, white space and all. */
const MAX_LENGTH = 60;

/** Longest name of an issuer in a number: 自然资规, 工信部联信管. What is longer has other words before it. */
const MAX_ISSUER_LENGTH = 8;
/** What is left of a longer run: the end of the issuer's name. */
const ISSUER_END = 2;

/**
 * The document numbers in a folded run, in their normal form, whatever brackets they are typed with.
 *
 * @example
 * listDocumentNumbers('国发[2021]29号') // => ['国发〔2021〕29号']
 */
export function listDocumentNumbers(run: string): readonly string[] {
  return [...run.matchAll(NUMBER)].map(([, name = '', year = '', number = '']) => {
    const issuer = name.length > MAX_ISSUER_LENGTH ? name.slice(-ISSUER_END) : name;
    return `${issuer}〔${year}〕${number}号`;
  });
}

/** A document number, and where it ends in the text that it was read from. */
export interface ReadNumber {
  readonly number: string;
  readonly end: number;
}

/**
 * The document number in its normal form that begins at an offset of a folded text; undefined where none does.
 *
 * @example
 * readDocumentNumber('国发[2021] 29号文', 0) // => { number: '国发〔2021〕29号', end: 13 }
 */
export function readDocumentNumber(text: string, at: number): ReadNumber | undefined {
  const stretch = text.slice(at, at + MAX_LENGTH);
  const [match, name = '', year = '', number = ''] = NUMBER_HERE.exec(stretch) ?? [];
  if (match === undefined) return undefined;
  return { number: `${name}〔${year}〕${number}号`, end: at + match.length };
}

/** What a year stands in, in numbers as they are written. */
const BRACKETS = ['〔〕', '[]', '()', '【】'];

/** A number in its normal form as it may be written: with its year in any brackets. */
export function listNumberSpellings(number: string): readonly string[] {
  return BRACKETS.map(([open = '', close = '']) => number.replace('〔', open).replace('〕', close));
}
