import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../src/analyzer';
import {
  listAssignableConcepts,
  loadTaxonomy,
  policyToolsTaxonomy,
  serializeTaxonomy,
} from '../../../src/taxonomy';

const folder = join(import.meta.dirname, '../../../corpus/taxonomy');
const concepts = listAssignableConcepts(policyToolsTaxonomy);

describe('policyToolsTaxonomy', () => {
  it('is the compiled YAML (else: npx tsx scripts/build-taxonomy.ts)', () => {
    const compiled = loadTaxonomy(readFileSync(join(folder, 'policy-tools.yaml'), 'utf8'));
    expect(policyToolsTaxonomy).toEqual(compiled);
    expect(readFileSync(join(folder, 'policy-tools.json'), 'utf8')).toBe(
      serializeTaxonomy(compiled),
    );
  });

  it('has four tools on each side', () => {
    expect(concepts.map(({ notation, broader }) => `${notation} ${broader.join()}`)).toEqual([
      'S1 supply',
      'S2 supply',
      'S3 supply',
      'S4 supply',
      'E1 environment',
      'E2 environment',
      'E3 environment',
      'E4 environment',
      'D1 demand',
      'D2 demand',
      'D3 demand',
      'D4 demand',
    ]);
  });

  it.each(concepts.map((concept) => [concept.notation, concept] as const))(
    'has 60 terms or more for %s, and a scope note',
    (_, { lexicon, scopeNote }) => {
      expect(lexicon.length).toBeGreaterThanOrEqual(60);
      expect(scopeNote.length).toBeGreaterThan(40);
    },
  );

  it.each([
    ['S1', '加强人才培养，建设实训基地，引进领军人才。'],
    ['S2', '开展关键核心技术揭榜挂帅，推动科技成果转化。'],
    ['S3', '建设算力基础设施和公共服务平台，推动数据共享。'],
    ['S4', '安排专项资金，对项目给予一次性奖励和财政补助。'],
    ['E1', '明确总体目标，制定路线图，在示范区先行先试。'],
    ['E2', '加强信贷支持和融资担保，推广知识产权质押。'],
    ['E3', '落实研发费用加计扣除等税收优惠，减免企业所得税。'],
    ['E4', '完善法律法规和标准体系，加强信用监管和知识产权保护。'],
    ['D1', '加大政府采购力度，推广首台套产品首购订购。'],
    ['D2', '开放应用场景，发放消费券，促进消费。'],
    ['D3', '优化政务服务，推进一网通办和跨省通办。'],
    ['D4', '发展跨境电商，支持企业走出去，扩大对外开放。'],
  ])('tags a passage that uses %s', async (code, text) => {
    const analyzer = await createAnalyzer({ taxonomy: policyToolsTaxonomy });
    expect(analyzer.tagPassages([{ id: 'p', text }])[0]?.tags[0]?.code).toBe(code);
  });
});
