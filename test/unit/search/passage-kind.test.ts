import { describe, expect, it } from 'vitest';
import { classifyPassage } from '../../../src/search/passage-kind';

describe('classifyPassage', () => {
  it.each<[number, string]>([
    [0, '推动公共数据资源开放共享。'],
    [0, '（一）推动公共数据资源开放共享，培育数据要素市场。'],
    [0, '到2025年建成5G基站100'],
    [0, '增长3.5'],
    [0, '范围为10-20'],
    [0, ''],
    [1, '（一）加强组织领导'],
    [1, '第一章 总则'],
    [1, '一、总体要求'],
    [1, '附件'],
    [2, '第一章 总则…………3'],
    [2, '一、总体要求......12 '],
    [2, '（二）主要任务\t\t(7)'],
    [2, '附录    15'],
    [2, '目标-----9'],
  ])('says %d of %j', (kind, text) => {
    expect(classifyPassage(text)).toBe(kind);
  });
});
