import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJiebaSegmenter, type Segmenter, type Token } from '../../../src/segment';
import { policyTerms } from '../../support/policy-terms';

const plain = createJiebaSegmenter();
const withTerms = createJiebaSegmenter({ terms: policyTerms });

function wordsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.map((token) => token.text);
}

function cut(segmenter: Segmenter, text: string): string {
  return wordsOf(segmenter.segment(text)).join('/');
}

describe('createJiebaSegmenter', () => {
  it.each(policyTerms)('keeps %s whole on its own and in a sentence', (term) => {
    expect(wordsOf(withTerms.segment(term))).toEqual([term]);
    const sentence = wordsOf(withTerms.segment(`要推进${term}的建设，加强${term}。`));
    expect(sentence.filter((word) => word === term)).toHaveLength(2);
  });

  const sentences: readonly (readonly [name: string, text: string, words: string])[] = [
    ['keeps what jieba would cut', '建设泛在智联的网络', '建设/泛在智联/的/网络'],
    ['keeps a term in any case', '部署5g网络和IPV6', '部署/5g网络/和/IPV6'],
    ['keeps quotes with their term', '推进“互联网+”行动', '推进/“互联网+”/行动'],
    ['takes the longer term', '培育数据要素市场', '培育/数据要素市场'],
    ['forces a long term into a word', '遵守数据安全法', '遵守/数据安全/法'],
    [
      'lets a short term give way to words',
      '扩大数据开放，壮大数据服务',
      '扩大/数据开放/，/壮大/数据服务',
    ],
    ['lets a short term give way inside words', '计算力度和诚信创新', '计算/力度/和/诚信/创新'],
    ['finds a long term behind one that gave way', '扩大数据要素供给', '扩大/数据要素/供给'],
    ['leaves Latin words whole', 'MAIN与AI', 'MAIN/与/AI'],
  ];

  it.each(sentences)('%s', (_name, text, words) => {
    expect(cut(withTerms, text)).toBe(words);
  });

  it('cuts like bare jieba without terms', () => {
    expect(cut(plain, '建设泛在智联的网络')).toBe('建设/泛/在/智联/的/网络');
  });

  it('does not carry the terms of one segmenter into another', () => {
    createJiebaSegmenter({ terms: ['在智'] });
    expect(cut(createJiebaSegmenter(), '建设泛在智联的网络')).toBe(
      cut(plain, '建设泛在智联的网络'),
    );
  });

  it('adds the words inside words for search, by start, then by end', () => {
    const tokens = withTerms.segmentForSearch('数据要素市场和5G网络');
    expect(tokens.map(({ text, start, end }) => `${text} ${start} ${end}`)).toEqual([
      '数据 0 2',
      '数据要素 0 4',
      '数据要素市场 0 6',
      '要素 2 4',
      '市场 4 6',
      '和 6 7',
      '5G 7 9',
      '5G网络 7 11',
      '网络 9 11',
    ]);
  });

  it('places words that come twice inside a word', () => {
    const segmenter = createJiebaSegmenter({ terms: ['数据和数据'] });
    const tokens = segmenter.segmentForSearch('数据和数据');
    expect(tokens.map(({ text, start }) => `${text} ${start}`)).toEqual([
      '数据 0',
      '数据和数据 0',
      '数据 3',
    ]);
  });

  it('gives nothing for nothing', () => {
    expect(withTerms.segment('')).toEqual([]);
    expect(withTerms.segmentForSearch('')).toEqual([]);
    expect([...withTerms.boundaries('')]).toEqual([]);
  });

  it('names the installed version of the binding', () => {
    const manifest = join(import.meta.dirname, '../../../node_modules/@node-rs/jieba/package.json');
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    expect(plain).toMatchObject({ name: 'jieba', version });
  });

  it('has a version of its own for every set of terms', () => {
    const versionOf = (terms: readonly string[]): string => createJiebaSegmenter({ terms }).version;
    expect(versionOf(['算力', '信创'])).toBe(versionOf(['信创', '算力', '信创']));
    expect(new Set([plain.version, versionOf(['算力']), versionOf(['信创'])]).size).toBe(3);
  });

  it.each([
    ['an empty term', ''],
    ['a lone surrogate', '\udfb7'],
  ])('refuses %s', (_name, term) => {
    expect(() => createJiebaSegmenter({ terms: [term] })).toThrow(/createTermMatcher: expected/);
  });

  const hostile: readonly (readonly [name: string, text: string])[] = [
    ['lone surrogates', '数据\ud800要素\udc00数据要素\ud83d'],
    ['NUL and controls', '数据\0要素\u0001数据要素\u007f'],
    ['astral characters', '𠮷野家😀数据要素👨‍👩‍👧𠀀'],
    ['odd spaces', ' \t\r\n\u3000数据\u00a0要素\u2028\ufeff'],
    ['combining marks', 'e\u0301数据\u0300要素'],
    ['a long Latin run', 'a'.repeat(100_000)],
    ['a long run of line breaks', '\n'.repeat(100_000)],
  ];

  it.each(hostile)('loses nothing of %s', (_name, text) => {
    const tokens = withTerms.segment(text);
    expect(wordsOf(tokens).join('') === text).toBe(true);
    for (const { text: word, start, end } of withTerms.segmentForSearch(text)) {
      expect(word === text.slice(start, end) && word !== '').toBe(true);
    }
  });

  it('cuts 10 MB without a line break, and keeps terms whole across calls', () => {
    const unit = '推进数据要素市场化配置改革';
    const text = unit.repeat(Math.ceil(3_500_000 / unit.length));
    const ends = withTerms.boundaries(text);
    expect(ends.at(-1)).toBe(text.length);
    const isEnd = new Uint8Array(text.length + 1);
    for (const end of ends) isEnd[end] = 1;
    for (let start = 2; start < text.length; start += unit.length) {
      const inside = isEnd.subarray(start + 1, start + 7);
      if (isEnd[start] !== 1 || isEnd[start + 7] !== 1 || inside.includes(1)) {
        expect.fail(`数据要素市场化 is not whole at ${start}`);
      }
    }
  });
});
