/**
 * The names of a list that shares its ending: 城镇和农村居民收入, 原煤、原油产量.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { createJiebaSegmenter } from '../../segment';
import { isMeasured } from './aims';
import { splitList } from './conjunctions';
import { measureAction } from './phrases';

/** Names that are whole, beside those of {@link isMeasured}. */
const WHOLE =
  /(?:营收|利润|税|税收|贷款|存款|余额|销量|销售|出口|进口|进出口|零售|数|量|额|人次|标准|费|费用|金|损失|价格|指数|速度|密度|时间|时长|面积|能力|水平|成本)$/;
/** What a list says only behind its last. */
const ENDING =
  /(?:(?:营业|业务|主营业务)?收入|用户(?:规模|数)?|(?:产业|营收|总)?规模|(?:产业)?增加值|(?:产业|总)?产值|(?:固定资产)?投资|增速|标准|营收|利润)(?:占.{2,12}(?:比重|比例|的比))?$/;
/** The shortest name of a rate, a sum or an amount. */
const RATE = /^[\u4e00-\u9fff]{2,4}率$|^[\u4e00-\u9fff]{1,3}[额量]$/;
const SHARE = /占.{2,12}(?:比重|比例|的比)$/;
/** Levels in one letter: 国、省考断面. */
const LEVEL = /^[国省市州县区]$/;
const ORDINAL = /^第?[一二三四五]$/;

/**
 * As many names as there are to be, or undefined where the words cannot be parted so or a part is no name by itself. What the last says alone is given to the others too, but only where its words end: 天然气产量 is
 * 天然气 and 产量, never 气产量. Linear in the names; the dictionary is loaded when first needed.
 */
export function splitSharedName(name: string, count: number): readonly string[] | undefined {
  const parts = splitList(name, count);
  if (parts === undefined || parts.length < 2) return undefined;
  const others = parts.slice(0, -1);
  const last = parts.at(-1) ?? '';
  if (others.every((part) => ORDINAL.test(part))) return nameOrdinals(parts);
  const ending = findEnding(others, last);
  if (ending === '' && !parts.every((part) => isWhole(part) || isLike(part, last)))
    return undefined;
  return [...others.map((part) => (part.endsWith(ending) ? part : part + ending)), last];
}

/** 第一、二、三产业增加值. */
function nameOrdinals(parts: readonly string[]): readonly string[] {
  const last = parts.at(-1) ?? '';
  const lead = parts[0]?.startsWith('第') === true ? '第' : '';
  const digit = /^第?[一二三四五]/.exec(last)?.[0];
  if (digit === undefined) return parts;
  return parts.map((part, index) => {
    const own = index === parts.length - 1 ? last : part + last.slice(digit.length);
    return own.startsWith('第') ? own : lead + own;
  });
}

/** What the last name has in common with the others; empty where they are whole as they stand. */
function findEnding(others: readonly string[], last: string): string {
  if (others.every((part) => LEVEL.test(part)) && LEVEL.test(last.charAt(0))) return last.slice(1);
  if (others.some(isWhole)) return '';
  const cuts = listCuts(last);
  const alike = cuts.find((cut) => others.every((part) => endsAlike(part, last.slice(0, cut))));
  if (alike !== undefined) return last.slice(alike);
  const isNamed = others.every((part) => part.length > 1 && !startsWithVerb(part));
  const measure = isNamed ? findMeasure(last, cuts) : undefined;
  const [{ length } = { length: 0 }] = others;
  const rest = others.every((part) => part.length === length) ? last.slice(length) : '';
  const goes =
    rest.length >= last.length - (measure ?? last.length) && isEnding(others, last, rest);
  if (goes && (cuts.includes(length) || others.every((part) => makesWord(part, last)))) return rest;
  return measure === undefined ? '' : last.slice(measure);
}

/** 城镇, 农村居民收入: 城镇居民 is a word as 农村居民 is. */
function makesWord(part: string, last: string): boolean {
  const word = createJiebaSegmenter().segment(last)[0]?.text.slice(part.length) ?? '';
  return word !== '' && createJiebaSegmenter().segment(part + word).length === 1;
}

/** 中级人民法院、基层人民法院: whole as they stand. */
function isLike(part: string, last: string): boolean {
  return part.length > 1 && part.slice(-2) === last.slice(-2);
}

function isWhole(part: string): boolean {
  return isMeasured(part) || WHOLE.test(part);
}

/** 制造业 and 服务业, 城镇居民 and 农村居民: two letters, or the letter behind which both are whole. */
function endsAlike(part: string, front: string): boolean {
  return front.length > 1 && part.length > 1 && part !== front && part.at(-1) === front.at(-1);
}

/** Whether what is left behind a front as long as the others goes with them as well. */
function isEnding(others: readonly string[], last: string, rest: string): boolean {
  const isSeries = others.every((part) => last.startsWith(part.charAt(0)));
  return isSeries || (isWhole(rest.replace(SHARE, '')) && !others.some(startsWithVerb));
}

function startsWithVerb(part: string): boolean {
  return measureAction(part) > 0 || /^(?:接待|完成|新增|签约|争取)/.test(part);
}

/** Where what is measured begins, at a word; of a rate the shortest name is taken, so that nothing of the last name goes to the others. */
function findMeasure(last: string, cuts: readonly number[]): number | undefined {
  if (/[率额量]$/.test(last)) return cuts.findLast((cut) => RATE.test(last.slice(cut)));
  const match = ENDING.exec(last);
  if (match === null) return undefined;
  return cuts.find((cut) => cut >= match.index && ENDING.exec(last.slice(cut))?.index === 0);
}

/** Where one word ends and the next begins, conjunctions aside. Two letters stand behind. */
function listCuts(name: string): readonly number[] {
  return createJiebaSegmenter()
    .segment(name)
    .map(({ end }) => end)
    .filter((end) => end < name.length - 1)
    .filter((end) => !/[和与及、]/.test(name.slice(end - 1, end + 1)));
}
