/**
 * Finds the regions that a query names.
 *
 * @module
 */
import { listCommonNames, splitRegion } from '../document';
import type { Segmenter } from '../segment';
import { foldText } from './analyze-text';
import type { LiveSegment } from './live-segment';
import { readAttribute, readAttributeNumber } from './read-stored';

/** What the regions of an index are called. */
export interface RegionNames {
  /**
   * The regions that a folded text names, each as the beginning that the full names of all regions within it have: 浙江省杭州市 for 杭州. A name counts
   * where it begins and ends a word: 全国 is none in 安全国标. O(length · longest name).
   */
  find(text: string, segmenter: Segmenter): readonly string[];
}

/** The parts of the country that the live documents of segments are of, and what these lie in. O(passages). */
export function listRegionNames(segments: readonly LiveSegment[]): RegionNames {
  const names = new Map<string, Set<string>>();
  for (const region of new Set(segments.flatMap(listRegions))) addNames(region, names);
  const longest = Math.max(0, ...[...names.keys()].map((name) => name.length));
  return { find: (text, segmenter) => findNames(text, segmenter, { names, longest }) };
}

/** The full names of the regions below the country. */
function listRegions({ segment, deleted }: LiveSegment): readonly string[] {
  const seen = new Map<number, string>();
  const { documents } = segment.passages;
  const live = new Set(documents.filter((_, ordinal) => deleted?.[ordinal] !== 1));
  for (const document of live) {
    const number = readAttributeNumber(segment, document, 'regionName');
    if (number === 0 || seen.has(number)) continue;
    const isCountry = readAttribute(segment, document, 'regionLevel') === 'country';
    seen.set(number, isCountry ? '' : (readAttribute(segment, document, 'regionName') ?? ''));
  }
  return [...seen.values()].filter((name) => name !== '');
}

/** The names of a region and of those that it lies in. */
function addNames(region: string, names: Map<string, Set<string>>): void {
  let beginning = '';
  for (const part of splitRegion(region)) {
    beginning += part;
    for (const name of listCommonNames(part)) {
      const folded = foldText(name);
      names.set(folded, (names.get(folded) ?? new Set()).add(beginning));
    }
  }
}

interface NameTable {
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  readonly longest: number;
}

function findNames(
  text: string,
  segmenter: Segmenter,
  { names, longest }: NameTable,
): readonly string[] {
  const found = new Set<string>();
  let edges: WordEdges | undefined;
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 2; end <= Math.min(text.length, start + longest); end++) {
      const name = text.slice(start, end);
      const regions = names.get(name);
      if (regions === undefined) continue;
      // Cut where a name is seen first: most texts have none.
      edges ??= listEdges(text, segmenter);
      const endings = DIVISION.test(name) ? edges.inner : edges.words;
      if (!edges.words.has(start) || !endings.has(end)) continue;
      for (const region of regions) found.add(region);
    }
  }
  return [...found];
}

/** A name that says what it is of, and counts within a longer word too: 浙江省 in 浙江省政府, but not 大同 in 大同小异. */
const DIVISION = /[省市区州]$/;

interface WordEdges {
  /** Where words begin and end. */
  readonly words: ReadonlySet<number>;
  /** Where words within words end, too. */
  readonly inner: ReadonlySet<number>;
}

function listEdges(text: string, segmenter: Segmenter): WordEdges {
  return {
    words: new Set([0, ...segmenter.wordBoundaries(text)]),
    inner: new Set(segmenter.segmentForSearch(text).map(({ end }) => end)),
  };
}
