/**
 * A segment with its tombstones: what of it still counts.
 *
 * @module
 */
import type { IndexSegment, LengthColumn, LengthField, PostingLists } from './index-segment';

/** A segment and which of its passages were removed. Immutable but for what it remembers to be quick. */
export interface LiveSegment {
  readonly segment: IndexSegment;
  /** 1 for every passage removed; undefined where none is. */
  readonly deleted: Uint8Array | undefined;
  readonly liveCount: number;
  /** Sums of the lengths of the live passages' fields. */
  readonly totals: Readonly<Record<LengthField, number>>;
  /** Live passages of lists that were asked for, by list; of words, then of pairs. */
  readonly liveWords: Map<number, number>;
  readonly liveBigrams: Map<number, number>;
}

/** The segment with the tombstones given. O(passages). */
export function createLiveSegment(
  segment: IndexSegment,
  deleted: Uint8Array | undefined,
): LiveSegment {
  const { title, heading, body, bigram } = segment.lengths;
  const dead = deleted?.reduce((sum, flag) => sum + flag, 0) ?? 0;
  return {
    segment,
    deleted: dead === 0 ? undefined : deleted,
    liveCount: segment.passageCount - dead,
    totals: {
      title: sumLengths(title, deleted),
      heading: sumLengths(heading, deleted),
      body: sumLengths(body, deleted),
      bigram: sumLengths(bigram, deleted),
    },
    liveWords: new Map(),
    liveBigrams: new Map(),
  };
}

function sumLengths({ codes, values }: LengthColumn, deleted: Uint8Array | undefined): number {
  let sum = 0;
  for (let ordinal = 0; ordinal < codes.length; ordinal++) {
    if (deleted?.[ordinal] !== 1) sum += values[codes[ordinal] ?? 0] ?? 0;
  }
  return sum;
}

/** How many live passages a list of words holds; counted once where there are tombstones. */
export function countLiveWords(live: LiveSegment, list: number): number {
  return countLive(live, live.segment.words, live.liveWords, list);
}

/** How many live passages a list of pairs holds; counted once where there are tombstones. */
export function countLiveBigrams(live: LiveSegment, list: number): number {
  return countLive(live, live.segment.bigrams, live.liveBigrams, list);
}

function countLive(
  { deleted }: LiveSegment,
  { offsets, ordinals }: PostingLists,
  remembered: Map<number, number>,
  list: number,
): number {
  const start = offsets[list] ?? 0;
  const end = offsets[list + 1] ?? start;
  if (deleted === undefined) return end - start;
  const known = remembered.get(list);
  if (known !== undefined) return known;
  let count = 0;
  for (let at = start; at < end; at++) count += 1 - (deleted[ordinals[at] ?? 0] ?? 0);
  remembered.set(list, count);
  return count;
}
