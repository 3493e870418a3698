/**
 * The words around a quantity: what they say of bound, kind and direction, and what is left as the indicator.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import type { Comparator, Target, TargetKind } from './model';

/** What a verb before a quantity says. */
export interface VerbReading {
  readonly kind: Extract<TargetKind, 'level' | 'growth' | 'change'>;
  readonly direction: Target['direction'];
  readonly comparator: Comparator | undefined;
}

const BOUNDS: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:不低于|不少于|不小于|不得低于|不得少于|不短于|至少|最低|≥|>=)$/, 'at-least'],
  [/(?:不超过|不高于|不大于|不多于|不得超过|不得高于|至多|最多|最高|≤|<=)$/, 'at-most'],
  [/(?:超过|突破|超出|超|高于|大于|多于|跨越|跨上|迈上|迈过|跃上|站上|冲刺|>)$/, 'above'],
  [/(?:低于|小于|少于|<)$/, 'below'],
  [/(?:约为|约|大约|近|接近|左右)$/, 'about'],
];

/** The bound that a text ends in, with its length. */
export function readBound(
  text: string,
): { readonly comparator: Comparator; readonly length: number } | undefined {
  for (const [pattern, comparator] of BOUNDS) {
    const match = pattern.exec(text);
    if (match !== null) return { comparator, length: match[0].length };
  }
  return undefined;
}

const VERBS: readonly (readonly [RegExp, VerbReading])[] = [
  [
    /(?:提高|提升|增长|增加|上升|扩大|扩容|拓展|发展|壮大|增|升|拓宽)(?:到了?|至|为)$/,
    { kind: 'level', direction: 'up', comparator: undefined },
  ],
  [
    /(?:降低|下降|减少|压缩|压减|缩小|缩短|降|减|缩减|精简)(?:到了?|至|为)$/,
    { kind: 'level', direction: 'down', comparator: undefined },
  ],
  [/(?:控制|限制|压缩)在$/, { kind: 'level', direction: undefined, comparator: 'at-most' }],
  [/(?:稳定|保持|维持)(?:在|到)?$/, { kind: 'level', direction: 'hold', comparator: undefined }],
  [
    /(?:分别|均|都|总计|合计|累计|基本)?(?:达到了?|达成|达|实现|完成|为|是|有|至|在|占|占到|力争|拥有|拟?安排|:)$/,
    { kind: 'level', direction: undefined, comparator: undefined },
  ],
  [/(?:建成|新建|开工|竣工|投用)$/, { kind: 'level', direction: undefined, comparator: undefined }],
  [
    /(?:增长|增速|递增|增幅|增长率|增长速度)(?:率)?(?:为|达|达到|保持|保持在|在)?$/,
    { kind: 'growth', direction: 'up', comparator: undefined },
  ],
  [
    /(?:提高|提升|增加|上升|扩大|新增|增|增强|提速|净增)$/,
    { kind: 'change', direction: 'up', comparator: undefined },
  ],
  [
    /(?:下降|降低|减少|压缩|压减|缩小|缩短|精简|削减|递减|减|降|节约|节省|节能|下调|压降|缩减|降幅)$/,
    { kind: 'change', direction: 'down', comparator: undefined },
  ],
];

/** What the verb that a text ends in says, with its length. */
export function readVerb(
  text: string,
): { readonly reading: VerbReading; readonly words: string; readonly length: number } | undefined {
  for (const [pattern, reading] of VERBS) {
    const match = pattern.exec(text);
    if (match !== null) return { reading, words: match[0], length: match[0].length };
  }
  return undefined;
}

/** Verbs that a clause begins with and whose object is counted: 建成, 培育. */
const ACTION =
  /^(?:同时提出|提出|全[省市区县国州]|我[省市区县]|年内|(?:用)?[一二三四五两\d]+年(?:内|时间)|计划|拟|再|每年|逐年|新|累计|分别|分批|集中|重点|共|统筹|全年|全面|积极|加快|着力|大力|组织|支持|推动|争创|争取|努力|高标准|高质量|谋划|力争|至少|基本|逐步|年均|每个?[市县区][^,]{0,4})*(?:研制推出|研制(?!能力|水平)|增补|新建成|新建设|新建改造|建成投运|建成投用|撬动|新建|新增|新培育|新引进|新开工|新改建|改扩建|改建|扩建|建成|建设(?!用地|水平|进度)|建立|建好|培育|打造|创建|形成|引进|孵化|帮扶|引育|认定|遴选|推广应用|推广|推出|实施|培训|培养|发展(?!水平|指数|速度)|开展|开通|完成|组建|设立|布局|部署|集聚|接入(?![^,]{0,20}的(?:企业|用户|机构))|覆盖|投放|转化|举办|制定|制修订|修订|发布|开放|改造|升级|落地|引入|汇聚|归集|登记(?!失业)|服务(?!业|贸易|外包|事项|机构|质量|能力|收入|半径)|惠及|带动|吸引|争创|获评|评选|选树|选育|支持|扶持|推动|储备|汇集|入库|发放|安排|投入(?!强度|产出)|筹集|建造|铺设|配备|配置|提供|新设|挖掘|突破|攻克|研发(?!经费|投入|费用|人员|强度|机构|平台|中心|支出|与)|承接|签约|招引|开发|梳理|上线|编制|收储|治理|修复|新创建|做强|做大|壮大|安置|拥有|招募|选派|建(?!筑)|改造提升|提升改造|巩固提升|优化提升|提质升级|更新|盘活|整治|清理|办理(?!时|率|环节|效率)|新认定|增设|实现)(?:了)?(?:(?:和|、)?(?:培育|引进|引育|改造|提升|建设|扩建|推广|认定|打造|建成)(?!项目|工程|基地|平台|任务|行动|试点|用地|面积|水平|进度))?/;
const CHANGE_FRONT =
  /^(?:力争|确保|推动|实现|年均|每年|累计|全年|再)*(减少|降低|压减|压缩|节约|削减|缩短|精简|缩小|增加|提高|提升|扩大)/;

/** The verb that a clause begins with; 0 where it begins with none. */
export function measureAction(text: string): number {
  return ACTION.exec(text)?.[0].length ?? 0;
}

/** A clause that begins with rising or falling: 减少碳排放50万吨. */
export function readChangeFront(
  text: string,
): { readonly length: number; readonly direction: 'up' | 'down' } | undefined {
  const match = CHANGE_FRONT.exec(text);
  if (match === null) return undefined;
  const direction = /增加|提高|提升|扩大/.test(match[1] ?? '') ? 'up' : 'down';
  return { length: match[0].length, direction };
}
