import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../../src/analyzer';
import { createJiebaSegmenter } from '../../../../src/segment';
import {
  createTrainedTagger,
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

/** Documents in which 温室大棚 means the first concept and 校舍修缮 the second, though the lexicon has neither word. */
function createDocuments(): readonly TrainingDocument[] {
  return Array.from({ length: 12 }, (_, i) => ({
    id: `d${i}`,
    views: [
      { text: '各县都要修建温室大棚,推广温室大棚经验。', headings: [], title: '' },
      { text: '做好校舍修缮工作,落实校舍修缮资金。', headings: [], title: '' },
      { text: '会议听取了有关情况汇报,研究下一步安排。', headings: [], title: '' },
    ],
    labels: [
      { passage: 0, codes: [first], weight: 1 },
      { passage: 1, codes: [second], weight: 1 },
      { passage: 2, codes: [], weight: 1 },
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
    expect(
      tag?.evidence.some(
        ({ term, weight }) => weight > 0 && '温室大棚'.includes(term) && term !== '',
      ),
    ).toBe(true);
  });
});

describe('loadTaggerModel', () => {
  it('gives the same tags from the file', () => {
    const loaded = loadTaggerModel(JSON.parse(JSON.stringify(serializeTaggerModel(model))));
    expect(serializeTaggerModel(loaded)).toEqual(serializeTaggerModel(model));
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
