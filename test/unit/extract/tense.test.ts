/** Which headings are of accounts, and which of what is to come. */
import { expect, it } from 'vitest';
import { parseDocument } from '../../../src/document';
import { readTenses } from '../../../src/extract/targets/tense';

const CASES: readonly (readonly [outer: string, inner: string, tense: string])[] = [
  ['二、重点任务', '（一）以改善环境为基础，深化改革', 'ahead'],
  ['二、重点任务', '（一）全力推进工业发展壮大取得新成效', 'ahead'],
  ['二、今年工作安排', '（二）推动算力建设，夯实高质量发展基础', 'ahead'],
  ['一、总体要求', '（一）发展基础', 'past'],
  ['一、总体要求', '（二）面临形势', 'past'],
  ['一、去年工作回顾', '（一）全力推进工业发展壮大取得新成效', 'past'],
  ['一、数字化建设情况', '（一）数字经济发展取得了新的显著成效', 'past'],
  ['三、智能制造', '（一）发展目标', 'ahead'],
  ['三、智能制造', '（一）推广应用', 'unknown'],
];

it.each(CASES)('%s › %s: %s', (outer, inner, tense) => {
  const text = `云澜市数字化方案\n\n${outer}\n\n${inner}\n\n建成智能工厂100家，数字化研发设计工具普及率达到85%。\n`;
  const document = parseDocument(text, { id: 'a' });
  expect(document.passages.at(-1)?.headingPath).toEqual([outer, inner]);
  expect(readTenses(document).at(-1)).toBe(tense);
});
