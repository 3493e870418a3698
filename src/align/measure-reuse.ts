/**
 * Text reuse between a document and a plan: stretches with their places, shares of both sides, boilerplate apart.
 *
 * @module
 */
import type { LetterMatch, ReuseIndex } from './find-reuse';
import type { ReuseStretch, TextReuse } from './model';
import type { ReuseText } from './reuse-text';

/** The reuse that `matches` mean for a document and the plan of the index. Linear. */
export function measureReuse(
  text: ReuseText,
  index: ReuseIndex,
  matches: readonly LetterMatch[],
): TextReuse {
  const plan = index.text;
  const own = shareLetters(
    text,
    matches.map(({ aStart, aEnd }) => [aStart, aEnd]),
  );
  const theirs = shareLetters(
    plan,
    matches.map(({ bStart, bEnd }) => [bStart, bEnd]),
  );
  return {
    share: own.substance,
    planShare: theirs.substance,
    boilerplateShare: own.boilerplate,
    planBoilerplateShare: theirs.boilerplate,
    stretches: matches.map((match) => createStretch(text, plan, match)),
  };
}

function createStretch(text: ReuseText, plan: ReuseText, match: LetterMatch): ReuseStretch {
  const { aStart, aEnd, bStart, bEnd, matches } = match;
  const isBoilerplate =
    isMostlyBoilerplate(text, aStart, aEnd) || isMostlyBoilerplate(plan, bStart, bEnd);
  return {
    kind: isBoilerplate ? 'boilerplate' : 'substance',
    span: text.locate(aStart, aEnd),
    planSpan: plan.locate(bStart, bEnd),
    matches,
    identity: matches / Math.max(aEnd - aStart, bEnd - bStart),
  };
}

function isMostlyBoilerplate({ boilerplate }: ReuseText, start: number, end: number): boolean {
  let marked = 0;
  for (let at = start; at < end; at += 1) marked += boilerplate[at] ?? 0;
  return marked * 2 > end - start;
}

type Range = readonly [start: number, end: number];

function shareLetters(
  { letters, boilerplate }: ReuseText,
  ranges: readonly Range[],
): { readonly substance: number; readonly boilerplate: number } {
  const covered = new Uint8Array(letters.length);
  for (const [start, end] of ranges) covered.fill(1, start, end);
  const all = [0, 0];
  const reused = [0, 0];
  covered.forEach((flag, at) => {
    const kind = boilerplate[at] ?? 0;
    all[kind] = (all[kind] ?? 0) + 1;
    reused[kind] = (reused[kind] ?? 0) + flag;
  });
  const share = (kind: number): number =>
    all[kind] === 0 ? 0 : (reused[kind] ?? 0) / (all[kind] ?? 1);
  return { substance: share(0), boilerplate: share(1) };
}
