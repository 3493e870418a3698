import { describe, expect, it } from 'vitest';
import type { Region } from '../../../src/document';
import {
  createSearchIndex,
  type Explanation,
  PLAIN_BM25_SETTINGS,
  type SearchDocument,
  type SearchIndex,
  type SearchSettingsChange,
} from '../../../src/search';
import { createJiebaSegmenter } from '../../../src/segment';

const segmenter = createJiebaSegmenter();
const ZHEJIANG: Region = { code: '330000', name: '浙江省', level: 'province' };
const HANGZHOU: Region = { code: '330100', name: '浙江省杭州市', level: 'prefecture' };
const ENSHI: Region = {
  code: '422800',
  name: '湖北省恩施土家族苗族自治州',
  level: 'prefecture',
};
const COUNTRY: Region = { code: '100000', name: '全国', level: 'country' };

interface Draft {
  readonly id: string;
  readonly title?: string;
  readonly region?: Region;
  /** Heading and text. */
  readonly passages: readonly (readonly [heading: string, text: string])[];
}

function createDocument({ id, title = id, region, passages }: Draft): SearchDocument {
  const span = { start: 0, end: 1 };
  return {
    id,
    title,
    issuer: [],
    documentNumber: undefined,
    genre: undefined,
    issuedOn: undefined,
    region,
    passages: passages.map(([heading, text], i) => ({
      id: `${id}#${i}`,
      text,
      span,
      pieces: [span],
      headingPath: [heading],
      headingSpans: [span],
      tags: [],
    })),
  };
}

function createIndex(drafts: readonly Draft[], settings: SearchSettingsChange = {}): SearchIndex {
  return createSearchIndex(drafts.map(createDocument), { segmenter, settings });
}

function listIds(index: SearchIndex, query: string, limit = 100, offset = 0): readonly string[] {
  return index.search(query, { limit, offset }).hits.map(({ passage }) => passage.id);
}

/** One passage on data alone among fishery, one among others on data. */
const COMPANY: readonly Draft[] = [
  {
    id: 'alone',
    passages: [
      ['渔业', '数据应当归档。'],
      ['渔业', '渔船应当登记。'],
    ],
  },
  {
    id: 'together',
    passages: [
      ['数字', '数据应当归档。'],
      ['数字', '数据应当共享。'],
      ['其他', '数据应当开放。'],
    ],
  },
];
const ONLY_CONTEXT = { heading: { weight: 0 }, title: { weight: 0 } };

describe('context of a passage', () => {
  it('puts a passage whose document and section match behind one that stands alone without it only', () => {
    const without = createIndex(COMPANY, { ...ONLY_CONTEXT, context: { depth: 0 } });
    expect(listIds(without, '数据归档').slice(0, 2)).toEqual(['alone#0', 'together#0']);
    expect(listIds(createIndex(COMPANY, ONLY_CONTEXT), '数据归档').slice(0, 2)).toEqual([
      'together#0',
      'alone#0',
    ]);
  });

  it('counts documents of one title as one, so that articles may be indexed one by one', () => {
    const drafts = COMPANY.flatMap(({ id, passages }) =>
      passages.map((passage, i) => ({ id: `${id}-${i}`, title: id, passages: [passage] })),
    );
    expect(listIds(createIndex(drafts, ONLY_CONTEXT), '数据归档')[0]).toBe('together-0#0');
  });

  it.each([
    '强化企业主体作用',
    '（二）强化企业主体作用',
    '强化  企业主体 作用。',
    '二強化企業主體作用',
  ])('puts first what stands under the heading that %j is, and says so', (query) => {
    const drafts: readonly Draft[] = [
      { id: 'speaks', passages: [['一、总体要求', '强化企业主体作用，强化企业主体作用。']] },
      { id: 'named', passages: [['（二）强化企业主体作用', '支持链主单位牵头。']] },
      { id: 'longer', passages: [['（三）强化企业主体作用机制', '企业主体作用强化。']] },
    ];
    expect(listIds(createIndex(drafts), query)[0]).toBe('named#0');
    const off = createIndex(drafts, { context: { heading: 0 } });
    expect(listIds(off, '强化企业主体作用')[0]).not.toBe('named#0');
    const [hit] = createIndex(drafts).search(query, { explain: true }).hits;
    const own = hit?.explanation?.parts.at(-1);
    expect(own).toMatchObject({ description: 'context: the heading', kind: 'product' });
    expect(own?.value).toBeGreaterThan(0);
    expect(hit?.explanation?.value).toBe(hit?.rawScore);
  });

  it('asks for a heading by words alone', () => {
    const drafts: readonly Draft[] = [
      { id: 'speaks', passages: [['渔业', '数据共享与数据共享。']] },
      { id: 'named', passages: [['数据共享', '渔船应当登记。']] },
    ];
    expect(listIds(createIndex(drafts), '数据共享')[0]).toBe('named#0');
    expect(listIds(createIndex(drafts), '数据共享 -农业')[0]).toBe('speaks#0');
  });

  it('gives the same list page by page, across the depth', () => {
    const passages = Array.from({ length: 30 }, (_, i): [string, string] => [
      `第${i % 4}节`,
      `数据${'共享'.repeat(i % 7)}与${'渔业'.repeat(i % 5)}。`,
    ]);
    const drafts = ['a', 'b', 'c'].map((id) => ({ id, passages }));
    const index = createIndex(drafts, { context: { depth: 25 } });
    const whole = listIds(index, '数据共享');
    const paged = Array.from({ length: 13 }, (_, page) => listIds(index, '数据共享', 7, page * 7));
    expect(paged.flat()).toEqual(whole.slice(0, 91));
    expect(new Set(whole).size).toBe(90);
    const scores = index.search('数据共享', { limit: 100 }).hits.map(({ rawScore }) => rawScore);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('gives the same scores when sorted otherwise or grouped', () => {
    const index = createIndex(COMPANY);
    const scoresBy = (options: Parameters<SearchIndex['search']>[1]): Map<string, number> =>
      new Map(
        index
          .search('数据归档', options)
          .hits.map(({ passage, rawScore }) => [passage.id, rawScore] as const),
      );
    const expected = scoresBy({});
    expect(expected.size).toBe(4);
    expect(scoresBy({ sort: 'position' })).toEqual(expected);
    expect(scoresBy({ groupBy: 'document' })).toEqual(expected);
  });
});

describe('regional documents', () => {
  const passages = [['总则', '数据应当依法共享。']] as const;
  const drafts = [
    { id: 'zhejiang', region: ZHEJIANG, passages },
    { id: 'country', region: COUNTRY, passages },
    { id: 'nowhere', passages },
  ];
  const index = createIndex(drafts, { title: { weight: 0 } });

  it('stand behind those of the country', () => {
    expect(listIds(index, '数据共享')).toEqual(['country#0', 'nowhere#0', 'zhejiang#0']);
  });

  it.each(['浙江数据共享', '浙江省数据共享'])('stand in their place for %s', (query) => {
    expect(listIds(index, query)[0]).toBe('zhejiang#0');
  });

  it.each([
    ['杭州的数据共享', 'hangzhou'],
    ['浙江省政府数据共享', 'zhejiang'],
    ['恩施州数据共享', 'enshi'],
  ])('stand before all others where the query names their region: %s', (query, id) => {
    const named = createIndex(
      [
        { id: 'country', region: COUNTRY, passages },
        { id: 'nowhere', passages },
        { id: 'enshi', region: ENSHI, passages },
        { id: 'zhejiang', region: ZHEJIANG, passages },
        { id: 'hangzhou', region: HANGZHOU, passages },
      ],
      { title: { weight: 0 } },
    );
    const [first = ''] = listIds(named, query);
    expect(first).toBe(`${id}#0`);
    // What lies within counts, what lies around does not.
    const of = (id: string): number =>
      named.search(query).hits.find(({ document }) => document.id === id)!.rawScore;
    expect(of('hangzhou') === of('zhejiang')).toBe(query.includes('浙江') || id === 'enshi');
  });

  it.each(['数据安全国标', '数据共享大同小异'])('are not named inside other words: %s', (query) => {
    const others = createIndex(
      [
        {
          id: 'datong',
          region: { code: '140200', name: '山西省大同市', level: 'prefecture' },
          passages,
        },
        { id: 'country', region: COUNTRY, passages },
      ],
      { title: { weight: 0 } },
    );
    expect(listIds(others, query)[0]).toBe('country#0');
  });

  it('are not named once they are gone', () => {
    const left = createIndex([{ id: 'country', region: COUNTRY, passages }]);
    const removed = left.add([createDocument({ id: 'zhejiang', region: ZHEJIANG, passages })]);
    const [hit] = removed.remove(['zhejiang']).search('浙江数据共享').hits;
    expect(hit?.rawScore).toBe(left.search('浙江数据共享').hits[0]?.rawScore);
  });

  it('stand in their place where a filter asks for regions', () => {
    const { hits } = index.search('数据共享', { filter: { region: ['浙江', '全国'] } });
    expect(hits.map(({ passage }) => passage.id)).toEqual(['zhejiang#0', 'country#0']);
  });

  it('stand in their place where the setting is 1', () => {
    const { hits } = index.search('数据共享', { settings: { regional: 1 } });
    expect(hits[0]?.passage.id).toBe('zhejiang#0');
  });
});

/** What an explanation comes to, computed anew from its leaves. */
function recompute({ kind, value, parts }: Explanation): number {
  const values = parts.map(recompute);
  switch (kind) {
    case 'sum':
      return values.reduce((sum, part) => sum + part, 0);
    case 'product':
      return values.reduce((product, part) => product * part, 1);
    case 'max':
      return Math.max(0, ...values);
    case 'quotient':
      return values[0]! / values[1]!;
    case 'saturation':
      return values[0]! / (values[1]! + values[0]!);
    case 'value':
      return value;
  }
}

describe('explanation of context', () => {
  it('adds up to the rawScore, with a regional document and beyond the depth', () => {
    const drafts = COMPANY.map((draft) =>
      draft.id === 'together' ? { ...draft, region: ZHEJIANG } : draft,
    );
    const index = createIndex(drafts, { context: { depth: 2 } });
    const { hits } = index.search('数据归档', { explain: true });
    expect(hits).toHaveLength(4);
    for (const { rawScore, score, explanation } of hits) {
      expect(recompute(explanation!)).toBe(rawScore);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
    expect(JSON.stringify(hits[0]?.explanation)).toContain('context: the document');
    expect(JSON.stringify(hits[3]?.explanation)).not.toContain('context: the document');
    expect(JSON.stringify(hits.map(({ explanation }) => explanation))).toContain('regional:');
  });
});

describe('settings of context', () => {
  it('are off in plain BM25', () => {
    expect(PLAIN_BM25_SETTINGS.context.depth).toBe(0);
    expect(PLAIN_BM25_SETTINGS.regional).toBe(1);
  });

  it.each([
    [{ context: { depth: 1.5 } }, 'settings.context.depth'],
    [{ context: { depth: 1001 } }, 'settings.context.depth'],
    [{ context: { section: -1 } }, 'settings.context.section'],
    [{ regional: 1.1 }, 'settings.regional'],
  ])('are refused out of range: %j', (settings, where) => {
    expect(() => createIndex([], settings)).toThrow(where);
  });
});
