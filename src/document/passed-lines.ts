/**
 * Passed lines: when and by whom a statute was passed, amended or published.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import { readOrderNumber } from './order-number';

const PASSED =
  /^(?:\(? ?)(?:19|20)\d{2}年\d{1,2}月\d{1,2}日 ?([\u4e00-\u9fff]{2,30}?)(?:第[一二三四五六七八九十百]{1,6}届)?([\u4e00-\u9fff]{0,20}?(?:委员会|代表大会))?第[一二三四五六七八九十百\d]{1,6}次(?:常务|全体)?会议/;

/** 2017年4月11日某市人民政府令第87号公布. */
const DECREED =
  /^\(? ?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日 ?([\u4e00-\u9fff]{2,24}(?:政府|部|委员会|局|署|院|厅))令/;

/** The order or announcement by which a statute was published or amended, as the line says it. */
const ORDERED = /日 ?([\u4e00-\u9fff]{2,24}(?:令|公告) ?(?:第 ?\d{1,5} ?号|\(第 ?\d{1,5} ?号\)))/g;

/** The number of the last order that a line of passing names, in its normal form: 国务院令第711号 of 2019年4月3日 中华人民共和国国务院令第711号修订. */
export function readPassedOrder(text: string): string | undefined {
  if (!isPassedLine(text)) return undefined;
  const last = [...text.matchAll(ORDERED)].at(-1)?.[1];
  return last === undefined ? undefined : readOrderNumber(last);
}

/** Whether a line says when and by whom a statute was passed, amended or published. */
export function isPassedLine(text: string): boolean {
  return /^\(? ?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日.{0,200}(?:通过|公布|发布|修正|修订|批准|施行|令第)/.test(
    text,
  );
}

/** The body that passed a statute, by the line that says so, or undefined. */
export function readPassedIssuer(text: string): string | undefined {
  if (!isPassedLine(text)) return undefined;
  const decreed = DECREED.exec(text)?.[1];
  if (decreed !== undefined) return decreed;
  const match = PASSED.exec(text);
  return match === null
    ? undefined
    : `${match[1] ?? ''}${match[2] ?? ''}`.replace(/第[^第]{1,8}届/, '');
}
