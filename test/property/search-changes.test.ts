// Whatever was added, removed, merged, saved and loaded: the index finds what a new index over what is left would find.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearchIndex, loadSearchIndex } from '../../src/search';
import { createJiebaSegmenter } from '../../src/segment';
import {
  applyChange,
  change,
  changingDocument,
  checkInterleavings,
  searchAll,
} from '../support/search-interleavings';

const segmenter = createJiebaSegmenter();

describe('a search index that changes', () => {
  it('finds what a new index over the same documents finds, after changes in any order', () => {
    // `npm run bench search-changes` makes 10,000 of these interleavings of 12 to 24 changes.
    expect(checkInterleavings(200).changes).toBeGreaterThanOrEqual(2_400);
  }, 120_000);

  it('leaves the index as it was that something is added to or removed from', () => {
    fc.assert(
      fc.property(
        fc.array(changingDocument, { minLength: 1, maxLength: 5 }),
        change,
        (documents, action) => {
          const index = createSearchIndex(documents, { segmenter });
          const before = searchAll(index);
          applyChange(index, action);
          expect(searchAll(index)).toEqual(before);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('writes the same bytes for the same documents in the same segments, and after loading', () => {
    fc.assert(
      fc.property(fc.array(changingDocument, { maxLength: 5 }), (documents) => {
        const bytes = createSearchIndex(documents, { segmenter }).merge().toBytes();
        expect(createSearchIndex(documents, { segmenter }).merge().toBytes()).toEqual(bytes);
        expect(loadSearchIndex(bytes, { segmenter }).toBytes()).toEqual(bytes);
      }),
      { numRuns: 100 },
    );
  });
});
