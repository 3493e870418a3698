import { describe, expect, it } from 'vitest';
import { findBreadcrumbs, findPageNumbers, isWebNoise } from '../../../src/document/noise';
import { measureWraps } from '../../../src/document/wraps';
import { linesOf } from '../../support/document-blocks';

const isNoise = (text: string): boolean => linesOf(text).every(isWebNoise);

describe('isWebNoise', () => {
  it.each([
    '打印',
    '【关闭】',
    '分享到：微信',
    '【字体：',
    '大',
    '扫一扫在手机打开',
    '上一篇：通知',
    '当前位置：首页',
    '责任编辑：王某',
    '**更新时间**: 2024-01-02',
    '省报记者 张某 摄',
    '<!-- INFO END -->',
    '</div>',
    '-----',
    '* * *',
    '[原文](http://a.cn/b)',
    'https://a.cn/b',
    '版权所有：某局',
    '……',
    '★',
  ])('says so of %s', (text) => {
    expect(isNoise(text)).toBe(true);
  });

  it.each([
    '打印设备更新',
    '分享经济',
    '大数据',
    '首页设计规范',
    '一、打印',
    '主办方应当负责。',
    '7',
    '拍摄',
  ])('does not say so of %s', (text) => {
    expect(isNoise(text)).toBe(false);
  });
});

describe('findBreadcrumbs', () => {
  it('finds the marks, the names between them and the column below', () => {
    const lines = linesOf('首页\n>\n要闻\n>\n本地要闻\n本地要闻\n某市工作报告');
    const found = findBreadcrumbs(lines);
    expect(lines.filter((line) => !found.has(line)).map(({ text }) => text)).toEqual([
      '某市工作报告',
    ]);
  });

  it('leaves long lines beside a mark', () => {
    const lines = linesOf('各市人民政府要加强组织领导。\n>\n推动落实各项任务，压实各方责任。');
    expect(findBreadcrumbs(lines).size).toBe(1);
  });
});

describe('findPageNumbers', () => {
  const wide = '各地各部门要加强组织领导，完善工作机制，压实工作责任，确保各项任务';
  const pageNumbersOf = (text: string): readonly string[] => {
    const lines = linesOf(text);
    const found = findPageNumbers(lines, measureWraps(lines));
    return lines.filter((line) => found.has(line)).map((line) => line.text);
  };

  it.each([
    [
      'decorated',
      '甲乙。\n— 3 —\n- 4 -\n第 5 页\n第5页 共9页\n6 / 9\n丙',
      ['— 3 —', '4 -', '第 5 页', '第5页 共9页', '6 / 9'],
    ],
    ['the last one cut off', '以优异成绩迎接建市六十周年！\n— 23', ['— 23']],
    ['bare, in a hard-wrapped text', `${`${wide}\n`.repeat(5)}12\n${wide}`, ['12']],
    [
      'bare, counting on',
      `${wide}。\n${wide}\n1\n${wide}。\n${wide}\n${wide}\n2\n${wide}。`,
      ['1', '2'],
    ],
  ])('finds them %s', (_, text, expected) => {
    expect(pageNumbersOf(text)).toEqual(expected);
  });

  it.each([
    ['cells of a table', '序号\n1\n单位\n2\n名称\n3'],
    ['a year', '甲乙丙。\n2021\n丁'],
    ['a negative number in a table', '增速\n-5\n占比'],
  ])('finds none in %s', (_, text) => {
    expect(pageNumbersOf(text)).toEqual([]);
  });
});
