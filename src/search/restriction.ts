/**
 * What a passage has to fulfil to be a hit, as a tree; evaluated segment by segment.
 *
 * @module
 */
import type { IndexSegment } from './index-segment';
import { readString } from './string-table';

/** A condition on passages. */
export type Restriction =
  | {
      readonly kind: 'document';
      readonly test: (segment: IndexSegment, document: number) => boolean;
    }
  | { readonly kind: 'tag'; readonly codes: ReadonlySet<string> }
  /** The passages of every segment that fulfil it, ascending. */
  | { readonly kind: 'passages'; readonly matches: readonly Uint16Array[] }
  | { readonly kind: 'not'; readonly restriction: Restriction }
  | { readonly kind: 'any'; readonly restrictions: readonly Restriction[] };

/** 1 for every passage of a segment that fulfils all restrictions; undefined where there are none. O(passages + tags). */
export function flagAllowed(
  restrictions: readonly Restriction[],
  segment: IndexSegment,
  number: number,
): Uint8Array | undefined {
  const [first, ...others] = restrictions;
  if (first === undefined) return undefined;
  const flags = flagRestriction(first, segment, number);
  for (const restriction of others) {
    const more = flagRestriction(restriction, segment, number);
    for (let ordinal = 0; ordinal < flags.length; ordinal++) {
      flags[ordinal] = (flags[ordinal] ?? 0) & (more[ordinal] ?? 0);
    }
  }
  return flags;
}

function flagRestriction(
  restriction: Restriction,
  segment: IndexSegment,
  number: number,
): Uint8Array {
  const flags = new Uint8Array(segment.passageCount);
  switch (restriction.kind) {
    case 'document':
      return flagByDocument(restriction.test, segment, flags);
    case 'tag':
      return flagByTag(restriction.codes, segment, flags);
    case 'passages':
      for (const ordinal of restriction.matches[number] ?? []) flags[ordinal] = 1;
      return flags;
    case 'not':
      return flagRestriction(restriction.restriction, segment, number).map((flag) => 1 - flag);
    case 'any':
      for (const part of restriction.restrictions) {
        flagRestriction(part, segment, number).forEach((flag, ordinal) => {
          if (flag === 1) flags[ordinal] = 1;
        });
      }
      return flags;
  }
}

function flagByDocument(
  test: (segment: IndexSegment, document: number) => boolean,
  segment: IndexSegment,
  flags: Uint8Array,
): Uint8Array {
  const { documents } = segment.passages;
  let last = -1;
  let flag = 0;
  for (let ordinal = 0; ordinal < flags.length; ordinal++) {
    const document = documents[ordinal] ?? 0;
    if (document !== last) flag = test(segment, document) ? 1 : 0;
    last = document;
    flags[ordinal] = flag;
  }
  return flags;
}

function flagByTag(
  codes: ReadonlySet<string>,
  { passages, tagCodes }: IndexSegment,
  flags: Uint8Array,
): Uint8Array {
  const isWanted = Uint8Array.from({ length: tagCodes.offsets.length - 1 }, (_, number) =>
    codes.has(readString(tagCodes, number)) ? 1 : 0,
  );
  const { tagOffsets, tags } = passages;
  for (let ordinal = 0; ordinal < flags.length; ordinal++) {
    const end = tagOffsets[ordinal + 1] ?? 0;
    for (let at = tagOffsets[ordinal] ?? 0; at < end; at++) {
      if (isWanted[tags[at] ?? 0] === 1) flags[ordinal] = 1;
    }
  }
  return flags;
}
