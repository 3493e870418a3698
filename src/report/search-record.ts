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
  readonly start: number;
  readonly end: number;
}

/** A match in a snippet: a span of the snippet's text, and where it stands in the file, piece by piece. */
export interface HighlightRecord extends SpanRecord {
  readonly source: readonly SpanRecord[];
}

/** A stretch of a passage, and where it stands in the file, piece by piece. */
export interface SnippetRecord {
  readonly text: string;
  readonly source: readonly SpanRecord[];
  readonly highlights: readonly HighlightRecord[];
}

/** A document in a search result. What is unknown is null. */
export interface SearchedDocumentRecord {
  readonly id: string;
  readonly title: string | null;
  readonly issuer: readonly string[];
  readonly documentNumber: string | null;
  readonly genre: string | null;
  readonly issuedOn: string | null;
  readonly region: string | null;
}

/** A passage that matches. */
export interface HitRecord {
  /** Its place among all hits, from 1. */
  readonly rank: number;
  /** In [0, 1]. */
  readonly score: number;
  readonly rawScore: number;
  readonly document: SearchedDocumentRecord;
  readonly passage: {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    readonly headingPath: readonly string[];
    readonly tags: readonly { readonly code: string; readonly score: number }[];
  };
  readonly snippets: readonly SnippetRecord[];
  /** With `--explain` only. */
  readonly explanation?: ExplanationRecord | undefined;
}

/** How a number came about. */
export interface ExplanationRecord {
  readonly value: number;
  readonly kind: string;
  readonly description: string;
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
  readonly query: string | undefined;
  readonly result: SearchResult;
  /** Hits that were passed over. */
  readonly offset: number;
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
