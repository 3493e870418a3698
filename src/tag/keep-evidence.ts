/**
 * keepEvidence: which of the places that add up to a rawScore a tag shows where not all are asked for.
 *
 * @module
 */
import type { Contribution } from './judge';

/** How many places a tag's evidence has where no more is asked for. */
const MAX_EVIDENCE = 12;
/** A place that weighs less than this share of what speaks for the tag is left out where it is not asked for. */
export const MIN_EVIDENCE_SHARE = 0.02;

/** What the places in text, headings and title add in favour of a tag. */
export function sumSupport(contributions: readonly Contribution[]): number {
  let support = 0;
  for (const { field, weight } of contributions)
    if (weight > 0 && pointsToWords(field)) support += weight;
  return support;
}

/** What points to words and weighs, measured by the whole support: heaviest first, ties by position, at most {@link MAX_EVIDENCE}. O(n log n). */
export function keepEvidence(
  contributions: readonly Contribution[],
  support: number,
): readonly Contribution[] {
  return contributions
    .filter(
      ({ field, weight }) =>
        pointsToWords(field) && Math.abs(weight) >= MIN_EVIDENCE_SHARE * support,
    )
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.span.start - b.span.start)
    .slice(0, MAX_EVIDENCE);
}

function pointsToWords(field: Contribution['field']): boolean {
  return field === 'text' || field === 'heading' || field === 'title';
}
