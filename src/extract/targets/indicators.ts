/**
 * Names of indicators: what is left of a clause, cleaned, and the key for comparing.
 *
 * All patterns are for folded text.
 *
 * @module
 */

import indicatorNames from '../../../corpus/extract/indicator-names.json';
import { dropConjunctions } from './conjunctions';

const { names } = indicatorNames;

/** What may stand before the name of an indicator. */
const LEAD =
  /^(?:[\s、,;:—\-)”"]|其中|并且|并|且|同时|以及|此外|另外|同时提出|提出|明确提出|支撑|力争|力促|争取|确保|保证|努力|推动|推进|促进|促使|使得?|让(?!利)|实现|到时|届时|预计|计划|目标是|预期目标[是为]|主要预期目标[是为]?|主要指标|全省|全市|全区|全县|全州|全国(?!领先|一流|前列|统一|重要|首|知名|性|先进|有|平均|百强)|全盟|全旗|全社会(?=.{0,4}(?:新增|固定资产投资))|我省|我市|我国|我区|我县|本市|本省|各市|各地|年均|全年|年内|(?:用)?[一二三四五两\d]+年(?:左右)?(?:内|时间)|今年|明年|本年度|全面|基本|力争实现|完成(?![率度量情时])|有望|一是|二是|三是|四是|五是|六是|七是|八是|[(（]?[一二三四五六七八九十\d]{1,2}[)）、.](?![二三](?:、|次?产))|\([个家户项]\))+/;
/** What may stand behind it. */
const TAIL =
  /(?:[\s、,;:—\-(“"]|力争|争取|确保|保证|努力|预计|要|将|应|均|都|也|已|可|分别|总体|总量要|全部|基本|年均|每年|再|各|和|与|及|稳步|持续|进一步|大幅|逐步|不断|平均每年|平均|实现|显著|明显|力争达|共|同比|至少|有望|率先){1,8}$/;

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

/** What says nothing of what is measured: marks, places, words of sum. In this order. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[“”"'《》()\s、,·]/g, ''],
  [/^(?:全省|全市|全区|全县|全国|我省|我市|我国|我区|省内|市内|国内|年度|全年|力争)+/, ''],
  [/总(?=额|收入|产值|规模|用户|户数)/g, ''],
  [/比例|占比|份额|比率/g, '比重'],
  [/的(?=比重)|(?<=占)全[省市区县国](?=GDP|生产|地区生产)/g, ''],
];

/** What stands behind a name and says only that it is a number or a share. */
const BEHIND: readonly (readonly [RegExp, string])[] = [
  [/(?<=GDP)的|(?<=占)全[省市区县国](?=GDP)/g, ''],
  [/(?:数量|总数|总量|个数|(?<!用)户数|家数)$/, ''],
  [/(?<!指|人|倍|次|系|天|多)数$/, ''],
  [/(?<=授权|拥有|注册|保有|发布|申请)量$/, ''],
  [/(?<=覆盖|通达)率$/, ''],
  [/(?<=PUE)值$/, ''],
  [/(?:新建|大型|超大型|及以上|以上|云计算){1,4}(?=数据中心PUE)/, ''],
  [/能力建设|建设$/g, ''],
  // How good a thing is to be does not make it another: 国内领先的工业互联网平台.
  [
    /^.{0,16}(?:水平高|能力强|质量好|能力突出|领先|一流|先进|引领行业发展|影响力|竞争力|特色鲜明|优势突出|知名)的(?=.{4})/,
    '',
  ],
];

const SYNONYMS = Object.entries(names).flatMap(([common, others]) =>
  others.map((other) => [new RegExp(other, 'g'), common] as const),
);

/**
 * An indicator as it is compared: marks and places taken off, names of one thing made one (`corpus/extract/indicator-names.json`).
 *
 * @example
 * createIndicatorKey('全省数字经济核心产业增加值占地区生产总值比重') // => '数字经济核心产业增加值占GDP比重'
 */
export function createIndicatorKey(name: string): string {
  const key = [...PLAIN, ...SYNONYMS, ...BEHIND].reduce(
    (text, [pattern, common]) => text.replace(pattern, common),
    name,
  );
  return key === '' ? name : dropConjunctions(key);
}
