/**
 * alignGoldSpans: the tags of a document brought to the stretches that people coded.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import type { TaggedDocument, TaggedPassage } from '../tag';
import type { Span } from '../text';
import type { CodedItem, GoldSpan } from './model';

/** A code with its score in [0, 1]. */
export interface ScoredCode {
  readonly code: string;
  readonly score: number;
}

/** What a tagged document says about a gold span. */
export interface AlignedSpan extends CodedItem {
  /** The codes with their scores, best first; ties in reading order. */
  readonly tags: readonly ScoredCode[];
  /** How many passages counted; 0 where the parser made no passage of that stretch. */
  readonly passages: number;
}

/** Least share of the passage or of the gold span that the two must have in common, so that a neighbour's sliver does not count. */
export const MIN_OVERLAP = 0.5;

/**
 * The tags of each gold span: the union of the tags of the passages that overlap it, a tag's score the maximum, in the order of `goldSpans`.
 *
 * A passage counts if the overlap covers at least half of the passage or half of the gold span: the parts of a long paragraph count for the whole of it, the
 * paragraph counts for a sentence of it, and the edge of a neighbour for nothing. O((spans + counted passages) × log passages).
 *
 * @throws ZhengceError `invalid-argument` where a span is empty or reaches beyond the source
 */
export function alignGoldSpans(
  goldSpans: readonly GoldSpan[],
  document: TaggedDocument,
): readonly AlignedSpan[] {
  return goldSpans.map((gold) => {
    assertSpan(gold, document);
    const passages = findPassages(gold, document.passages);
    const tags = uniteTags(passages);
    return { id: gold.id, codes: tags.map(({ code }) => code), tags, passages: passages.length };
  });
}

function assertSpan({ id, start, end }: GoldSpan, { source }: TaggedDocument): void {
  if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end) {
    if (end <= source.length) return;
  }
  throw new ZhengceError(
    'invalid-argument',
    `alignGoldSpans: expected a span in 0..${String(source.length)}, received ${describeReceived(`${String(start)}..${String(end)}`)} (${id})`,
  );
}

function findPassages(gold: Span, passages: readonly TaggedPassage[]): readonly TaggedPassage[] {
  const found: TaggedPassage[] = [];
  for (let at = findFirstAfter(gold.start, passages); at < passages.length; at += 1) {
    const passage = passages[at];
    if (passage === undefined || passage.span.start >= gold.end) break;
    if (isCounted(gold, passage.span)) found.push(passage);
  }
  return found;
}

/** Index of the first passage that ends after `offset`; passages are ordered and disjoint. */
function findFirstAfter(offset: number, passages: readonly TaggedPassage[]): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle]?.span.end ?? Infinity) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isCounted(gold: Span, passage: Span): boolean {
  const shared = Math.min(gold.end, passage.end) - Math.max(gold.start, passage.start);
  const shorter = Math.min(gold.end - gold.start, passage.end - passage.start);
  return shared > 0 && shared >= MIN_OVERLAP * shorter;
}

function uniteTags(passages: readonly TaggedPassage[]): readonly ScoredCode[] {
  const scores = new Map<string, number>();
  for (const { code, score } of passages.flatMap(({ tags }) => tags)) {
    scores.set(code, Math.max(scores.get(code) ?? 0, score));
  }
  return [...scores].map(([code, score]) => ({ code, score })).sort((a, b) => b.score - a.score);
}
