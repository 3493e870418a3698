/**
 * Reads what a clause says of its quantities: indicator, comparator, kind, direction, base.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import type { Clause } from './clauses';
import { type IndicatorMatch, readIndicator } from './indicators';
import { dropInnerVerb, isLevelList, isProvided, joinLevels, joinProvided } from './joined-names';
import type { Comparator, Quantity, Target, TargetKind } from './model';
import { measureAction, readBound, readChangeFront, readVerb } from './phrases';
import { createQuantity, type QuantityMatch } from './quantities';
import { readShare } from './shares';

/** What a clause says, before it is placed in time. Offsets are those of the passage's reading. */
export interface Statement {
  readonly kind: TargetKind;
  readonly indicator: IndicatorMatch;
  readonly comparator: Comparator;
  readonly quantity: Quantity | undefined;
  readonly upper: Quantity | undefined;
  readonly perYear: boolean;
  readonly base: StatementBase | undefined;
  readonly direction: Target['direction'];
  readonly start: number;
  readonly end: number;
}

/** What a clause compares with. */
export interface StatementBase {
  readonly start: number;
  readonly end: number;
  readonly year: number | undefined;
  readonly quantity: Quantity | undefined;
}

/** The statements of a clause; `from` is where its own words begin, behind a deadline. `above` is the indicator of the clause before. */
export function readStatements(
  text: string,
  clause: Clause,
  from: number,
  above: IndicatorMatch | undefined,
): readonly Statement[] {
  const shared = readShared(text, clause, from, above);
  if (shared !== undefined) return shared;
  const statements: Statement[] = [];
  let start = from;
  let last = above;
  for (const [index, quantity] of clause.quantities.entries()) {
    if (quantity.start < start || isBaseQuantity(text, quantity)) continue;
    const end = clause.quantities[index + 1]?.start ?? clause.end;
    const joined = clause.joined && above !== undefined;
    const statement = readStatement(text, start, quantity, { end, above: last, joined });
    if (statement === undefined) continue;
    statements.push(statement);
    last = statement.indicator;
    start = Math.max(quantity.end, statement.end);
  }
  return statements;
}

/** 由300亿元增加到600亿元: the first is the base. */
function isBaseQuantity(text: string, { start, end }: QuantityMatch): boolean {
  const behind = text.slice(end, end + 6);
  return (
    /^(?:,)?(?:左右)?(?:提高|提升|增加|增长|扩大|下降|降低|减少|压缩|压减|缩短|降|增)[到至]/.test(
      behind,
    ) && start > 0
  );
}

/** How far the words of a target may stand from its number, in code units. */
const REACH = 100;

interface StatementContext {
  /** Where the words behind the quantity end. */
  readonly end: number;
  readonly above: IndicatorMatch | undefined;
  /** Whether the clause goes on with one that was read. */
  readonly joined: boolean;
}

function readStatement(
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
  if (indicator === undefined || /^(?:第|约|不|以|及)/.test(indicator.name)) return undefined;
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
        : match.quantity,
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

/** 井深超过800米的矿山, 65岁以上老年人: whom something is about, and no aim. */
function isCondition(
  text: string,
  { end, quantity }: QuantityMatch,
  { name }: IndicatorMatch,
  isMoved: boolean,
): boolean {
  if (quantity.unit === '岁') return !name.endsWith('寿命');
  if (text.charAt(end) !== '的' || isMoved) return false;
  return quantity.baseUnit === '人' || !COUNTED.test(quantity.unit);
}

interface AimSigns {
  readonly verb: ReturnType<typeof readVerb>;
  readonly bound: Comparator | undefined;
  /** Whether the clause begins with a verb: 建成, 减少. */
  readonly isMoved: boolean;
}

/** Names of what is measured, so that a number behind them needs no verb. */
const MEASURED =
  /(?:率|比重|占比|比例|额|收入|产值|增加值|投资|规模|产量|面积|里程|总量|总值|外资|数量|浓度|强度|能耗|满意度|人口|产能|装机|用户|容量|算力|带宽|增速|涨幅|程度|寿命|年限)$/;
/** What a list of names says only behind its last. */
const MEASURE =
  /(?:营业|业务|主营业务)?收入$|(?:产业|营收|总)?规模$|增加值$|(?:总)?产值$|产量$|吞吐量$|进出口(?:总)?额$|交易额$|投资$|增速$|[\u4e00-\u9fff]{2}率$/;
/** Names whose numbers have no unit. */
const WITHOUT_UNIT = /(?:比|比值|值|系数|指数|率|度|效率|倍差|PUE|\))$/;
/** Verbs that stand before any number. */
const WEAK_VERB = /^(?:为|是|有|至|在|占|:)$/;

/** Whether anything says that the number is one to be reached: a verb, a bound, or a name of what is measured. */
function isAim(
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

const PER_YEAR = /年均|每年|逐年|年增速|(?<!\d)年增长/;
const GROWTH_NAME = /(?:的)?(?:年均|年|平均)?(?:增速|增长率|增长速度|增幅|复合增长率)$/;

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

interface Before {
  /** Where the words of the indicator begin and end. */
  readonly start: number;
  readonly end: number;
  readonly verb: ReturnType<typeof readVerb>;
  readonly bound: Comparator | undefined;
  readonly base: StatementBase | undefined;
}

/** Takes the words before a quantity apart, from its end: bound, verb, base. */
function readBefore(text: string, start: number, match: QuantityMatch): Before {
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
function dropActionVerb(text: string, before: Before, match: QuantityMatch): Before {
  const words = text.slice(before.start, match.start);
  const isAction =
    before.verb?.reading.kind === 'change' &&
    COUNTED.test(match.quantity.unit) &&
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

interface Choice extends StatementContext {
  readonly before: Before;
  readonly named: IndicatorMatch | undefined;
  /** Length of the verb that the words begin with. */
  readonly action: number;
}

/** Words that name no indicator without what stands behind the quantity. */
const GENERIC = /^(?:总规模|规模|总额|总投资|首期规模|总量|数量|总面积|首批|第一批|每批)$/;
const COUNTED =
  /[个家户项件座处条所辆台套艘架款种篇支批场门册部只头例张宗份站段对间栋棵株颗名人位期笔]$/;

function chooseIndicator(
  text: string,
  match: QuantityMatch,
  { end, above, before, named, action }: Choice,
): IndicatorMatch | undefined {
  const behind = text.slice(match.end).startsWith('的') ? 1 : 0;
  const object = readObject(text, match.end + behind, end);
  const counts = COUNTED.test(match.quantity.unit) || behind > 0;
  if (named !== undefined && above !== undefined) {
    if (isLevelList(named.name)) return joinLevels(named, above);
    if (named.name.startsWith('占')) return { ...named, name: above.name + named.name };
  }
  if (named !== undefined && object !== undefined && !counts && isProvided(named.name))
    return joinProvided(named, object);
  const isObjectCounted = counts && object !== undefined && before.verb === undefined;
  if (
    named !== undefined &&
    !isObjectCounted &&
    !(GENERIC.test(named.name) && object !== undefined)
  )
    return named;
  if (
    object !== undefined &&
    counts &&
    (action > 0 || before.verb !== undefined || before.end === before.start || named !== undefined)
  )
    return object;
  return before.verb === undefined && before.bound === undefined ? undefined : above;
}

const OBJECT_END =
  /[,;。!?:、(]|以上(?=的)|(?:和|并|及|以及)(?=[\u4e00-\u9fff]{0,4}\d)|(?:达到|占比|覆盖率|不少于|不低于)/;

function readObject(text: string, start: number, end: number): IndicatorMatch | undefined {
  const words = text.slice(start, Math.min(end, start + REACH));
  // 国家级、省级…: a list of grades is no object yet.
  const grades = GRADES.exec(words)?.[0].length ?? 0;
  const stop = findObjectEnd(words, grades);
  const object = readIndicator(text, start, start + stop);
  return object === undefined ? undefined : { ...object, name: dropInnerVerb(object.name) };
}

/** A bracket inside a name ends none: 行业(产品)垂直电商平台. */
function findObjectEnd(words: string, from: number): number {
  const stop = words.slice(from).search(OBJECT_END);
  if (stop === -1) return words.length;
  const at = from + stop;
  // 国家、行业标准; 专业能力强、服务质量好的服务商: the name goes on behind the mark.
  const goesOn =
    words.charAt(at) === '、' &&
    (at <= 2 || /^、[^,;。、]{2,14}的[\u4e00-\u9fff]{2}/.test(words.slice(at)));
  if (goesOn) return findObjectEnd(words, at + 1);
  const inner =
    /^\([^(),;。]{1,8}\)(?=[\u4e00-\u9fff]{2})/.exec(words.slice(from + stop))?.[0].length ?? 0;
  return inner === 0 ? from + stop : findObjectEnd(words, from + stop + inner);
}

const GRADES = /^(?:(?:国家|省|市|县|区|自治区)级(?:及以上|以上)?(?:、|和|及))+/;

function cutIndicator(indicator: IndicatorMatch, length: number): IndicatorMatch {
  const name = indicator.name.slice(0, indicator.name.length - length);
  return name.length < 2 ? indicator : { ...indicator, name, end: indicator.end - length };
}

/** A和B分别增长6%和7%: the n-th indicator has the n-th quantity. */
function readShared(
  text: string,
  clause: Clause,
  from: number,
  above: IndicatorMatch | undefined,
): readonly Statement[] | undefined {
  const { quantities } = clause;
  const first = quantities[0];
  if (first === undefined || quantities.length < 2) return undefined;
  const words = text.slice(from, Math.min(first.start, from + REACH));
  const at = words.lastIndexOf('分别');
  if (at === -1) return undefined;
  const whole = readIndicator(text, from, from + at);
  if (whole === undefined) return undefined;
  const names = [/[、和与及]/, /、/, /[和与及]/]
    .map((marks) => splitNames(whole, marks))
    .find(({ length }) => length === quantities.length);
  if (names === undefined) return undefined;
  const statements = quantities.flatMap((quantity, index) => {
    const name = names[index];
    const start = index === 0 ? from + at + 2 : first.start;
    const read = readStatement(
      text,
      start,
      index === 0 ? quantity : { ...first, ...withPlace(first, quantity) },
      { end: start, above: name ?? above, joined: false },
    );
    return read === undefined || name === undefined
      ? []
      : [
          {
            ...read,
            indicator: name,
            quantity: quantity.quantity,
            upper: quantity.upper,
            start: name.start,
            end: quantity.end,
          },
        ];
  });
  const [lead] = statements;
  return lead === undefined
    ? undefined
    : quantities.flatMap((quantity, index) => {
        const name = names[index];
        return name === undefined
          ? []
          : [
              {
                ...lead,
                indicator: name,
                quantity: quantity.quantity,
                upper: quantity.upper,
                comparator: quantity.bound ?? (index === 0 ? lead.comparator : 'equal'),
                start: whole.start,
                end: quantity.end,
              },
            ];
      });
}

function withPlace(first: QuantityMatch, quantity: QuantityMatch): Partial<QuantityMatch> {
  return { quantity: quantity.quantity, upper: quantity.upper, start: first.start };
}

/** The parts of a shared name; what only the last one says, the others share: 城镇和农村居民收入. */
function splitNames(whole: IndicatorMatch, marks: RegExp): readonly IndicatorMatch[] {
  const parts = whole.name.split(marks).filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const shortest = Math.min(...parts.slice(0, -1).map(({ length }) => length));
  const measure = MEASURE.exec(last)?.[0] ?? '';
  if (measure !== '' && shortest > 4 && parts.slice(0, -1).every((part) => !MEASURED.test(part)))
    return parts.map((part, i) => ({
      ...whole,
      name: i < parts.length - 1 ? part + measure : part,
    }));
  const suffix =
    shortest <= 4 && last.length > shortest + 1 ? last.slice(parts[0]?.length ?? 0) : '';
  return parts.map((part, index) => ({
    ...whole,
    name:
      index < parts.length - 1 && suffix !== '' && !part.endsWith(suffix) ? part + suffix : part,
  }));
}
