/**
 * Document numbers 发文字号 in queries.
 *
 * @module
 */

const NUMBER = /(\p{Script=Han}{1,20})\s?[〔[【(](\d{4})[〕\]】)]\s?(?:第\s?)?(\d{1,5})\s?号/gu;

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
