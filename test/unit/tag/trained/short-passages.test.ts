// Single sentences through the analyzer, as a user gives them: the words that the model knows must be those that the analyzer cuts.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analyzer, createAnalyzer } from '../../../../src/analyzer';
import { createTaxonomySegmenter, loadBuiltinModel } from '../../../../src/tag';
import { builtinTaxonomy } from '../../../../src/taxonomy';

let analyzer: Analyzer;

beforeAll(async () => {
  analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
});

describe('a single sentence', () => {
  it.each([
    ['推动数据资源开放共享,培育数据要素市场。', 'T2'],
    ['推動數據資源開放共享,培育數據要素市場。', 'T2'],
    ['加快5G网络和千兆光网建设。', 'T1'],
    ['突破高端芯片和基础软件等关键核心技术。', 'T3'],
    ['建设智能工厂,推进制造业数字化转型。', 'T5'],
    ['完善城市大脑,提升应急管理能力。', 'T6'],
    ['深化一网通办改革,推动电子证照跨省互认。', 'T7'],
    ['发展智慧医疗,推进远程医疗。', 'T8'],
    ['加强个人信息保护。', 'T10'],
    ['发展跨境电商和数字贸易。', 'A4'],
    ['推广居家智慧养老服务,为独居老人安装一键呼叫设备。', 'A10'],
  ])('%s is %s', (text, code) => {
    const [passage] = analyzer.tagPassages([{ id: 'p', text }]);
    expect(passage?.tags[0]?.code).toBe(code);
  });

  it.each([
    '全市生产总值增长百分之六。',
    '修建农村公路二百公里。',
    '本办法自印发之日起施行。',
    '',
    '。',
    '2026',
  ])('%j is none', (text) => {
    expect(analyzer.tagPassages([{ id: 'p', text }])[0]?.tags).toEqual([]);
  });
});

describe('a passage of terms that are no words of the model', () => {
  it('is tagged by the lexicon, with evidence that adds up', () => {
    const known = new Set(loadBuiltinModel().words.table.words);
    const segmenter = createTaxonomySegmenter(builtinTaxonomy);
    const terms = builtinTaxonomy.concepts
      .filter(({ notation }) => notation === 'T1')
      .flatMap(({ lexicon }) => lexicon.filter(({ weight }) => weight === 3))
      .map(({ term }) => term)
      .filter((term) => !segmenter.segment(term).some(({ text }) => known.has(text)));
    const [passage] = analyzer.tagPassages(
      [{ id: 'p', text: `${terms.slice(0, 8).join('、')}。` }],
      { explain: true },
    );
    const [tag] = passage?.tags ?? [];
    expect(tag?.code).toBe('T1');
    expect(tag?.evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(
      tag?.rawScore ?? Number.NaN,
      6,
    );
  });
});

describe('the words of the built-in model', () => {
  it('are such as the segmenter of the taxonomy gives, its terms among them', () => {
    const segmenter = createTaxonomySegmenter(builtinTaxonomy);
    const { words } = loadBuiltinModel().words.table;
    const whole = words.filter((word) => segmenter.wordBoundaries(word).length === 1);
    expect(whole.length).toBeGreaterThan(0.95 * words.length);
    expect(words).toEqual(expect.arrayContaining(['数据要素市场', '一网通办', '工业互联网']));
  });
});
