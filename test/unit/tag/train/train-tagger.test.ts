import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../../src/analyzer';
import { createJiebaSegmenter } from '../../../../src/segment';
import {
  createTrainedTagger,
  loadBuiltinModel,
  loadTaggerModel,
  matchesModel,
  serializeTaggerModel,
  type TrainingDocument,
  trainTagger,
} from '../../../../src/tag';
import { builtinTaxonomy, listAssignableConcepts } from '../../../../src/taxonomy';
import { tinyTaxonomy } from '../../../support/tiny-taxonomy';

const segmenter = createJiebaSegmenter();
const [first = '', second = ''] = listAssignableConcepts(tinyTaxonomy).map(
  ({ notation }) => notation,
);

/** What is about neither, though the lexicon speaks in one: words of more than a fifth of all passages are left out of a vocabulary. */
const FILLERS = [
  '会议听取了有关情况汇报,研究下一步安排。',
  '各单位要严格执行财务制度,按时报送决算。',
  '加强森林防火值班,及时排查风险隐患。',
  '组织开展群众文艺演出,丰富节日生活。',
  '做好冬季供暖准备,保障居民温暖过冬。',
  '推进河道清淤疏浚,改善沿岸环境面貌。',
  '表彰先进集体和个人,弘扬劳动精神。',
  '本办法自印发之日起施行,有效期五年。',
  '汇总各科室报表数据,报送上级机关备案。',
];

/** Documents in which 温室大棚 means the first concept and 校舍修缮 the second, though the lexicon has neither word. */
function createDocuments(): readonly TrainingDocument[] {
  return Array.from({ length: 12 }, (_, i) => ({
    id: `d${i}`,
    views: [
      { text: '各县都要修建温室大棚,推广温室大棚经验。', headings: [], title: '' },
      { text: '做好校舍修缮工作,落实校舍修缮资金。', headings: [], title: '' },
      ...FILLERS.map((text) => ({ text, headings: [], title: '' })),
    ],
    labels: [
      { passage: 0, codes: [first], weight: 1 },
      { passage: 1, codes: [second], weight: 1 },
      ...FILLERS.map((_, at) => ({ passage: at + 2, codes: [], weight: 1 })),
    ],
  }));
}

const model = trainTagger({ taxonomy: tinyTaxonomy, segmenter, documents: createDocuments() });

describe('trainTagger', () => {
  it('learns words that the lexicon does not have', () => {
    const tagger = createTrainedTagger(tinyTaxonomy, segmenter, model);
    const codesOf = (text: string): readonly string[] | undefined =>
      tagger.tagPassages([{ id: 'p', text }])[0]?.tags.map(({ code }) => code);
    expect(codesOf('扩大温室大棚面积。')).toEqual([first]);
    expect(codesOf('完成校舍修缮任务。')).toEqual([second]);
    expect(codesOf('会议听取了汇报。')).toEqual([]);
  });

  it('does not depend on the order of the documents', () => {
    const again = trainTagger({
      taxonomy: tinyTaxonomy,
      segmenter,
      documents: [...createDocuments()].reverse(),
    });
    expect(serializeTaggerModel(again)).toEqual(serializeTaggerModel(model));
  });

  it('gives evidence that adds up to the rawScore when asked to explain', () => {
    const tagger = createTrainedTagger(tinyTaxonomy, segmenter, model);
    const [passage] = tagger.tagPassages([{ id: 'p', text: '扩大温室大棚面积。' }], {
      explain: true,
    });
    const [tag] = passage?.tags ?? [];
    expect(tag?.evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(
      tag?.rawScore ?? Number.NaN,
      9,
    );
    expect(tag?.evidence.some(({ field, term }) => field === 'text' && term === '大棚')).toBe(true);
  });
});

describe('trainTagger on little', () => {
  const [document] = createDocuments();
  const train = (labels: readonly TrainingDocument['labels'][]): ReturnType<typeof trainTagger> =>
    trainTagger({
      taxonomy: tinyTaxonomy,
      segmenter,
      documents: labels.map((own, i) => ({
        id: `d${i}`,
        views: document?.views ?? [],
        labels: own,
      })),
    });
  const positive = [{ passage: 0, codes: [first], weight: 1 }];

  it('gives a model that can be kept and loaded, from two documents with one label each', () => {
    const { inDocument, alone, learntFrom } = loadTaggerModel(
      JSON.parse(JSON.stringify(serializeTaggerModel(train([positive, positive])))),
    );
    expect(learntFrom).toHaveLength(2);
    for (const { rule, weights } of [inDocument, alone]) {
      expect(rule.slope).toBeGreaterThan(0);
      expect([...weights.shared, ...weights.bias, rule.intercept].every(Number.isFinite)).toBe(
        true,
      );
    }
  });

  it.each([
    ['no document', [], 'received 0 such documents'],
    ['labels in one document', [positive, []], 'received 1 such documents'],
    [
      'no label with a concept',
      [[], [], []].map(() => [{ passage: 1, codes: [], weight: 1 }]),
      'none with a concept',
    ],
  ])('refuses %s', (_name, labels, message) => {
    expect(() => train(labels)).toThrow(message);
  });
});

describe('loadTaggerModel', () => {
  it('gives what was kept: the file of the model that comes with the package comes back', () => {
    const file = serializeTaggerModel(loadBuiltinModel());
    const again = serializeTaggerModel(loadTaggerModel(JSON.parse(JSON.stringify(file))));
    expect(again.text.values).toBe(file.text.values);
    expect(again.headings.values).toBe(file.headings.values);
    expect({ ...again, text: '', headings: '' }).toEqual({ ...file, text: '', headings: '' });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['another format', { ...serializeTaggerModel(model), format: 2 }],
    ['a list too short', { ...serializeTaggerModel(model), idf: [] }],
    ['a broken base64', { ...serializeTaggerModel(model), text: { scales: [], values: '*' } }],
  ])('refuses %s', (_name, value) => {
    expect(() => loadTaggerModel(value)).toThrow('loadTaggerModel: expected a tagger model');
  });
});

describe('matchesModel', () => {
  it('knows the taxonomy by its concepts and its lexicon', () => {
    expect(matchesModel(tinyTaxonomy, model)).toBe(true);
    expect(matchesModel(builtinTaxonomy, model)).toBe(false);
    const edited = {
      ...tinyTaxonomy,
      concepts: tinyTaxonomy.concepts.map((concept) => ({ ...concept, lexicon: [] })),
    };
    expect(matchesModel(edited, model)).toBe(false);
  });

  it('is asked before an analyzer takes a model', async () => {
    await expect(createAnalyzer({ taxonomy: builtinTaxonomy, model })).rejects.toThrow(
      'expected a model trained for',
    );
  });
});
