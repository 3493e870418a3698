import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document';
import { createJiebaSegmenter } from '../../../src/segment';
import {
  createLexiconTagger,
  createPlattCalibration,
  DEFAULT_TAGGER_SETTINGS,
} from '../../../src/tag';
import { selectScores } from '../../../src/tag/select-scores';
import { listAssignableConcepts } from '../../../src/taxonomy';
import { tinyTaxonomy } from '../../support/tiny-taxonomy';

const tagger = createLexiconTagger(tinyTaxonomy, createJiebaSegmenter());
const concepts = listAssignableConcepts(tinyTaxonomy);

describe('createPlattCalibration', () => {
  it.each([
    [3, 0.5],
    [4, 1 / (1 + Math.exp(-2))],
    [-1000, 0],
    [1000, 1],
  ])('gives a rawScore of %d its place on the sigmoid', (rawScore, expected) => {
    expect(createPlattCalibration({ slope: 2, midpoint: 3 }).calibrate(0, rawScore)).toBeCloseTo(
      expected,
      12,
    );
  });
});

describe('selectScores', () => {
  const calibration = createPlattCalibration({ slope: 1, midpoint: 3 });
  const scored = (concept: number, rawScore: number) => ({
    concept,
    rawScore,
    features: [],
    weights: [],
  });

  it('keeps what is sure enough, the best first', () => {
    const kept = selectScores([scored(0, 3), scored(1, 2.9), scored(2, 5)], concepts, calibration, {
      minScore: 0.5,
      minShare: 0,
    });
    expect(kept.map((candidate) => candidate.scored.concept)).toEqual([2, 0]);
  });

  it('drops what is far below the best of its scheme, and only of its scheme', () => {
    const kept = selectScores([scored(0, 10), scored(1, 4), scored(2, 4)], concepts, calibration, {
      minScore: 0.5,
      minShare: 0.5,
    });
    expect(kept.map((candidate) => candidate.scored.concept)).toEqual([0, 2]);
  });

  it('breaks ties by the order of the taxonomy', () => {
    const kept = selectScores([scored(1, 4), scored(0, 4)], concepts, calibration, {
      minScore: 0.5,
      minShare: 0,
    });
    expect(kept.map((candidate) => candidate.scored.concept)).toEqual([0, 1]);
  });
});

describe('createLexiconTagger', () => {
  const source =
    '关于推进数据共享的实施方案\n一、总体要求\n建立数據共享机制，培育数　据交易所。\n二、修缮校舍\n更换门窗。';
  const document = parseDocument(source, { id: 'd' });

  it('tags what the text says, and nothing else', () => {
    const tagged = tagger.tagDocument(document);
    expect(tagged.passages.map(({ tags }) => tags.map(({ code }) => code))).toEqual([['T1'], []]);
  });

  it('points its evidence into the source, as written', () => {
    const [passage] = tagger.tagDocument(document).passages;
    const words = passage?.tags[0]?.evidence.map(
      ({ start, end, field }) => `${field} ${source.slice(start, end)}`,
    );
    expect(words).toContain('text 数據共享');
    expect(words).toContain('title 数据共享');
  });

  it('gives evidence that adds up to the rawScore', () => {
    for (const { tags } of tagger.tagDocument(document).passages) {
      for (const { evidence, rawScore } of tags) {
        expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(rawScore, 9);
      }
    }
  });

  it('follows a term across a line wrap', () => {
    const wrapped = { ...document, source: '推进数据共\n享，建设数据交\n易所。', title: undefined };
    const pieces = [
      { start: 0, end: 5 },
      { start: 6, end: 13 },
      { start: 14, end: 17 },
    ];
    const [template] = document.passages;
    if (template === undefined) throw new Error('expected a passage');
    const passage = {
      ...template,
      span: { start: 0, end: 17 },
      pieces,
      text: '推进数据共享,建设数据交易所。',
      headingPath: [],
      headingSpans: [],
    };
    const [tagged] = tagger.tagDocument({ ...wrapped, passages: [passage] }).passages;
    expect(
      tagged?.tags[0]?.evidence.map(({ start, end }) => wrapped.source.slice(start, end)).sort(),
    ).toEqual(['数据交\n易所', '数据共\n享']);
  });

  it('tags passages that stand alone as in their document', () => {
    const [first] = document.passages;
    const [alone] = tagger.tagPassages([
      { id: 'x', text: first?.text ?? '', title: document.title, headingPath: first?.headingPath },
    ]);
    const [inside] = tagger.tagDocument(document).passages;
    expect(alone?.id).toBe('x');
    expect(alone?.tags.map(({ code, score }) => [code, score])).toEqual(
      inside?.tags.map(({ code, score }) => [code, score]),
    );
  });

  it('freezes what it returns', () => {
    const tagged = tagger.tagDocument(document);
    expect(
      Object.isFrozen(tagged) &&
        Object.isFrozen(tagged.passages) &&
        Object.isFrozen(tagged.passages[0]?.tags[0]?.evidence[0]),
    ).toBe(true);
  });

  it('works with stricter settings', () => {
    const strict = createLexiconTagger(tinyTaxonomy, createJiebaSegmenter(), {
      ...DEFAULT_TAGGER_SETTINGS,
      minScore: 0.999999,
    });
    expect(strict.tagDocument(document).passages.flatMap(({ tags }) => tags)).toEqual([]);
  });
});
