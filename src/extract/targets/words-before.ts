/**
 * Takes the words before a quantity apart: bound, verb, what is compared with, and what is left for the name.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { isCounted } from './aims';
import type { Comparator } from './model';
import { measureAction, readBound, readVerb } from './phrases';
import { createQuantity, type QuantityMatch } from './quantities';
import type { StatementBase } from './statement-model';

/** The words before a quantity. */
export interface Before {
  /** Where the words of the indicator begin and end. */
  readonly start: number;
  readonly end: number;
  readonly verb: ReturnType<typeof readVerb>;
  readonly bound: Comparator | undefined;
  readonly base: StatementBase | undefined;
}

/** Takes the words before a quantity apart, from its end: bound, verb, base. */
export function readBefore(text: string, start: number, match: QuantityMatch): Before {
  let end = match.start;
  const first = readBound(text.slice(start, end));
  end -= first?.length ?? 0;
  const verb = readVerb(text.slice(start, end));
  end -= verb?.length ?? 0;
  const second = first ?? readBound(text.slice(start, end));
  if (first === undefined) end -= second?.length ?? 0;
  const base = findBase(text, start, end);
  return {
    start: base !== undefined && base.start <= start + 1 ? base.end : start,
    end: base !== undefined && base.start > start + 1 ? base.start : end,
    verb,
    bound: second?.comparator,
    base,
  };
}

/** 巩固提升3个…, 新增2家…: a verb of rising before something that is counted says what is done with it, no change. */
export function dropActionVerb(text: string, before: Before, match: QuantityMatch): Before {
  const words = text.slice(before.start, match.start);
  const isAction =
    before.verb?.reading.kind === 'change' &&
    isCounted(match.quantity.unit) &&
    measureAction(words) === words.length &&
    !/[,;。、)]/.test(text.charAt(match.end));
  return isAction ? { ...before, verb: undefined, end: match.start } : before;
}

const BASE =
  /(?:比|较|在|由|从)(?:\d{4}年|上年|去年|上年末|“[一-十]{1,2}五”(?:末|期间)?)?(?:的|末|底|年底)?(?:基础上|同期|水平)?(?:\d[\d.]*[%万亿元个家户人]{1,3})?(?:左右)?(?=[^,。;]{0,8}$)/;
/** 从每人每月2375元(提高到). */
const RISING_BASE = /[从由](?:\d{4}年的?)?[^从由,;\d]{0,8}\d[\d.]{0,12}[^,;\d]{0,6}$/;
const BASE_YEAR = /(\d{4})年/;
const BASE_AMOUNT =
  /(?<![\d.])(\d[\d.]{0,12})((?:%|[万亿]{0,2}(?:元|个|家|户|人|台|件)?))(?:左右)?$/;

function findBase(text: string, start: number, end: number): StatementBase | undefined {
  const words = text.slice(start, end);
  const match = BASE.exec(words) ?? RISING_BASE.exec(words);
  if (match === null || !/\d|上年|去年|五/.test(match[0])) return undefined;
  const year = BASE_YEAR.exec(match[0])?.[1];
  const amount = BASE_AMOUNT.exec(match[0].replace(/\d{4}年/, ''));
  const unit = amount?.[2] ?? '';
  return {
    start: start + match.index,
    end: start + match.index + match[0].length,
    year: year === undefined ? undefined : Number(year),
    quantity: amount === null || unit === '' ? undefined : createQuantity(Number(amount[1]), unit),
  };
}
