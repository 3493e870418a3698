/**
 * Chooses what names the indicator of a quantity: the words before it, the object behind it, or the clause before.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { isCounted } from './aims';
import { type IndicatorMatch, readIndicator } from './indicators';
import { dropInnerVerb, isLevelList, isProvided, joinLevels, joinProvided } from './joined-names';
import { measureAction } from './phrases';
import type { QuantityMatch } from './quantities';
import type { Before } from './words-before';

/** How far the words of a target may stand from its number, in code units. */
export const REACH = 100;

/** What surrounds a quantity. */
export interface StatementContext {
  /** Where the words behind the quantity end. */
  readonly end: number;
  readonly above: IndicatorMatch | undefined;
  /** Whether the clause goes on with one that was read. */
  readonly joined: boolean;
}

export interface Choice extends StatementContext {
  readonly before: Before;
  readonly named: IndicatorMatch | undefined;
  /** Length of the verb that the words begin with. */
  readonly action: number;
}

/** Words that name no indicator without what stands behind the quantity. */
const GENERIC = /^(?:总规模|规模|总额|总投资|首期规模|总量|数量|总面积|首批|第一批|每批)$/;
/** The indicator of a quantity; undefined where nothing names one. */
export function chooseIndicator(
  text: string,
  match: QuantityMatch,
  { end, above, before, named, action }: Choice,
): IndicatorMatch | undefined {
  const behind = text.slice(match.end).startsWith('的') ? 1 : 0;
  const object = readObject(text, match.end + behind, end);
  const counts = isCounted(match.quantity.unit) || behind > 0;
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
  const whole = findObjectEnd(words, grades);
  // 10个项目、开工4个项目: what a number follows is no member of the list.
  const isOther =
    whole === words.length ? !isMark(text.charAt(start + whole)) : FIGURE.test(words.slice(whole));
  const first = words.slice(grades, whole).indexOf('、');
  const stop = isOther && first > 2 ? grades + first : whole;
  const object = readIndicator(text, start, start + stop);
  return object === undefined ? undefined : { ...object, name: dropInnerVerb(object.name) };
}

const FIGURE = /^(?:达到|占比|覆盖率|不少于|不低于)/;

function isMark(letter: string): boolean {
  return letter === '' || /[,;。!?:、()\n]/.test(letter);
}

/** A bracket inside a name ends none: 行业(产品)垂直电商平台. */
function findObjectEnd(words: string, from: number): number {
  const stop = words.slice(from).search(OBJECT_END);
  if (stop === -1) return words.length;
  const at = from + stop;
  const goesOn = words.charAt(at) === '、' && (at <= 2 || isListed(words.slice(at + 1)));
  if (goesOn) return findObjectEnd(words, at + 1);
  const inner =
    /^\([^(),;。]{1,8}\)(?=[\u4e00-\u9fff]{2})/.exec(words.slice(from + stop))?.[0].length ?? 0;
  return inner === 0 ? from + stop : findObjectEnd(words, from + stop + inner);
}

/** What a list may go on with behind 、: attributes up to the 的 before their noun, or a name; neither a number nor a verb. */
function isListed(rest: string): boolean {
  const member = /^[^,;。!?:、()]{2,16}/.exec(rest)?.[0] ?? '';
  return ATTRIBUTES.test(rest) || (member !== '' && !/\d/.test(member) && !startsWithVerb(member));
}

/** 创新能力强、具有影响力的企业. */
const ATTRIBUTES = /^(?:[^,;。、\d]{2,14}、){0,4}[^,;。、\d]{2,14}的[\u4e00-\u9fff]{2}/;
const VERB_FRONT =
  /^(?:完善|健全|深化|加强|强化|优化|推进|加快|落实|促进|规范|拓展|丰富|举行|参与|争取|力争|确保|做[好大强优]|抓[好实]|畅通|谋划|探索|构建|搭建|创新(?=[\u4e00-\u9fff]{4})|保障|满足|解决|消除|淘汰|取得|申报|申请|入选|入围|获|补|争|引|抓|提[升高]|促|力|实现|使|让|并|且|以及|总|同比|增长|投资|其中|含|为|可|平均|年均|户均)/;

function startsWithVerb(words: string): boolean {
  return measureAction(words) > 0 || VERB_FRONT.test(words);
}

const GRADES = /^(?:(?:国家|省|市|县|区|自治区)级(?:及以上|以上)?(?:、|和|及))+/;
