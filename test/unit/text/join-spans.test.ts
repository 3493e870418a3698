import { describe, expect, it } from 'vitest';
import { joinSpans, type Span } from '../../../src/text';

function spanEach(source: string, separator: string): Span[] {
  let start = 0;
  return source.split(separator).map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + separator.length;
    return span;
  });
}

describe('joinSpans', () => {
  it.each([
    ['Chinese lines', '推进数据\n共享', '推进数据共享'],
    ['Latin words', 'cloud\ncomputing', 'cloud computing'],
    ['digits', 'IPv6\n2025年', 'IPv6 2025年'],
    ['full-width letters', '５Ｇ\nＡＩ', '５Ｇ ＡＩ'],
    ['Latin before Chinese', '5G\n网络', '5G网络'],
    ['Chinese before Latin', '建设\n5G', '建设5G'],
    ['Latin punctuation', 'data,\nand', 'data,and'],
    ['an empty line between words', 'a\n\nb', 'a b'],
  ])('joins %s', (_name, source, expected) => {
    expect(joinSpans(source, spanEach(source, '\n')).text).toBe(expected);
  });

  it('maps the space put in to the gap', () => {
    const joined = joinSpans('ab\n  cd', [
      { start: 0, end: 2 },
      { start: 5, end: 7 },
    ]);
    expect(joined.spanToSource({ start: 2, end: 3 })).toEqual({ start: 2, end: 5 });
    expect(joined.spanToSource({ start: 1, end: 4 })).toEqual({ start: 1, end: 6 });
    expect(joined.spanToSource({ start: 3, end: 3 })).toEqual({ start: 5, end: 5 });
  });

  it('puts nothing between spans that touch', () => {
    const joined = joinSpans('abcd', [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
    expect(joined.text).toBe('abcd');
    expect(joined.toSource(2)).toBe(2);
  });

  it('keeps the place of an empty text', () => {
    expect(joinSpans('数据', []).toSource(0)).toBe(0);
    const joined = joinSpans('数据', [{ start: 1, end: 1 }]);
    expect(joined.text).toBe('');
    expect(joined.spanToSource({ start: 0, end: 0 })).toEqual({ start: 1, end: 1 });
  });

  it.each<[string, Span[]]>([
    ['outside the source', [{ start: 0, end: 9 }]],
    ['reversed', [{ start: 2, end: 1 }]],
    [
      'overlapping',
      [
        { start: 0, end: 2 },
        { start: 1, end: 3 },
      ],
    ],
    [
      'out of order',
      [
        { start: 2, end: 3 },
        { start: 0, end: 1 },
      ],
    ],
    ['not whole', [{ start: 0.5, end: 1 }]],
  ])('throws for spans that are %s', (_name, spans) => {
    expect(() => joinSpans('数据要素', spans)).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});
