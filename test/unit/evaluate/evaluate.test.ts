import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bootstrapInterval,
  bootstrapIntervals,
  collectSpanTags,
  scoreTags,
  type TagSample,
} from '../../../src/evaluate';

function sample(gold: string, predicted: string, documentId = 'd'): TagSample {
  const split = (codes: string): string[] => codes.split(' ').filter(Boolean);
  return { documentId, gold: split(gold), predicted: split(predicted) };
}

describe('scoreTags', () => {
  // Worked by hand: A has 2 hits of 3 predicted and 2 gold; B 1 hit of 1 and 2; C none of 1 and 0.
  const samples = [
    sample('A', 'A'),
    sample('A B', 'A B'),
    sample('B', 'A'),
    sample('', 'C'),
    sample('', ''),
  ];
  const scores = scoreTags(samples, { codes: ['A', 'B', 'C'], minSupport: 1 });

  it('scores each concept', () => {
    expect(scores.concepts).toEqual([
      { code: 'A', support: 2, predicted: 3, precision: 2 / 3, recall: 1, f1: 0.8 },
      { code: 'B', support: 2, predicted: 1, precision: 1, recall: 0.5, f1: 2 / 3 },
      { code: 'C', support: 0, predicted: 1, precision: 0, recall: 0, f1: 0 },
    ]);
  });

  it('sums for micro, averages for macro and weighted', () => {
    expect(scores.micro).toEqual({ precision: 3 / 5, recall: 3 / 4, f1: 6 / 9 });
    expect(scores.macro.f1).toBeCloseTo((0.8 + 2 / 3) / 2, 12);
    expect(scores.weighted.f1).toBeCloseTo((2 * 0.8 + 2 * (2 / 3)) / 4, 12);
  });

  it('counts exact matches, none for none included', () => {
    expect(scores.exactMatch).toBe(3 / 5);
  });

  it('leaves rare concepts out of the macro average', () => {
    expect(scoreTags(samples, { codes: ['A', 'B'], minSupport: 3 }).macro.f1).toBe(0);
  });

  it('averages over the concepts it is told, whatever their support', () => {
    const { macro, macroCodes } = scoreTags(samples, {
      codes: ['A', 'B', 'C'],
      macroCodes: ['C', 'A'],
    });
    expect(macroCodes).toEqual(['A', 'C']);
    expect(macro.f1).toBeCloseTo(0.8 / 2, 12);
  });

  it('refuses to score nothing', () => {
    expect(() => scoreTags([], { codes: ['A'] })).toThrow('expected samples');
  });

  it('equals a naive count of pairs', () => {
    const codes = ['A', 'B', 'C', 'D'];
    const arbitrary = fc.array(
      fc.record({
        documentId: fc.constantFrom('x', 'y'),
        gold: fc.subarray(codes),
        predicted: fc.subarray(codes),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(arbitrary, (list) => {
        const pairs = list.flatMap(({ gold, predicted }) =>
          codes.map((code) => [gold.includes(code), predicted.includes(code)]),
        );
        const hits = pairs.filter(([gold, predicted]) => gold && predicted).length;
        const wrong = pairs.filter(([gold, predicted]) => gold !== predicted).length;
        const f1 = hits === 0 ? 0 : (2 * hits) / (2 * hits + wrong);
        expect(scoreTags(list, { codes }).micro.f1).toBeCloseTo(f1, 12);
      }),
    );
  });
});

describe('bootstrapInterval', () => {
  const samples = Array.from({ length: 40 }, (_, i) => ({
    documentId: `d${String(i)}`,
    value: i % 4 === 0 ? 1 : 0,
  }));
  const mean = (list: readonly { readonly value: number }[]): number =>
    list.reduce((sum, { value }) => sum + value, 0) / Math.max(1, list.length);

  it('lies around the mean, about as wide as theory has it', () => {
    const { low, high } = bootstrapInterval(samples, mean);
    // ±1.96 · √(0.25 · 0.75 / 40) = ±0.134
    expect(low).toBeGreaterThan(0.25 - 0.17);
    expect(low).toBeLessThan(0.25 - 0.09);
    expect(high).toBeGreaterThan(0.25 + 0.09);
    expect(high).toBeLessThan(0.25 + 0.17);
  });

  it('gives the same interval for the same seed, another for another', () => {
    expect(bootstrapInterval(samples, mean, { seed: 7 })).toEqual(
      bootstrapInterval(samples, mean, { seed: 7 }),
    );
    expect(bootstrapInterval(samples, mean, { seed: 7 })).not.toEqual(
      bootstrapInterval(samples, mean, { seed: 8 }),
    );
  });

  // B is never found: where each resample averaged over the concepts that have five positives in it, B would drop out of many.
  it('keeps to the concepts of the whole set where it is told them', () => {
    const codes = ['A', 'B'];
    const list = Array.from({ length: 40 }, (_, i) =>
      sample(i < 5 ? 'B' : 'A', i < 5 ? '' : 'A', `d${String(i)}`),
    );
    const { macroCodes } = scoreTags(list, { codes });
    const draw = (options: { readonly macroCodes?: readonly string[] }) =>
      bootstrapInterval(list, (drawn) => scoreTags(drawn, { codes, ...options }).macro.f1);
    expect(draw({ macroCodes })).toEqual({ low: 0.5, high: 0.5 });
    expect(draw({}).high).toBe(1);
  });

  it('leaves out the resamples that do not define a statistic', () => {
    const [half, none] = bootstrapIntervals([1, undefined], (drawn) => {
      const known = drawn.filter((value) => value !== undefined);
      return [known.length === 0 ? undefined : known[0], undefined];
    });
    expect(half).toEqual({ low: 1, high: 1 });
    expect(none).toBeNull();
  });

  it.each([
    [{ resamples: 0 }, 'expected an integer of at least 1, received "0" (options.resamples)'],
    [{ resamples: 1.5 }, 'expected an integer of at least 1, received "1.5" (options.resamples)'],
    [{ level: 1 }, 'expected a number in (0, 1), received "1" (options.level)'],
    [{ level: Number.NaN }, 'expected a number in (0, 1), received "NaN" (options.level)'],
    [{ seed: 0.5 }, 'expected an integer, received "0.5" (options.seed)'],
  ])('refuses %j', (options, message) => {
    expect(() => bootstrapInterval(samples, mean, options)).toThrow(
      `bootstrapInterval: ${message}`,
    );
  });

  it('draws whole documents', () => {
    const one = samples.map((item) => ({ ...item, documentId: 'same' }));
    expect(bootstrapInterval(one, mean)).toEqual({ low: 0.25, high: 0.25 });
  });
});

describe('collectSpanTags', () => {
  const tag = (code: string, score: number) => ({
    conceptId: code,
    code,
    score,
    rawScore: 0,
    evidence: [],
  });
  const passages = [
    { span: { start: 0, end: 100 }, tags: [tag('A', 0.6), tag('B', 0.9)] },
    { span: { start: 100, end: 200 }, tags: [tag('A', 0.8)] },
    { span: { start: 200, end: 300 }, tags: [tag('C', 0.7)] },
  ];

  it.each([
    [{ start: 0, end: 100 }, ['B', 'A']],
    [{ start: 10, end: 210 }, ['B', 'A']],
    [{ start: 190, end: 215 }, ['C']],
    [{ start: 120, end: 130 }, ['A']],
    [{ start: 0, end: 300 }, ['B', 'A', 'C']],
    [{ start: 300, end: 320 }, []],
  ])('takes for %j the passages that share half', (span, codes) => {
    expect(collectSpanTags(span, passages).map(({ code }) => code)).toEqual(codes);
  });

  it('keeps the highest score of a code', () => {
    expect(
      collectSpanTags({ start: 0, end: 200 }, passages).find(({ code }) => code === 'A')?.score,
    ).toBe(0.8);
  });
});
