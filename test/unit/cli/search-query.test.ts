// The query of a command line: where its filters stand.
import { describe, expect, it } from 'vitest';
import { readSearchQuery } from '../../../src/cli/search-query';
import { createSearchIndex, parseQuery } from '../../../src/search';
import { createJiebaSegmenter } from '../../../src/segment';
import { sampleDocuments } from '../../support/search-documents';

describe('readSearchQuery', () => {
  it.each<[string, readonly string[], string]>([
    ['公共数据', [], '公共数据'],
    ['', ['year=2021'], 'year:2021'],
    ['公共数据 -规划', ['region=浙江', 'issuer=a b'], '公共数据 -规划 region:浙江 issuer:"a b"'],
  ])('of %j with %j is %j, every clause at its place', (text, filters, joined) => {
    expect(readSearchQuery(text, filters)).toEqual(parseQuery(joined));
  });

  it('is corrected with its filters', () => {
    const index = createSearchIndex(sampleDocuments, { segmenter: createJiebaSegmenter() });
    const query = readSearchQuery('公共数据', ['genre=规化', 'region=浙江']);
    expect(index.correct(query)?.text).toBe('公共数据 genre:规划 region:浙江');
  });
});
