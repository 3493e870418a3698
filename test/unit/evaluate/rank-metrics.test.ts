import { describe, expect, it } from 'vitest';
import {
  computeNdcgAt,
  computeRecallAt,
  computeReciprocalRank,
  scoreRankings,
} from '../../../src/evaluate';

/** The ids 1, 2, … of a string of R (relevant) and N, in its order. */
function listRanks(pattern: string): { ranked: string[]; relevant: string[] } {
  const letters = [...pattern.replaceAll(' ', '')];
  const ranked = letters.map((_, i) => String(i + 1));
  return { ranked, relevant: ranked.filter((_, i) => letters[i] === 'R') };
}

describe('computeNdcgAt', () => {
  it('agrees with the worked example of Wikipedia, "Discounted cumulative gain"', () => {
    const grades = new Map([
      ['D1', 3],
      ['D2', 2],
      ['D3', 3],
      ['D5', 1],
      ['D6', 2],
      ['D7', 3],
      ['D8', 2],
    ]);
    const ranked = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'];
    // DCG 6.861, IDCG 8.740
    expect(computeNdcgAt(6, ranked, grades)).toBeCloseTo(0.785, 3);
  });

  it('is 1 for the best list, whatever follows', () => {
    expect(computeNdcgAt(10, ['b', 'a', 'x', 'y'], ['a', 'b'])).toBe(1);
  });

  it('asks no more of a list than k places can hold', () => {
    expect(computeNdcgAt(1, ['a'], ['a', 'b', 'c'])).toBe(1);
  });

  it('counts a repeated id at its first place only', () => {
    expect(computeNdcgAt(2, ['x', 'x', 'a'], ['a'])).toBe(1 / Math.log2(3));
  });

  it('is undefined where nothing is relevant, and 0 where nothing is found', () => {
    expect(computeNdcgAt(10, ['a'], [])).toBeUndefined();
    expect(computeNdcgAt(10, [], ['a'])).toBe(0);
  });

  it.each([0, 1.5, Number.NaN])('refuses k = %s', (k) => {
    expect(() => computeNdcgAt(k, [], ['a'])).toThrow(
      `computeNdcgAt: expected an integer of at least 1, received "${k}" (k)`,
    );
  });

  it.each([0, -1, Infinity])('refuses the grade %s', (grade) => {
    expect(() => computeNdcgAt(1, ['a'], new Map([['a', grade]]))).toThrow(
      'expected a grade above 0',
    );
  });
});

describe('computeRecallAt', () => {
  it('agrees with exercise 8.8 of Manning, Raghavan & Schütze (2008): 6 of 8 in the first 20', () => {
    const { ranked, relevant } = listRanks('RRNNN NNNRN RNNNR NNNNR');
    expect(relevant).toHaveLength(6);
    expect(computeRecallAt(20, ranked, [...relevant, 'missed', 'missed too'])).toBe(0.75);
    expect(computeRecallAt(10, ranked, [...relevant, 'missed', 'missed too'])).toBe(0.375);
  });

  it('is undefined where nothing is relevant', () => {
    expect(computeRecallAt(10, ['a'], [])).toBeUndefined();
  });
});

describe('computeReciprocalRank', () => {
  it('agrees with the worked example of Wikipedia, "Mean reciprocal rank": 1/3, 1/2, 1', () => {
    const of = (ranked: string[], right: string): number | undefined =>
      computeReciprocalRank(10, ranked, [right]);
    expect(of(['catten', 'cati', 'cats'], 'cats')).toBe(1 / 3);
    expect(of(['torii', 'tori', 'toruses'], 'tori')).toBe(1 / 2);
    expect(of(['viruses', 'virii', 'viri'], 'viruses')).toBe(1);
  });

  it('is 0 behind k', () => {
    expect(computeReciprocalRank(2, ['a', 'b', 'c'], ['c'])).toBe(0);
  });
});

describe('scoreRankings', () => {
  const sample = (ranked: string[], ...relevance: string[]) => ({ ranked, relevance });

  it('averages over the queries for which something is relevant', () => {
    const scores = scoreRankings([
      sample(['a', 'b'], 'a'),
      sample(['b', 'a'], 'a'),
      sample(['b'], 'a', 'b'),
      sample(['b']),
    ]);
    expect(scores?.queries).toBe(3);
    expect(scores?.reciprocalRank.value).toBe((1 + 1 / 2 + 1) / 3);
    expect(scores?.recallAt10.value).toBe((1 + 1 + 1 / 2) / 3);
    expect(scores?.ndcgAt10.interval?.low).toBeLessThan(scores!.ndcgAt10.value);
    expect(scores?.ndcgAt10.interval?.high).toBeGreaterThan(scores!.ndcgAt10.value);
  });

  it('tells recall@10 from recall@100', () => {
    const ranked = Array.from({ length: 100 }, (_, i) => String(i));
    const scores = scoreRankings([sample(ranked, '9', '10', '99', '100')]);
    expect(scores?.recallAt10.value).toBe(0.25);
    expect(scores?.recallAt100.value).toBe(0.75);
  });

  it('is undefined without anything relevant', () => {
    expect(scoreRankings([])).toBeUndefined();
    expect(scoreRankings([sample(['a'])])).toBeUndefined();
  });
});
