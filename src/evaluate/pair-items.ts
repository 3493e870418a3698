/**
 * Pairing: two codings of the same items, brought together by id.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import type { CodedItem } from './model';

/**
 * The codes of `other` for each item of `one`, in the order of `one`. Items that only `other` has are left out. O(n).
 *
 * @throws ZhengceError `invalid-argument` where an id of `one` comes twice in either, or is missing in `other`
 */
export function pairItems(
  one: readonly CodedItem[],
  other: readonly CodedItem[],
  caller: string,
): readonly (readonly string[])[] {
  assertUnique(one, caller);
  const codes = new Map(assertUnique(other, caller).map((item) => [item.id, item.codes]));
  return one.map(({ id }) => {
    const found = codes.get(id);
    if (found !== undefined) return found;
    throw new ZhengceError(
      'invalid-argument',
      `${caller}: expected codes for every item, received none for ${describeReceived(id)}`,
    );
  });
}

function assertUnique(items: readonly CodedItem[], caller: string): readonly CodedItem[] {
  const seen = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) {
      throw new ZhengceError(
        'invalid-argument',
        `${caller}: expected every id once, received ${describeReceived(id)} again`,
      );
    }
    seen.add(id);
  }
  return items;
}
