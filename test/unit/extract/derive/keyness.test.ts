import { describe, expect, it } from 'vitest';
import { scoreKeyness } from '../../../../src/extract';
import { CRITICAL_VALUES, scoreAssociation } from '../../../../src/extract/derive/keyness';

describe('scoreKeyness', () => {
  // By hand: E₁ = 1000·15/3000 = 5, E₂ = 10; 2(10 ln 2 + 5 ln ½) = 10 ln 2 = 6.9315.
  it('is 10 ln 2 for 10 in 1,000 against 5 in 2,000', () => {
    const score = scoreKeyness({ count: 10, size: 1000, otherCount: 5, otherSize: 2000 });
    expect(score).toBeCloseTo(10 * Math.LN2, 10);
  });

  // By hand: E₁ = 300·2/3300 = 2/11; 2·2 ln 11 = 9.5916. A count of 0 adds nothing, since x ln x → 0.
  it('is 4 ln 11 for a word that the other text lacks', () => {
    const score = scoreKeyness({ count: 2, size: 300, otherCount: 0, otherSize: 3000 });
    expect(score).toBeCloseTo(4 * Math.log(11), 10);
  });

  it('is the same with the other sign from the other side', () => {
    const score = scoreKeyness({ count: 10, size: 1000, otherCount: 5, otherSize: 2000 });
    expect(scoreKeyness({ count: 5, size: 2000, otherCount: 10, otherSize: 1000 })).toBe(-score);
  });

  it.each([
    [7, 700, 3, 300],
    [0, 100, 0, 100],
    [3, 10, 0, 0],
  ])('is 0 for %i in %i against %i in %i', (count, size, otherCount, otherSize) => {
    expect(scoreKeyness({ count, size, otherCount, otherSize })).toBeCloseTo(0, 12);
  });

  it('doubles with both texts', () => {
    const once = scoreKeyness({ count: 4, size: 90, otherCount: 1, otherSize: 210 });
    const twice = scoreKeyness({ count: 8, size: 180, otherCount: 2, otherSize: 420 });
    expect(twice).toBeCloseTo(2 * once, 10);
  });
});

describe('scoreAssociation', () => {
  // By hand: cells 8, 2, 2, 88 of 100 with rows and columns 10 and 90; expected 1, 9, 9, 81;
  // 2(8 ln 8 + 2 ln 2/9 + 2 ln 2/9 + 88 ln 88/81) = 33.2710 − 12.0326 + 14.5879 = 35.8263.
  it('counts all four cells', () => {
    const score = scoreAssociation({ pair: 8, first: 10, second: 10, total: 100 });
    expect(score).toBeCloseTo(35.826, 2);
  });

  it('is 0 for words that meet by chance, and negative for words that shun each other', () => {
    expect(scoreAssociation({ pair: 1, first: 10, second: 10, total: 100 })).toBeCloseTo(0, 10);
    expect(scoreAssociation({ pair: 1, first: 50, second: 50, total: 100 })).toBeLessThan(-10);
  });
});

describe('CRITICAL_VALUES', () => {
  it('rises', () => {
    expect([...CRITICAL_VALUES].sort((a, b) => a - b)).toEqual(CRITICAL_VALUES);
  });
});
