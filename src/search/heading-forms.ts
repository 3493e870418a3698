/**
 * listHeadingForms: what somebody types who looks for a heading.
 *
 * @module
 */
import { preparePhrase } from './analyze-text';

/** One number at the beginning of a heading, folded: 第三章, 1.2 before Chinese, (一), 1., 一、, ①; the 3. of 3.5G is none. */
const NUMBER =
  /^(?:第[一二三四五六七八九十百零\d]{1,6}[编篇章节条]|\d{1,2}(?:\.\d{1,2}){1,3}[.、]?(?=\p{Script=Han})|\(?[一二三四五六七八九十百\d]{1,4}(?:[)、]|\.(?!\d))|[①-⑳])/u;

/** The letters and digits of a heading or of a query, folded: with the numbers before them, and without where there are some. Linear. */
export function listHeadingForms(text: string): readonly string[] {
  const whole = preparePhrase(text);
  let bare = whole;
  for (let rest = bare.replace(NUMBER, ''); rest !== bare; rest = bare.replace(NUMBER, ''))
    bare = rest;
  const forms = [whole, bare].map((form) => form.replace(/[^\p{L}\p{N}]/gu, ''));
  return [...new Set(forms)].filter((form) => form !== '');
}
