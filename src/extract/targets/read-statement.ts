/**
 * Reads what the words around one quantity say: indicator, comparator, kind, direction, base.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { isAim, isCondition } from './aims';
import { type IndicatorMatch, readIndicator } from './indicators';
import type { Quantity, TargetKind } from './model';
import { chooseIndicator, REACH, type StatementContext } from './name-choice';
import { measureAction, readChangeFront } from './phrases';
import { createQuantity, type QuantityMatch } from './quantities';
import { readShare } from './shares';
import type { Statement } from './statement-model';
import { dropActionVerb, readBefore } from './words-before';

/** Beginnings of what is left of a sentence, and no name. */
const NO_NAME =
  /^(?:第(?![一二三](?:次)?产)|约|不|以|及)|分别|^(?:方面|领域|环节|层面|维度|阶段|步骤)$|^[\d一二三四五两]{1,4}年$/;

/** What the words from `start` say of a quantity; undefined where they name no aim. */
export function readStatement(
  text: string,
  start: number,
  match: QuantityMatch,
  context: StatementContext,
): Statement | undefined {
  const from = Math.max(start, match.start - REACH);
  const share = readShare(text, from, match, context.end);
  if (share !== undefined) return share;
  const before = dropActionVerb(text, readBefore(text, from, match), match);
  const { verb, bound } = before;
  const frontChange = readChangeFront(text.slice(before.start, before.end));
  const action = measureAction(text.slice(before.start, before.end));
  const named = readIndicator(text, before.start + (frontChange?.length ?? action), before.end);
  const indicator = chooseIndicator(text, match, { ...context, before, named, action });
  if (indicator === undefined || NO_NAME.test(indicator.name)) return undefined;
  const isMoved = action > 0 || frontChange !== undefined || context.joined;
  if (isCondition(text, match, indicator, isMoved)) return undefined;
  if (!isAim(match, indicator, { verb, bound: bound ?? match.bound, isMoved })) return undefined;
  const isPercent = /^(?:%|‰)$/.test(match.quantity.baseUnit);
  const growth = GROWTH_NAME.exec(indicator.name);
  const change =
    frontChange !== undefined && (verb === undefined || verb.length === 0)
      ? frontChange.direction
      : undefined;
  const kind = chooseKind({
    reading: verb?.reading.kind,
    isPercent,
    growth: growth !== null,
    change,
    unit: match.quantity.baseUnit,
  });
  const trimmed = growth === null ? indicator : cutIndicator(indicator, growth[0].length);
  return {
    kind,
    indicator: trimmed,
    comparator:
      match.upper !== undefined
        ? 'between'
        : (match.bound ?? bound ?? verb?.reading.comparator ?? 'equal'),
    quantity:
      kind === 'multiple'
        ? readMultiple(match.quantity, text.slice(before.start, match.start))
        : countFirms(match.quantity, trimmed.name),
    upper: match.upper,
    perYear: PER_YEAR.test(text.slice(before.start, match.start)),
    base: before.base,
    direction:
      change ??
      verb?.reading.direction ??
      (kind === 'growth' || kind === 'multiple' ? 'up' : undefined),
    start: Math.min(trimmed.start, match.start),
    end: Math.max(match.end, trimmed.end),
  };
}

const PER_YEAR = /年均|每年|逐年|年增速|(?<!\d)年增长/;
const GROWTH_NAME = /(?:的)?(?:年均|年|平均)?(?:增速|增长率|增长速度|增幅|复合增长率)$/;

const FIRMS = /(?:企业|公司|商户|工商户|主体|单位|机构|家庭农场|合作社)$/;

/** 户 counts households and subscribers, and firms too: those are 家. */
function countFirms(quantity: Quantity, name: string): Quantity {
  return quantity.baseUnit === '户' && FIRMS.test(name)
    ? Object.freeze({ ...quantity, baseUnit: '家' })
    : quantity;
}

interface KindSigns {
  readonly reading: TargetKind | undefined;
  readonly isPercent: boolean;
  readonly growth: boolean;
  readonly change: 'up' | 'down' | undefined;
  readonly unit: string;
}

function chooseKind({ reading, isPercent, growth, change, unit }: KindSigns): TargetKind {
  if ((unit === '倍' || unit === '番') && reading !== 'level') return 'multiple';
  if (unit === '番') return 'multiple';
  if (growth && isPercent) return 'growth';
  if (reading === 'growth') return isPercent ? 'growth' : 'change';
  if (reading === 'change') return 'change';
  return change === undefined ? 'level' : 'change';
}

/** How many times as much: 翻两番 4, 增长1倍 2. */
function readMultiple({ number, unit }: Quantity, before: string): Quantity {
  if (unit === '番') return createQuantity(2 ** Math.min(number, 20), '倍');
  return /(?:增长|增加|提高|提升|增)(?:了)?$/.test(before)
    ? createQuantity(number + 1, '倍')
    : createQuantity(number, '倍');
}

function cutIndicator(indicator: IndicatorMatch, length: number): IndicatorMatch {
  const name = indicator.name.slice(0, indicator.name.length - length);
  return name.length < 2 ? indicator : { ...indicator, name, end: indicator.end - length };
}
