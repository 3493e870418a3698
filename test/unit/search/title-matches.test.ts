// A query that is the title of a document finds the document before what cites it.
import { describe, expect, it } from 'vitest';
import { createSearchIndex } from '../../../src/search';
import { createJiebaSegmenter } from '../../../src/segment';
import { createDocument } from '../../support/search-documents';

const passages = [{ text: '现将有关事项通知如下。' }, { text: '加强组织领导，推动算力发展。' }];
const index = createSearchIndex(
  [
    createDocument({
      id: 'cites',
      title: '数字云澜工作要点',
      passages: [
        {
          text: '贯彻《国务院关于印发“十四五”云澜算力发展规划的通知》，落实“十四五”云澜算力发展规划。',
        },
        { text: '依照浙江省算力促进条例、算力促进条例和中华人民共和国算力法办理。' },
      ],
    }),
    createDocument({
      id: 'notice',
      title: '国务院关于印发“十四五”云澜算力发展规划的通知',
      passages,
    }),
    createDocument({
      id: 'local',
      title: '浙江省算力促进条例（2021修订）',
      region: { code: '330000', name: '浙江省', level: 'province' },
      passages,
    }),
    createDocument({ id: 'law', title: '中华人民共和国算力法', passages }),
    createDocument({ id: 'short', title: '算力', passages }),
  ],
  { segmenter: createJiebaSegmenter() },
);

function findDocuments(query: string): readonly string[] {
  return index.search(query).hits.map(({ document }) => document.id);
}

describe('a query that is a title', () => {
  it.each([
    ['国务院关于印发“十四五”云澜算力发展规划的通知', 'notice'],
    ['《国务院关于印发十四五云澜算力发展规划的通知》', 'notice'],
    ['十四五 云澜算力发展规划', 'notice'],
    ['关于印发“十四五”云澜算力发展规划的通知', 'notice'],
    ['浙江省算力促进条例', 'local'],
    ['算力促进条例', 'local'],
    ['算力法', 'law'],
    ['算力法 year:..2030', 'none'],
    ['中华人民共和国算力法', 'law'],
    ['算力', 'short'],
  ])('%s has %s first', (query, id) => {
    expect(findDocuments(query)[0] ?? 'none').toBe(id);
  });

  it('finds all passages of the document, and adds up', () => {
    const { hits } = index.search('算力促进条例', { explain: true });
    expect(
      hits
        .slice(0, 2)
        .map(({ passage }) => passage.id)
        .toSorted(),
    ).toEqual(['local#p1', 'local#p2']);
    for (const { rawScore, score, explanation } of hits) {
      expect(explanation?.value).toBe(rawScore);
      expect(score).toBeLessThanOrEqual(1);
    }
    expect(JSON.stringify(hits[0]?.explanation)).toContain('the title of the document');
  });

  it('is no more than its words beside a phrase, and without phrases', () => {
    expect(findDocuments('算力促进条例 "办理"')).toEqual(['cites']);
    const { hits } = index.search('算力促进条例', { settings: { phrase: 0 } });
    expect(hits[0]?.document.id).toBe('cites');
  });
});
