/** The measures, each with an example worked by hand, its bounds, and what it refuses. */
import { describe, expect, it } from 'vitest';
import {
  computeConvergence,
  computeCosine,
  computeCoverage,
  computeDiversity,
  computeEmphasis,
  computeJensenShannon,
  computeRelativeEmphasis,
  computeWeightedCoverage,
  meanEmphasis,
  symmetrizeRelativeEmphasis,
} from '../../../src/align';

describe('computeCoverage', () => {
  it('counts the concepts at or above the threshold: 120, 60 and 300 of four', () => {
    expect(computeCoverage([120, 0, 60, 300], 60)).toBe(3 / 4);
  });
  it('is 0 for no concepts and for nothing said, 1 where all is said', () => {
    expect(computeCoverage([], 1)).toBe(0);
    expect(computeCoverage([0, 0], 1)).toBe(0);
    expect(computeCoverage([1, 1], 1)).toBe(1);
  });
  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses the threshold %s',
    (threshold) => {
      expect(() => computeCoverage([1], threshold)).toThrow(/\(threshold/);
    },
  );
});

describe('computeWeightedCoverage', () => {
  it('adds the weights of covered concepts: 0.5 + 0.125 of 1', () => {
    expect(computeWeightedCoverage([80, 10, 60], [0.5, 0.375, 0.125], 60)).toBe(0.625);
  });
  it('scales weights that do not add up to 1: 3 of 4', () => {
    expect(computeWeightedCoverage([80, 0], [3, 1], 60)).toBe(0.75);
  });
  it('is 0 where all weights are', () => {
    expect(computeWeightedCoverage([80, 80], [0, 0], 60)).toBe(0);
  });
});

describe('computeEmphasis', () => {
  it('divides by the sum: 60, 30 and 10 of 100', () => {
    expect(computeEmphasis([60, 30, 10])).toEqual([0.6, 0.3, 0.1]);
  });
  it('is all 0 where nothing is counted', () => {
    expect(computeEmphasis([0, 0])).toEqual([0, 0]);
  });
  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (bad) => {
    expect(() => computeEmphasis([1, bad])).toThrow(/characters\[1\]/);
  });
});

describe('computeRelativeEmphasis', () => {
  it('divides by the reference: 0.6/0.2 = 3, 0.4/0.8 = 0.5', () => {
    const [first, second] = computeRelativeEmphasis([0.6, 0.4], [0.2, 0.8]);
    expect(first).toBeCloseTo(3, 12);
    expect(second).toBeCloseTo(0.5, 12);
  });
  it('is undefined where the reference has nothing of the concept', () => {
    expect(computeRelativeEmphasis([1, 0], [0, 1])).toEqual([undefined, 0]);
  });
});

describe('symmetrizeRelativeEmphasis', () => {
  it.each([
    [0, -1],
    [1, 0],
    [3, 0.5],
    [1 / 3, -0.5],
  ])('makes %s into %s', (relative, symmetric) => {
    expect(symmetrizeRelativeEmphasis(relative)).toBeCloseTo(symmetric, 12);
  });
});

describe('meanEmphasis', () => {
  it('takes the mean concept by concept', () => {
    expect(
      meanEmphasis([
        [0.5, 0.5],
        [0.25, 0.75],
      ]),
    ).toEqual([0.375, 0.625]);
  });
});

describe('computeDiversity', () => {
  // H = −(½ ln ½ + 2·¼ ln ¼) = ½ ln 2 + ½ ln 4 = 1.5 ln 2, so exp H = 2^1.5.
  it('is 2^1.5 for a half and two quarters', () => {
    expect(computeDiversity([0.5, 0.25, 0.25])).toBeCloseTo(2 ** 1.5, 12);
  });
  it('is the number of concepts where they are even, 1 for one, 0 for none', () => {
    expect(computeDiversity([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(4, 12);
    expect(computeDiversity([0, 1])).toBe(1);
    expect(computeDiversity([0, 0])).toBe(0);
  });
});

describe('computeConvergence', () => {
  // |0.5−0.2| + |0.3−0.3| + |0.2−0.5| = 0.6; 1 − 0.3.
  it('is 0.7 for emphases that are 0.6 apart', () => {
    expect(computeConvergence([0.5, 0.3, 0.2], [0.2, 0.3, 0.5])).toBeCloseTo(0.7, 12);
  });
  it('is 1 for the same, 0 for nothing in common, undefined for nothing at all', () => {
    expect(computeConvergence([2, 4], [1, 2])).toBe(1);
    expect(computeConvergence([1, 0], [0, 1])).toBe(0);
    expect(computeConvergence([0, 0], [0, 1])).toBeUndefined();
  });
  it('refuses vectors over different concepts', () => {
    expect(() => computeConvergence([1], [1, 2])).toThrow(/of one length/);
  });
});

describe('computeCosine', () => {
  // (3·4 + 4·3) / (5·5) = 24/25.
  it('is 0.96 for (3, 4) and (4, 3)', () => {
    expect(computeCosine([3, 4], [4, 3])).toBeCloseTo(0.96, 12);
  });
  it('is 1 for multiples, 0 for nothing in common, undefined for nothing at all', () => {
    expect(computeCosine([1, 2], [2, 4])).toBeCloseTo(1, 12);
    expect(computeCosine([1, 0], [0, 1])).toBe(0);
    expect(computeCosine([0], [1])).toBeUndefined();
  });
  it('does not overflow', () => {
    expect(computeCosine([1e300, 0], [1e300, 0])).toBe(1);
  });
});

describe('computeJensenShannon', () => {
  // a = (1, 0), b = (½, ½), m = (¾, ¼): ½·log2(4/3) + ½·(½·log2(2/3) + ½·log2 2).
  it('is 0.3113 bits for a whole against two halves', () => {
    const byHand = 0.5 * Math.log2(4 / 3) + 0.5 * (0.5 * Math.log2(2 / 3) + 0.5);
    expect(byHand).toBeCloseTo(0.3113, 4);
    expect(computeJensenShannon([1, 0], [0.5, 0.5])).toBeCloseTo(byHand, 12);
  });
  it('is 0 for the same, 1 for nothing in common, undefined for nothing at all', () => {
    expect(computeJensenShannon([1, 3], [2, 6])).toBe(0);
    expect(computeJensenShannon([1, 0], [0, 1])).toBe(1);
    expect(computeJensenShannon([0, 0], [0, 1])).toBeUndefined();
  });
});
