import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../../src/analyzer';
import { parseDocument } from '../../../../src/document';
import { ZhengceError } from '../../../../src/errors';
import {
  type DerivedTaxonomy,
  type DeriveTaxonomyOptions,
  deriveTaxonomy,
} from '../../../../src/extract';
import { countTerms } from '../../../../src/extract/derive/term-counts';
import { createJiebaSegmenter } from '../../../../src/segment';
import { loadTaxonomy, serializeTaxonomy } from '../../../../src/taxonomy';
import { describeWithShared } from '../../../support/shared';

const segmenter = createJiebaSegmenter();

const PLAN = `某市数字乡村行动方案（2024—2026年）

一、总体要求
坚持数据要素与智慧农机并重，到2026年取得成效。
二、重点任务
（一）发展智慧农业
推广智慧农机，智慧农机作业面积扩大。建设智慧农机调度中心，农田传感器覆盖到村。农田传感器数据汇聚到县。
（二）激活数据要素
开展数据要素登记，培育数据要素市场。数据要素登记到企业，数据要素市场覆盖全市。（市数据局牵头）
三、重点工程
（一）便民服务工程
推行政务服务网上办理，政务服务窗口下沉到村，政务服务热线接得通。
四、保障措施
加强组织领导，智慧农机、数据要素、政务服务各有专班。
`;

function derive(text: string, options?: DeriveTaxonomyOptions): DerivedTaxonomy {
  return deriveTaxonomy(parseDocument(text, { id: 'plan' }), segmenter, options);
}

function labelsOf({ taxonomy }: DerivedTaxonomy): readonly string[] {
  return taxonomy.concepts.map(({ id, prefLabel }) => `${id} ${prefLabel}`);
}

function weightOf({ taxonomy }: DerivedTaxonomy, id: string, term: string): number | undefined {
  const concept = taxonomy.concepts.find((one) => one.id === id);
  return concept?.lexicon.find((entry) => entry.term === term)?.weight;
}

describe('deriveTaxonomy', () => {
  const derived = derive(PLAN);

  it('makes concepts of the headings that divide the body, grouped by those above', () => {
    expect(derived.level).toBe(2);
    expect(labelsOf(derived)).toEqual([
      'chapter-1 重点任务',
      'chapter-2 重点工程',
      'T1 发展智慧农业',
      'T2 激活数据要素',
      'T3 便民服务工程',
    ]);
    expect(derived.taxonomy.concepts.map(({ broader }) => broader.join())).toEqual([
      '',
      '',
      'chapter-1',
      'chapter-1',
      'chapter-2',
    ]);
  });

  it('reads the head of the plan', () => {
    expect(derived.taxonomy).toMatchObject({
      id: 'plan',
      title: '某市数字乡村行动方案（2024—2026年）',
      period: { start: 2024, end: 2026 },
    });
  });

  it('says what it left out, with its place', () => {
    const left = derived.diagnostics.filter(({ ruleId }) => ruleId === 'frame-left-out');
    expect(left.map(({ span }) => PLAN.slice(span.start, span.end))).toEqual([
      '一、总体要求',
      '四、保障措施',
    ]);
    expect(derived.diagnostics.map(({ ruleId }) => ruleId)).toContain('part-count');
  });

  it('writes where a part stands, and no text of it', () => {
    const note = derived.taxonomy.concepts.find(({ id }) => id === 'T2')?.scopeNote;
    expect(note).toMatch(/^原文“二、”之“（二）”部分，共1段、\d+字。/);
    expect(note).not.toContain('登记');
  });

  it('gives terms to the part that they are peculiar to', () => {
    expect(weightOf(derived, 'T2', '数据要素')).toBeGreaterThanOrEqual(1);
    expect(weightOf(derived, 'T1', '数据要素')).toBeUndefined();
    expect(weightOf(derived, 'T3', '政务服务')).toBeGreaterThanOrEqual(0.5);
    expect(weightOf(derived, 'T2', '政务服务')).toBeUndefined();
  });

  it('takes no one who answers for a task, stop word or single character for a term', () => {
    const terms = derived.taxonomy.concepts.flatMap(({ lexicon }) =>
      lexicon.map(({ term }) => term),
    );
    expect(terms.length).toBeGreaterThan(3);
    expect(terms.filter((term) => /数据局|牵头|推行|^.$/.test(term))).toEqual([]);
  });

  it('gives a file that loads, and the same for the same text', () => {
    const text = serializeTaxonomy(derived.taxonomy);
    expect(loadTaxonomy(text)).toStrictEqual(derived.taxonomy);
    expect(serializeTaxonomy(derive(PLAN).taxonomy)).toBe(text);
  });

  it('takes another level, prefix and bounds', () => {
    expect(labelsOf(derive(PLAN, { level: 1, notationPrefix: 'N', id: 'own' }))).toEqual([
      'N1 重点任务',
      'N2 重点工程',
    ]);
    const few = derive(PLAN, { maxTerms: 1 }).taxonomy.concepts;
    expect(Math.max(...few.map(({ lexicon }) => lexicon.length))).toBe(1);
    const often = derive(PLAN, { minFrequency: 99 });
    expect(weightOf(often, 'T1', '传感器')).toBeUndefined();
  });

  it('keeps a branch that ends above the level', () => {
    const text = PLAN.replace(
      '四、保障措施',
      '四、发展智慧交通\n建设智慧公路，智慧公路联成网络。\n五、保障措施',
    );
    expect(labelsOf(derive(text, { level: 2 })).filter((label) => label.startsWith('T'))).toEqual([
      'T1 发展智慧农业',
      'T2 激活数据要素',
      'T3 便民服务工程',
      'T4 发展智慧交通',
    ]);
  });

  it.each([
    ['没有标题的一段话。', {}, 'invalid-input'],
    ['一、总体要求\n坚持。\n二、保障措施\n保障。\n', {}, 'invalid-input'],
    [PLAN, { level: 0 }, 'invalid-argument'],
    [PLAN, { maxTerms: 1.5 }, 'invalid-argument'],
    [PLAN, { id: '规划' }, 'invalid-argument'],
    [PLAN, { notationPrefix: 'T 1' }, 'invalid-argument'],
  ])('refuses %j with %j: %s', (text, options, code) => {
    try {
      derive(text, options);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ZhengceError);
      expect(error).toMatchObject({ code });
    }
  });

  it('tags the passages of a plan with the concepts of their own chapters', async () => {
    const path = '../../../../corpus/documents/国务院关于印发国家算力网络发展规划的通知.txt';
    const text = readFileSync(join(import.meta.dirname, path), 'utf8');
    const { own, count } = await countOwn(text);
    expect(count).toBeGreaterThan(15);
    // Nine parts of some 200 characters: chance would find one passage in nine.
    expect(own / count).toBeGreaterThan(0.5);
  });
});

/** How many passages of the parts have the concept of their part as first tag. */
async function countOwn(text: string): Promise<{ own: number; count: number }> {
  const { taxonomy } = derive(text);
  const analyzer = await createAnalyzer({ taxonomy });
  const document = analyzer.parse(text, { id: 'plan' });
  // Without headings and title: what the words of the passage alone say.
  const tagged = analyzer.tagPassages(
    document.passages.map(({ id, text: words }) => ({ id, text: words })),
  );
  const codes = document.passages.map(
    ({ headingPath }) =>
      taxonomy.concepts.find(
        ({ notation, prefLabel }) =>
          notation !== '' && headingPath.some((one) => one.endsWith(prefLabel)),
      )?.notation,
  );
  const inParts = tagged.filter((_, index) => codes[index] !== undefined);
  const own = tagged.filter(
    (one, index) => codes[index] !== undefined && one.tags[0]?.code === codes[index],
  );
  return { own: own.length, count: inParts.length };
}

describe('countTerms', () => {
  it('joins words that keep together, and counts none of them twice', () => {
    const parts = [
      ['算力调度平台。', '算力调度平台。', '算力调度平台，算力。'],
      [
        '养老。助餐。就医。公交。培训。展会。平台治理。桥梁。隧道。港口。机场。公路。粮食。蔬菜。水果。牛羊。林果。',
      ],
    ];
    const [first, second] = countTerms(parts, segmenter);
    expect([...(first?.counts ?? [])]).toEqual([
      ['算力调度平台', 3],
      ['算力', 1],
    ]);
    expect([...(second?.counts ?? [])]).toContainEqual(['平台', 1]);
  });

  it('joins nothing across a mark or a word that no term holds', () => {
    const [counts] = countTerms([['光纤、基站。光纤、基站。光纤、基站。光纤和基站。']], segmenter);
    expect([...(counts?.counts ?? [])]).toEqual([
      ['光纤', 4],
      ['基站', 4],
    ]);
  });
});

describeWithShared('deriveTaxonomy on real plans', (shared) => {
  it.each(['pl-005', 'pl-007', 'pl-084'])(
    '%s: most passages find their own chapter by words alone',
    async (id) => {
      const text = readFileSync(join(shared, `data/policies/${id}.txt`), 'utf8');
      const { own, count } = await countOwn(text);
      expect(count).toBeGreaterThan(20);
      expect(own / count).toBeGreaterThan(0.75);
    },
  );
});
