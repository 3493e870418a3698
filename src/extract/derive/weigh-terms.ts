/**
 * Weighs the terms of a plan's part by keyness.
 *
 * @module
 */
import { CRITICAL_VALUES, scoreKeyness } from './keyness';
import type { TermCounts } from './term-counts';

/** A term of a part with its weight in the lexicon. */
export interface WeighedTerm {
  readonly term: string;
  /** From 0.5 to 3. */
  readonly weight: number;
  /** G² against the rest of the plan. */
  readonly keyness: number;
}

/** Bounds of {@link weighTerms}. */
export interface WeighTermsOptions {
  /** Undefined: 2, but 1 for terms of at least three code units in a part of fewer than 150 terms. */
  readonly minFrequency: number | undefined;
  readonly maxTerms: number;
}

/**
 * The key terms of a part against the rest of the plan, by weight, then keyness, then code units.
 *
 * A term counts that is used often enough (`minFrequency`) or stands in the part's heading, and more often than elsewhere. Its weight is 0.5, 1, 1.5 or 2 as G² passes
 * 3.84, 6.63, 10.83 or 15.13; 0.5 more where four fifths of its uses are here, 0.5 more where it stands in the heading; but where most of its uses
 * are elsewhere, 1 at most, 1.5 in the heading. A term of the heading that passes none is kept with 0.5 where a fifth of its uses are here. G² grows with the length of a plan and shares do not, so the two correct
 * each other.
 */
export function weighTerms(
  part: TermCounts,
  whole: TermCounts,
  heading: string,
  { minFrequency, maxTerms }: WeighTermsOptions,
): readonly WeighedTerm[] {
  return [...part.counts]
    .flatMap(([term, count]): readonly WeighedTerm[] => {
      const isHeading = heading.includes(term);
      if (count < (minFrequency ?? chooseLeast(term, part)) && !isHeading) return [];
      const otherCount = (whole.counts.get(term) ?? count) - count;
      const keyness = scoreKeyness({
        count,
        size: part.size,
        otherCount,
        otherSize: whole.size - part.size,
      });
      const weight = chooseWeight(keyness, count / (count + otherCount), isHeading);
      return weight === 0 ? [] : [{ term, weight, keyness }];
    })
    .sort((a, b) => b.weight - a.weight || b.keyness - a.keyness || (a.term < b.term ? -1 : 1))
    .slice(0, maxTerms);
}

/** A part of fewer terms hardly says anything twice. */
const SHORT_PART = 150;
/** What is said once and is shorter is mostly no term. */
const TELLING_LENGTH = 3;

function chooseLeast(term: string, { size }: TermCounts): number {
  return size < SHORT_PART && term.length >= TELLING_LENGTH ? 1 : 2;
}

function chooseWeight(keyness: number, share: number, isHeading: boolean): number {
  if (keyness <= 0) return 0;
  const passed = CRITICAL_VALUES.filter((value) => keyness >= value).length;
  if (passed === 0) return isHeading && share >= 0.2 ? 0.5 : 0;
  const weight = passed / 2 + (share >= 0.8 ? 0.5 : 0) + (isHeading ? 0.5 : 0);
  if (share >= 0.5) return weight;
  return Math.min(weight, isHeading ? 1.5 : 1);
}
