/**
 * Reads shares of what something is to hold for: 98%的行政村实现光纤通达, 网络覆盖90%以上的贫困村.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { type IndicatorMatch, readIndicator } from './indicators';
import type { QuantityMatch } from './quantities';
import type { Statement } from './statement-model';

/** What may stand before the share, so that it is the subject of its clause. */
const LEAD_ONLY =
  /^(?:力争|争取|确保|保证|努力|推动|推进|促进|促使|使得?|让|支持|引导|带动|实现|有|至少|不少于|不低于|超过|突破|约|近|、|")*$/;
const DOES =
  /(?:基本|全面|全部|率先|普遍|均|都|要|能够?){0,3}(?:实现|完成|达到|具备|接入|建立|建成|建有|开展|应用|使用|用上|纳入|开通|配备|设立|拥有|通)/;
const COVERS = /(?:覆盖|惠及|连接|通达)$/;

/** What a percentage says that stands for a part of something; undefined where it says nothing of the kind. Linear. */
export function readShare(
  text: string,
  start: number,
  match: QuantityMatch,
  end: number,
): Statement | undefined {
  if (match.quantity.baseUnit !== '%' || match.upper !== undefined) return undefined;
  const isOf = text.charAt(match.end) === '的';
  if (!isOf && match.bound !== 'at-least') return undefined;
  const from = match.end + (isOf ? 1 : 0);
  const stop = text.slice(from, end).search(/[,;。!?:(]/);
  const limit = stop === -1 ? end : from + stop;
  const indicator =
    readSubject(text, start, match, { from, limit }) ??
    (isOf ? readCovered(text, start, match, { from, limit }) : undefined);
  if (indicator === undefined) return undefined;
  return {
    kind: 'level',
    indicator,
    comparator: match.bound ?? 'equal',
    quantity: match.quantity,
    upper: undefined,
    perYear: false,
    base: undefined,
    direction: undefined,
    start: Math.min(match.start, indicator.start),
    end: Math.max(match.end, indicator.end),
  };
}

interface Behind {
  readonly from: number;
  readonly limit: number;
}

/** 98%的行政村实现光纤通达: 行政村光纤通达. */
function readSubject(
  text: string,
  start: number,
  match: QuantityMatch,
  { from, limit }: Behind,
): IndicatorMatch | undefined {
  if (!LEAD_ONLY.test(text.slice(start, match.start))) return undefined;
  const words = text.slice(from, limit);
  const verb = DOES.exec(words);
  if (verb === null || verb.index < 2) return undefined;
  const subject = readIndicator(text, from, from + verb.index);
  const done = readIndicator(text, from + verb.index + verb[0].length, limit);
  if (subject === undefined || done === undefined) return undefined;
  const word = /(?:接入|使用|用上|应用|纳入|通)$/.exec(verb[0])?.[0] ?? '';
  return { start: subject.start, end: done.end, name: subject.name + word + done.name };
}

/** 5G网络覆盖95%以上的自然村: 自然村5G网络覆盖. */
function readCovered(
  text: string,
  start: number,
  match: QuantityMatch,
  { from, limit }: Behind,
): IndicatorMatch | undefined {
  const verb = COVERS.exec(text.slice(start, match.start))?.[0];
  if (verb === undefined) return undefined;
  const what = readIndicator(text, start, match.start - verb.length);
  const whom = readIndicator(text, from, limit);
  if (what === undefined || whom === undefined) return undefined;
  return { start: what.start, end: whom.end, name: whom.name + what.name + verb };
}
