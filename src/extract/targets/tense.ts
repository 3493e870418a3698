/**
 * Tells what is to be reached from what has been: promises from accounts, conditions and penalties.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import type { Passage, PolicyDocument } from '../../document';

/** Headings of accounts of what has been. */
const PAST_HEADING =
  /回顾|(?:现状|概况|基本情况)(?:$|[^目])|发展环境|存在(?:的)?问题|过去|工作总结|一年来|五年来|的工作$/;
/** Words of headings that speak of the past where there is little else in the heading (发展基础), or nothing around it tells otherwise: 以…为基础,推动…取得新成效 stands among tasks too. */
const PAST_WORD = /(?:^|[^为])基础(?:$|[^目])|(?:成效|成就|形势|背景|取得|进展|成绩)(?:$|[^目])/;
/** Letters of a heading that is of such a word and little else. */
const SHORT_HEADING = 10;
/** Headings of what is to come; they win over the others. */
const AHEAD_HEADING =
  /目标|任务|安排|打算|部署|重点工作|要求|举措|措施|保障|建议|今年|明年|下一步|今后|展望|十五五/;

/** Sentences of accounts. */
const PAST =
  /同比|(?:比|较)(?:上年|去年|上一年)|已(?!公布|列入|纳入)|去年|上年末?|截至(?!20[2-9]\d年底前)|截止|目前|现有|一年来|五年来|以来|过去|荣获|获评|(?:位|排名?|稳)?居(?:全[国省市区]|世界|同类|首位|前列|第)|历史(?:新高|性)|创(?:历史|近)|连续\d+年|首次突破|成功|跻身|累计(?:已|发放|完成投资)|排名全|位列|(?:增长|达到|形成|建成|完成|打造|培育|出台|实现|建立|制定|推出|开展|实施|取得|带动|吸引)了|超额完成|圆满完成|如期|提前完成|[位排]全[国省市区]第/;
/** Sentences of what is to come. */
const AHEAD =
  /力争|争取|确保|目标|到20\d\d年|计划|预期|将(?:达到|建成|突破|超过)|要(?:达到|完成|建成|实现|在)|今年|明年|年内|年底前|以上;|不低于|不少于|期末/;
/** Conditions, sums of money that are paid, limits of duties and fines. */
const NO_TARGET =
  /罚款|处以|违法所得|奖励|奖补|补助|补贴|资助|贴息|给予|一次性|最高(?:不超过)?\d|封顶|万元以下|上限|下限为|之日起|自收到|应当(?:在|自|于)|应在|[\d一二三四五六七八九十](?:个)?(?:工作)?日内|申报(?:主体|单位|条件|企业|项目)|有效期|报送|注册资本|资格|满足以下|符合以下|具备|的企业(?:,|可|给)|每项不超过|每家|票价|收费|面积在|年龄|不满|报告期|公示|本办法|本条例|本规定|建议书|页|字数|字以内|选填/;

/** How a passage's place in its document speaks. */
export type PassageTense = 'past' | 'ahead' | 'unknown';

/** The tense of each passage by its headings; a work report without headings is past until it speaks of the year to come. Linear. */
export function readTenses(document: PolicyDocument): readonly PassageTense[] {
  const isReport = document.genre === '工作报告' || (document.title ?? '').includes('工作报告');
  let report: PassageTense = isReport ? 'past' : 'unknown';
  return document.passages.map((passage) => {
    const heading = readHeadingTense(passage);
    if (isReport && (heading === 'ahead' || TURN.test(passage.text.slice(0, 400))))
      report = 'ahead';
    return heading === 'unknown' ? report : heading;
  });
}

/** Where a work report turns to the year to come. */
const TURN =
  /预期目标|(?:今|明)年(?:的)?(?:政府)?工作(?:的)?(?:总体要求|思路|重点|总要求|安排|目标|任务|建议)|做好(?:今年|20\d\d年|新一年)|工作安排|主要目标|(?:今年|20\d\d年)是.{2,60}(?:之年|一年|关键)/;

function readHeadingTense({ headingPath }: Passage): PassageTense {
  let otherwise: PassageTense = 'unknown';
  for (let i = headingPath.length - 1; i >= 0; i -= 1) {
    const heading = headingPath[i] ?? '';
    const isAim = /目标|展望/.test(heading);
    if (PAST_HEADING.test(heading) && !isAim) return 'past';
    const hasPastWord = PAST_WORD.test(heading) && !isAim;
    if (hasPastWord && countLetters(heading) <= SHORT_HEADING) return 'past';
    if (hasPastWord) otherwise = 'past';
    else if (AHEAD_HEADING.test(heading)) return 'ahead';
  }
  return otherwise;
}

/** Without its marker: （一）, 2. */
function countLetters(heading: string): number {
  return heading.replace(/^[（(]?[一二三四五六七八九十\d]+[)）、.．]?/, '').replace(/\P{L}/gu, '')
    .length;
}

const RISE = /[从由](?:19|20)\d\d年[^。;]{0,60}?[到至](20\d\d)年/;

/** Whether a sentence tells what has risen up to a year that is over, from that of the document: 从2012年的40%提高到2021年的70%; the sentences behind it go on so. Linear. */
export function isRiseOf(sentence: string, year: number | undefined): boolean {
  const reached = RISE.exec(sentence)?.[1];
  return reached !== undefined && year !== undefined && Number(reached) < year;
}

/** Whether a sentence can hold targets: not one of an account, a condition or a fine. Linear in the sentence. */
export function isPromise(sentence: string, tense: PassageTense): boolean {
  if (NO_TARGET.test(sentence)) return false;
  const ahead = AHEAD.test(sentence);
  if (tense === 'past')
    return ahead && !PAST.test(sentence) && /到20\d\d年|力争|目标/.test(sentence);
  if (!PAST.test(sentence)) return true;
  return tense === 'ahead' && ahead;
}
