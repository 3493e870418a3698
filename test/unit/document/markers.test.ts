import { describe, expect, it } from 'vitest';
import { isCrossReference, readMarker } from '../../../src/document/markers';

describe('readMarker', () => {
  it.each([
    ['第一编 总则', 'part', 'part', 1, '第一编'],
    ['第二部分 目标', 'part', 'part', 2, '第二部分'],
    ['【第三篇】夯实基础', 'part', 'part', 3, '【第三篇】'],
    ['第 十 一 章 附 则', 'chapter', 'chapter', 11, '第 十 一 章'],
    ['第2节 范围', 'section', 'section', 2, '第2节'],
    ['第一百零九条 为了', 'article', 'article', 109, '第一百零九条'],
    ['第十条之一 为了', 'article', 'article', 10, '第十条之一'],
    ['第二款 本条', 'clause', 'paragraph', 2, '第二款'],
    ['第三项 经费', 'item', 'item', 3, '第三项'],
    ['十二、保障措施', 'han', 'level', 12, '十二、'],
    ['三. 任务', 'han', 'level', 3, '三.'],
    ['(三)培育市场', 'paren-han', 'level', 3, '(三)'],
    ['( 十 )加强领导', 'paren-han', 'level', 10, '( 十 )'],
    ['1.完善制度', 'arabic', 'level', 1, '1.'],
    ['1.2024年底前完成', 'arabic', 'level', 1, '1.'],
    ['12、完善制度', 'arabic', 'level', 12, '12、'],
    ['2.3 适用范围', 'decimal-2', 'level', 3, '2.3'],
    ['1.2.1 近期目标', 'decimal-3', 'level', 1, '1.2.1'],
    ['1.2.3.4 平台', 'decimal-4', 'level', 4, '1.2.3.4'],
    ['01 数据底座', 'zero-arabic', 'level', 1, '01'],
    ['(5)组织实施', 'paren-arabic', 'level', 5, '(5)'],
    ['3)组织实施', 'half-paren-arabic', 'level', 3, '3)'],
    ['②提升算力', 'circled', 'level', 2, '②'],
    ['(b)提升算力', 'latin', 'level', 2, '(b)'],
    ['专栏2 数字乡村工程', 'box', 'box', 2, '专栏2'],
    ['专 栏 三 数字乡村', 'box', 'box', 3, '专 栏 三'],
    ['专栏 数字乡村', 'box', 'box', undefined, '专栏'],
    ['附件1', 'attachment', 'attachment', 1, '附件1'],
    ['附件4-2', 'attachment', 'attachment', 4, '附件4-2'],
    ['附录A', 'attachment', 'attachment', undefined, '附录A'],
    ['附件:名单', 'attachment', 'attachment', undefined, '附件'],
  ])('reads %s as %s (%s) %s', (text, style, kind, ordinal, marker) => {
    const found = readMarker(text);
    expect(found).toMatchObject({ style, kind });
    expect(
      found?.ordinal === undefined || Number.isNaN(found.ordinal) ? undefined : found.ordinal,
    ).toBe(ordinal);
    expect(text.slice(0, found?.length)).toBe(marker);
  });

  it('skips the white space and punctuation after a marker', () => {
    expect('第一章  总则'.slice(readMarker('第一章  总则')?.skip)).toBe('总则');
    expect('附件:1.名单'.slice(readMarker('附件:1.名单')?.skip)).toBe('1.名单');
  });

  it.each([
    '数据要素',
    '2.5倍的增长',
    '3.6%左右',
    '1.5 亿元',
    '2021年工作',
    '100个村',
    '第一批项目',
    '第二款规定的情形',
    '专栏和附件',
    '附件1和附件2',
    '第1部分:总则',
    '(见附件)',
    'ABC公司',
    '',
  ])('finds none in %j', (text) => {
    expect(readMarker(text)).toBeUndefined();
  });
});

describe('isCrossReference', () => {
  it.each([
    ['第五条规定的情形', true],
    ['第五条第二款所称', true],
    ['第三章的要求', true],
    ['第五条、第六条', true],
    ['第五条,', true],
    ['第五条 为了', false],
    ['第三章 总则', false],
    ['第五条为了', false],
  ])('says of %s: %s', (text, expected) => {
    expect(isCrossReference(text, readMarker(text)?.length ?? 3)).toBe(expected);
  });
});
