/**
 * Chooses what names the indicator of a quantity: the words before it, the object behind it, or the clause before.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { COUNTED } from './aims';
import { type IndicatorMatch, readIndicator } from './indicators';
import { dropInnerVerb, isLevelList, isProvided, joinLevels, joinProvided } from './joined-names';
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
