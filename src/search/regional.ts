/**
 * Puts documents that hold for a part of the country behind those that hold for all of it, unless the query names a place.
 *
 * @module
 */
import type { IndexSegment } from './index-segment';
import { countDocuments, readAttribute, readAttributeNumber } from './read-stored';

/** What a full name of a division ends in; 自治州 and 自治县 have the names of peoples before it. */
const DIVISION_ENDING =
  /(?:自治[州县旗]|(?:壮族|回族|维吾尔)?自治区|特别行政区|地区|[省市县区旗盟])$/;

/**
 * The factor on the score of every document of a segment: `regional` where its region is a part of the country, else 1; undefined where
 * all are 1. O(documents).
 */
export function computeDocumentFactors(
  segment: IndexSegment,
  regional: number,
): Float64Array | undefined {
  if (regional === 1) return undefined;
  const isRegional = (document: number): boolean => {
    const level = readAttribute(segment, document, 'regionLevel');
    return level !== undefined && level !== 'country';
  };
  const factors = Float64Array.from({ length: countDocuments(segment) }, (_, document) =>
    isRegional(document) ? regional : 1,
  );
  return factors.includes(regional) ? factors : undefined;
}

/** What regions are called, in full and as is common: 浙江省 and 浙江. */
export interface RegionNames {
  readonly names: ReadonlySet<string>;
  /** Length of the longest name. */
  readonly longest: number;
}

/** The names of the regions that the documents of segments are of. O(documents). */
export function listRegionNames(segments: readonly IndexSegment[]): RegionNames {
  const names = new Set<string>();
  for (const segment of segments) {
    const seen = new Set<number>();
    for (let document = 0; document < countDocuments(segment); document++) {
      const number = readAttributeNumber(segment, document, 'regionName');
      if (number === 0 || seen.has(number)) continue;
      seen.add(number);
      const name = readAttribute(segment, document, 'regionName') ?? '';
      names.add(name).add(shortenRegion(name));
    }
  }
  return { names, longest: Math.max(0, ...[...names].map((name) => name.length)) };
}

/** 浙江 of 浙江省, 恩施 of 恩施土家族苗族自治州; the name itself where too little is left. */
function shortenRegion(name: string): string {
  const short = name.replace(DIVISION_ENDING, '');
  if (short.length < 2) return name;
  return /自治[州县旗]$/.test(name) ? short.slice(0, 2) : short;
}

/** Whether a text has one of the names in it. O(length · longest name). */
export function namesRegion(text: string, { names, longest }: RegionNames): boolean {
  if (longest === 0) return false;
  for (let start = 0; start < text.length - 1; start++) {
    for (let length = 2; length <= longest && start + length <= text.length; length++) {
      if (names.has(text.slice(start, start + length))) return true;
    }
  }
  return false;
}
