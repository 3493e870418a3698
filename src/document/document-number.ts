/**
 * Document numbers 发文字号: 国发〔2021〕29号.
 *
 * All patterns are for normalised text.
 *
 * @module
 */

/** The 机关代字 before the year, as the source of a pattern. Others read numbers by it too, so that they know the same ones. */
export const NUMBER_CODE = '[\\u4e00-\\u9fff]{1,14}[A-Za-z]{0,3}[\\u4e00-\\u9fff]{0,4}';
/** The same where the kind is written out and the year has no brackets: 工业和信息化部公告. */
const NUMBER_KIND = '[\\u4e00-\\u9fff]{2,16}(?:公告|令)';
const BRACKETED_SERIAL = ' ?[〔[【(] ?(?:19|20)\\d{2} ?[〕\\]】)] ?第? ?\\d{1,5} ?号';
const SERIAL_OF_YEAR = ' ?(?:19|20)\\d{2} ?年 ?第 ?\\d{1,4} ?号';
const NUMBER_START = new RegExp(
  `^(?:${NUMBER_CODE}${BRACKETED_SERIAL}|${NUMBER_KIND}${SERIAL_OF_YEAR})`,
);

/** Longest document number, in code units. */
export const MAX_DOCUMENT_NUMBER = 60;

/** The document number 发文字号 that a text begins with, as written, or undefined. */
export function readDocumentNumber(text: string): string | undefined {
  const start = text.slice(0, MAX_DOCUMENT_NUMBER);
  return start.includes('号') ? NUMBER_START.exec(start)?.[0] : undefined;
}

/**
 * A document number in its normal form: tortoise-shell brackets, no spaces.
 *
 * @example
 * normalizeDocumentNumber('国发 [2021] 29 号') // => '国发〔2021〕29号'
 */
export function normalizeDocumentNumber(written: string): string {
  return written.replace(/ /g, '').replace(/[[【(]((?:19|20)\d{2})[\]】)]/, '〔$1〕');
}
