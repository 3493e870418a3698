/**
 * Reused letters by pairs of passages.
 *
 * @module
 */
import type { TaggedDocument } from '../tag';
import type { Span } from '../text';
import type { TextReuse } from './model';

/** How much two passages share, by text reuse. */
export interface SharedLetters {
  /** Shares of the two passages that are reused, in [0, 1]. */
  readonly own: number;
  readonly plan: number;
  readonly identity: number;
}

/** Of passages without reuse. */
export const NOTHING_SHARED: SharedLetters = { own: 0, plan: 0, identity: 0 };

/** Of each passage, the plan's passages that it shares letters with. A stretch over several passages is divided by its length. */
export function shareReusedLetters(
  document: TaggedDocument,
  plan: TaggedDocument,
  { stretches }: TextReuse,
): ReadonlyMap<number, ReadonlyMap<number, SharedLetters>> {
  const shared = new Map<number, Map<number, SharedLetters>>();
  for (const { span, planSpan, identity } of stretches) {
    for (const i of findPassages(document, span)) {
      const passage = document.passages[i];
      if (passage === undefined) continue;
      const own = intersect(span, passage.span);
      const mirrored = mirror(own, span, planSpan);
      for (const j of findPassages(plan, mirrored)) {
        const other = plan.passages[j];
        if (other === undefined) continue;
        const theirs = intersect(mirrored, other.span);
        const back = mirror(theirs, planSpan, span);
        const before = shared.get(i)?.get(j) ?? NOTHING_SHARED;
        const pair = {
          own: Math.min(1, before.own + lengthOf(intersect(back, own)) / lengthOf(passage.span)),
          plan: Math.min(1, before.plan + lengthOf(theirs) / lengthOf(other.span)),
          identity: Math.max(before.identity, identity),
        };
        const pairs = shared.get(i) ?? new Map<number, SharedLetters>();
        shared.set(i, pairs.set(j, pair));
      }
    }
  }
  return shared;
}

/** Where a part of `from` lies in `to`, by proportion. */
function mirror(part: Span, from: Span, to: Span): Span {
  const scale = lengthOf(to) / Math.max(1, lengthOf(from));
  return {
    start: Math.round(to.start + (part.start - from.start) * scale),
    end: Math.round(to.start + (part.end - from.start) * scale),
  };
}

function intersect(a: Span, b: Span): Span {
  const start = Math.max(a.start, b.start);
  return { start, end: Math.max(start, Math.min(a.end, b.end)) };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** The indices of the passages that a span touches, by binary search. */
function findPassages({ passages }: TaggedDocument, { start, end }: Span): readonly number[] {
  let [low, high] = [0, passages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.span.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < passages.length && (passages[at]?.span.start ?? 0) < end; at += 1)
    found.push(at);
  return found;
}
