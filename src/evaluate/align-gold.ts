/**
 * Gold spans against tagged passages.
 *
 * @module
 */
import type { TaggedPassage } from '../tag';
import type { Span } from '../text';

/**
 * The passages that a gold span is compared with, in their order: those of which at least half is shared, or that share at least half of the span. Linear.
 */
export function selectSpanPassages<Passage extends { readonly span: Span }>(
  span: Span,
  passages: readonly Passage[],
): readonly Passage[] {
  return passages.filter((passage) => sharesHalf(passage.span, span));
}

/**
 * The codes of the passages that a gold span overlaps, each with its highest score, best first; ties by code.
 *
 * A passage counts where at least half of it or half of the span is shared: a sliver of the neighbour does not. Linear in the passages.
 */
export function collectSpanTags(
  span: Span,
  passages: readonly Pick<TaggedPassage, 'span' | 'tags'>[],
): readonly { readonly code: string; readonly score: number }[] {
  return listBest(selectSpanPassages(span, passages).flatMap(({ tags }) => tags));
}

function listBest(
  scores: readonly { readonly code: string; readonly score: number }[],
): readonly { readonly code: string; readonly score: number }[] {
  const best = new Map<string, number>();
  for (const { code, score } of scores) best.set(code, Math.max(score, best.get(code) ?? 0));
  return [...best]
    .map(([code, score]) => ({ code, score }))
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
}

/**
 * The scores of all concepts in the passages that a gold span is compared with, each concept with its highest, best first; ties by code. Where a passage lists no scores, those of its
 * tags. Linear in the passages.
 */
export function collectSpanScores(
  span: Span,
  passages: readonly (Pick<TaggedPassage, 'tags' | 'scores'> & { readonly span: Span })[],
): readonly { readonly code: string; readonly score: number }[] {
  return listBest(selectSpanPassages(span, passages).flatMap(({ tags, scores }) => scores ?? tags));
}

function sharesHalf(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared * 2 >= Math.min(a.end - a.start, b.end - b.start);
}
