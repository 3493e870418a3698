/**
 * Tells numbers that are to be reached from conditions and from numbers that say nothing.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import type { IndicatorMatch } from './indicators';
import type { Comparator } from './model';
import type { readVerb } from './phrases';
import type { QuantityMatch } from './quantities';

const COUNTED =
  /[个家户项件座处条所辆台套艘架款种篇支批场门册部只头例张宗份站段对间栋棵株颗名人位期笔]$/;

/** 井深超过800米的矿山, 65岁以上老年人: whom something is about, and no aim. */
export function isCondition(
  text: string,
  { end, quantity }: QuantityMatch,
  { name }: IndicatorMatch,
  isMoved: boolean,
): boolean {
  if (quantity.unit === '岁') return !name.endsWith('寿命');
  if (text.charAt(end) !== '的' || isMoved) return false;
  return quantity.baseUnit === '人' || !COUNTED.test(quantity.unit);
}

export interface AimSigns {
  readonly verb: ReturnType<typeof readVerb>;
  readonly bound: Comparator | undefined;
  /** Whether the clause begins with a verb: 建成, 减少. */
  readonly isMoved: boolean;
}

/** Names of what is measured, so that a number behind them needs no verb. */
const MEASURED =
  /(?:率|比重|占比|比例|额|收入|产值|增加值|投资|规模|产量|面积|里程|总量|总值|外资|数量|浓度|强度|能耗|满意度|人口|产能|装机|用户|容量|算力|带宽|增速|涨幅|程度|寿命|年限|新增就业)$/;
/** Names whose numbers have no unit. */
const WITHOUT_UNIT = /(?:比|比值|值|系数|指数|率|度|效率|倍差|PUE|\))$/;
/** Verbs that stand before any number. */
const WEAK_VERB = /^(?:为|是|有|至|在|占|:)$/;

/** Whether anything says that the number is one to be reached: a verb, a bound, or a name of what is measured. */
export function isAim(
  { quantity, spelled }: QuantityMatch,
  { name }: IndicatorMatch,
  { verb, bound, isMoved }: AimSigns,
): boolean {
  const isWeak = verb === undefined || WEAK_VERB.test(verb.words);
  if (quantity.unit === '') return WITHOUT_UNIT.test(name) && (!isWeak || bound !== undefined);
  if (spelled && quantity.baseUnit !== '番' && quantity.baseUnit !== '倍')
    return (isMoved || !isWeak) && quantity.number > 3;
  return isMoved || !isWeak || bound !== undefined || MEASURED.test(name);
}

/** Whether a unit is one of things that are counted: 个, 家, 项. */
export function isCounted(unit: string): boolean {
  return COUNTED.test(unit);
}

/** Whether a name says that it is measured: …率, …收入. */
export function isMeasured(name: string): boolean {
  return MEASURED.test(name);
}
