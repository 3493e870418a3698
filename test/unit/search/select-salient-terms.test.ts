// More-like-this: which terms tell a passage from others.
import { describe, expect, it } from 'vitest';
import { selectSalientTerms } from '../../../src/search/assist';
import { createJiebaSegmenter } from '../../../src/segment';
import { createNaiveVocabulary } from '../../support/naive-vocabulary';

const segmenter = createJiebaSegmenter();
const passages = [
  '数据和算力',
  '数据和算力网络',
  '数据的安全',
  '数据 2021',
  '数据 2021',
  '如何用数据',
  '如何用数据',
  '孤例数据',
];
const vocabulary = createNaiveVocabulary(passages, segmenter);

function select(text: string, maxTerms?: number): readonly string[] {
  const options = maxTerms === undefined ? {} : { maxTerms };
  return selectSalientTerms(text, segmenter, vocabulary, options).map(({ term }) => term);
}

describe('selectSalientTerms', () => {
  it('puts the rare before the common, and leaves out what no two passages hold and what says nothing', () => {
    expect(select('如何用数据和算力，2021年的孤例')).toEqual(['算力', '数据']);
  });

  it('keeps as many as it may', () => {
    expect(select('数据和算力', 1)).toEqual(['算力']);
    expect(select('')).toEqual([]);
  });

  it('weighs as BM25 does', () => {
    const [term] = selectSalientTerms('算力，算力', segmenter, vocabulary);
    expect(term?.weight).toBeCloseTo(((2 * 2.2) / 3.2) * Math.log(1 + 6.5 / 2.5), 12);
  });
});
