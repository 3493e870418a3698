/**
 * The review list: passages of which the tagger is least sure, for a person to check.
 *
 * @module
 */
import type { Confidence, PassageInput, PassageTags, ScoredCode, TaggedDocument } from '../tag';

/**
 * A passage to check, in the form of a gold label: once its `codes` are right and `checked` is true, `zhengce evaluate` and `zhengce train` take it. Plain JSON, so that it can be
 * kept and sent.
 */
export interface ReviewEntry {
  readonly id: string;
  /** The document; null for a passage that stands alone. */
  readonly doc: string | null;
  readonly path: string | null;
  /** In UTF-16 code units of the document; null for a passage that stands alone. */
  readonly start: number | null;
  readonly end: number | null;
  readonly text: string;
  readonly title: string | null;
  readonly headingPath: readonly string[];
  /** What the tagger gave. */
  readonly codes: readonly string[];
  /** False until a person says otherwise: what nobody looked at is no gold. */
  readonly checked: false;
  readonly confidence: Confidence;
  /** How far the best score lies above what makes a tag, in log-odds; null where nothing speaks for any concept. */
  readonly margin: number | null;
  /** The best-scored concepts, highest first. */
  readonly candidates: readonly ScoredCode[];
}

/** Keeps the entries that are nearest to their threshold, in bounded memory. */
export interface ReviewList {
  /** Takes the entries of a file, or of a part of the work. The order of calls does not count. */
  add(entries: readonly ReviewEntry[]): void;
  /** The entries kept: nearest to the threshold first, ties by path, document and position. */
  entries(): readonly ReviewEntry[];
}

/** How many entries a review list has by default. */
export const DEFAULT_REVIEW_LIMIT = 200;

/** A list of at most `limit` entries. Memory is that of twice as many; time n log limit. */
export function createReviewList(limit: number): ReviewList {
  let kept: ReviewEntry[] = [];
  return {
    add(entries) {
      for (const entry of entries) {
        kept.push(entry);
        if (kept.length >= 2 * limit) kept = selectNearest(kept, limit);
      }
    },
    entries: () => selectNearest(kept, limit),
  };
}

/** The `limit` passages of a document that are nearest to their threshold. It must have been tagged with `scores`. */
export function listReviewEntries(
  document: TaggedDocument,
  path: string,
  limit: number,
): readonly ReviewEntry[] {
  const { source, title = null, id: doc } = document;
  const entries = document.passages.map((passage): ReviewEntry => {
    const { id, span, headingPath } = passage;
    const place = { doc, path, ...span, text: source.slice(span.start, span.end) };
    return { id, ...place, title, headingPath, ...describeJudgement(passage) };
  });
  return selectNearest(entries, limit);
}

/** The entry of a passage that stands alone. It must have been tagged with `scores`. */
export function createLoneEntry(passage: PassageInput, tags: PassageTags): ReviewEntry {
  const { id, text, title = null, headingPath = [] } = passage;
  const place = { doc: null, path: null, start: null, end: null };
  return { id, ...place, text, title, headingPath, ...describeJudgement(tags) };
}

type Judged = Pick<ReviewEntry, 'codes' | 'checked' | 'confidence' | 'margin' | 'candidates'>;

/** Concepts that an entry names as candidates. */
const CANDIDATES = 3;
const DECIMALS = 4;

function describeJudgement({
  tags,
  confidence,
  margin,
  scores = [],
}: Omit<PassageTags, 'id'>): Judged {
  const candidates = scores.filter(({ score }) => score > 0).slice(0, CANDIDATES);
  return {
    codes: tags.map(({ code }) => code),
    checked: false,
    confidence,
    margin: Number.isFinite(margin) ? round(margin) : null,
    candidates: candidates.map(({ code, score }) => ({ code, score: round(score) })),
  };
}

function round(value: number): number {
  return Number(value.toFixed(DECIMALS));
}

function selectNearest(entries: readonly ReviewEntry[], limit: number): ReviewEntry[] {
  return [...entries].sort(compareEntries).slice(0, limit);
}

function compareEntries(a: ReviewEntry, b: ReviewEntry): number {
  return (
    compare(distanceOf(a), distanceOf(b)) ||
    compare(a.path ?? '', b.path ?? '') ||
    compare(a.doc ?? '', b.doc ?? '') ||
    compare(a.start ?? 0, b.start ?? 0) ||
    compare(a.id, b.id)
  );
}

function distanceOf({ margin }: ReviewEntry): number {
  return margin === null ? Number.POSITIVE_INFINITY : Math.abs(margin);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
