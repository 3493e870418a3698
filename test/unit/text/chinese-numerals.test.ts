import { describe, expect, it } from 'vitest';
import { formatChineseNumeral, parseChineseNumeral } from '../../../src/text';

describe('parseChineseNumeral', () => {
  it.each([
    ['零', 0],
    ['〇', 0],
    ['一', 1],
    ['两', 2],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['廿', 20],
    ['廿一', 21],
    ['卅二', 32],
    ['九十九', 99],
    ['一百', 100],
    ['一百零三', 103],
    ['一百〇三', 103],
    ['一百一十', 110],
    ['一百十二', 112],
    ['一千零二十', 1020],
    ['一千零五', 1005],
    ['两千五百', 2500],
    ['壹贰', 12],
    ['壹佰贰拾叁', 123],
    ['二〇二一', 2021],
    ['二○二五', 2025],
    ['三万', 30_000],
    ['三万五千', 35_000],
    ['十万零五百', 100_500],
    ['一百二十万', 1_200_000],
    ['一亿', 1e8],
    ['一亿零三', 100_000_003],
    ['一万亿', 1e12],
    ['兩萬', 20_000],
    ['三億', 3e8],
    ['12', 12],
    ['１２', 12],
    ['007', 7],
    ['1,200', 1200],
    ['１，２００', 1200],
    ['3.5', 3.5],
    ['3.5万', 35_000],
    ['1.1亿', 110_000_000],
    ['5千万', 50_000_000],
    ['2万亿', 2e12],
    ['3亿5000万', 350_000_000],
  ])('reads %s as %d', (text, expected) => {
    expect(parseChineseNumeral(text)).toBe(expected);
  });

  it.each([
    '',
    '数',
    '百',
    '万',
    '亿',
    '十十',
    '十百',
    '一百三',
    '三万五',
    '一千零',
    '十万零',
    '一百零零三',
    '廿十',
    '一廿',
    '三一十',
    '零万',
    '万万',
    '第一',
    '一 十',
    '十几',
    '1,20',
    '1.2.3',
    '3.5个',
    '-1',
    '9007199254740992',
    '九'.repeat(17),
    '一'.repeat(1_000_000),
  ])('refuses %j', (text) => {
    expect(parseChineseNumeral(text)).toBeUndefined();
  });
});

describe('formatChineseNumeral', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [103, '一百零三'],
    [110, '一百一十'],
    [1000, '一千'],
    [1005, '一千零五'],
    [10_010, '一万零一十'],
    [99_999, '九万九千九百九十九'],
  ])('writes %d as %s', (value, expected) => {
    expect(formatChineseNumeral(value)).toBe(expected);
  });

  it.each([0, -1, 1.5, 100_000, Number.NaN])('throws for %d', (value) => {
    expect(() => formatChineseNumeral(value)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });

  it('is read back over its whole range', () => {
    const wrong: number[] = [];
    for (let value = 1; value <= 99_999; value++) {
      if (parseChineseNumeral(formatChineseNumeral(value)) !== value) wrong.push(value);
    }
    expect(wrong).toEqual([]);
  });
});
