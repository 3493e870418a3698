/**
 * The values that filters can ask for: what the live documents and passages of an index have in each field.
 *
 * @module
 */
import { type CodeSchemes, countFacet, type SegmentMatches, type ValuedField } from './facets';
import type { LiveSegment } from './live-segment';
import type { FacetCount } from './model';

/** The values of an index by field. */
export interface FieldValues {
  /** Each value with the number of passages that have it: by count, highest first, ties by value. O(passages) at the first call for a field. */
  list(field: ValuedField): readonly FacetCount[];
}

/** The values of segments. */
export function createFieldValues(
  segments: readonly LiveSegment[],
  schemes: CodeSchemes,
): FieldValues {
  const known = new Map<ValuedField, readonly FacetCount[]>();
  return Object.freeze({
    list: (field: ValuedField) => {
      const values = known.get(field) ?? countFacet(field, segments.map(flagLive), schemes);
      known.set(field, values);
      return values;
    },
  });
}

function flagLive({ segment, deleted }: LiveSegment): SegmentMatches {
  const flags = deleted?.map((flag) => 1 - flag) ?? new Uint8Array(segment.passageCount).fill(1);
  return { segment, flags };
}
