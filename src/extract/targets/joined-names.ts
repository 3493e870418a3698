/**
 * Names of indicators that the text gives in parts: 市县级 behind 省级…网上可办率, 提供500Mbps以上接入能力.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import type { IndicatorMatch } from './indicators';

const LEVELS = /^(?:国家|省|市|县|区|乡|镇|街道|村|本|、|和|及|级)+$/;
const LEVELS_IN_FRONT = /^(?:(?:国家|省|市|县|区|乡|镇|街道|村|本)(?:[、和及]?))+级/;
const PROVIDES = /(?:提供|具备|拥有|享有|获得)$/;

/** Whether a name says of which levels something is said, and not what: 市县级. */
export function isLevelList(name: string): boolean {
  return name.endsWith('级') && LEVELS.test(name);
}

/** The indicator above, of other levels: 省级政务服务事项网上可办率, then 市县级. */
export function joinLevels(levels: IndicatorMatch, above: IndicatorMatch): IndicatorMatch {
  const what = above.name.replace(LEVELS_IN_FRONT, '');
  return { ...levels, name: levels.name.replaceAll('、', '') + what };
}

/** Whether a name ends in a verb whose object stands behind the number: 城镇地区提供. */
export function isProvided(name: string): boolean {
  return PROVIDES.test(name) && name.length > 3;
}

/** 城镇地区提供 + 接入服务能力: 城镇地区接入服务能力. */
export function joinProvided(named: IndicatorMatch, object: IndicatorMatch): IndicatorMatch {
  return { ...named, name: named.name.replace(PROVIDES, '') + object.name };
}

/** What is counted as an object, without the verb in it: 企业实现平台汇聚, 学校开展…试点. */
export function dropInnerVerb(name: string): string {
  const at = name.search(/(?:基本|全面|全部)?(?:实现|开展|完成)/);
  if (at < 2) return name;
  const rest = name.slice(at).replace(/^(?:基本|全面|全部)?(?:实现|开展|完成)/, '');
  return rest.length < 2 ? name : name.slice(0, at) + rest;
}
