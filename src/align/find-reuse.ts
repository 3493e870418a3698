/**
 * Text reuse: where two texts have the same words, edits allowed, in whatever order.
 *
 * @module
 */
import { type AlignmentScoring, createExtension, type Extend } from './extend-alignment';
import type { ReuseText } from './reuse-text';
import { createSeedIndex, type SeedIndex } from './seed-index';

/** Settings of the search for reuse. */
export interface ReuseSettings extends AlignmentScoring {
  /** Letters that a seed has. Raising it is faster and misses more edited copies. */
  readonly seedLength: number;
  /** Places that a seed may have in a text before it is passed over as a phrase. */
  readonly maxOccurrences: number;
  /** Letters that seeds on nearly one diagonal cover together before they are extended. Raising it is faster and misses more edited copies. */
  readonly seedCoverage: number;
  /** Points that an alignment needs; 2 are the worth of one letter that is the same. Raising it drops short and much edited copies. */
  readonly minPoints: number;
  /** Points that suffice within {@link ReuseSettings.nearby} letters, in both texts, of an alignment that has `minPoints`: its sentences in another order. */
  readonly minPointsNearby: number;
  /** Letters that count as near. */
  readonly nearby: number;
}

/** The defaults of {@link ReuseSettings}: `docs/decisions/text-reuse.md` has the figures they were chosen by. */
export const DEFAULT_REUSE_SETTINGS: ReuseSettings = Object.freeze({
  match: 2,
  mismatch: 2,
  gap: 2,
  drop: 40,
  seedLength: 4,
  maxOccurrences: 24,
  seedCoverage: 8,
  minPoints: 44,
  minPointsNearby: 18,
  nearby: 240,
});

/** A stretch of letters of one text that stands in another too. Offsets count letters. */
export interface LetterMatch {
  /** First letter in a, from 0. */
  readonly aStart: number;
  /** Behind the last letter in a. */
  readonly aEnd: number;
  /** First letter in b, from 0. */
  readonly bStart: number;
  /** Behind the last letter in b. */
  readonly bEnd: number;
  /** Of the alignment; not comparable between pairs of texts. */
  readonly points: number;
  /** Letters that are the same on both sides. */
  readonly matches: number;
}

/** Finds what other texts have in common with one text. */
export interface ReuseIndex {
  /** The text that is indexed: b of every match. */
  readonly text: ReuseText;
  /** Those that it was made with. */
  readonly settings: ReuseSettings;
  /** Stretches of `other` (as a) that stand in the text (as b), in the order of `other`. */
  find(other: ReuseText): readonly LetterMatch[];
}

/**
 * An index by which reuse of `text` is found: seeds of n letters, gathered by diagonal, extended by banded Smith–Waterman.
 *
 * Seed and extend as in passim (Smith, Cordell & Mullen 2015, American Literary History 27(3)) and the Legislative Influence Detector (Burgess et al. 2016, KDD). Where stretches
 * of `other` overlap by more than half, the one with more points stays. Linear in the text; `find` is linear in `other` and in what it finds.
 */
export function createReuseIndex(
  text: ReuseText,
  settings: ReuseSettings = DEFAULT_REUSE_SETTINGS,
): ReuseIndex {
  const seeds = createSeedIndex(text.letters, settings.seedLength, settings.maxOccurrences);
  return Object.freeze({
    text,
    settings,
    find: (other: ReuseText) =>
      keepBest(
        keepSupported(findCandidates(other.letters, text.letters, seeds, settings), settings),
        other.letters.length,
      ),
  });
}

/** Diagonals that a bucket spans; each seed falls into two that overlap, so that a copy with letters put in or left out stays in one. */
const BUCKET = 32;
/** Letters without a seed after which a diagonal starts anew. */
const MAX_SILENCE = 48;
/** Letters after a vain extension in which its diagonals are not tried again. */
const RETRY_AFTER = 16;

function findCandidates(
  a: Uint16Array,
  b: Uint16Array,
  seeds: SeedIndex,
  settings: ReuseSettings,
): readonly LetterMatch[] {
  const { seedLength, seedCoverage, minPoints, minPointsNearby } = settings;
  const extend = createExtension(a, b, settings);
  const buckets = Math.floor((a.length + b.length) / BUCKET) + 3;
  const coveredTo = new Int32Array(buckets).fill(-MAX_SILENCE - 1);
  const coverage = new Int32Array(buckets);
  const doneTo = new Int32Array(buckets);
  const found: LetterMatch[] = [];
  const bucketOf = (i: number, j: number): number => Math.floor((j - i + a.length) / BUCKET);

  const gather = (bucket: number, i: number): boolean => {
    const reached = coveredTo[bucket] ?? 0;
    if (i - reached > MAX_SILENCE) coverage[bucket] = 0;
    coverage[bucket] = (coverage[bucket] ?? 0) + i + seedLength - Math.max(i, reached);
    coveredTo[bucket] = i + seedLength;
    return (coverage[bucket] ?? 0) >= seedCoverage && i >= (doneTo[bucket] ?? 0);
  };
  const take = (i: number, j: number): void => {
    const match = extendBothWays(extend, i, j);
    if (match.points >= minPointsNearby) found.push(match);
    const reach = match.points >= minPoints ? match.aEnd : i + RETRY_AFTER;
    const ends = [
      bucketOf(i, j),
      bucketOf(match.aStart, match.bStart),
      bucketOf(match.aEnd, match.bEnd),
    ];
    for (let bucket = Math.min(...ends); bucket <= Math.max(...ends) + 1; bucket += 1)
      doneTo[bucket] = Math.max(doneTo[bucket] ?? 0, reach);
  };
  for (let i = 0; i + seedLength <= a.length; i += 1) {
    seeds.visit(a, i, (j) => {
      const bucket = bucketOf(i, j);
      const own = gather(bucket, i);
      const beside = gather(bucket + 1, i);
      if (own || beside) take(i, j);
    });
  }
  return found;
}

function extendBothWays(extend: Extend, i: number, j: number): LetterMatch {
  const onward = extend(i, j, 1);
  const back = extend(i - 1, j - 1, -1);
  return {
    aStart: i - back.a,
    aEnd: i + onward.a,
    bStart: j - back.b,
    bEnd: j + onward.b,
    points: onward.points + back.points,
    matches: onward.matches + back.matches,
  };
}

/** Those that have points enough, or have some and are near one that has; in the order of `a`. */
function keepSupported(
  candidates: readonly LetterMatch[],
  { minPoints, nearby }: ReuseSettings,
): readonly LetterMatch[] {
  const sorted = [...candidates].sort((x, y) => x.aStart - y.aStart || x.bStart - y.bStart);
  const strong = sorted.filter(({ points }) => points >= minPoints);
  let from = 0;
  return sorted.filter((match) => {
    if (match.points >= minPoints) return true;
    while (from < strong.length && (strong[from]?.aEnd ?? 0) + nearby < match.aStart) from += 1;
    for (let at = from; at < strong.length; at += 1) {
      const near = strong[at];
      if (near === undefined || near.aStart > match.aEnd + nearby) return false;
      if (near.bEnd + nearby >= match.bStart && near.bStart <= match.bEnd + nearby) return true;
    }
    return false;
  });
}

/** Those with most points, none with more than half of its letters of `a` in better ones; by place. */
function keepBest(candidates: readonly LetterMatch[], length: number): readonly LetterMatch[] {
  const taken = new Uint8Array(length);
  const best = [...candidates].sort(
    (x, y) => y.points - x.points || x.aStart - y.aStart || x.bStart - y.bStart,
  );
  const kept = best.filter(({ aStart, aEnd }) => {
    let overlap = 0;
    for (let at = aStart; at < aEnd; at += 1) overlap += taken[at] ?? 0;
    if (overlap * 2 > aEnd - aStart) return false;
    taken.fill(1, aStart, aEnd);
    return true;
  });
  return kept.sort((x, y) => x.aStart - y.aStart || x.bStart - y.bStart);
}
