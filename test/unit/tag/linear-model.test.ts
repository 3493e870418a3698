import { describe, expect, it } from 'vitest';
import { createLinearModel, type Feature, type LinearModelWeights } from '../../../src/tag';

const WEIGHTS: LinearModelWeights = {
  nearestHeading: 0.5,
  outerHeadings: 0.25,
  title: 0.1,
  contextCap: 100,
  repetition: 0.5,
  fullLength: 10,
  lengthDiscount: 1,
};

function feature(part: Partial<Feature>): Feature {
  return {
    concept: 0,
    field: 'text',
    headingIndex: 0,
    value: 2,
    span: { start: 0, end: 2 },
    term: '数据',
    key: 0,
    ...part,
  };
}

const view = {
  text: '十个字以内的文本',
  headings: ['一、外层的标题', '(一)里层的标题', '1.'],
  title: '标题',
};

describe('createLinearModel', () => {
  it.each<[string, readonly Feature[], Partial<LinearModelWeights>, number]>([
    ['adds values up', [feature({}), feature({ term: '算力', key: 1 })], {}, 4],
    [
      'halves a repetition',
      [
        feature({}),
        feature({ span: { start: 3, end: 5 } }),
        feature({ span: { start: 5, end: 7 } }),
      ],
      {},
      2 + 1 + 0.5,
    ],
    [
      'weighs the nearest heading that has words',
      [feature({ field: 'heading', headingIndex: 1 }), feature({})],
      {},
      1 + 2,
    ],
    [
      'weighs other headings',
      [feature({ field: 'heading', headingIndex: 0 }), feature({})],
      {},
      0.5 + 2,
    ],
    ['weighs the title', [feature({ field: 'title' }), feature({})], {}, 0.2 + 2],
    [
      'does not count a term in another field as a repetition',
      [feature({}), feature({ field: 'title' })],
      {},
      2.2,
    ],
    [
      'subtracts negative values',
      [feature({}), feature({ term: '统计数据', key: 2, value: -3 })],
      {},
      -1,
    ],
    [
      'caps context by the text',
      [feature({ value: 1 }), feature({ field: 'heading', headingIndex: 1, value: 8 })],
      { contextCap: 2 },
      1 + 2,
    ],
    [
      'gives context nothing where the text says nothing',
      [feature({ field: 'heading', headingIndex: 1 })],
      { contextCap: 2 },
      0,
    ],
  ])('%s', (_name, features, weights, expected) => {
    const [score] = createLinearModel({ ...WEIGHTS, ...weights }).score(features, view);
    expect(score?.rawScore).toBeCloseTo(expected, 12);
    expect(score?.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(expected, 12);
  });

  it('discounts a passage of three times the full length to a third', () => {
    const long = { ...view, text: '字'.repeat(30) };
    expect(
      createLinearModel(WEIGHTS).score([feature({ value: 3 })], long)[0]?.rawScore,
    ).toBeCloseTo(1, 12);
  });

  it('lists the concepts with features, ascending', () => {
    const scores = createLinearModel(WEIGHTS).score(
      [feature({ concept: 2 }), feature({ concept: 1 })],
      view,
    );
    expect(scores.map(({ concept }) => concept)).toEqual([1, 2]);
  });
});
