/** What the public types promise; `npm run typecheck` is what checks it. */
import { describe, expectTypeOf, it } from 'vitest';
import type {
  Analyzer,
  builtinTaxonomy,
  createAnalyzer,
  Diagnostic,
  Passage,
  PolicyDocument,
  SearchDocument,
  SearchIndex,
  SearchResult,
  Segmenter,
  Span,
  Tag,
  TaggedDocument,
  Taxonomy,
  ZhengceErrorCode,
} from '../../src';
import type { ReadFailure, ReadSuccess, readPolicyFolder } from '../../src/read';

describe('the public types', () => {
  it('lead from a text to tags, in this order only', () => {
    expectTypeOf<typeof createAnalyzer>().returns.resolves.toEqualTypeOf<Analyzer>();
    expectTypeOf<Analyzer['parse']>().returns.toEqualTypeOf<PolicyDocument>();
    expectTypeOf<Analyzer['tag']>().parameter(0).toEqualTypeOf<PolicyDocument>();
    expectTypeOf<Analyzer['tag']>().returns.toEqualTypeOf<TaggedDocument>();
    // A text cannot be tagged before it is parsed, and an analyzer needs a plan.
    expectTypeOf<string>().not.toExtend<Parameters<Analyzer['tag']>[0]>();
    expectTypeOf<Record<string, never>>().not.toExtend<Parameters<typeof createAnalyzer>[0]>();
  });

  it('lead from tagged documents to an index whose changes are new indexes', () => {
    expectTypeOf<Analyzer['createIndex']>().returns.toEqualTypeOf<SearchIndex>();
    expectTypeOf<TaggedDocument>().toExtend<SearchDocument>();
    // What is only parsed has no tags to filter by.
    expectTypeOf<PolicyDocument>().not.toExtend<SearchDocument>();
    expectTypeOf<SearchIndex['add']>().returns.toEqualTypeOf<SearchIndex>();
    expectTypeOf<SearchIndex['remove']>().returns.toEqualTypeOf<SearchIndex>();
    expectTypeOf<SearchResult['hits']>().not.toExtend<unknown[]>();
  });

  it('are read-only', () => {
    expectTypeOf<PolicyDocument['passages']>().toEqualTypeOf<readonly Passage[]>();
    expectTypeOf<Tag['evidence']>().not.toExtend<unknown[]>();
    expectTypeOf<Diagnostic['span']>().toExtend<Span>();
    expectTypeOf<typeof builtinTaxonomy>().toEqualTypeOf<Taxonomy>();
  });

  it('tell what went wrong by a literal', () => {
    expectTypeOf<'invalid-taxonomy'>().toExtend<ZhengceErrorCode>();
    expectTypeOf<'anything'>().not.toExtend<ZhengceErrorCode>();
    type Item = ReturnType<typeof readPolicyFolder> extends AsyncGenerator<infer T> ? T : never;
    expectTypeOf<Item>().toEqualTypeOf<ReadSuccess | ReadFailure>();
    expectTypeOf<Extract<Item, { kind: 'failure' }>>().toEqualTypeOf<ReadFailure>();
  });

  it('let another segmenter in', () => {
    expectTypeOf<Segmenter>().toExtend<
      NonNullable<Parameters<typeof createAnalyzer>[0]['segmenter']>
    >();
  });
});
