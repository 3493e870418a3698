import { describe, expect, it } from 'vitest';
import { isFrameHeading } from '../../../../src/extract/derive/frame-headings';
import { isTermPart, isWeakWord } from '../../../../src/extract/derive/stop-words';

describe('isFrameHeading', () => {
  it.each([
    '总则',
    '附则',
    '总体要求',
    '指导思想',
    '基本原则',
    '发展目标',
    '发展现状与形势',
    '总体思路与目标',
    '战略态势',
    '发展回顾',
    '组织实施',
    '规划实施',
    '保障措施',
    '强化组织保障',
    '加强组织领导',
    '政策措施',
    '重要意义',
    '发展基础和面临形势',
    '健全保障机制',
  ])('frames: %s', (heading) => {
    expect(isFrameHeading(heading)).toBe(true);
  });

  it.each([
    '',
    '强化数据安全保障',
    '夯实数字基础',
    '优化营商环境',
    '重点任务',
    '主要任务',
    '健全数据要素市场化机制',
    '发展智慧农业',
    '优先行动',
    '构建社会信用体系',
    '目标任务',
  ])('has a subject: %s', (heading) => {
    expect(isFrameHeading(heading)).toBe(false);
  });
});

describe('isTermPart', () => {
  it.each(['数据', '5G', 'IPv6', '经济', '平等', '普及', '和谐'])('takes %s', (word) => {
    expect(isTermPart(word)).toBe(true);
  });

  it.each(['的', '推进', '三十', '2025', 'a', '，', '和物', '化等', '第二', '万公里', '百分点'])(
    'leaves %s',
    (word) => {
      expect(isTermPart(word)).toBe(false);
    },
  );

  it('knows the words that need a neighbour', () => {
    expect(['经济', '体系', '数字经济', '数据'].map(isWeakWord)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
