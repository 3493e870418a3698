import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic, type SparseRows } from '../../../../src/tag/train/fit-logistic';

function toRows(dense: readonly (readonly number[])[]): SparseRows {
  const width = dense[0]?.length ?? 0;
  return {
    starts: Int32Array.from({ length: dense.length + 1 }, (_, i) => i * width),
    columns: Int32Array.from(dense.flatMap((row) => row.map((_, column) => column))),
    values: Float64Array.from(dense.flat()),
    width,
  };
}

/** The gradient of the loss by its formula: at the least loss every part of it is 0. */
function gradientAt(
  dense: readonly (readonly number[])[],
  outcomes: readonly number[],
  weights: Float64Array,
  bias: number,
  l2: number,
): readonly number[] {
  const errors = dense.map((row, i) => {
    const logit = row.reduce((sum, value, c) => sum + value * (weights[c] ?? 0), bias);
    return 1 / (1 + Math.exp(-logit)) - (outcomes[i] ?? 0);
  });
  const slopes = Array.from(
    weights,
    (weight, c) =>
      l2 * weight + dense.reduce((sum, row, i) => sum + (row[c] ?? 0) * (errors[i] ?? 0), 0),
  );
  return [...slopes, errors.reduce((sum, error) => sum + error, 0)];
}

describe('fitLogistic', () => {
  it('gives the log-odds of the share where nothing is known', () => {
    const rows = toRows([[0], [0], [0], [0]]);
    const { bias, weights } = fitLogistic(
      rows,
      Uint8Array.of(1, 0, 0, 0),
      new Float64Array(4).fill(1),
      { l2: 1, iterations: 100 },
    );
    expect(bias).toBeCloseTo(Math.log(1 / 3), 4);
    expect([...weights]).toEqual([0]);
  });

  it('does not run away where all outcomes are alike', () => {
    const fit = fitLogistic(
      toRows([[1], [2], [3]]),
      Uint8Array.of(1, 1, 1),
      new Float64Array(3).fill(1),
      { l2: 1e-3, iterations: 100 },
    );
    expect(fit.bias).toBeCloseTo(Math.log(3.5 / 0.5), 9);
    expect([...fit.weights]).toEqual([0]);
  });

  it('counts a row of weight 3 as three rows', () => {
    const options = { l2: 0.5, iterations: 200 };
    const once = fitLogistic(
      toRows([[1], [2], [2], [2]]),
      Uint8Array.of(0, 1, 1, 1),
      new Float64Array(4).fill(1),
      options,
    );
    const weighed = fitLogistic(
      toRows([[1], [2]]),
      Uint8Array.of(0, 1),
      Float64Array.of(1, 3),
      options,
    );
    expect(weighed.weights[0]).toBeCloseTo(once.weights[0] ?? Number.NaN, 3);
    expect(weighed.bias).toBeCloseTo(once.bias, 3);
  });

  it('ends where the gradient is nothing', () => {
    const row = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(row, fc.integer({ min: 0, max: 1 })), { minLength: 2, maxLength: 12 }),
        (samples) => {
          const dense = samples.map(([values]) => values);
          const outcomes = samples.map(([, outcome]) => outcome);
          if (new Set(outcomes).size < 2) return;
          const { weights, bias } = fitLogistic(
            toRows(dense),
            Uint8Array.from(outcomes),
            new Float64Array(dense.length).fill(1),
            { l2: 1, iterations: 500 },
          );
          for (const part of gradientAt(dense, outcomes, weights, bias, 1))
            expect(Math.abs(part)).toBeLessThan(0.02);
        },
      ),
      { numRuns: 100 },
    );
  });
});
