// Random interleavings of add, remove, merge, save and load of a search index, against a naive model: a list of documents.
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import {
  createSearchIndex,
  loadSearchIndex,
  type SearchDocument,
  type SearchIndex,
  type SearchOptions,
} from '../../src/search';
import { createJiebaSegmenter } from '../../src/segment';
import { createDocument } from './search-documents';

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

/** A document with one of few ids, so that some come again. */
export const changingDocument: fc.Arbitrary<SearchDocument> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    title: fc.constantFrom('数据规划', '安全条例'),
    documentNumber: fc.constantFrom('国发〔2021〕29号', '国办发〔2021〕9号', undefined),
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
  .map(({ documentNumber, ...draft }) =>
    createDocument({ ...draft, ...(documentNumber !== undefined && { documentNumber }) }),
  );

/** One change of an index; `reload` saves it and loads what was saved. */
export type Change =
  | { readonly kind: 'add'; readonly documents: readonly SearchDocument[] }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'merge' | 'reload' };

export const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      documents: fc.array(changingDocument, { maxLength: 3 }),
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

/** The index after a change. */
export function applyChange(index: SearchIndex, action: Change): SearchIndex {
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

/** The naive model after a change: one that comes again goes to the end. */
function applyNaively(
  documents: readonly SearchDocument[],
  action: Change,
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
  ['year:2050 genre:规划,没有 task:T99 数据国发〔2021〕29号', {}],
];

/** What queries of all kinds find in an index. */
export function searchAll(index: SearchIndex): unknown {
  return SEARCHES.map(([query, options]) => index.search(query, options));
}

/** How much was checked. */
export interface CheckedChanges {
  readonly interleavings: number;
  readonly changes: number;
}

/**
 * Runs so many interleavings of 12 to 24 changes. After every change the index has the passages of the model in its order; after the last
 * it finds, scores, counts and explains what a new index over the model's documents does.
 *
 * @param seed that they are made from; default: others each time
 * @throws where they differ, with the shortest interleaving that does
 */
export function checkInterleavings(count: number, seed?: number): CheckedChanges {
  let changes = 0;
  const check = (actions: readonly Change[]): boolean => {
    let index = createSearchIndex([], { segmenter });
    let documents: readonly SearchDocument[] = [];
    for (const action of actions) {
      index = applyChange(index, action);
      documents = applyNaively(documents, action);
      changes++;
      const passages = documents.flatMap(({ passages: own }) => own);
      const held = index.search('', { limit: 500 }).hits.map(({ passage }) => passage);
      if (index.passageCount !== passages.length || !isDeepStrictEqual(held, passages))
        return false;
    }
    const anew = createSearchIndex(documents, { segmenter });
    return isDeepStrictEqual(searchAll(index), searchAll(anew));
  };
  fc.assert(fc.property(fc.array(change, { minLength: 12, maxLength: 24 }), check), {
    numRuns: count,
    ...(seed !== undefined && { seed }),
  });
  return { interleavings: count, changes };
}
