// Whatever was added, removed, merged, saved and loaded: the index finds what a new index over what is left would find.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSearchIndex,
  loadSearchIndex,
  type SearchDocument,
  type SearchIndex,
  type SearchOptions,
} from '../../src/search';
import { createJiebaSegmenter } from '../../src/segment';
import { createDocument } from '../support/search-documents';

const segmenter = createJiebaSegmenter();

const text = fc
  .array(
    fc.constantFrom(
      '数据',
      '要素市场',
      '治理',
      '5G网络',
      '，',
      '。',
      '安全',
      '人工智能',
      '\ud83d',
      '\0',
      ' ',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const document: fc.Arbitrary<SearchDocument> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    title: fc.constantFrom('数据规划', '安全条例'),
    issuedOn: fc.constantFrom('2021-06', '2022', '2023-01-05'),
    genre: fc.constantFrom('规划', '条例'),
    passages: fc.array(
      fc.record({
        text,
        headings: fc.constantFrom([], ['一、数据治理'], ['一、数据治理', '（一）市场']),
        tags: fc.constantFrom([], ['T1'], ['T2', 'A1']),
      }),
      { maxLength: 6 },
    ),
  })
  .map(createDocument);

type Step =
  | { readonly kind: 'add'; readonly documents: readonly SearchDocument[] }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'merge' | 'reload' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      documents: fc.array(document, { maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('remove' as const),
      ids: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'z'), { maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('merge' as const, 'reload' as const) }),
  },
);

function applyStep(index: SearchIndex, action: Step): SearchIndex {
  switch (action.kind) {
    case 'add':
      return index.add(action.documents);
    case 'remove':
      return index.remove(action.ids);
    case 'merge':
      return index.merge();
    case 'reload':
      return loadSearchIndex(index.toBytes(), { segmenter });
  }
}

/** The naive model: a list of documents; one that comes again goes to the end. */
function applyNaively(
  documents: readonly SearchDocument[],
  action: Step,
): readonly SearchDocument[] {
  switch (action.kind) {
    case 'add':
      return action.documents.reduce<readonly SearchDocument[]>(
        (list, added) => [...list.filter(({ id }) => id !== added.id), added],
        documents,
      );
    case 'remove':
      return documents.filter(({ id }) => !action.ids.includes(id));
    case 'merge':
    case 'reload':
      return documents;
  }
}

const SEARCHES: readonly (readonly [query: string, options: SearchOptions])[] = [
  ['数据要素市场', { limit: 50, facets: ['task', 'genre', 'year'], explain: true }],
  ['5G 安全 -治理', { limit: 50, groupBy: 'document' }],
  ['"要素市场"', { limit: 50, filter: { genre: ['规划'] } }],
  ['', { limit: 50, sort: 'newest' }],
  ['year:2050 genre:规划,没有 task:T99 国发〔2021〕29号', {}],
];

function searchAll(index: SearchIndex): unknown {
  return SEARCHES.map(([query, options]) => index.search(query, options));
}

describe('a search index that changes', () => {
  it('finds what a new index over the same documents finds, after 10,000 changes in any order', () => {
    let changes = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 12, maxLength: 24 }), (steps) => {
        let index = createSearchIndex([], { segmenter });
        let documents: readonly SearchDocument[] = [];
        for (const action of steps) {
          index = applyStep(index, action);
          documents = applyNaively(documents, action);
          changes++;
          const passages = documents.flatMap(({ passages: own }) => own);
          expect(index.passageCount).toBe(passages.length);
          expect(index.search('', { limit: 500 }).hits.map(({ passage }) => passage)).toEqual(
            passages,
          );
        }
        expect(searchAll(index)).toEqual(searchAll(createSearchIndex(documents, { segmenter })));
      }),
      { numRuns: 600, endOnFailure: true },
    );
    expect(changes).toBeGreaterThanOrEqual(10_000);
  }, 400_000);

  it('leaves the index as it was that something is added to or removed from', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 5 }), step, (documents, action) => {
        const index = createSearchIndex(documents, { segmenter });
        const before = searchAll(index);
        applyStep(index, action);
        expect(searchAll(index)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it('writes the same bytes for the same documents in the same segments, and after loading', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 5 }), (documents) => {
        const bytes = createSearchIndex(documents, { segmenter }).merge().toBytes();
        expect(createSearchIndex(documents, { segmenter }).merge().toBytes()).toEqual(bytes);
        expect(loadSearchIndex(bytes, { segmenter }).toBytes()).toEqual(bytes);
      }),
      { numRuns: 100 },
    );
  });
});
