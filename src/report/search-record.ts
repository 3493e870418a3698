/**
 * Search results as records: the form in which `zhengce search --json` writes them, and the schema that documents it.
 *
 * @module
 */
import * as z from 'zod';
import type {
  CorrectedQuery,
  Explanation,
  Highlight,
  Hit,
  IndexedDocument,
  SearchNotice,
  SearchResult,
  Snippet,
} from '../search';

/** A half-open span: in a `source`, of UTF-16 code units of the file's decoded text. */
export interface SpanRecord {
  /** First code unit, from 0. */
  readonly start: number;
  /** Behind the last. */
  readonly end: number;
}

/** A match in a snippet: a span of the snippet's text, and where it stands in the file, piece by piece. */
export interface HighlightRecord extends SpanRecord {
  /** In order. */
  readonly source: readonly SpanRecord[];
}

/** A stretch of a passage, and where it stands in the file, piece by piece. */
export interface SnippetRecord {
  /** As the passage reads, wraps joined. */
  readonly text: string;
  /** In order. */
  readonly source: readonly SpanRecord[];
  /** In order, disjoint. */
  readonly highlights: readonly HighlightRecord[];
}

/** A document in a search result. What is unknown is null. */
export interface SearchedDocumentRecord {
  /** Unique in the index. */
  readonly id: string;
  readonly title: string | null;
  /** 发文机关; empty where unknown. */
  readonly issuer: readonly string[];
  /** 发文字号: `国发〔2021〕29号`. */
  readonly documentNumber: string | null;
  /** 文种: 规划. */
  readonly genre: string | null;
  /** 成文日期: `2021-12-27`, `2021-12` or `2021`. */
  readonly issuedOn: string | null;
  /** Full name: 浙江省杭州市. */
  readonly region: string | null;
}

/** A passage that matches. */
export interface HitRecord {
  /** Its place among all hits, from 1. */
  readonly rank: number;
  /** In [0, 1]. */
  readonly score: number;
  /** From 0; comparable within one query only. */
  readonly rawScore: number;
  /** What it is of. */
  readonly document: SearchedDocumentRecord;
  /** Where it stands in the file, in UTF-16 code units, and its tags. */
  readonly passage: {
    /** `gw-001#p12`. */
    readonly id: string;
    /** From 0. */
    readonly start: number;
    /** Behind its last code unit. */
    readonly end: number;
    /** Outermost first. */
    readonly headingPath: readonly string[];
    /** As it was tagged; scores in [0, 1]. */
    readonly tags: readonly { readonly code: string; readonly score: number }[];
  };
  /** In the order of the passage. */
  readonly snippets: readonly SnippetRecord[];
  /** With `--explain` only. */
  readonly explanation?: ExplanationRecord | undefined;
}

/** How a number came about. */
export interface ExplanationRecord {
  /** The number itself. */
  readonly value: number;
  /** How it follows from the parts: `sum`, `product`, … `value` has none. */
  readonly kind: string;
  /** What it is, in English. */
  readonly description: string;
  /** In the order in which they are taken. */
  readonly parts: readonly ExplanationRecord[];
}

/** What `zhengce search --json` writes: one line of JSON. */
export interface SearchResultRecord {
  /** Null with `--like`. */
  readonly query: string | null;
  /** How many passages match. */
  readonly total: number;
  /** What the query may have meant; null where there is nothing to mend. */
  readonly didYouMean: string | null;
  /** By `rank`. */
  readonly hits: readonly HitRecord[];
  /** By field; those of `--facets` only. Values by count, highest first. */
  readonly facets: Readonly<Record<string, readonly { value: string; count: number }[]>>;
  /** How many values each of them has, those that `--facet-limit` leaves out too. */
  readonly facetTotals: Readonly<Record<string, number>>;
  /** What one has to know of the result: values and numbers that the index does not have, what filters left out for lack of a value. */
  readonly notices: readonly SearchNotice[];
}

const offset = z.int().min(0);
const span = z.strictObject({ start: offset, end: offset });
const spans = z.array(span);
const explanation: z.ZodType<ExplanationRecord> = z.strictObject({
  value: z.number(),
  kind: z.string(),
  description: z.string(),
  get parts() {
    return z.array(explanation);
  },
});
const snippet = z.strictObject({
  text: z.string(),
  source: spans,
  highlights: z.array(z.strictObject({ start: offset, end: offset, source: spans })),
});
const hit = z.strictObject({
  rank: z.int().min(1),
  score: z.number().min(0).max(1),
  rawScore: z.number().min(0),
  document: z.strictObject({
    id: z.string().min(1),
    title: z.string().nullable(),
    issuer: z.array(z.string()),
    documentNumber: z.string().nullable(),
    genre: z.string().nullable(),
    issuedOn: z.string().nullable(),
    region: z.string().nullable(),
  }),
  passage: z.strictObject({
    id: z.string().min(1),
    start: offset,
    end: offset,
    headingPath: z.array(z.string()),
    tags: z.array(z.strictObject({ code: z.string(), score: z.number().min(0).max(1) })),
  }),
  snippets: z.array(snippet),
  explanation: z.optional(explanation),
});

const texts = z.array(z.string());
const notice = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('unknown-value'),
    field: z.enum(['task', 'action', 'region', 'issuer', 'genre', 'year', 'doc']),
    value: z.string(),
    known: texts,
    more: offset,
  }),
  z.strictObject({
    kind: z.literal('lacking'),
    field: z.enum(['region', 'issuer', 'genre', 'year']),
    passages: z.int().min(1),
    documents: z.int().min(1),
  }),
  z.strictObject({
    kind: z.literal('unknown-number'),
    number: z.string(),
    citations: offset,
    similar: texts,
  }),
]);

/** The schema of what `zhengce search --json` writes. */
export const searchResultRecordSchema: z.ZodType<SearchResultRecord> = z.strictObject({
  query: z.string().nullable(),
  total: offset,
  didYouMean: z.string().nullable(),
  hits: z.array(hit),
  facets: z.record(
    z.string(),
    z.array(z.strictObject({ value: z.string(), count: z.int().min(1) })),
  ),
  facetTotals: z.record(z.string(), offset),
  notices: z.array(notice),
});

/** What a record of a search result is made of. */
export interface SearchResultParts {
  /** As typed; undefined for a search by likeness. */
  readonly query: string | undefined;
  /** What the index gave. */
  readonly result: SearchResult;
  /** Hits that were passed over. */
  readonly offset: number;
  /** What `SearchIndex.correct` gave. */
  readonly correction: CorrectedQuery | undefined;
}

/** The record of a search result. Linear in the result. */
export function createSearchResultRecord(parts: SearchResultParts): SearchResultRecord {
  const { query, result, offset: skipped, correction } = parts;
  return {
    query: query ?? null,
    total: result.total ?? result.hits.length,
    didYouMean: correction?.text ?? null,
    hits: result.hits.map((one, index) => createHitRecord(one, skipped + index + 1)),
    facets: { ...result.facets },
    facetTotals: { ...result.facetTotals },
    notices: result.notices,
  };
}

function createHitRecord(found: Hit, rank: number): HitRecord {
  const { score, rawScore, document, passage, highlight, explanation: reason } = found;
  const { id, headingPath, tags } = passage;
  return {
    rank,
    score,
    rawScore,
    document: createSearchedDocumentRecord(document),
    passage: { id, ...toSpan(passage.span), headingPath, tags: tags.map(toTag) },
    snippets: (highlight?.snippets ?? []).map(createSnippetRecord),
    ...(reason === undefined ? {} : { explanation: createExplanationRecord(reason) }),
  };
}

function createSearchedDocumentRecord(document: IndexedDocument): SearchedDocumentRecord {
  const { id, title, issuer, documentNumber, genre, issuedOn, region } = document;
  return {
    id,
    title: title ?? null,
    issuer,
    documentNumber: documentNumber ?? null,
    genre: genre ?? null,
    issuedOn: issuedOn ?? null,
    region: region?.name ?? null,
  };
}

function createSnippetRecord({ text, source, highlights }: Snippet): SnippetRecord {
  return { text, source: source.map(toSpan), highlights: highlights.map(createHighlightRecord) };
}

function createHighlightRecord({ start, end, source }: Highlight): HighlightRecord {
  return { start, end, source: source.map(toSpan) };
}

function createExplanationRecord(reason: Explanation): ExplanationRecord {
  const { value, kind, description, parts } = reason;
  return { value, kind, description, parts: parts.map(createExplanationRecord) };
}

function toTag({ code, score }: { readonly code: string; readonly score: number }) {
  return { code, score };
}

function toSpan({ start, end }: SpanRecord): SpanRecord {
  return { start, end };
}
