/**
 * Shards: a deterministic share of the inputs.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';

/** The share `index` of `count`, 1-based. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * The shard that `i/n` says.
 *
 * @throws ZhengceError `invalid-argument` for anything else
 */
export function parseShard(text: string): Shard {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const index = Number(match?.[1]);
  const count = Number(match?.[2]);
  if (match !== null && index >= 1 && index <= count) return { index, count };
  throw new ZhengceError(
    'invalid-argument',
    `tag: expected i/n with 1 ≤ i ≤ n, received ${describeReceived(text)} (--shard)`,
  );
}

/** What a shard adds to the names of its files: `-2-of-4`, with leading zeros so that the parts are in order under `cat tags-*`; nothing without one. */
export function nameShard(shard: Shard | undefined): string {
  if (shard === undefined) return '';
  const count = String(shard.count);
  return `-${String(shard.index).padStart(count.length, '0')}-of-${count}`;
}

/**
 * The items of a shard: consecutive ones, so that the outputs of the shards 1 to n, one after the other, are the output of the whole. Sizes differ by one at
 * most.
 *
 * @example
 * selectShard(['a', 'b', 'c'], { index: 1, count: 2 }) // => ['a']
 */
export function selectShard<T>(items: readonly T[], { index, count }: Shard): readonly T[] {
  const bound = (part: number): number => Math.floor((items.length * part) / count);
  return items.slice(bound(index - 1), bound(index));
}
