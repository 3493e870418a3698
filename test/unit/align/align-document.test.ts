/** A document aligned with a plan: measures, ledgers, correspondences, and when there are none. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Alignment, TaskEntry } from '../../../src/align';
import { type Analyzer, createAnalyzer } from '../../../src/analyzer';
import type { TaggedDocument } from '../../../src/tag';
import { builtinTaxonomy } from '../../../src/taxonomy';
import { CITY_TEXT, FARM_TEXT, PLAN_TEXT } from '../../support/align-documents';

let analyzer: Analyzer;
let plan: TaggedDocument;
let city: TaggedDocument;
let alignment: Alignment;

beforeAll(async () => {
  analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
  plan = tag(PLAN_TEXT, 'plan');
  city = tag(CITY_TEXT, 'city');
  alignment = analyzer.align(city, { plan, settings: { minCharacters: 100 } });
});

function tag(text: string, id: string): TaggedDocument {
  return analyzer.tag(analyzer.parse(text, { id }));
}

function task(code: string): TaskEntry {
  const entry = alignment.tasks.find((each) => each.code === code);
  if (entry === undefined) throw new Error(`no task ${code}`);
  return entry;
}

describe('align', () => {
  it('gives 1 where a plan is aligned with itself', () => {
    const self = analyzer.align(plan, { plan, settings: { minCharacters: 100, threshold: 1 } });
    expect(self.measures).toMatchObject({ convergence: 1, cosine: 1, jensenShannon: 0 });
    expect(self.measures.kind === 'measured' && self.measures.weightedCoverage).toBeCloseTo(1, 12);
    expect(self.reuse).toMatchObject({ share: 1, planShare: 1 });
    const long = plan.passages.filter(({ text }) => text.length >= 40);
    const relations = self.correspondences.map(({ relation }) => relation);
    expect(relations.length).toBeGreaterThan(0);
    expect(relations.length).toBeLessThanOrEqual(long.length);
    expect(new Set(relations)).toEqual(new Set(['exact']));
    for (const { similarity, passages } of self.concepts)
      if (passages > 0) expect(similarity).toBeCloseTo(1, 12);
    expect(self.indicators.every((each) => each.kind === 'paired' && each.gap === 0)).toBe(true);
  });

  it('tells what each task became, with the passages of both sides', () => {
    expect(task('T1').status).toBe('extended');
    expect(task('T2').status).toBe('restated');
    expect(task('A10').status).toBe('absent');
    expect(task('T1').planPassages[0]?.passageId).toMatch(/^plan#/);
    const [first] = task('T1').passages;
    expect(CITY_TEXT.slice(first?.span.start, first?.span.end)).toContain('5G网络');
    const words = first?.evidence.map(({ start, end }) => CITY_TEXT.slice(start, end));
    expect(words).toContain('千兆光网');
  });

  it('takes a number of what the plan speaks of as its own, of what it does not as an extension', () => {
    const text = `云澜市数字化工作要点
一、重点工作
加快5G网络建设，优化数据中心布局，推进IPv6规模部署，建成数据中心3个，实现重点区域连续覆盖，保障各行业用网需要。
`;
    const status = (more: string): string | undefined =>
      analyzer
        .align(tag(`${text}${more}\n`, 'own'), { plan })
        .tasks.find(({ code }) => code === 'T1')?.status;
    expect(status('')).toBe('localised');
    expect(status('推进算力网络建设，新建量子通信干线光缆600公里，发放算力券。')).toBe('extended');
  });

  it('says restated only of what has the plan’s wording', () => {
    const status = (words: string): string | undefined =>
      analyzer
        .align(tag(`一、数据\n${words}\n`, 'own'), { plan })
        .tasks.find(({ code }) => code === 'T2')?.status;
    expect(
      status(
        '建立公共数据资源目录，推动公共数据开放共享，完善数据交易规则，有序培育数据要素市场，不断提高数据供给的质量和水平，更好服务经济社会发展的需要。',
      ),
    ).toBe('restated');
    expect(
      status(
        '鼓励各类主体挖掘数据价值，丰富数据产品和服务，活跃数据流通，让数据供得出、流得动、用得好，在各行各业发挥乘数效应。',
      ),
    ).toBe('mentioned');
  });

  it('warns where the text given as the plan’s hardly speaks of its tasks', () => {
    const [warning, ...more] = alignment.planDiagnostics;
    expect(warning).toMatchObject({
      ruleId: 'plan-covers-little',
      severity: 'warning',
      span: { start: 0, end: PLAN_TEXT.length },
    });
    expect(warning?.message).toMatch(/speaks of \d of the 20 tasks/);
    expect(more).toEqual([]);
    expect(analyzer.align(city).planDiagnostics).toEqual([]);
  });

  it('tells what a task has of its own', () => {
    const own = task('T1').particulars.map(({ kind, span }) => [
      kind,
      CITY_TEXT.slice(span.start, span.end),
    ]);
    expect(own.map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['figure', 'new-target', 'place', 'body']),
    );
    expect(own.find(([kind]) => kind === 'body')?.[1]).toContain('市工业和信息化局');
  });

  it('pairs indicators and tells the gap: (70 − 56) / 56', () => {
    const paired = alignment.indicators.filter((entry) => entry.kind === 'paired');
    expect(paired).toHaveLength(1);
    expect(paired[0]).toMatchObject({ ambition: 'higher', years: 0, reason: undefined });
    expect(paired[0]?.gap).toBeCloseTo(0.25, 12);
  });

  it('lists the indicators that the document lacks, and those that it adds', () => {
    const text = (kind: 'missing' | 'new'): readonly string[] =>
      alignment.indicators.flatMap((entry) => {
        if (entry.kind !== kind) return [];
        return entry.kind === 'missing' ? [entry.planTarget.indicator] : [entry.target.indicator];
      });
    expect(text('missing').join()).toContain('电子社保卡');
    expect(text('new').join()).toContain('智算中心');
  });

  it('pairs passages by what they have in common', () => {
    const relations = alignment.correspondences.map(({ relation, codes }) => [relation, codes[0]]);
    expect(relations).toContainEqual(['close', 'T1']);
    expect(alignment.correspondences.some(({ codes }) => codes.includes('T2'))).toBe(true);
  });

  it('reports copied boilerplate apart', () => {
    const kinds = alignment.reuse?.stretches.map(({ kind, span }) => [
      kind,
      CITY_TEXT.slice(span.start, span.end).includes('算力中心'),
    ]);
    expect(kinds).toContainEqual(['substance', true]);
    expect(alignment.reuse?.share).toBeGreaterThan(0.2);
    expect(alignment.reuse?.share).toBeLessThan(0.8);
  });

  it('says what its scores rest on', () => {
    expect(alignment.basis.passages).toBe(city.passages.length);
    expect(alignment.basis.taggedPassages).toBe(
      city.passages.filter(({ tags }) => tags.length > 0).length,
    );
    expect(alignment.basis.meanScore).toBeGreaterThan(0.5);
  });

  it('gives no measures for another subject, and says why', () => {
    const farm = tag(FARM_TEXT, 'farm');
    expect(analyzer.align(farm, { settings: { minCharacters: 200 } }).measures).toMatchObject({
      kind: 'unmeasured',
      reason: 'off-topic',
    });
  });

  it.each(['', '推进数字政府建设。', '\0'])('gives no measures for %j', (text) => {
    const short = analyzer.align(tag(text, 'short'), { plan });
    expect(short.measures).toMatchObject({ kind: 'unmeasured', reason: 'too-short' });
    expect(short.tasks).toHaveLength(20);
  });

  it('aligns with the taxonomy alone', () => {
    const alone = analyzer.align(city);
    expect(alone.reuse).toBeUndefined();
    expect(alone.correspondences).toEqual([]);
    expect(alone.concepts.every(({ planEmphasis }) => planEmphasis === 0.05)).toBe(true);
    expect(alone.tasks.some(({ status }) => status === 'extended')).toBe(false);
  });

  it('refuses what is not tagged', () => {
    const parsed = analyzer.parse(CITY_TEXT, { id: 'x' }) as unknown as TaggedDocument;
    expect(() => analyzer.align(parsed)).toThrow(/align: expected a TaggedDocument/);
    expect(() => analyzer.align(city, { plan: parsed })).toThrow(/options\.plan/);
    expect(() => analyzer.alignCollection([city, city])).toThrow(/ids that differ/);
  });

  it('gives the same twice', () => {
    expect(JSON.stringify(analyzer.align(city, { plan }))).toBe(
      JSON.stringify(analyzer.align(tag(CITY_TEXT, 'city'), { plan: tag(PLAN_TEXT, 'plan') })),
    );
  });
});

describe('alignCollection', () => {
  it('ranks, compares and finds copies, whatever the order', () => {
    const documents = [city, tag(FARM_TEXT, 'farm'), tag(CITY_TEXT, 'copy'), plan];
    const forward = analyzer.alignCollection(documents, { plan });
    const back = analyzer.alignCollection([...documents].reverse(), { plan });
    expect(forward.ranking.map(({ documentId }) => documentId)).not.toContain('farm');
    expect(back.ranking).toEqual(forward.ranking);
    expect(back.neighbours).toEqual(forward.neighbours);
    expect(back.shared).toEqual(forward.shared);
    expect(back.reference).toEqual(forward.reference);
    expect([...back.alignments].reverse()).toEqual(forward.alignments);
    expect(forward.shared.groups).toEqual([['city', 'copy']]);
  });
});
