import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  builtinTaxonomy,
  type Concept,
  getConcept,
  listAssignableConcepts,
  loadTaxonomy,
  serializeTaxonomy,
} from '../../../src/taxonomy';

const folder = join(import.meta.dirname, '../../../corpus/taxonomy');
const fileName = 'informatization-2021-2025.yaml';

/** The names of the plan and what groups them, typed in by hand. */
const plan: readonly (readonly [group: string, codes: Readonly<Record<string, string>>])[] = [
  ['数字基础设施', { T1: '建设泛在智联的数字基础设施体系' }],
  ['数据要素', { T2: '建立高效利用的数据要素资源体系' }],
  ['数字技术创新', { T3: '构建释放数字生产力的创新发展体系' }],
  [
    '数字经济',
    {
      T4: '培育先进安全的数字产业体系',
      T5: '构建产业数字化转型发展体系',
      T9: '拓展互利共赢的数字领域国际合作体系',
    },
  ],
  ['数字社会', { T6: '构筑共建共治共享的数字社会治理体系' }],
  ['数字政府', { T7: '打造协同高效的数字政府服务体系' }],
  ['数字民生', { T8: '构建普惠便捷的数字民生保障体系' }],
  ['数字化发展环境', { T10: '建立健全规范有序的数字化发展治理体系' }],
  [
    '提升数字化发展基础能力',
    { A1: '全民数字素养与技能提升行动', A2: '企业数字能力提升行动', A3: '前沿数字技术突破行动' },
  ],
  [
    '服务国家重大战略',
    {
      A4: '数字贸易开放合作行动',
      A5: '基层智慧治理能力提升行动',
      A6: '绿色智慧生态文明建设行动',
      A7: '数字乡村发展行动',
    },
  ],
  [
    '提升公共服务水平',
    {
      A8: '数字普惠金融服务行动',
      A9: '公共卫生应急数字化建设行动',
      A10: '智慧养老服务拓展行动',
    },
  ],
];

function labelsOf(ids: readonly string[]): readonly (string | undefined)[] {
  return ids.map((id) => getConcept(builtinTaxonomy, id)?.prefLabel);
}

const concepts = listAssignableConcepts(builtinTaxonomy);
const cases = concepts.map((concept) => [concept.notation, concept] as const);

describe('builtinTaxonomy', () => {
  it('is the compiled YAML (else: npx tsx scripts/build-taxonomy.ts)', () => {
    const compiled = loadTaxonomy(readFileSync(join(folder, fileName), 'utf8'), { fileName });
    expect(builtinTaxonomy).toEqual(compiled);
    const json = readFileSync(join(folder, fileName.replace('yaml', 'json')), 'utf8');
    expect(json).toBe(serializeTaxonomy(compiled));
  });

  it('has the official names in the order of the plan', () => {
    expect(builtinTaxonomy.title).toBe('“十四五”国家信息化规划');
    const names = Object.assign({}, ...plan.map(([, codes]) => codes)) as Record<string, string>;
    const order = ['T', 'A'].flatMap((kind) =>
      Array.from({ length: 10 }, (_, index) => `${kind}${index + 1}`),
    );
    expect(concepts.map(({ notation, prefLabel }) => [notation, prefLabel])).toEqual(
      order.map((code) => [code, names[code]]),
    );
    expect(concepts.map(({ id }) => id)).toEqual(order);
    expect(concepts.map(({ inScheme }) => inScheme)).toEqual(
      order.map((code) => (code.startsWith('T') ? 'task' : 'action')),
    );
  });

  it('groups tasks by aspect and actions by purpose', () => {
    const groups = builtinTaxonomy.concepts
      .filter(({ inScheme }) => inScheme === 'aspect' || inScheme === 'purpose')
      .map(({ prefLabel, narrower }) => [prefLabel, narrower.filter((id) => /^[TA]\d+$/.test(id))]);
    expect(groups).toEqual(plan.map(([label, codes]) => [label, Object.keys(codes)]));
    expect(concepts.every(({ broader }) => broader.length === 1)).toBe(true);
  });

  it('relates four actions to the strategies of the second purpose', () => {
    const strategies = builtinTaxonomy.concepts.filter(({ inScheme }) => inScheme === 'strategy');
    expect(strategies.map(({ related }) => related)).toEqual([['A4'], ['A5'], ['A7'], ['A6']]);
    for (const { broader } of strategies) expect(labelsOf(broader)).toEqual(['服务国家重大战略']);
  });

  it('uses every cue list', () => {
    const used = new Set(concepts.flatMap(({ lexicon }) => lexicon.map((entry) => entry.with)));
    expect(Object.keys(builtinTaxonomy.cues)).toEqual([...used].filter(Boolean));
  });

  it.each(cases)('describes %s in 100 to 300 characters', (_, { scopeNote }) => {
    expect(scopeNote.length).toBeGreaterThanOrEqual(100);
    expect(scopeNote.length).toBeLessThanOrEqual(300);
    expect(scopeNote).not.toMatch(/[^\0-\x7f]\s+[^\0-\x7f]/);
  });

  it.each(cases)('has 60 terms or more for %s, with both signs', (_, { lexicon }: Concept) => {
    expect(lexicon.length).toBeGreaterThanOrEqual(60);
    expect(lexicon.some(({ weight }) => weight < 0)).toBe(true);
    expect(lexicon.filter(({ weight }) => weight >= 3).length).toBeGreaterThan(5);
  });

  it.each(cases)('has no term of one character for %s', (_, { lexicon }: Concept) => {
    expect(lexicon.filter(({ term }) => [...term].length < 2)).toEqual([]);
  });

  it.each(cases)('gives %s other labels', (_, { altLabels }) => {
    expect(altLabels.length).toBeGreaterThan(0);
  });
});
