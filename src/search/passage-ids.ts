/**
 * Finds passages by their ids.
 *
 * @module
 */
import type { IndexSegment } from './index-segment';
import { readStrings } from './string-table';

/** Kept with the segment, made when first asked for. */
const ordinalsById = new WeakMap<IndexSegment, ReadonlyMap<string, readonly number[]>>();

/** The ordinals of the passages that have one of the ids, ascending. O(passages) the first time, then O(ids). */
export function findOrdinals(segment: IndexSegment, ids: readonly string[]): Uint16Array {
  const known = numberPassages(segment);
  return Uint16Array.from(new Set(ids.flatMap((id) => known.get(id) ?? []))).sort();
}

function numberPassages(segment: IndexSegment): ReadonlyMap<string, readonly number[]> {
  const known = ordinalsById.get(segment);
  if (known !== undefined) return known;
  const numbers = new Map<string, number[]>();
  readStrings(segment.passages.ids).forEach((id, ordinal) => {
    const same = numbers.get(id);
    if (same === undefined) numbers.set(id, [ordinal]);
    else same.push(ordinal);
  });
  ordinalsById.set(segment, numbers);
  return numbers;
}
