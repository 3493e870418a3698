/**
 * Tells a word that says what is to be done (支持企业) from the same word as a noun (政策支持).
 *
 * @module
 */
import type { GradedTerm } from './wording-lexicon';

/** Where a word of the lexicon stands. */
export interface WordPlace {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether another word of the lexicon ends where this one begins. */
  readonly followsTerm: boolean;
  /** Where the next word of the lexicon begins. */
  readonly nextTerm: number | undefined;
}

/** How far the verb may stand behind a modal of one character: 要进一步加强. */
const MODAL_REACH = 6;
const MODALS = new Set(['应', '要', '可', '须', '需']);
/** What a modal of one character stands before, other than a word of the lexicon. */
const AFTER_MODAL =
  /^(?:高度重视|充分|认真|主动|及时|依法|依照|依据|按照|根据|结合|会同|将|把|以|由|对|在|向|为|与|自|当|通过|采取|明确|具备|符合|包括|具有|使用|采用|报|经|成立|指定|于|予以|进行|定期|严密|密切|牢固|始终|立足|紧紧|注重|强调|突出|有效|不断|有|做到)/;
/** What stands at the beginning of a clause. */
const CLAUSE_START = /[一二三四五六七八九十]是$|[。,;:!?、()《》“”"\n—\-|\d.]$/;
/** Conjunctions and adverbs that a verb follows. */
const BEFORE_VERB =
  /(?:和|并|与|及|或|而|以|来|要|应|须|可|能|将|再|均|都|各|只|等|时|后|前|中|级|各地|不断|进一步|持续|深入|积极|全面|大力|着力|加快|稳步|有序|扎实|统筹|协同|同步|率先|重点|切实|有效|充分|主动|依法|共同|联合|分类|分级|逐步|稳妥|创新性|严格|科学|合理|精准|高效|系统|广泛|深度|整体|一体|一体化|统一|加速|继续|努力|坚决|坚持|鼓励|支持|引导|推动|推进|促进|组织|指导|探索|必须|应当|可以|不得|确保|负责|部门|单位|政府|机构|企业|高校|院所|地区|委|厅|局|办|省|市|县|区|乡|镇|国家|我们|我省|我市|社会|协会|平台|为|能够|需要|按规定|按程序|年|年底前|月底前|相结合)$/;
/** Nouns that make a noun of the verb before them: 支持政策. */
const AFTER_NOUN =
  /^(?:力度|机制|体系|工作|周期|单位|项目|水平|能力|措施|方案|办法|计划|行动|工程|任务|政策|资金|基金|目标|规模|速度|情况|成果|效果|过程|方式|模式|路径|战略|规划|指南|方向|格局|态势|进度|进程|主体|条件|程度|质量|的|性|型|者|率|员|局|厅|部|委|院|所|会|报告|示范区|试验区|中心|城市|小组)/;
/** Words that are nouns as often as verbs. */
const NOMINAL = new Set(
  '推进 建设 发展 创新 支持 扶持 引导 保障 培养 实施 研究 试点 奖励 补助 改造 升级 统筹 规范 推广 提升 整合 激励 探索 培育 突破 布局 改善 升级 制定 聚焦 追究 罚款'.split(
    ' ',
  ),
);
/** Subjects, which the nouns of these words have before them too: 试验区建设. */
const SUBJECT =
  /(?:部门|单位|政府|机构|企业|高校|院所|地区|委|厅|局|办|省|市|县|区|乡|镇|国家|社会|组织|协会|平台|级|中|后)$/;
/** What is made for doing something is not yet the doing: 出台促进消费政策. */
const MAKING = /(?:出台|制定|编制)$/;
/** Grades whose words must stand where a verb stands. */
const VERBAL = new Set<GradedTerm['grade']>(['action', 'support', 'drive', 'exploration']);
/** Words of other grades that must. */
const VERBAL_TERMS = new Set('完成 建成 坚持 实行 保证 处罚款 追究 罚款 没收 吊销 需要'.split(' '));
/** Adverbs of doubt stand anywhere. */
const ADVERBS = new Set(
  '逐步 适时 适当 原则上 有条件的 条件成熟 可以 酌情 视情 因地制宜'.split(' '),
);

/** Whether a word of the lexicon says what is to be done where it stands. Constant time. */
export function isPredicate({ term, grade }: GradedTerm, place: WordPlace): boolean {
  if (MODALS.has(term)) return isModal(place);
  if (ADVERBS.has(term)) return true;
  if (!VERBAL.has(grade) && !VERBAL_TERMS.has(term)) return true;
  if (
    NOMINAL.has(term) &&
    (place.followsTerm || AFTER_NOUN.test(place.text.slice(place.end, place.end + 4)))
  )
    return false;
  if (place.start === 0) return true;
  if (
    place.followsTerm &&
    !MAKING.test(place.text.slice(Math.max(0, place.start - 2), place.start))
  )
    return true;
  if (place.text.charAt(place.end) === '性') return false;
  const before = place.text.slice(Math.max(0, place.start - 6), place.start);
  if (MAKING.test(before)) return false;
  return (
    CLAUSE_START.test(before) ||
    (BEFORE_VERB.test(before) && !(NOMINAL.has(term) && SUBJECT.test(before)))
  );
}

/** Words of these grades govern the verbs behind them in their clause: 支持企业加快转型 supports. */
const GOVERNING = new Set<GradedTerm['grade']>(['support', 'exploration']);
const GOVERNED = new Set<GradedTerm['grade']>(['action', 'drive', 'commitment']);

/** Whether a word governs another one behind it, with `between` between them. */
export function isGoverned(first: GradedTerm, second: GradedTerm, between: string): boolean {
  return (
    GOVERNING.has(first.grade) &&
    (GOVERNED.has(second.grade) || (between === '' && first.grade === second.grade)) &&
    !/[。,;:!?、\n]/.test(between)
  );
}

function isModal({ text, end, nextTerm, start }: WordPlace): boolean {
  if (start === 0 && end === text.length) return false;
  if (AFTER_MODAL.test(text.slice(end, end + 6))) return true;
  if (nextTerm === undefined || nextTerm - end > MODAL_REACH) return false;
  return !/[。,;:!?、]/.test(text.slice(end, nextTerm));
}
