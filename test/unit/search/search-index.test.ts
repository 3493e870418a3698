// The search index as its users see it: filters, facets, phrases, order, pages, explanations, changes.
import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analyzer, createAnalyzer } from '../../../src/analyzer';
import {
  createSearchIndex,
  type Explanation,
  SearchIndex,
  type SearchOptions,
  type SearchResult,
} from '../../../src/search';
import { createJiebaSegmenter } from '../../../src/segment';
import { createDocument, sampleDocuments } from '../../support/search-documents';
import { tinyTaxonomy } from '../../support/tiny-taxonomy';

const segmenter = createJiebaSegmenter();
const index = createSearchIndex(sampleDocuments, {
  segmenter,
  codeSchemes: { T1: 'task', T2: 'task', T5: 'task', T6: 'task', A3: 'action' },
});

function listIds({ hits }: SearchResult): readonly string[] {
  return hits.map(({ passage }) => passage.id);
}

/** The hits in the order of the index. */
function findIds(query: string, options: SearchOptions = {}): readonly string[] {
  return listIds(index.search(query, { limit: 100, sort: 'position', ...options }));
}

const ALL = [
  'zj-plan#p1',
  'zj-plan#p2',
  'zj-plan#p3',
  'hz-notice#p1',
  'hz-notice#p2',
  'gw-opinion#p1',
  'gw-opinion#p2',
  'gw-opinion#p3',
];

function listNodes(node: Explanation): readonly Explanation[] {
  return [node, ...node.parts.flatMap(listNodes)];
}

describe('search', () => {
  it.each<[string, readonly string[]]>([
    ['', ALL],
    ['task:T6', ['hz-notice#p2', 'gw-opinion#p3']],
    ['"数据要素市场"', ['zj-plan#p1', 'gw-opinion#p1']],
    ['"數據 要素市场"', ['zj-plan#p1', 'gw-opinion#p1']],
    ['"培育数据要素市场"', ['zj-plan#p1']],
    ['"5G"', ['zj-plan#p2']],
    ['"A"', []],
    ['"AI"', ['zj-plan#p2']],
    ['"税"', []],
    ['"权"', ['gw-opinion#p1']],
    ['数据安全 -国家', ALL.slice(0, -1)],
    ['-数据', []],
    ['-数据要素', ALL.filter((id) => id !== 'zj-plan#p1' && id !== 'gw-opinion#p1')],
    ['task:T2 region:杭州', ['hz-notice#p1']],
    ['genre:意见 task:T6', ['gw-opinion#p3']],
    ['year:2022..', ALL.slice(3)],
    ['doc:hz-notice', ['hz-notice#p1', 'hz-notice#p2']],
    ['issuer:国务院', ['gw-opinion#p1', 'gw-opinion#p2', 'gw-opinion#p3']],
    ['issuer:金融管理局', ['hz-notice#p1', 'hz-notice#p2']],
    ['"组织领导" OR "数据产权"', ['zj-plan#p3', 'gw-opinion#p1']],
  ])('finds by %j', (query, expected) => {
    expect(findIds(query)).toEqual(expected);
  });

  it.each<[SearchOptions, readonly string[]]>([
    [
      { filter: { task: ['T2', 'T1'] } },
      ['zj-plan#p1', 'zj-plan#p2', 'hz-notice#p1', 'gw-opinion#p1'],
    ],
    [{ filter: { action: ['A3'] } }, ['zj-plan#p2']],
    [{ filter: { region: ['浙江省'], task: ['T2'] } }, ['zj-plan#p1', 'hz-notice#p1']],
    [{ filter: { region: ['330000'], task: ['T2'] } }, ['zj-plan#p1', 'hz-notice#p1']],
    [{ filter: { region: ['330100'], task: ['T2'] } }, ['hz-notice#p1']],
    [{ filter: { year: [2021, { from: 2023 }], task: ['T2'] } }, ['zj-plan#p1', 'hz-notice#p1']],
    [{ filter: { document: ['gw-opinion'], task: ['T2'] } }, ['gw-opinion#p1']],
    [{ filter: { genre: [] } }, []],
    [{ filter: { task: ['T6'] }, exclude: { document: ['hz-notice'] } }, ['gw-opinion#p3']],
    [
      { filter: { task: ['T6'] }, exclude: { passage: ['gw-opinion#p3', 'none'] } },
      ['hz-notice#p2'],
    ],
  ])('filters by %j', (options, expected) => {
    expect(findIds('', options)).toEqual(expected);
  });

  it('finds a word that the segmentation hides by its pairs of characters', () => {
    const hidden = createSearchIndex(
      [createDocument({ id: 'd', passages: [{ text: '建设数智乡村' }, { text: '治理城市' }] })],
      { segmenter },
    );
    expect(listIds(hidden.search('数智'))).toEqual(['d#p1']);
  });

  it('finds what stands under a heading by pairs of its characters, however it was cut', () => {
    const drafts = [
      createDocument({ id: 'd', passages: [{ text: '第一段。', headings: ['建设数智乡村'] }] }),
      createDocument({ id: 'e', passages: [{ text: '第二段。', headings: ['治理城市'] }] }),
    ];
    const withHeadings = createSearchIndex(drafts, { segmenter });
    expect(listIds(withHeadings.search('数智'))).toEqual(['d#p1']);
    const without = createSearchIndex(drafts, { segmenter, settings: { heading: { weight: 0 } } });
    expect(listIds(without.search('数智'))).toEqual([]);
  });

  it('counts a pair of characters little where a word of the query covers it', () => {
    const weightOf = (query: string, covered: number): number | undefined => {
      const settings = { bigram: { weight: 0.4, covered }, context: { depth: 0 } };
      const { hits } = index.search(query, { settings, explain: true, limit: 1 });
      const nodes = hits.flatMap(({ explanation }) => listNodes(explanation!));
      const pair = nodes.find(({ description }) => description.startsWith('pair of characters'));
      return pair?.parts[0]?.value;
    };
    expect(weightOf('公共', 0.5)).toBe(0.2);
    expect(weightOf('公共', 1)).toBe(0.4);
    expect(weightOf('公共', 0)).toBeUndefined();
  });

  it('does not require every word, and none of it gives no hits', () => {
    expect(findIds('数据安全龘靐')).toContain('hz-notice#p2');
    expect(index.search('龘靐齉')).toMatchObject({ hits: [], total: 0 });
  });

  it('counts all matches by facets, whatever is shown', () => {
    const { total, facets, hits } = index.search('数据', {
      limit: 1,
      facets: ['task', 'action', 'region', 'issuer', 'genre', 'year'],
    });
    expect(hits).toHaveLength(1);
    const matching = findIds('数据');
    expect(total).toBe(matching.length);
    expect(facets.genre).toEqual(
      ['意见', '规划', '通知']
        .map((value) => ({
          value,
          count: matching.filter((id) =>
            id.startsWith({ 意见: 'gw', 规划: 'zj', 通知: 'hz' }[value]!),
          ).length,
        }))
        .sort((a, b) => b.count - a.count),
    );
    expect(facets.task?.map(({ value }) => value)).not.toContain('A3');
    const few = index.search('', { facets: ['task', 'year'], facetLimit: 1 });
    expect(few.facets).toMatchObject({ task: [{ value: 'T2', count: 3 }] });
    expect(few.facetTotals).toEqual({ task: 4, year: expect.any(Number) as number });
    expect(index.search('', { facets: ['task', 'action', 'year', 'issuer'] }).facets).toEqual({
      task: [
        { value: 'T2', count: 3 },
        { value: 'T6', count: 2 },
        { value: 'T1', count: 1 },
        { value: 'T5', count: 1 },
      ],
      action: [{ value: 'A3', count: 1 }],
      year: [
        { value: '2021', count: 3 },
        { value: '2022', count: 3 },
        { value: '2023', count: 2 },
      ],
      issuer: [
        { value: '国务院', count: 3 },
        { value: '浙江省人民政府', count: 3 },
        { value: '杭州市人民政府', count: 2 },
        { value: '杭州市地方金融管理局', count: 2 },
      ],
    });
  });

  it('orders by date, the undated last', () => {
    const dated = index.add([createDocument({ id: 'undated', passages: [{ text: '数据安全' }] })]);
    const documentsBy = (sort: 'newest' | 'oldest'): readonly string[] => [
      ...new Set(dated.search('数据', { sort, limit: 50 }).hits.map(({ document }) => document.id)),
    ];
    expect(documentsBy('newest')).toEqual(['hz-notice', 'gw-opinion', 'zj-plan', 'undated']);
    expect(documentsBy('oldest')).toEqual(['zj-plan', 'gw-opinion', 'hz-notice', 'undated']);
  });

  it('gathers hits by document', () => {
    const { groups, hits, total } = index.search('数据', {
      groupBy: 'document',
      groupLimit: 1,
      limit: 2,
    });
    expect(groups).toHaveLength(2);
    expect(groups?.flatMap((group) => group.hits)).toEqual(hits);
    expect(hits).toHaveLength(2);
    const whole = index.search('数据', { groupBy: 'document', groupLimit: 100 });
    expect(whole.groups?.reduce((sum, group) => sum + group.total, 0)).toBe(total);
    expect(
      index.search('数据', { groupBy: 'document', groupLimit: 1, offset: 1, limit: 1 }).groups,
    ).toEqual(groups?.slice(1));
  });

  it('puts bare headings and lines of contents behind what says something', () => {
    const demoted = createSearchIndex(
      [
        createDocument({
          id: 'd',
          passages: [
            { text: '第一章 数据安全管理……………12' },
            { text: '（一）数据安全管理' },
            { text: '加强数据安全管理，落实责任。' },
          ],
        }),
      ],
      { segmenter },
    );
    expect(listIds(demoted.search('数据安全管理'))[0]).toBe('d#p3');
    const { hits } = demoted.search('数据安全管理', { settings: { bareHeading: 1, contents: 1 } });
    expect(hits[0]?.passage.id).not.toBe('d#p3');
  });

  it('takes an expression and its synonym for one', () => {
    const documents = [
      createDocument({
        id: 'd',
        passages: [{ text: '发展AI产业。' }, { text: '发展人工智能产业。' }, { text: '修路。' }],
      }),
    ];
    const own = createSearchIndex(documents, { segmenter });
    expect(listIds(own.search('人工智能')).toSorted()).toEqual(['d#p1', 'd#p2']);
    expect(listIds(own.search('人工智能', { synonyms: false }))).toEqual(['d#p2']);
  });

  it('counts a more frequent spelling in full, and puts an official name before the parts of what nobody writes', () => {
    const common = Array.from({ length: 5 }, () => ({ text: '发展人工智能产业。' }));
    const equal = createDocument({ id: 'd', passages: [{ text: '发展AI产业。' }, ...common] });
    const { hits } = createSearchIndex([equal], { segmenter }).search('AI', { explain: true });
    const weights = (text: string): readonly string[] =>
      [...JSON.stringify(hits).matchAll(/"word (\S+?)","parts":\[\{"value":([\d.]+)/g)]
        .filter(([, word]) => word === text)
        .map(([, , weight]) => weight ?? '');
    expect(new Set([...weights('人工智能'), ...weights('ai')])).toEqual(new Set(['1']));
    expect(weights('人工智能')).toHaveLength(5);

    const passages = [
      { text: '违反本条例第二十条、第二十条、第二十条的数据处理者。' },
      { text: '为加快构建数据基础制度，提出如下意见。' },
    ];
    const official = createDocument({ id: 'official', passages });
    const named = createSearchIndex([official], { segmenter });
    expect(listIds(named.search('数据二十条'))[0]).toBe('official#p2');
    expect(listIds(named.search('数据二十条', { synonyms: false }))[0]).toBe('official#p1');
  });

  it('puts a rare spelling of a common word before nothing that says more of it', () => {
    const common = Array.from({ length: 8 }, () => ({ text: '发展人工智能产业，促进消费。' }));
    const more = '人工智能学科、人工智能专业、人工智能人才。';
    const passages = [{ text: '编码AI工业网络设备安装。' }, { text: more }, ...common];
    const own = createSearchIndex([createDocument({ id: 'd', passages })], { segmenter });
    expect(listIds(own.search('AI'))[0]).toBe('d#p2');
    const { hits } = own.search('AI', { explain: true });
    const nodes = hits.flatMap(({ explanation }) =>
      explanation === undefined ? [] : listNodes(explanation),
    );
    const rarities = nodes.flatMap(({ description }) => /^idf: \d+/.exec(description)?.[0] ?? []);
    expect(new Set(rarities)).toEqual(new Set(['idf: 9']));
  });

  it.each<[string, SearchOptions]>([
    ['limit', { limit: 1001 }],
    ['limit', { limit: -1 }],
    ['limit', { limit: 1.5 }],
    ['offset', { offset: 100_001 }],
    ['groupLimit', { groupLimit: 0 }],
    ['sort', { sort: 'best' as 'newest' }],
    ['facets', { facets: ['colour' as 'task'] }],
    ['groupBy', { groupBy: 'author' as 'document' }],
    ['settings.k1', { settings: { k1: -1 } }],
    ['settings.body.b', { settings: { body: { b: 2 } } }],
  ])('refuses %s outside its range: %j', (name, options) => {
    expect(() => index.search('数据', options)).toThrow(
      expect.objectContaining({
        code: 'invalid-argument',
        message: expect.stringContaining(name) as string,
      }),
    );
  });

  it('takes a heading of any length', () => {
    const passages = [{ text: '开展试点。', headings: ['数据'.repeat(100_000)] }];
    const own = createSearchIndex([createDocument({ id: 'd', passages })], {
      segmenter,
    });
    expect(listIds(own.search('数据'))).toEqual(['d#p1']);
  });

  it('takes any text for a passage and any text that parses for a query', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
        .map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 5 }), odd, (texts, asked) => {
        const own = createSearchIndex(
          [
            createDocument({
              id: 'd',
              title: asked,
              passages: texts.map((text) => ({ text, headings: [asked] })),
            }),
          ],
          { segmenter },
        );
        const query = {
          text: asked,
          clauses: [
            {
              kind: 'words' as const,
              text: asked,
              phrases: [asked],
              span: { start: 0, end: asked.length },
            },
          ],
        };
        const { hits } = own.search(query, { explain: true, facets: ['task'] });
        expect(hits.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
        expect(own.search('', { limit: 100 }).hits.map(({ passage }) => passage.text)).toEqual(
          texts,
        );
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});

/** The value of an explanation as its parts and its kind say. */
function recompute({ kind, value, parts }: Explanation): number {
  const values = parts.map(recompute);
  switch (kind) {
    case 'value':
      return value;
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
  }
}

describe('explanations', () => {
  it.each([
    '数据要素市场',
    '人工智能 OR 金融',
    '"公共数据" 5G网络 AI',
    '落实“数据安全”制度',
    '组织领导',
    '十四五规划',
  ])('add up to the score to the last bit: %s', (query) => {
    const { hits } = index.search(query, { explain: true, limit: 100 });
    expect(hits.length).toBeGreaterThan(0);
    for (const { rawScore, explanation } of hits) {
      expect(explanation?.value).toBe(rawScore);
      expect(recompute(explanation!)).toBe(rawScore);
    }
  });
});

describe('SearchIndex', () => {
  it('gives documents and passages back as they were', () => {
    expect([...index.documents()]).toEqual(sampleDocuments);
    expect(index.getPassage('hz-notice#p2')?.passage).toEqual(sampleDocuments[1]?.passages[1]);
    expect(index.getPassage('none')).toBeUndefined();
    expect(index.remove(['hz-notice']).getPassage('hz-notice#p2')).toBeUndefined();
  });

  it('exports JSON that an index can be made of again', () => {
    const exported = JSON.parse(JSON.stringify(index)) as ReturnType<typeof index.toJSON>;
    expect(exported).toMatchObject({
      format: 'zhengce-index',
      version: 1,
      settings: index.settings,
    });
    const again = SearchIndex.create(exported.documents, {
      segmenter,
      codeSchemes: exported.codeSchemes,
    });
    expect(again.toBytes()).toEqual(index.toBytes());
  });

  it('comes back out of a stream of pieces of any size, up to a bound', async () => {
    const bytes = index.toBytes();
    const pieces = Array.from({ length: Math.ceil(bytes.length / 777) }, (_, at) =>
      bytes.subarray(at * 777, (at + 1) * 777),
    );
    const loaded = await SearchIndex.loadStream(Readable.from(pieces), { segmenter });
    expect(loaded.toBytes()).toEqual(bytes);
    const options = { segmenter, maxBytes: bytes.length - 1 };
    await expect(SearchIndex.loadStream(index.toChunks(), options)).rejects.toMatchObject({
      code: 'input-too-large',
    });
    await expect(SearchIndex.loadStream(pieces.slice(0, -1), { segmenter })).rejects.toMatchObject({
      code: 'invalid-snapshot',
    });
  });

  it('keeps the last of documents with one id', () => {
    const twice = createSearchIndex(
      ['旧', '新'].map((text) => createDocument({ id: 'd', passages: [{ text: `${text}数据` }] })),
      { segmenter },
    );
    expect(twice.search('数据').hits.map(({ passage }) => passage.text)).toEqual(['新数据']);
  });

  it('says what words it has', () => {
    const { vocabulary } = index;
    const rank = vocabulary.findTerm('公共');
    expect(vocabulary.term(rank)).toBe('公共');
    expect(vocabulary.documentFrequency(rank)).toBe(
      findIds('公共', { settings: { bigram: { weight: 0 } } }).length,
    );
    expect(vocabulary.countPhrase('数据要素市场')).toBe(2);
    expect([...vocabulary.headings()]).toContainEqual({ text: '二、主要任务', count: 1 });
  });

  it('holds more passages than a segment', () => {
    const count = 66_000;
    const large = createDocument({
      id: 'large',
      passages: Array.from({ length: count }, (_, number) => ({
        text: number % 1000 === 0 ? '数据' : 'x',
      })),
    });
    const many = createSearchIndex([large], { segmenter });
    expect(many).toMatchObject({ passageCount: count, segmentCount: 2 });
    expect(many.search('数据', { limit: 100 }).total).toBe(66);
    expect(many.search('数据', { limit: 66 }).hits.at(-1)?.passage.id).toBe('large#p65001');
    const [document, ...others] = many.documents();
    expect(others).toEqual([]);
    expect(document?.passages).toHaveLength(count);
    expect(document?.passages.at(-1)).toEqual(large.passages.at(-1));
    expect(many.search('数据', { groupBy: 'document' }).groups).toHaveLength(1);
    expect(many.remove(['large']).passageCount).toBe(0);
    const loaded = SearchIndex.load(many.toBytes(), { segmenter });
    expect(loaded.search('数据', { limit: 66 })).toEqual(many.search('数据', { limit: 66 }));
  }, 120_000);
});

describe('createIndex', () => {
  let analyzer: Analyzer;
  beforeAll(async () => {
    analyzer = await createAnalyzer({ taxonomy: tinyTaxonomy });
  });

  it('indexes tagged documents, with facets by scheme', () => {
    const document = analyzer.parse(
      '关于数据共享的通知\n\n推进数据共享和算力网络建设。\n\n发展智慧教育。',
      { id: 'd' },
    );
    const own = analyzer.createIndex([analyzer.tag(document)]);
    const { hits, facets } = own.search('数据共享', { facets: ['task', 'action'] });
    expect(hits[0]?.passage.text).toContain('推进数据共享');
    expect(facets.task?.map(({ value }) => value)).not.toContain('A1');
    expect(facets.action?.map(({ value }) => value)).not.toContain('T1');
    expect(own.search('', { filter: { task: ['T1'] } }).total).toBeGreaterThan(0);
  });
});
