// Suggestions, did-you-mean and more-like-this of an index.
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../src/analyzer';
import { loadPinyin } from '../../../src/search';
import { builtinTaxonomy } from '../../../src/taxonomy';

const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
const texts: Readonly<Record<string, string>> = {
  a: '一、培育数据要素市场\n推动公共数据授权运营，设立数据要素交易场所。\n加强网络安全。',
  b: '一、数据流通\n公共数据授权运营和数据要素交易场所建设。',
  c: '一、数字乡村\n发展智慧农业。',
};
const index = analyzer.createIndex(
  Object.entries(texts).map(([id, text]) => analyzer.tag(analyzer.parse(text, { id }))),
);
const pinyin = await loadPinyin();

describe('SearchIndex', () => {
  it('suggests words and headings', () => {
    const found = index.suggest('数据要素').map(({ text }) => text);
    expect(found).toContain('数据要素');
    expect(found).toContain('培育数据要素市场');
    expect(index.suggest('ggsj', { pinyin })[0]?.text).toBe('公共数据');
    expect(index.suggest('ggsj')).toEqual([]);
  });

  it('corrects what no passage holds', () => {
    expect(index.correct('数剧要素', { pinyin })?.text).toBe('数据要素');
    expect(index.correct('数据要素', { pinyin })).toBeUndefined();
  });

  it('finds passages like another, of the same document where asked for', () => {
    const id = index.search('公共数据 doc:a', { limit: 1 }).hits[0]?.passage.id ?? '';
    const like = index.findSimilar(id).hits.map(({ document }) => document.id);
    expect(like[0]).toBe('b');
    expect(like).not.toContain('a');
    const same = index
      .findSimilar(id, { sameDocument: true })
      .hits.map(({ passage }) => passage.id);
    expect(same).not.toContain(id);
    const [hit] = index.findSimilar(id, { highlight: true }).hits;
    expect(hit?.highlight?.snippets[0]?.highlights.length).toBeGreaterThan(0);
    expect(() => index.findSimilar('x')).toThrow(/findSimilar: expected the id of a passage/);
    expect(() => index.findSimilar(id, { maxTerms: 0 })).toThrow(/from 1 to 200/);
  });
});
