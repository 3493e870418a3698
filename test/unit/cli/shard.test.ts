import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShard, selectShard } from '../../../src/cli/shard';

describe('parseShard', () => {
  it.each([
    ['1/1', { index: 1, count: 1 }],
    ['02/10', { index: 2, count: 10 }],
  ])('reads %s', (text, shard) => {
    expect(parseShard(text)).toEqual(shard);
  });

  it.each(['', '1', '0/2', '3/2', '1/0', '-1/2', '1.5/2', '1/2/3', ' 1/2', '1/9999999'])(
    'refuses %j',
    (text) => {
      expect(() => parseShard(text)).toThrow(/i\/n with 1 ≤ i ≤ n/);
    },
  );
});

describe('selectShard', () => {
  it('cuts a list into parts that concatenate to it and differ in size by one at most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 70 }),
        (items, count) => {
          const parts = Array.from({ length: count }, (_, i) =>
            selectShard(items, { index: i + 1, count }),
          );
          expect(parts.flat()).toEqual(items);
          const sizes = parts.map(({ length }) => length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
