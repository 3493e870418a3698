// What a result says beside its hits: values and numbers that the index does not have, and what filters leave out for lack of a value.
import { describe, expect, it } from 'vitest';
import {
  createSearchIndex,
  loadSynonyms,
  type SearchNotice,
  type SearchOptions,
} from '../../../src/search';
import { createJiebaSegmenter } from '../../../src/segment';
import { createDocument, sampleDocuments } from '../../support/search-documents';

const segmenter = createJiebaSegmenter();
const undated = createDocument({
  id: 'undated',
  passages: [
    { text: '依据浙政发（2021）8号，公共数据应当开放。' },
    { text: '按照浙政发〔2021] 第 8 号和国发〔2020〕3号办理。' },
    { text: '加强组织领导。' },
  ],
});
const index = createSearchIndex([...sampleDocuments, undated], {
  segmenter,
  codeSchemes: { T1: 'task', T2: 'task', T5: 'task', T6: 'task', A3: 'action' },
});

function listNotices(query: string, options: SearchOptions = {}): readonly SearchNotice[] {
  return index.search(query, options).notices;
}

function findIds(query: string, options: SearchOptions = {}): readonly string[] {
  return index.search(query, options).hits.map(({ passage }) => passage.id);
}

const YEARS = ['2021', '2022', '2023'];

describe('a filter by region', () => {
  const regions = [
    ['海南省', '460000'],
    ['海南省三亚市', '460200'],
    ['青海省海南藏族自治州', '632500'],
    ['贵州省黔东南苗族侗族自治州', '522600'],
    ['吉林省吉林市', '220200'],
    ['全国', '100000'],
  ] as const;
  const documents = regions.map(([name, code]) =>
    createDocument({
      id: name,
      region: { name, code, level: code.endsWith('0000') ? 'province' : 'prefecture' },
      passages: [{ text: '数据。' }],
    }),
  );
  const own = createSearchIndex(documents, { segmenter });

  it.each<[string, readonly string[]]>([
    ['海南', ['海南省', '海南省三亚市']],
    ['海南州', ['青海省海南藏族自治州']],
    ['吉林', ['吉林省吉林市']],
    ['黔东南州', ['贵州省黔东南苗族侗族自治州']],
    ['贵州黔东南', ['贵州省黔东南苗族侗族自治州']],
    ['海南三亚', ['海南省三亚市']],
    ['三亚', ['海南省三亚市']],
    ['全国', ['全国']],
    ['220000', ['吉林省吉林市']],
  ])('finds what lies in %s', (region, expected) => {
    const { hits, notices } = own.search(`region:${region}`);
    expect(hits.map(({ document }) => document.id)).toEqual(expected);
    expect(notices).toEqual([]);
  });
});

describe('notices of unknown values', () => {
  it.each<[string, SearchOptions, readonly object[]]>([
    ['task:T99', {}, [{ field: 'task', value: 'T99', known: ['T1', 'T2', 'T5', 'T6'] }]],
    ['task:t2 action:A3 task:A3', {}, []],
    ['action:T9', {}, [{ field: 'action', value: 'T9', known: ['A3'] }]],
    ['region:广洲', {}, [{ field: 'region', value: '广洲' }]],
    ['region:浙江 region:330100 region:330000 region:杭州', {}, []],
    ['region:440000', {}, [{ field: 'region', value: '440000' }]],
    ['issuer:工信部,国务院', {}, [{ field: 'issuer', value: '工信部' }]],
    ['genre:規劃', {}, []],
    ['genre:决定', {}, [{ field: 'genre', value: '决定', known: ['意见', '规划', '通知'] }]],
    ['doc:zj-plan doc:zj', {}, [{ field: 'doc', value: 'zj', known: [] }]],
    ['year:2050', {}, [{ field: 'year', value: '2050', known: YEARS }]],
    ['year:2021..', {}, []],
    ['year:..2001,2030..2040', {}, [{ value: '..2001' }, { value: '2030..2040' }]],
    ['-task:T99', {}, [{ field: 'task', value: 'T99' }]],
    ['数据 OR task:T99', {}, [{ field: 'task', value: 'T99' }]],
    ['', { filter: { region: ['３３００００'] } }, []],
    ['task:T99 -task:T99', {}, [{ field: 'task', value: 'T99' }]],
    ['', { filter: { task: ['T2', 'T99'], year: [2050] } }, [{ value: 'T99' }, { value: '2050' }]],
  ])('of %j %j are %j', (query, options, expected) => {
    const notices = listNotices(query, options).filter(({ kind }) => kind === 'unknown-value');
    expect(notices).toEqual(expected.map((notice) => expect.objectContaining(notice) as object));
  });

  it('do not count what was removed', () => {
    const without = index.remove(['hz-notice']);
    expect(without.search('year:2023').notices[0]).toMatchObject({
      kind: 'unknown-value',
      known: ['2021', '2022'],
    });
    expect(index.search('genre:通知').notices[0]?.kind).not.toBe('unknown-value');
    expect(without.search('genre:通知').notices[0]).toMatchObject({ known: ['意见', '规划'] });
  });

  it('say how many values they do not name', () => {
    const documents = Array.from({ length: 45 }, (_, at) =>
      createDocument({
        id: `d${at}`,
        genre: `文种${at}`,
        issuedOn: String(1980 + at),
        passages: [{ text: '数据' }],
      }),
    );
    const [genre, year, doc] = createSearchIndex(documents, { segmenter }).search(
      'genre:决定 year:2050 doc:x',
    ).notices;
    expect(genre).toMatchObject({ known: { length: 8 }, more: 37 });
    expect(year).toMatchObject({ known: { length: 40, 0: '1985' }, more: 5 });
    expect(doc).toMatchObject({ known: [], more: 45 });
  });

  it('take issuers by what the table of synonyms calls them, which is also found', () => {
    const own = index.add([
      createDocument({ id: 'miit', issuer: ['工业和信息化部'], passages: [{ text: '数据。' }] }),
    ]);
    const found = own.search('issuer:工信部');
    expect(found.hits.map(({ passage }) => passage.id)).toEqual(['miit#p1']);
    expect(found.notices.filter(({ kind }) => kind === 'unknown-value')).toEqual([]);
    expect(own.search('issuer:工信部', { synonyms: false }).total).toBe(0);
    const table = loadSynonyms({
      id: 'own',
      version: '1',
      groups: [{ topic: 'bodies', entries: [{ find: ['两化部门'], also: ['工业和信息化'] }] }],
    });
    expect(own.search('issuer:两化部门', { synonyms: table }).total).toBe(1);
  });
});

describe('notices of what filters leave out', () => {
  it('count the passages that match all else, and their documents', () => {
    const lacking = (field: string, passages: number): object => ({
      kind: 'lacking',
      field,
      passages,
      documents: 1,
    });
    expect(listNotices('公共数据 year:2021')).toEqual([lacking('year', 1)]);
    expect(listNotices('', { filter: { year: [2021], region: ['浙江'] } })).toEqual([]);
    expect(listNotices('', { filter: { year: [2021] } })).toEqual([lacking('year', 3)]);
    expect(listNotices('genre:规划 -公共')).toEqual([lacking('genre', 2)]);
    expect(listNotices('issuer:国务院', { exclude: { passage: ['undated#p1'] } })).toEqual([
      lacking('issuer', 2),
    ]);
    expect(listNotices('doc:zj-plan year:2021')).toEqual([]);
    expect(listNotices('公共数据 year:2021', { countTotal: false })).toEqual([]);
    expect(index.search('公共数据').notices).toEqual([]);
  });

  it('come with passages like another too', () => {
    expect(index.findSimilar('zj-plan#p1', { filter: { year: [2050] } }).notices).toEqual([
      { kind: 'unknown-value', field: 'year', value: '2050', known: YEARS, more: 0 },
      { kind: 'lacking', field: 'year', passages: 1, documents: 1 },
    ]);
  });
});

describe('document numbers', () => {
  it.each([
    '浙政发〔2021〕8号',
    '浙政發[2021]8號文',
    '浙政发（2021） 第 8 号',
    '浙政发〔2021〕008号',
    '浙政发2021年8号',
    '浙政发〔2021〕8',
    '请严格贯彻落实浙政发〔2021〕8号文件',
  ])('%j finds the document, then what cites it, and nothing else', (query) => {
    const { hits, total, notices } = index.search(query);
    expect(hits.map(({ passage }) => passage.id)).toEqual([
      'zj-plan#p1',
      'zj-plan#p2',
      'zj-plan#p3',
      'undated#p1',
      'undated#p2',
    ]);
    expect([total, notices]).toEqual([5, []]);
  });

  it('add up, and are shown in the text as they are written', () => {
    const { hits } = index.search('浙政发〔2021〕8号', { explain: true, highlight: true });
    expect(hits[0]?.explanation?.value).toBe(hits[0]?.rawScore);
    expect(JSON.stringify(hits[0]?.explanation)).toContain('own number');
    const marked = hits[3]?.highlight?.snippets.flatMap(({ text, highlights }) =>
      highlights.map(({ start, end }) => text.slice(start, end)),
    );
    expect(marked).toEqual(['浙政发（2021）8号']);
  });

  it('that no document has are said to be missing, with what cites them and what is near', () => {
    expect(listNotices('国发〔2020〕3号')).toEqual([
      { kind: 'unknown-number', number: '国发〔2020〕3号', citations: 1, similar: [] },
    ]);
    expect(findIds('国发〔2020〕3号')).toEqual(['undated#p2']);
    expect(listNotices('浙政发〔2021〕9号')).toEqual([
      {
        kind: 'unknown-number',
        number: '浙政发〔2021〕9号',
        citations: 0,
        similar: ['浙政发〔2021〕8号'],
      },
    ]);
    expect(findIds('浙政发〔2021〕9号')).toEqual([]);
  });

  it('beside words put first what they lead to; alone, several are alternatives', () => {
    const found = findIds('公共数据 浙政发〔2021〕8号');
    expect(found[0]).toBe('zj-plan#p1');
    expect(found.slice(0, 5).toSorted()).toEqual(findIds('浙政发〔2021〕8号').toSorted());
    expect(found).toContain('hz-notice#p1');
    expect(listNotices('公共数据 浙政发〔2021〕9号')[0]?.kind).toBe('unknown-number');
    expect(findIds('公共数据 浙政发〔2021〕9号')).toContain('hz-notice#p1');
    expect(findIds('国发〔2020〕3号 浙政发〔2021〕8号')).toHaveLength(5);
    expect(findIds('国发〔2020〕3号 doc:zj-plan')).toEqual([]);
    expect(findIds('doc:undated -浙政发〔2021〕8号')).toEqual(['undated#p3']);
  });

  it('behind words without a space are found all the same', () => {
    expect(findIds('公共数据浙政发〔2021〕8号')[0]).toBe('zj-plan#p1');
    // A passage has the same words.
    expect(findIds('依据浙政发〔2021〕8号')).toContain('zj-plan#p1');
    expect(listNotices('依据浙政发〔2021〕8号')).toEqual([]);
    expect(findIds('贯彻国发〔2020〕3号')).toEqual(['undated#p2']);
    expect(listNotices('贯彻国发〔2020〕3号')).toMatchObject([
      { number: '国发〔2020〕3号', citations: 1 },
    ]);
  });

  it('that are nowhere leave what words before them ask for, and nothing else', () => {
    expect(findIds('数据产权国办发〔2020〕7号')).toEqual(findIds('数据产权 国办发〔2020〕7号'));
    expect(findIds('数据产权国办发〔2020〕7号')[0]).toBe('gw-opinion#p1');
    expect(listNotices('数据产权浙政发〔2020〕7号')).toMatchObject([
      { number: '浙政发〔2020〕7号' },
    ]);
    expect(findIds('数据 OR 请按照国办发〔2020〕7号')).toEqual(findIds('数据'));
    expect(findIds('认真落实国办发〔2020〕7号 doc:zj-plan')).toEqual([]);
    // A code that nothing tells from words before it.
    expect(findIds('公共数据厅函〔2020〕7号')).toEqual([]);
    expect(findIds('公共数据的开放共享厅函〔2020〕7号')).toContain('zj-plan#p1');
    expect(findIds('工业和信息化部公告2023年第7号')).toEqual([]);
  });

  it('are marked without the words before them', () => {
    const { hits } = index.search('公共数据浙政发〔2021〕8号', { highlight: true });
    const marks = hits.map(({ highlight }) =>
      highlight?.snippets.flatMap(({ text, highlights }) =>
        highlights.map(({ start, end }) => text.slice(start, end)),
      ),
    );
    expect(marks).toContainEqual(['浙政发（2021）8号', '公共数据']);
    expect(marks).toContainEqual(['浙政发〔2021] 第 8 号']);
  });

  it('inside other words lead to the document too', () => {
    const query = '浙政发[2021]8号提出的5G目标是什么';
    const { hits } = index.search(query, { explain: true, highlight: true });
    const marked = hits.flatMap(({ highlight }) =>
      (highlight?.snippets ?? []).flatMap(({ text, highlights }) =>
        highlights.map(({ start, end }) => text.slice(start, end)),
      ),
    );
    expect(marked).toContain('浙政发（2021）8号');
    const gains = hits.flatMap(({ passage, explanation }) =>
      [...JSON.stringify(explanation).matchAll(/own number|号 cited/g)].map(
        ([gain]) => `${passage.id} ${gain}`,
      ),
    );
    expect(gains.toSorted()).toEqual([
      'undated#p1 号 cited',
      'undated#p2 号 cited',
      'zj-plan#p1 own number',
      'zj-plan#p2 own number',
      'zj-plan#p3 own number',
    ]);
  });

  it('of orders are found by the serial alone', () => {
    const cites = createDocument({
      id: 'cites',
      passages: [{ text: '依照国务院令（第745号）。' }, { text: '依照国务院令第74号。' }],
    });
    const { hits, notices } = index.add([cites]).search('国务院令第745号');
    expect(hits.map(({ passage }) => passage.id)).toEqual(['cites#p1']);
    expect(notices).toMatchObject([{ number: '国务院令第745号', citations: 1 }]);
  });

  const ORDERS = [
    '国务院令第745号',
    '国务院第745号令',
    '第745号国务院令',
    '国令第745号',
    '中华人民共和国国务院令（第七百四十五号）',
  ];
  it.each(ORDERS)('of orders are one in any spelling, asked for, had and cited: %s', (spelling) => {
    const cites = createDocument({
      id: 'cites',
      passages: [
        ...ORDERS.map((order) => ({ text: `依照${order}的规定。` })),
        { text: '国务院令第74号、国务院第1745号令、公安部第745号令。' },
      ],
    });
    const order = createDocument({
      id: 'order',
      documentNumber: spelling,
      passages: [{ text: '为了保障安全，制定本条例。' }],
    });
    const own = index.add([cites, order]);
    for (const asked of ORDERS) {
      const { hits, notices } = own.search(asked, { highlight: true });
      expect(hits.map(({ passage }) => passage.id).toSorted()).toEqual([
        ...ORDERS.map((_, at) => `cites#p${at + 1}`),
        'order#p1',
      ]);
      expect(hits[0]?.passage.id).toBe('order#p1');
      expect(notices).toEqual([]);
      const marks = hits.flatMap(({ highlight }) => highlight?.snippets ?? []);
      expect(marks.filter(({ highlights }) => highlights.length > 0)).toHaveLength(ORDERS.length);
    }
    expect(own.search('数据安全国令第745号').hits[0]?.passage.id).toBe('order#p1');
  });

  it('are not found in longer numbers', () => {
    const cites = createDocument({ id: 'cites', passages: [{ text: '（国办发〔2021〕9号）' }] });
    const { total, notices } = index.add([cites]).search('沪府办发〔2021〕9号');
    expect(total).toBe(0);
    expect(notices).toMatchObject([{ number: '沪府办发〔2021〕9号', citations: 0 }]);
  });

  it('are excluded as they are typed', () => {
    expect(findIds('公共数据 -关于浙政发〔2021〕8号')).toContain('zj-plan#p1');
    expect(listNotices('公共数据 -关于浙政发〔2021〕8号')).toMatchObject([
      { kind: 'unknown-number', number: '关于浙政发〔2021〕8号' },
    ]);
  });

  it('score the same before a phrase and behind it', () => {
    const scores = (query: string): readonly number[] =>
      index.search(query).hits.map(({ rawScore }) => rawScore);
    const number = '浙政发〔2021〕8号';
    expect(scores(`"${number}" ${number}`)).toEqual(scores(`${number} "${number}"`));
  });
});
