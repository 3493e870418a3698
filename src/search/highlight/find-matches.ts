/**
 * Finds needles in a text as it is written.
 *
 * @module
 */
import { createTermMatcher, TERM_MATCH_WIDTH, type TermMatcher } from '../../segment';
import { foldMappedText, joinSpans, type Span } from '../../text';
import { compactText } from '../analyze-text';
import type { Needle } from './needles';

/** A needle found: where in the text as written, and which. */
export interface NeedleMatch extends Span {
  readonly needle: Needle;
}

/** Finds needles, in whatever width, case or script they are written, and over white space. */
export interface NeedleFinder {
  /** By start, longest first; overlapping. O(n + matches). */
  find(text: string): readonly NeedleMatch[];
}

/** A finder of needles. */
export function createNeedleFinder(needles: readonly Needle[]): NeedleFinder {
  const matcher = createTermMatcher(needles.map(({ text }) => compactText(text)));
  return { find: (text) => findNeedles(text, matcher, needles) };
}

function findNeedles(
  text: string,
  matcher: TermMatcher,
  needles: readonly Needle[],
): readonly NeedleMatch[] {
  if (needles.length === 0 || text === '') return [];
  const words = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const folded = foldMappedText(joinSpans(text, words), { foldCase: true });
  const numbers = matcher.scanAll(folded.text);
  const matches: NeedleMatch[] = [];
  for (let at = 0; at < numbers.length; at += TERM_MATCH_WIDTH) {
    const needle = needles[numbers[at + 2] ?? 0];
    if (needle === undefined) continue;
    const span = folded.spanToSource({ start: numbers[at] ?? 0, end: numbers[at + 1] ?? 0 });
    matches.push({ ...span, needle });
  }
  return matches;
}

/** The spans that some spans cover, those that overlap or touch as one; ascending. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
