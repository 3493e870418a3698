/**
 * Puts documents that hold for a part of the country behind the others; where the query names regions, all that is not of one of these.
 *
 * @module
 */
import type { IndexSegment } from './index-segment';
import { countDocuments, readAttribute } from './read-stored';

/**
 * The factor on the score of every document of a segment, `regional` or 1; undefined where all are 1. With no region named, `regional` goes to documents
 * whose region is a part of the country; else to those that are not known to be of a named one. O(documents · named).
 *
 * @param named the beginnings of the full names of regions, as `RegionNames` finds them
 */
export function computeDocumentFactors(
  segment: IndexSegment,
  regional: number,
  named: readonly string[],
): Float64Array | undefined {
  if (regional === 1) return undefined;
  const isDemoted = (document: number): boolean => {
    if (named.length > 0) {
      const name = readAttribute(segment, document, 'regionName') ?? '';
      return !named.some((beginning) => name.startsWith(beginning));
    }
    const level = readAttribute(segment, document, 'regionLevel');
    return level !== undefined && level !== 'country';
  };
  const factors = Float64Array.from({ length: countDocuments(segment) }, (_, document) =>
    isDemoted(document) ? regional : 1,
  );
  return factors.includes(regional) ? factors : undefined;
}
