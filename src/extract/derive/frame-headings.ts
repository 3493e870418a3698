/**
 * Tells the chapters that frame a plan (总体要求, 保障措施) from those that say what is to be done.
 *
 * @module
 */

/** What may stand before the words that name a frame chapter. */
const VERBS = /^(?:切实|全面|进一步|加强|强化|完善|健全|做好|抓好|落实|明确|夯实|加大)+/;
const SEPARATOR = /[、，,和与及\s]+/;
const QUALIFIERS =
  /^(?:面临的?|当前|总体|指导|基本|主要|发展|工作|行动|建设|战略|规划|计划|方案|重要|重大|实施|国内外|国内|国际|组织|政策|支撑|要素|综合|配套|推进|监督|考核|统筹|的)+/;
const FRAME =
  /^(?:总则|附则|要求|步骤|责任|思路|思想|原则|目标|目的|形势|态势|现状|回顾|基础|环境|成就|成效|背景|情况|意义|必要性|挑战|机遇|问题|依据|愿景|保障|措施|保障措施|保障机制|领导|实施|机制|落实|支持|政策|协调|检查|评估|监督|考核|前言|序言|引言|结语|附件|名词解释|说明)?$/;

/**
 * Whether a heading is that of a frame chapter: every part of it, verbs and qualifiers put aside, is one of the words that name
 * such chapters. A heading with a subject of its own is none. Linear.
 *
 * @example
 * ['发展现状与形势', '强化组织保障', '强化数据安全保障'].map(isFrameHeading) // => [true, true, false]
 */
export function isFrameHeading(heading: string): boolean {
  const parts = heading.split(SEPARATOR).filter((part) => part !== '');
  return parts.length > 0 && parts.every(isFramePart);
}

function isFramePart(part: string): boolean {
  if (FRAME.test(part)) return true;
  const bare = part.replace(VERBS, '');
  return bare !== '' && (FRAME.test(bare) || FRAME.test(bare.replace(QUALIFIERS, '')));
}
