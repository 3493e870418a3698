/**
 * Section ranks: how deep a heading stands, by its marker or, without one, by what is open and what follows.
 *
 * Smaller ranks contain larger ones. Markers have ranks from 5 (附件) to 88 (专栏).
 *
 * @module
 */
import { isNamedHeading, isQuestionHeading } from './headings';
import type { Marker } from './markers';
import type { SectionStack } from './open-section';

/** Rank of a document inside its covering notice: above everything. */
export const DOCUMENT_RANK = 0;
/** Markdown headings without a marker: above all numbering but that of attachments. */
const MARKED_RANK = 6;
/** A heading without a number above 一、: below 条, above 一、. */
const TOP_HEADING_RANK = 45;
/** How much deeper than what it stands under: a box, a heading within numbered text. */
const BOX_STEP = 0.5;
const LEAF_STEP = 0.25;
/** Folds the ranks of markers into a box's own step, so that all of them stay within the box. */
const BOX_SCALE = 1000;

/** The rank of a marker: its style's, but for boxes, which stand under whatever is open, and for what is numbered within them. */
export function rankMarker(marker: Marker, stack: SectionStack): number {
  const box = stack.find((section) => section.kind === 'box');
  if (marker.kind === 'box') return box?.rank ?? (stack.at(-1)?.rank ?? DOCUMENT_RANK) + BOX_STEP;
  return box === undefined ? marker.rank : box.rank + marker.rank / BOX_SCALE;
}

/** A heading without a marker. */
export interface UnmarkedHeading {
  readonly text: string;
  /** Level of its Markdown heading, 0 for none. */
  readonly headingMark: number;
  /** The numbering that follows it. */
  readonly next: Marker | undefined;
}

/**
 * The rank of a heading without a number: by its Markdown level; by custom (前言 stands beside the chapters); else by the
 * numbering that follows: above it where that begins anew, just below what is open where it goes on.
 */
export function rankUnmarked(heading: UnmarkedHeading, stack: SectionStack): number {
  const { text, headingMark, next } = heading;
  if (headingMark > 0) return rankMarkdown(headingMark, stack);
  if (isQuestionHeading(text)) return MARKED_RANK;
  if (isNamedHeading(text)) return rankNamed(next, stack);
  if (next?.kind === 'article' && next.ordinal !== 1) return rankDivision(next, stack);
  const numbered = stack.some((section) => section.style !== undefined);
  if (next === undefined) return numbered ? rankLeaf(stack) : TOP_HEADING_RANK;
  if (next.ordinal === 1) return rankAbove(next);
  const begins = next.style === 'han' && !stack.some((section) => section.style === 'han');
  return begins ? TOP_HEADING_RANK : rankLeaf(stack);
}

/** Between the articles of a statute: a division that lost its number, beside the last that has one. */
function rankDivision(next: Marker, stack: SectionStack): number {
  const last = stack.findLast((section) => section.rank < next.rank);
  return last?.rank ?? next.rank - BOX_STEP;
}

function rankMarkdown(headingMark: number, stack: SectionStack): number {
  const above = stack.findLast(
    (section) => section.headingMark > 0 && section.headingMark < headingMark,
  );
  return above === undefined ? MARKED_RANK + headingMark / 10 : above.rank + LEAF_STEP / 2;
}

function rankAbove(next: Marker): number {
  const rank = next.rank - BOX_STEP;
  return next.style === 'han' || rank < TOP_HEADING_RANK ? Math.min(TOP_HEADING_RANK, rank) : rank;
}

/** 前言, 注释: beside the outermost numbered headings, whatever number follows. */
function rankNamed(next: Marker | undefined, stack: SectionStack): number {
  const outermost = stack.find(
    (section) => section.style !== undefined && section.kind !== 'attachment',
  );
  return outermost?.rank ?? next?.rank ?? TOP_HEADING_RANK;
}

function rankLeaf(stack: SectionStack): number {
  const numbered = stack.findLast((section) => section.style !== undefined);
  return (numbered?.rank ?? TOP_HEADING_RANK) + LEAF_STEP;
}
