/** Metrics against published worked examples, and against sums by hand. */
import { describe, expect, it } from 'vitest';
import {
  compareCoders,
  computeDcg,
  computeKappa,
  computeNdcg,
  computePrecisionAtOne,
  listConfusions,
  measureCalibration,
  scoreEvidence,
  scoreTags,
} from '../../../src/evaluate';

describe('scoreTags', () => {
  const codes = ['0', '1', '2'];
  const toSamples = (gold: readonly string[], predicted: readonly string[]) =>
    gold.map((row, i) => ({
      documentId: 'd',
      gold: row.split(' ').filter(Boolean),
      predicted: (predicted[i] ?? '').split(' ').filter(Boolean),
    }));

  // scikit-learn, documentation of f1_score: y_true = [0, 1, 2, 0, 1, 2], y_pred = [0, 2, 1, 0, 0, 1].
  it('gives the figures of the example with one code each', () => {
    const samples = toSamples(['0', '1', '2', '0', '1', '2'], ['0', '2', '1', '0', '0', '1']);
    const scores = scoreTags(samples, { codes, minSupport: 1 });
    expect(scores.concepts.map(({ f1 }) => f1)).toEqual([0.8, 0, 0]);
    expect(scores.macro.f1).toBeCloseTo(0.26666, 4);
    expect(scores.micro.f1).toBeCloseTo(0.33333, 4);
    expect(scores.weighted.f1).toBeCloseTo(0.26666, 4);
    // Documentation of precision_score and recall_score, same lists.
    expect(scores.macro.precision).toBeCloseTo(0.22222, 4);
    expect(scores.macro.recall).toBeCloseTo(0.33333, 4);
  });

  // scikit-learn, same page: y_true = [[0,0,0],[1,1,1],[0,1,1]], y_pred = [[0,0,0],[1,1,1],[1,1,0]].
  it('gives the figures of the multilabel example', () => {
    const scores = scoreTags(toSamples(['', '0 1 2', '1 2'], ['', '0 1 2', '0 1']), { codes });
    const rounded = scores.concepts.map(({ f1 }) => Number(f1.toFixed(8)));
    expect(rounded).toEqual([0.66666667, 1, 0.66666667]);
  });
});

describe('computeDcg', () => {
  it.each([
    // scikit-learn, documentation of dcg_score: 5 + 1 / log2(3) + 10 / log2(6) = 9.499.
    [[10, 0, 0, 1, 5], [0.1, 0.2, 0.3, 4, 70], 9.4994],
    // Wikipedia, Discounted cumulative gain: six documents of relevance 3, 2, 3, 0, 1, 2 in this order, and in the best one.
    [[3, 2, 3, 0, 1, 2], [6, 5, 4, 3, 2, 1], 6.861],
    [[3, 3, 2, 2, 1, 0], [6, 5, 4, 3, 2, 1], 7.141],
    // scikit-learn, same page, the ties: (10 + 5) / 2 = 7.5 at each of the first two ranks, 1 / 3 at each of the others.
    [
      [10, 0, 0, 1, 5],
      [1, 0, 0, 0, 1],
      7.5 * (1 + 1 / Math.log2(3)) + (1 / 3) * (1 / 2 + 1 / Math.log2(5) + 1 / Math.log2(6)),
    ],
    [[], [], 0],
  ])('of %j ranked by %j is %d', (gains, scores, expected) => {
    expect(computeDcg(gains, scores)).toBeCloseTo(expected, 3);
  });
});

/** Scores as a list, from words such as `A.9 B.4`. */
function toScores(words: string): readonly { readonly code: string; readonly score: number }[] {
  return words
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ code: word.slice(0, 1), score: Number(word.slice(1)) }));
}

describe('computeNdcg', () => {
  const second = 1 / Math.log2(3);
  it.each([
    ['A', 'A.9 B.4', 1],
    ['A', 'B.9 A.4', second],
    ['A', 'B.9 C.8 A.4', 1 / 2],
    ['AB', 'A.9 C.5 B.1', (1 + 1 / 2) / (1 + second)],
    // Tied: half of the orders have A first.
    ['A', 'A.5 B.5', (1 + second) / 2],
    ['AB', 'A.5 B.5', 1],
    // Not suggested: no rank, whether listed with 0 or not at all.
    ['A', 'B.9', 0],
    ['A', 'B.9 A0', 0],
    ['AB', 'A.9 B0', 1 / (1 + second)],
    ['A', '', 0],
  ])('of gold %s and %s is %d', (gold, scores, expected) => {
    expect(computeNdcg([...gold], toScores(scores))).toBeCloseTo(expected, 12);
  });

  it('is not defined without gold codes', () => {
    expect(computeNdcg([], toScores('A.9'))).toBeUndefined();
  });
});

describe('computePrecisionAtOne', () => {
  it.each([
    ['A', 'A.9 B.4', 1],
    ['B', 'A.9 B.4', 0],
    ['AB', 'C.1 A.9', 1],
    ['A', 'A.9 B.9', 0.5],
    ['A', 'A.9 B.9 C.9 D.2', 1 / 3],
    ['A', '', 0],
    ['A', 'A0 B0', 0],
    ['', 'A.9', 0],
  ])('of gold %s and %s is %d', (gold, scores, expected) => {
    expect(computePrecisionAtOne([...gold], toScores(scores))).toBeCloseTo(expected, 12);
  });
});

describe('measureCalibration', () => {
  // scikit-learn, documentation of brier_score_loss: 0.0375.
  const outcomes = [
    { score: 0.1, isGold: false },
    { score: 0.9, isGold: true },
    { score: 0.8, isGold: true },
    { score: 0.3, isGold: false },
  ];

  it('gives the Brier score of the published example', () => {
    expect(measureCalibration(outcomes)?.brierScore).toBeCloseTo(0.0375, 12);
  });

  it('gives the expected calibration error that a sum by hand gives', () => {
    // Two bins: 0.1, 0.3 with mean 0.2 and none in gold; 0.9, 0.8 with mean 0.85 and both in gold.
    expect(measureCalibration(outcomes, 2)).toEqual({
      predictions: 4,
      expectedCalibrationError: expect.closeTo((2 / 4) * 0.2 + (2 / 4) * 0.15, 12) as number,
      brierScore: expect.closeTo(0.0375, 12) as number,
      bins: [
        { low: 0, high: 0.5, predictions: 2, meanScore: 0.2, shareGold: 0 },
        {
          low: 0.5,
          high: 1,
          predictions: 2,
          meanScore: expect.closeTo(0.85, 12) as number,
          shareGold: 1,
        },
      ],
    });
  });

  it('closes bins at the right, the first one at both ends', () => {
    const scores = [0, 0.1, 0.100001, 0.2, 0.3, 0.7, 1];
    const report = measureCalibration(scores.map((score) => ({ score, isGold: true })));
    expect(report?.bins.map(({ predictions }) => predictions)).toEqual([
      2, 2, 1, 0, 0, 0, 1, 0, 0, 1,
    ]);
    expect(report?.bins[3]).toMatchObject({ meanScore: null, shareGold: null });
  });

  it('is not defined without predictions', () => {
    expect(measureCalibration([])).toBeUndefined();
  });

  it.each([
    [-0.1, 10, 'expected a score in [0, 1], received "-0.1" (outcomes)'],
    [1.01, 10, 'expected a score in [0, 1], received "1.01" (outcomes)'],
    [Number.NaN, 10, 'expected a score in [0, 1], received "NaN" (outcomes)'],
    [0.5, 0, 'expected an integer of at least 1, received "0" (bins)'],
    [0.5, 2.5, 'expected an integer of at least 1, received "2.5" (bins)'],
  ])('refuses the score %d in %d bins', (score, bins, message) => {
    expect(() => measureCalibration([{ score, isGold: true }], bins)).toThrow(
      `measureCalibration: ${message}`,
    );
  });
});

describe('computeKappa', () => {
  // Wikipedia, Cohen's kappa: the 50 grant applications, and the two tables of the same share of agreement.
  it.each([
    [[20, 5, 10, 15], 0.4],
    [[45, 15, 25, 15], 0.1304],
    [[25, 35, 5, 35], 0.2593],
    [[10, 0, 0, 10], 1],
    [[0, 10, 10, 0], -1],
    [[1, 1, 1, 1], 0],
  ])('of %j is %d', ([both = 0, onlyFirst = 0, onlySecond = 0, neither = 0], expected) => {
    expect(computeKappa({ both, onlyFirst, onlySecond, neither })).toBeCloseTo(expected, 4);
  });

  it.each([
    [{ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }],
    [{ both: 0, onlyFirst: 0, onlySecond: 0, neither: 9 }],
    [{ both: 9, onlyFirst: 0, onlySecond: 0, neither: 0 }],
  ])('is not defined for %j', (agreement) => {
    expect(computeKappa(agreement)).toBeUndefined();
  });
});

describe('compareCoders', () => {
  // The table 20 / 5 / 10 / 15 of two coders for A; B, which nobody gave; a third coder on ten rows only.
  const repeat = (count: number, coders: readonly (readonly string[])[]) =>
    Array.from({ length: count }, () => ({ coders }));
  const rows = [
    ...repeat(10, [['A'], ['A'], ['A']]),
    ...repeat(10, [['A'], ['A']]),
    ...repeat(5, [['A'], []]),
    ...repeat(10, [[], ['A']]),
    ...repeat(15, [[], []]),
    { coders: undefined },
    {},
  ];
  const agreement = compareCoders(rows, { codes: ['A', 'B'], macroCodes: ['A'] });

  it('gives the published kappa and F1 of a pair', () => {
    const f1 = (2 * 20) / (25 + 30);
    expect(agreement?.pairs[0]).toEqual({
      first: 1,
      second: 2,
      samples: 50,
      microF1: f1,
      macroF1: f1,
      kappa: expect.closeTo(0.4, 12) as number,
    });
  });

  it('compares a coder on the rows that he has coded', () => {
    expect(agreement?.coders).toBe(3);
    // All ten A: what chance would give is not less, so there is no kappa.
    expect(agreement?.pairs.slice(1)).toEqual([
      { first: 1, second: 3, samples: 10, microF1: 1, macroF1: 1, kappa: null },
      { first: 2, second: 3, samples: 10, microF1: 1, macroF1: 1, kappa: null },
    ]);
  });

  it('averages over the pairs, by concept and in all', () => {
    expect(agreement?.microF1).toBeCloseTo((40 / 55 + 1 + 1) / 3, 12);
    expect(agreement?.kappa).toBeCloseTo(0.4, 12);
    expect(agreement?.concepts).toEqual([
      { code: 'A', kappa: expect.closeTo(0.4, 12) as number },
      { code: 'B', kappa: null },
    ]);
  });

  it.each([[[]], [[{}]], [[{ coders: [['A']] }]], [[{ coders: [] }]]])(
    'is not defined where no row has two: %j',
    (list) => {
      expect(compareCoders(list, { codes: ['A'] })).toBeUndefined();
    },
  );
});

describe('listConfusions', () => {
  const codes = ['A', 'B', 'C'];
  const row = (id: string, gold: string, predicted: string) => ({
    id,
    gold: [...gold],
    predicted: [...predicted],
  });

  it('pairs what was missed with what was given, most frequent first, none last', () => {
    const samples = [
      row('1', 'A', 'B'),
      row('2', 'AC', 'BC'),
      row('3', 'A', ''),
      row('4', '', 'C'),
      row('5', 'A', 'A'),
      row('6', '', ''),
      row('7', 'B', ''),
      row('8', 'AB', 'C'),
      row('9', 'X', 'Y'),
    ];
    expect(listConfusions(samples, codes)).toEqual([
      { missed: 'A', given: 'B', count: 2, examples: ['1', '2'] },
      { missed: 'A', given: 'C', count: 1, examples: ['8'] },
      { missed: 'A', given: null, count: 1, examples: ['3'] },
      { missed: 'B', given: 'C', count: 1, examples: ['8'] },
      { missed: 'B', given: null, count: 1, examples: ['7'] },
      { missed: null, given: 'C', count: 1, examples: ['4'] },
    ]);
  });

  it('names the first three samples', () => {
    const samples = ['1', '2', '3', '4'].map((id) => row(id, 'A', ''));
    expect(listConfusions(samples, codes)).toEqual([
      { missed: 'A', given: null, count: 4, examples: ['1', '2', '3'] },
    ]);
  });
});

describe('scoreEvidence', () => {
  const span = (start: number, end: number, code?: string) => ({ start, end, code });

  it.each([
    // 4 marked, 6 named, 2 of both.
    [[span(0, 4)], [span(2, 8)], 4, 6, 2],
    // What overlaps counts once.
    [[span(0, 4), span(2, 6)], [span(0, 3), span(1, 5), span(8, 9)], 6, 6, 5],
    [[span(0, 2), span(4, 6)], [span(1, 5)], 4, 4, 2],
    [[span(0, 4)], [], 4, 0, 0],
    // Code by code: the same words for another code are wrong.
    [[span(0, 4, 'A')], [span(0, 4, 'B')], 4, 4, 0],
    [[span(0, 4, 'A'), span(0, 4, 'B')], [span(0, 4, 'A')], 8, 4, 4],
    // Where a gold span has no code, codes are left aside.
    [[span(0, 4, 'A'), span(6, 8)], [span(0, 4, 'B'), span(6, 8, 'C')], 6, 6, 6],
  ])('of %j and %j counts %d, %d and %d', (gold, predicted, goldCharacters, named, shared) => {
    expect(scoreEvidence([{ gold, predicted }])).toMatchObject({
      samples: 1,
      goldCharacters,
      predictedCharacters: named,
      sharedCharacters: shared,
    });
  });

  it('sums over the samples with marked words', () => {
    const report = scoreEvidence([
      { gold: [span(0, 4)], predicted: [span(2, 8)] },
      { gold: [span(0, 2)], predicted: [span(0, 2)] },
      { gold: [], predicted: [span(0, 100)] },
    ]);
    expect(report).toMatchObject({ samples: 2, precision: 4 / 8, recall: 4 / 6, f1: 8 / 14 });
  });

  it('is not defined where nothing is marked', () => {
    expect(scoreEvidence([{ gold: [], predicted: [span(0, 1)] }])).toBeUndefined();
  });
});
