import { describe, expect, it } from 'vitest';
import { ZhengceError } from '../../../src/errors';
import { createTermMatcher, TERM_MATCH_WIDTH, type TermMatch } from '../../../src/segment';

function wordsOf(text: string, matches: readonly TermMatch[]): readonly string[] {
  return matches.map(({ start, end }) => text.slice(start, end));
}

describe('createTermMatcher', () => {
  const cases: readonly (readonly [
    name: string,
    terms: readonly string[],
    text: string,
    found: readonly string[],
  ])[] = [
    ['finds a term', ['一网通办'], '推进一网通办', ['一网通办']],
    ['prefers the longer', ['数据', '数据要素', '要素市场'], '数据要素市场', ['数据要素']],
    ['prefers the left to the longer', ['大数据', '数据要素市场'], '大数据要素市场', ['大数据']],
    ['finds neighbours', ['算力', '网络'], '算力网络', ['算力', '网络']],
    ['finds repetitions', ['政政'], '政政政政政', ['政政', '政政']],
    ['falls back to a suffix', ['数字孪生城', '孪生城市'], '数字孪生城市', ['数字孪生城']],
    ['finds what begins in a failed start', ['甲乙丙丁', '乙丙'], '甲乙丙', ['乙丙']],
    ['takes any case', ['5G网络'], '5g网络', ['5g网络']],
    ['keeps out of Latin runs', ['AI'], 'MAIN、AIx、AI、生成式AI。', ['AI', 'AI']],
    ['keeps out of digit runs', ['5G', '2025年'], '15G、5G2、5G、12025年', ['5G']],
    ['lets Han touch Latin', ['5G'], '用5G网', ['5G']],
    [
      'knows quotes and signs',
      ['“互联网+”', '互联网+'],
      '“互联网+”和互联网+AI',
      ['“互联网+”', '互联网+'],
    ],
    ['finds astral characters', ['𠮷野'], '在𠮷野家', ['𠮷野']],
    ['matches half a pair nowhere', ['a'], '\ud842a\udfb7', ['a']],
    ['finds nothing in nothing', ['数据'], '', []],
    ['finds nothing without terms', [], '数据', []],
  ];

  it.each(cases)('%s', (_name, terms, text, found) => {
    expect(wordsOf(text, createTermMatcher(terms).find(text))).toEqual(found);
  });

  it('reports every occurrence by start, longest first', () => {
    const matcher = createTermMatcher(['数据', '数据要素', '要素', '据']);
    expect(matcher.findAll('数据要素')).toEqual([
      { start: 0, end: 4, term: 1 },
      { start: 0, end: 2, term: 0 },
      { start: 1, end: 2, term: 3 },
      { start: 2, end: 4, term: 2 },
    ]);
  });

  it('reports the first of equal terms', () => {
    const matcher = createTermMatcher(['IPv6', 'ipv6', 'IPv6']);
    expect(matcher.find('IPV6').map((match) => match.term)).toEqual([0]);
    expect(matcher.terms.map((term) => term.id)).toEqual([0, 1, 2]);
  });

  it('tells cases apart on demand', () => {
    const matcher = createTermMatcher(['APP', 'App'], { caseSensitive: true });
    expect(matcher.find('App、APP、app').map((match) => match.term)).toEqual([1, 0]);
  });

  it('gives the same matches as numbers', () => {
    const matcher = createTermMatcher(['数据', '数据要素', '要素']);
    const text = '数据和数据要素';
    for (const [numbers, matches] of [
      [matcher.scan(text), matcher.find(text)],
      [matcher.scanAll(text), matcher.findAll(text)],
    ] as const) {
      expect([...numbers]).toEqual(matches.flatMap(({ start, end, term }) => [start, end, term]));
      expect(numbers.length % TERM_MATCH_WIDTH).toBe(0);
    }
  });

  it.each([
    ['an empty term', ['数据', '']],
    ['a lone surrogate', ['数据', '\ud842']],
    ['a number', ['数据', 5 as unknown as string]],
  ])('refuses %s', (_name, terms) => {
    expect(() => createTermMatcher(terms)).toThrow(ZhengceError);
    expect(() => createTermMatcher(terms)).toThrow(/terms\[1\]/);
  });

  it('stays linear where every place begins a long term', () => {
    const matcher = createTermMatcher(['政'.repeat(1000)]);
    expect(matcher.find('政'.repeat(1_000_999))).toHaveLength(1000);
  });
});
