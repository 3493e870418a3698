/**
 * What the report says, in Chinese and in English.
 *
 * @module
 */
import { html, type Markup } from './markup';

/** Words in both languages; the page shows one of them. The shortest elements there are: a page of some hundred documents has tens of thousands. */
export function say(chinese: string, english: string): Markup {
  return html`<i>${chinese}</i><i lang=en>${english}</i>`;
}

/** The statuses of the task ledger. */
export const STATUS_WORDS: Readonly<
  Record<string, readonly [mark: string, chinese: string, english: string]>
> = {
  absent: ['○', '缺失', 'absent'],
  mentioned: ['◔', '提及', 'mentioned'],
  restated: ['◑', '转述', 'restated'],
  localised: ['◕', '本地化', 'localised'],
  extended: ['●', '拓展', 'extended'],
};

/** Kinds of entries, relations and so on, by the words of the records. */
export const TERM_WORDS: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  paired: ['同一指标', 'paired'],
  missing: ['未涉及', 'missing'],
  new: ['新增', 'new'],
  higher: ['更高', 'higher'],
  equal: ['相同', 'equal'],
  lower: ['更低', 'lower'],
  incomparable: ['不可比', 'incomparable'],
  'no number': ['无数值', 'no number'],
  'another kind of target': ['目标类型不同', 'another kind of target'],
  'another unit': ['单位不同', 'another unit'],
  'the plan says zero': ['规划值为零', 'the plan says zero'],
  'another territory': ['地域范围不同', 'another territory'],
  place: ['地点', 'place'],
  body: ['责任单位', 'body'],
  figure: ['量化数据', 'figure'],
  measure: ['自有举措', 'own measure'],
  'new-target': ['新目标', 'new target'],
  'new-measure': ['新举措', 'new measure'],
  substance: ['实质内容', 'substance'],
  boilerplate: ['套话', 'boilerplate'],
  exact: ['相同', 'exact'],
  close: ['相近', 'close'],
  broad: ['规划更宽', 'plan is broader'],
  narrow: ['规划更窄', 'plan is narrower'],
  related: ['相关', 'related'],
  'too-short': ['篇幅过短', 'too short'],
  'off-topic': ['偏离主题', 'off topic'],
  congress: ['全国人大', 'National People’s Congress'],
  centre: ['党中央、国务院', 'central authorities'],
  ministry: ['部委', 'ministry'],
  province: ['省级', 'province'],
  prefecture: ['地市级', 'prefecture'],
  county: ['县级', 'county'],
  law: ['法律', 'law'],
  regulation: ['条例、决定', 'regulation'],
  rule: ['规定、办法', 'rule'],
  programme: ['规划、意见', 'programme'],
  notice: ['通知、指南', 'notice'],
  information: ['报告、解读', 'information'],
};

/** A term of the records in both languages; unknown ones as they are. */
export function sayTerm(term: string): Markup {
  const [chinese, english] = TERM_WORDS[term] ?? [term, term];
  return say(chinese, english);
}

/** A share as a percentage. */
export function formatShare(share: number): string {
  return `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)}%`;
}

/** A share that may be unknown. */
export function formatKnownShare(share: number | null): string {
  return share === null ? '–' : formatShare(share);
}
