/** TF-IDF vectors, worked by hand. */
import { describe, expect, it } from 'vitest';
import {
  compareVectors,
  createTermWeighting,
  measureContainment,
} from '../../../src/align/term-vectors';

const counts = (entries: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(entries));

describe('createTermWeighting', () => {
  // Two passages; 数据 in both, 算力 in one, 养老 in none.
  const weighting = createTermWeighting([counts({ 数据: 1, 算力: 1 }), counts({ 数据: 3 })]);

  it('weighs a word by how often it stands there and how rare it is', () => {
    const { weights } = weighting.vectorize(counts({ 数据: 2, 算力: 1, 养老: 1 }));
    expect(weights.get('数据')).toBeCloseTo((1 + Math.log(2)) * 1, 12); // ln(3/3) + 1
    expect(weights.get('算力')).toBeCloseTo(Math.log(3 / 2) + 1, 12);
    expect(weights.get('养老')).toBeCloseTo(Math.log(3 / 1) + 1, 12);
  });

  // 数据 weighs 1, 算力 w = ln 1.5 + 1: the cosine of (1, w) and (1, 0) is 1/√(1 + w²).
  it('compares by the cosine', () => {
    const both = weighting.vectorize(counts({ 数据: 1, 算力: 1 }));
    const one = weighting.vectorize(counts({ 数据: 1 }));
    const w = Math.log(1.5) + 1;
    expect(compareVectors(both, one)).toBeCloseTo(1 / Math.sqrt(1 + w * w), 12);
    expect(compareVectors(one, both)).toBe(compareVectors(both, one));
    expect(compareVectors(both, both)).toBeCloseTo(1, 12);
    expect(compareVectors(both, weighting.vectorize(counts({})))).toBe(0);
    expect(measureContainment(one, both)).toBe(1);
    expect(measureContainment(both, one)).toBeCloseTo(1 / (1 + w), 12);
  });
});
