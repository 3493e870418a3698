/**
 * Genres 文种, read from the ends of titles.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import type { Genre } from './model';

/** Longest first, so that 工作报告 is found before 报告. */
export const GENRES: readonly Genre[] = [
  '工作报告',
  '决议',
  '决定',
  '命令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '纪要',
  '条例',
  '规定',
  '办法',
  '细则',
  '规则',
  '规章',
  '章程',
  '规划',
  '纲要',
  '计划',
  '方案',
  '要点',
  '措施',
  '指南',
  '指引',
  '标准',
  '规范',
  '目录',
  '清单',
  '讲话',
  '倡议',
  '解读',
  '答复',
  '函',
  '法',
];
const GENRE_END = new RegExp(
  `(${GENRES.join('|')})(?:全文|正文)?[》”"]?(?: ?\\([^()]{1,40}\\)|(?:19|20)\\d{2}年?)*$`,
);

/**
 * The genre 文种 that a title ends in, brackets after it aside, or undefined.
 *
 * @example
 * readGenre('智慧养老服务行动计划(2021-2025年)') // => '计划'
 */
export function readGenre(title: string): Genre | undefined {
  const genre = GENRE_END.exec(title)?.[1] as Genre | undefined;
  return genre === '法' && /(?:办|方|做|看|说|立|执|司|守)法$/.test(title) ? undefined : genre;
}
