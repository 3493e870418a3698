/**
 * What ranking takes from the collection as a whole: its size, the mean lengths, and per segment the norms that follow.
 *
 * @module
 */
import { createDemotion, type Demotion } from './demotion';
import {
  type IndexSegment,
  type LengthColumn,
  type LengthField,
  RARE_CODE,
  type WordLists,
} from './index-segment';
import type { LiveSegment } from './live-segment';
import { listRegionNames, type RegionNames } from './region-names';
import { computeDocumentFactors } from './regional';
import { changeSettings, type SearchSettings, type SearchSettingsChange } from './settings';
import type { ListWindows } from './window';

/** The state of the collection under given settings. Immutable but for what it remembers to be quick. */
export interface RankingContext {
  readonly settings: SearchSettings;
  /** Live passages. */
  readonly passageCount: number;
  readonly views: readonly SegmentView[];
  /** What the regions of documents are called; none where regional documents are not demoted. */
  readonly regionNames: RegionNames;
}

/** The regions that a query names; or any, where it is restricted to some: then no document stands behind others for its region. */
export type AskedRegions = readonly string[] | 'any';

/** A segment as ranking sees it. */
export interface SegmentView {
  readonly live: LiveSegment;
  /** Position of its first passage in the index. */
  readonly firstPosition: number;
  readonly k1: number;
  /** 1 − b + b · length / mean length, by the number of the length. */
  readonly norms: Readonly<Record<LengthField, Float64Array>>;
  /** Weight × frequency, by the number of the combination. */
  readonly weighted: Readonly<Record<'title' | 'heading' | 'body', Float64Array>>;
  /** Saturated frequencies of words that stand in the body only. */
  readonly bodySaturations: BodySaturations;
  /** Saturated frequencies of pairs, by the number of the length. */
  readonly bigramSaturations: Float64Array;
  /** Factors on the score, by the kind of passage and the region of its document. */
  readonly demotionFor: (regions: AskedRegions) => Demotion;
  readonly wordWindows: Map<number, ListWindows>;
  readonly bigramWindows: Map<number, ListWindows>;
}

/**
 * Most postings are of words that stand in the body only, a few times: their saturated frequency depends on two small numbers, and
 * looking it up is several times quicker than computing it.
 */
export interface BodySaturations {
  /** By the code of a posting: where its row begins; −1 where it has none and has to be computed. */
  readonly rows: Int32Array;
  /** f / (k1 + f), by row + number of the body's length. */
  readonly values: Float64Array;
}

/** The context of segments, in the order of the index. O(segments · (lengths + combinations) + passages). */
export function createRankingContext(
  segments: readonly LiveSegment[],
  settings: SearchSettings,
): RankingContext {
  const passageCount = segments.reduce((sum, { liveCount }) => sum + liveCount, 0);
  const meanOf = (field: LengthField): number =>
    segments.reduce((sum, { totals }) => sum + totals[field], 0) / passageCount;
  const means = {
    title: meanOf('title'),
    heading: meanOf('heading'),
    body: meanOf('body'),
    bigram: meanOf('bigram'),
  };
  let firstPosition = 0;
  const views = segments.map((live) => {
    const view = createSegmentView({ live, firstPosition, settings, means });
    firstPosition += live.segment.passageCount;
    return view;
  });
  const regionNames = listRegionNames(settings.regional === 1 ? [] : segments);
  return { settings, passageCount, views, regionNames };
}

interface SegmentViewParts {
  readonly live: LiveSegment;
  readonly firstPosition: number;
  readonly settings: SearchSettings;
  readonly means: Readonly<Record<LengthField, number>>;
}

function createSegmentView({
  live,
  firstPosition,
  settings,
  means,
}: SegmentViewParts): SegmentView {
  const { segment } = live;
  const { lengths, words } = segment;
  const kinds = Float64Array.of(1, settings.bareHeading, settings.contents);
  const normsOf = (field: LengthField): Float64Array =>
    computeNorms(lengths[field], settings[field].b, means[field]);
  const weigh = (field: 'title' | 'heading' | 'body', part: number): Float64Array =>
    Float64Array.from(
      { length: words.combinations.length / 3 },
      (_, number) => settings[field].weight * (words.combinations[number * 3 + part] ?? 0),
    );
  const norms = {
    title: normsOf('title'),
    heading: normsOf('heading'),
    body: normsOf('body'),
    bigram: normsOf('bigram'),
  };
  const weighted = {
    title: weigh('title', 0),
    heading: weigh('heading', 1),
    body: weigh('body', 2),
  };
  const { k1 } = settings;
  return {
    live,
    firstPosition,
    k1,
    norms,
    weighted,
    bodySaturations: tabulateBody(words, weighted.body, norms.body, k1),
    bigramSaturations: norms.bigram.map((norm) => saturate(1 / norm, k1)),
    demotionFor: createDemotionCache(segment, kinds, settings.regional),
    wordWindows: new Map(),
    bigramWindows: new Map(),
  };
}

/** Gives the factors under the regions that are asked for: those of none are kept, and the last others. O(passages) for others than the last. */
function createDemotionCache(
  segment: IndexSegment,
  kinds: Float64Array,
  regional: number,
): SegmentView['demotionFor'] {
  const create = (regions: AskedRegions): Demotion => {
    const factors =
      regions === 'any' ? undefined : computeDocumentFactors(segment, regional, regions);
    return createDemotion(segment, kinds, factors);
  };
  let none: Demotion | undefined;
  let other: Demotion | undefined;
  let otherKey = '';
  return (regions) => {
    if (regions.length === 0) return (none ??= create(regions));
    const key = String(regions);
    if (other === undefined || key !== otherKey) other = create(regions);
    otherKey = key;
    return other;
  };
}

/** Rows of the table of saturated frequencies: those of the most frequent combinations. */
const MAX_BODY_ROWS = 64;

/** Entries of the table at most: 2 MB. */
const MAX_BODY_ENTRIES = 1 << 18;

function tabulateBody(
  { combinations }: WordLists,
  weighted: Float64Array,
  norms: Float64Array,
  k1: number,
): BodySaturations {
  const rows = new Int32Array(RARE_CODE + 1).fill(-1);
  const width = norms.length;
  const count = Math.min(MAX_BODY_ROWS, Math.floor(MAX_BODY_ENTRIES / width));
  const tabulated = [...rows.subarray(0, RARE_CODE).keys()]
    .filter((code) => combinations[code * 3] === 0 && combinations[code * 3 + 1] === 0)
    .slice(0, count);
  const values = new Float64Array(tabulated.length * width);
  tabulated.forEach((code, row) => {
    rows[code] = row * width;
    for (let length = 0; length < width; length++) {
      const frequency = (weighted[code] ?? 0) / (norms[length] ?? 1);
      values[row * width + length] = frequency > 0 ? saturate(frequency, k1) : 0;
    }
  });
  return { rows, values };
}

/** f / (k1 + f), for a frequency above 0. */
export function saturate(frequency: number, k1: number): number {
  return frequency / (k1 + frequency);
}

function computeNorms({ values }: LengthColumn, b: number, mean: number): Float64Array {
  return Float64Array.from(values, (length) => 1 - b + b * (length / mean));
}

/** Gives the context of segments under changed settings: that of their own settings is made once, the last other one is kept. */
export function createContextCache(
  segments: readonly LiveSegment[],
  settings: SearchSettings,
): (change: SearchSettingsChange | undefined) => RankingContext {
  let own: RankingContext | undefined;
  let other: RankingContext | undefined;
  let otherKey = '';
  return (change) => {
    if (change === undefined) {
      own ??= createRankingContext(segments, settings);
      return own;
    }
    const changed = changeSettings(settings, change);
    const key = JSON.stringify(changed);
    if (other === undefined || key !== otherKey) other = createRankingContext(segments, changed);
    otherKey = key;
    return other;
  };
}

/** Where a passage is. */
export interface PassagePlace {
  readonly view: SegmentView;
  /** Number of the segment. */
  readonly segment: number;
  readonly ordinal: number;
  /** Number of its document in the segment. */
  readonly document: number;
}

/** The place of the passage at a position. O(segments). */
export function locatePassage({ views }: RankingContext, position: number): PassagePlace {
  const segment = views.findLastIndex(({ firstPosition }) => firstPosition <= position);
  const view = views[segment];
  if (view === undefined) throw new RangeError(`no segment holds position ${position}`);
  const ordinal = position - view.firstPosition;
  const document = view.live.segment.passages.documents[ordinal] ?? 0;
  return { view, segment, ordinal, document };
}

/**
 * The weight of a term that `frequency` of `count` passages hold: ln(1 + (N − n + ½) / (n + ½)), never negative (Robertson &
 * Zaragoza 2009, with Lucene's + 1).
 */
export function computeIdf(count: number, frequency: number): number {
  return Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
}
