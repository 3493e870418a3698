import { expect, it } from 'vitest';
import { scoreRankings } from '../../src/evaluate';
import {
  createSearchIndex,
  PLAIN_BM25_SETTINGS,
  type SearchSettingsChange,
} from '../../src/search';
import { createJiebaSegmenter } from '../../src/segment';
import { describeWithShared } from '../support/shared';
import { loadStard } from '../support/stard';

// A small form of bench/search-retrieval.ts: few statutes beside the judged articles, every tenth question.
describeWithShared('search on lay questions', (shared) => {
  const collection = loadStard(shared, { maxStatutes: 40 });
  const { documents, queries, names } = collection;
  const index = createSearchIndex(documents, { segmenter: createJiebaSegmenter() });
  const asked = queries.filter((_, i) => i % 10 === 0);

  const measure = (settings: SearchSettingsChange): number => {
    const samples = asked.map(({ text, relevant }) => ({
      ranked: index
        .search(text, { limit: 100, countTotal: false, settings })
        .hits.map(({ passage }) => names.get(passage.id) ?? passage.id),
      relevance: relevant,
    }));
    return scoreRankings(samples, { resamples: 1 })?.ndcgAt10.value ?? 0;
  };

  it('has every judged article, under one name', () => {
    const known = new Set(names.values());
    expect(queries.flatMap(({ relevant }) => relevant).filter((name) => !known.has(name))).toEqual(
      [],
    );
    expect(asked).toHaveLength(124);
  });

  it('finds more with the default settings than plain BM25 does', () => {
    const [plain, own] = [measure(PLAIN_BM25_SETTINGS), measure({})];
    expect(plain).toBeGreaterThan(0.45);
    expect(own).toBeGreaterThan(plain + 0.02);
  });
});
