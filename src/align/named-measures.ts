/**
 * Measures that a text names: programmes, pilots, bodies, funds, platforms, rules (实施“工赋百业”行动, 设立数据交易所, 推行首席数据官制度).
 *
 * All patterns are for folded text.
 *
 * @module
 */
import type { Span } from '../text';

/** A measure where it is named, in offsets of the folded text. */
export interface NamedMeasure extends Span {
  /** The name, with its head: “工赋百业”行动. */
  readonly name: string;
  /** What tells it from others of its kind: 工赋百业. */
  readonly core: string;
  /** Whether the core stands in quotes, and so is a proper name. */
  readonly isQuoted: boolean;
}

/** What a measure is: the last words of its name, longest first. */
const HEAD =
  /(?:行动计划|专项行动|行动|工程|计划|专项|攻坚战|改革试点|试点示范|试点|示范区|试验区|先导区|先行区|创新区|交易所|交易中心|交易市场|创新中心|服务中心|实训基地|孵化基地|基地|产业园区|产业园|实验室|研究院|创新联合体|联合体|联盟|基金|券|白名单|负面清单|责任清单|开放目录|制度|机制|条例|管理办法|认证体系|指数|语料库|数据集|大模型|开放平台|服务平台|平台|一件事|大赛|专区|枢纽节点|节点|一张网|大脑|应用场景|应用|系统|模式|品牌|工作法|改革)/g;
/** Heads of which only what has a proper name is a measure: 风险防范机制 and 管理系统 could be anybody’s. */
const COMMON_HEAD = /^(?:机制|应用场景|应用|系统|模式|品牌|工作法|改革)$/;
/** What is done with a measure, at the beginning of its clause. */
const VERB =
  /^(?:[、,;:]|(?:要|将|以|加快|积极|大力|深入|着力|全面|持续|探索|研究|统筹|扎实|组织|推动|推进|支持|鼓励|率先|高标准|高水平|高质量|共同|依托|争创|争取|谋划|力争|在.{2,10})*(?:实施|开展|启动|推行|推出|建设|新建|筹建|设立|组建|出台|制定|打造|成立|创建|建立健全|建立|健全|建成|搭建|构建|发放|编制|发布|举办|上线|布局|争创|申建|完善|引入|试行|深化|落实|推进|推动|培育|优化|升级|推广|用好|做优|擦亮|运营|完成|应用|建强|加快|放大|发挥|形成)(?:了|好)?)/;
/** What stands before a name and belongs to no name. */
const LEAD =
  /^(?:一批|若干|一个|多个|[一二三四五六七八九十百\d—~-]+(?:大|个|家|项|批|类|条)(?!链)|首[个批家]|全国|全省|全市|全区|我省|我市|国家级|省级|市级|县级|更多|区域性?|区级|统一的?|新的|各类|相关|重大|重点|新型|高水平|高质量|高标准|高能级|以上|及以上|左右|、|和|与|等)+/;
/** Words that tell no measure from another. */
const PLAIN =
  /重大|重点|示范|试点|创新|发展|提升|建设|专项|综合|公共|服务|省级|市级|国家级|国家|区域|产业|数字化|智能化|一体化|应用|管理|工作|体系|项目|能力|高质量|行动|工程|计划|平台|中心|基地|统一|新型|三年|年度|推进|改造|转型|升级|新一轮|第[一二三四]轮|扩容|提质|增效|强基|培优|梯次|培育|培养|攻坚|长效/g;
/** How far a name may reach back from its head, in code units. */
const REACH = 26;
/** Characters that a core needs. */
const MIN_CORE = 2;

/** The measures that a folded text names, by position, disjoint. Linear: every head looks back a bounded way. */
export function findMeasures(text: string): readonly NamedMeasure[] {
  const measures: NamedMeasure[] = [];
  let end = 0;
  for (const head of text.matchAll(HEAD)) {
    const stop = head.index + head[0].length;
    if (!endsName(text, stop)) continue;
    const start = findStart(text, Math.max(end, head.index - REACH), head.index);
    const measure = readMeasure(text, start, head.index, stop, measures.at(-1));
    if (measure === undefined) continue;
    measures.push(measure);
    end = stop;
  }
  return measures;
}

/** Behind a name comes a mark or what is no part of it: 行动方案 is no 行动. */
function endsName(text: string, stop: number): boolean {
  return /^(?:$|[,。;、!?:()”\s]|和|与|及|以及|等|建设|试点|为|在|对|落地|上线|运行|\d)/.test(
    text.slice(stop, stop + 2),
  );
}

/** Where the clause or the member of a list begins that ends in a head. */
function findStart(text: string, from: number, head: number): number {
  for (let at = head - 1; at >= from; at -= 1) {
    if ('。,;:!?、\n'.includes(text.charAt(at)) && !isQuoted(text, from, at)) return at;
  }
  return from;
}

function isQuoted(text: string, from: number, at: number): boolean {
  // Cut out first: a search in the whole text would go back to its beginning.
  const words = text.slice(from, at + 1);
  return words.lastIndexOf('“') > words.lastIndexOf('”');
}

function readMeasure(
  text: string,
  start: number,
  head: number,
  stop: number,
  before: NamedMeasure | undefined,
): NamedMeasure | undefined {
  const mark = /^[。,;:!?、\n]/.test(text.charAt(start)) ? 1 : 0;
  const isListed = text.charAt(start) === '、' && before?.end === start;
  const words = text.slice(start + mark, head);
  const verb = measureVerbs(words);
  if (verb === 0 && !isListed) return undefined;
  const lead = LEAD.exec(words.slice(verb))?.[0].length ?? 0;
  return nameMeasure(text, start + mark + verb + lead, head, stop);
}

/** The length of the verbs in front, of which there may be two: 制定实施. */
function measureVerbs(words: string): number {
  const first = VERB.exec(words)?.[0].length ?? 0;
  return first === 0 ? 0 : first + (VERB.exec(words.slice(first))?.[0].length ?? 0);
}

function nameMeasure(
  text: string,
  start: number,
  head: number,
  stop: number,
): NamedMeasure | undefined {
  const words = text.slice(start, head);
  const opens = words.lastIndexOf('“') > words.lastIndexOf('”');
  const closes = opens && text.charAt(stop) === '”';
  if (opens && !closes) return undefined;
  const end = closes ? stop + 1 : stop;
  const quoted = closes
    ? text.slice(start + words.lastIndexOf('“') + 1, stop)
    : /“([^“”]{2,16})”/.exec(words)?.[1];
  if (quoted === undefined && COMMON_HEAD.test(text.slice(head, stop))) return undefined;
  const core = quoted ?? words.replace(PLAIN, '');
  if (core.length < MIN_CORE || /[的了]$|\(以下/.test(core)) return undefined;
  return { start, end, name: text.slice(start, end), core, isQuoted: quoted !== undefined };
}
