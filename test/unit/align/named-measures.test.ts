/** Measures that texts name, and which of them a plan lacks. */
import { beforeAll, describe, expect, it } from 'vitest';
import { findMeasures } from '../../../src/align/named-measures';
import { createNovelty, type IsNewName } from '../../../src/align/new-names';
import { parseDocument } from '../../../src/document';
import { createJiebaSegmenter } from '../../../src/segment';
import { normalizeText } from '../../../src/text';

const NAMED: readonly (readonly [text: string, names: readonly string[]])[] = [
  ['深入实施“云帆领航”行动，培育一批链主企业。', ['“云帆领航”行动']],
  ['设立数据要素产业引导基金，建设云澜数据交易所。', ['数据要素产业引导基金', '云澜数据交易所']],
  ['推行首席数据官制度，编制公共数据负面清单。', ['首席数据官制度', '公共数据负面清单']],
  ['组建智能算力创新联合体、量子信息联合实验室。', ['智能算力创新联合体', '量子信息联合实验室']],
  ['发放算力券，降低中小企业用云成本。', ['算力券']],
  ['制定实施千兆城市提升行动计划。', ['千兆城市提升行动计划']],
  ['开展3个省级数据知识产权试点。', ['数据知识产权试点']],
  ['加快出台数字经济促进条例。', ['数字经济促进条例']],
  ['上线“云小澜”服务平台，实现一网通办。', ['“云小澜”服务平台']],
  ['打造“澜工码”专区。', ['“澜工码”专区']],
  ['用好“云上问事”应用，完善管理系统和应用场景。', ['“云上问事”应用']],
  ['加快“云企通”数字服务平台建设。', ['“云企通”数字服务平台']],
  ['以打造风险排查数据平台、应急队伍为抓手。', ['风险排查数据平台']],
  ['打造区域性算力调度平台。', ['算力调度平台']],
  ['建设2—3个算力开放平台。', ['算力开放平台']],
  ['推动算力先导区（以下简称“先导区”）建设。', ['算力先导区']],
  ['按照行动方案要求，做好各项工作。', []],
  ['提高平台服务能力，完善工作机制。', []],
  ['基础设施不断完善，数字经济加快发展。', []],
  ['重点工程和重大项目有序推进。', []],
];

describe('findMeasures', () => {
  it.each(NAMED)('%s', (text, names) => {
    const folded = normalizeText(text).text;
    const found = findMeasures(folded);
    expect(found.map(({ name }) => name)).toEqual(names);
    for (const { start, end, name } of found) expect(folded.slice(start, end)).toBe(name);
  });

  it('stays quick on heads and quotes without end', () => {
    expect(findMeasures('实施'.repeat(20_000) + '平台'.repeat(20_000)).length).toBeLessThan(50_000);
    expect(findMeasures('建设“'.repeat(20_000)).length).toBe(0);
    const listed = findMeasures(`建设云澜平台${'、云澜平台'.repeat(20_000)}`);
    expect(listed.length).toBe(20_001);
  });
});

describe('createNovelty', () => {
  let isNew: IsNewName;
  beforeAll(() => {
    const plan = parseDocument(
      '一、任务\n建设统一的大数据平台，设立信息产业基金，开展“宽带乡村”工程，培育智能制造示范企业。\n',
      { id: 'plan' },
    );
    isNew = createNovelty(plan, createJiebaSegmenter());
  });

  it.each([
    ['实施“云帆领航”行动。', true],
    ['发放算力券。', true],
    ['推行首席数据官制度。', true],
    ['实施“宽带乡村”工程。', false],
    ['建设省级大数据平台。', false],
    ['设立智能制造产业基金。', false],
    ['建设济南大数据平台。', false],
  ])('%s', (text, expected) => {
    const [measure] = findMeasures(normalizeText(text).text);
    if (measure === undefined) throw new Error(`no measure in ${text}`);
    expect(isNew(measure)).toBe(expected);
  });
});
