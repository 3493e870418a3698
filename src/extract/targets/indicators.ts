/**
 * Names of indicators: what is left of a clause, cleaned, and the key for comparing.
 *
 * All patterns are for folded text.
 *
 * @module
 */

/** What may stand before the name of an indicator. */
const LEAD =
  /^(?:[\s、,;:—\-)”"]|其中|并且|并|且|同时|以及|此外|另外|力争|争取|确保|保证|努力|推动|推进|促进|促使|使得?|实现|到时|届时|预计|计划|目标是|预期目标[是为]|主要预期目标[是为]?|主要指标|全省|全市|全区|全县|全州|全国(?!领先|一流|前列|统一|重要|首|知名|性|先进|有|平均|百强)|全盟|全旗|全社会(?=.{0,4}(?:新增|固定资产投资))|我省|我市|我国|我区|我县|本市|本省|各市|各地|年均|全年|年内|(?:用)?[一二三四五两\d]+年(?:左右)?(?:内|时间)|全面|基本|力争实现|有望|一是|二是|三是|四是|五是|六是|七是|八是|[(（]?[一二三四五六七八九十\d]{1,2}[)）、.])+/;
/** What may stand behind it. */
const TAIL =
  /(?:[\s、,;:—\-(“"]|力争|争取|确保|保证|努力|预计|要|将|应|均|都|也|已|可|分别|总体|总量要|全部|基本|年均|每年|再|稳步|持续|进一步|大幅|逐步|不断|平均每年|平均|实现|显著|明显|力争达|共|同比|至少|有望|率先){1,8}$/;

/** An indicator where it stands in a text. */
export interface IndicatorMatch {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Longest name, in code units: what is longer is a sentence. */
const LONGEST_NAME = 60;

/** The name of an indicator in the words from `start` to `end`, without what leads in and out; undefined where nothing is left. */
export function readIndicator(
  text: string,
  start: number,
  end: number,
): IndicatorMatch | undefined {
  const words = text.slice(start, end);
  const lead = LEAD.exec(words)?.[0].length ?? 0;
  const rest = words.slice(lead);
  const tail = TAIL.exec(rest)?.[0].length ?? 0;
  const name = rest.slice(0, rest.length - tail);
  if (name.length < 2 || name.length > LONGEST_NAME || !/[\u4e00-\u9fffA-Za-z]/.test(name))
    return undefined;
  return { start: start + lead, end: start + lead + name.length, name: balance(name) };
}

/** A name without the bracket or quote that is never closed. */
function balance(name: string): string {
  const open = Math.max(name.lastIndexOf('('), name.lastIndexOf('“'));
  const close = Math.max(name.lastIndexOf(')'), name.lastIndexOf('”'));
  return open > close && open > 1 ? name.slice(0, open) : name;
}

const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/[“”"'《》()\s、,·]/g, ''],
  [/^(?:全省|全市|全区|全县|全国|我省|我市|我国|我区|省内|市内|国内|年度|全年|力争)+/, ''],
  [/地区生产总值|国内生产总值|生产总值/g, 'GDP'],
  [/规模以上/g, '规上'],
  [/研究与试验发展|研究与开发/g, '研发'],
  [/R&D/g, '研发'],
  [/全社会研发|全社会(?=研发)/g, '研发'],
  [/研发经费投入|研发投入|研发经费支出/g, '研发经费投入'],
  [/比例|占比|份额/g, '比重'],
  [/数量$|总数$|总量$|个数$|总户数$|数$(?<!指数|人数|倍数|次数|系数|天数)/, ''],
  [/国内生产总值|GDP的/g, 'GDP'],
  [/单位GDP能源消耗|万元GDP能耗|单位GDP能耗/g, '单位GDP能耗'],
  [/占全[省市区县国](?=GDP)/g, '占'],
  [/的比重/g, '比重'],
  [/能力建设|建设$/g, ''],
];

/**
 * An indicator as it is compared: marks and places taken off, synonyms made one.
 *
 * @example
 * createIndicatorKey('全省数字经济核心产业增加值占地区生产总值比重') // => '数字经济核心产业增加值占GDP比重'
 */
export function createIndicatorKey(name: string): string {
  const key = SYNONYMS.reduce((text, [pattern, common]) => text.replace(pattern, common), name);
  return key === '' ? name : key;
}
