import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../src/analyzer';
import { createJiebaSegmenter } from '../../../src/segment';
import {
  createLexiconModel,
  createLexiconTagger,
  DEFAULT_TAGGER_SETTINGS,
  isLexiconModel,
  loadLexiconModel,
  matchesLexiconModel,
  readTuningCorpus,
  type TrainingDocument,
  tuneLexicon,
} from '../../../src/tag';
import { builtinTaxonomy } from '../../../src/taxonomy';
import { tinyTaxonomy } from '../../support/tiny-taxonomy';

const segmenter = createJiebaSegmenter();

function createDocuments(
  passages: readonly (readonly [string, readonly string[]])[],
): readonly TrainingDocument[] {
  return passages.map(([text, codes], i) => ({
    id: `d${i}`,
    views: [{ text, headings: [], title: '' }],
    labels: [{ passage: 0, codes, weight: 1 }],
  }));
}

const repeat = <T>(count: number, ...items: readonly T[]): readonly T[] =>
  Array.from({ length: count }, () => items).flat();

describe('tuneLexicon', () => {
  it('lets through what the defaults hold back, where the labels say so', () => {
    // One mention of weight 3 is below the default midpoint of 4.
    const documents = createDocuments(
      repeat(20, ['推进数据共享。', ['T1']] as const, ['更换门窗。', []] as const),
    );
    const settings = tuneLexicon(readTuningCorpus(tinyTaxonomy, segmenter, documents));
    const tag = (used: typeof settings): readonly string[] =>
      createLexiconTagger(tinyTaxonomy, segmenter, used)
        .tagPassages([{ id: 'p', text: '推进数据共享。' }])
        .flatMap(({ tags }) => tags.map(({ code }) => code));
    expect(tag(DEFAULT_TAGGER_SETTINGS)).toEqual([]);
    expect(tag(settings)).toEqual(['T1']);
  });

  it('stays with the weights of the defaults where a change gains nothing', () => {
    const documents = createDocuments(
      repeat(
        20,
        ['推进数据共享、数据交易、数据资源利用。', ['T1']] as const,
        ['数据另行公布。', []] as const,
      ),
    );
    const { weights, minShare } = tuneLexicon(readTuningCorpus(tinyTaxonomy, segmenter, documents));
    expect({ weights, minShare }).toEqual({
      weights: DEFAULT_TAGGER_SETTINGS.weights,
      minShare: DEFAULT_TAGGER_SETTINGS.minShare,
    });
  });

  it('gives the same settings again, with a threshold in [0, 1] for every concept', () => {
    const documents = createDocuments(
      repeat(9, ['推进数据共享、数据交易。', ['T1']] as const, ['铺开5G网络。', []] as const),
    );
    const corpus = readTuningCorpus(tinyTaxonomy, segmenter, documents);
    const settings = tuneLexicon(corpus);
    expect(tuneLexicon(corpus)).toEqual(settings);
    const thresholds = Object.entries(settings.thresholds ?? {});
    expect(thresholds.map(([code]) => code)).toEqual(['T1', 'T2', 'A1']);
    expect(thresholds.every(([, threshold]) => threshold >= 0 && threshold <= 1)).toBe(true);
  });

  it.each([
    ['no label at all', []],
    ['nothing that speaks', repeat(5, ['更换门窗。', ['T1']] as const)],
    ['only right ones', repeat(5, ['推进数据共享。', ['T1']] as const)],
    ['only wrong ones', repeat(5, ['推进数据共享。', []] as const)],
  ])('gives usable settings for %s', (_name, passages) => {
    const corpus = readTuningCorpus(tinyTaxonomy, segmenter, createDocuments(passages));
    const settings = tuneLexicon(corpus);
    expect(settings.calibration.slope).toBeGreaterThan(0);
    const model = createLexiconModel(tinyTaxonomy, settings);
    expect(loadLexiconModel(JSON.parse(JSON.stringify(model)))).toEqual(model);
  });
});

describe('LexiconModel', () => {
  const settings = { ...DEFAULT_TAGGER_SETTINGS, thresholds: { T1: 0.1, A1: 0.9999 } };
  const model = createLexiconModel(tinyTaxonomy, settings);

  it('is what the analyzer tags by, each concept by its own threshold', async () => {
    const passages = [{ id: 'p', text: '推进数据共享；铺开5G网络，建设算力。' }];
    const tag = async (used: 'lexicon' | typeof model): Promise<readonly string[]> => {
      const analyzer = await createAnalyzer({ taxonomy: tinyTaxonomy, model: used });
      return analyzer.tagPassages(passages).flatMap(({ tags }) => tags.map(({ code }) => code));
    };
    expect(await tag('lexicon')).toEqual(['A1']);
    expect(await tag(model)).toEqual(['T1']);
  });

  it('counts its confidence from the threshold of each concept', () => {
    const passages = [
      { id: 'p', text: '推进数据共享。' },
      { id: 'q', text: '更换门窗。' },
    ];
    const margins = (used: typeof settings): readonly (number | undefined)[] =>
      createLexiconTagger(tinyTaxonomy, segmenter, used)
        .tagPassages(passages)
        .map(({ margin }) => margin);
    const [above, nothing] = margins(settings);
    const [below] = margins({ ...settings, thresholds: { T1: 0.9, A1: 0.9 } });
    expect(above).toBeGreaterThan(0);
    expect(below).toBeLessThan(0);
    expect(nothing).toBe(-Infinity);
  });

  it('matches the taxonomy that it was made for', async () => {
    expect(matchesLexiconModel(tinyTaxonomy, model)).toBe(true);
    expect(matchesLexiconModel(builtinTaxonomy, model)).toBe(false);
    await expect(createAnalyzer({ taxonomy: builtinTaxonomy, model })).rejects.toThrow(
      /expected a model tuned for informatization-2021-2025 .*, received one for tiny 1/,
    );
  });

  it.each([
    ['another format', { ...model, format: 2 }, /format/],
    ['a negative slope', withSettings({ calibration: { slope: -1, midpoint: 0 } }), /slope/],
    ['a threshold above 1', withSettings({ thresholds: { T1: 2 } }), /thresholds\.T1/],
    ['more keys', { ...model, more: 1 }, /Unrecognized key/],
    ['no object', 7, /received "7"/],
  ])('refuses a file with %s', (_name, value, message) => {
    expect(() => loadLexiconModel(value)).toThrow(message);
  });

  it('is told from a trained model', () => {
    expect([model, {}, null, 'lexicon'].map(isLexiconModel)).toEqual([true, false, false, false]);
  });

  function withSettings(changes: object): object {
    return { ...model, settings: { ...settings, ...changes } };
  }
});
