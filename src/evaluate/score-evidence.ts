/**
 * scoreEvidence: how far the words that speak for a tag are those that a person marked.
 *
 * @module
 */
import type { Span } from '../text';
import { type PrecisionRecall, toPrecisionRecall } from './precision-recall';

/** A span that speaks for a code; without one, for the codes of the sample as a whole. */
export interface EvidenceSpan extends Span {
  /** Notation of the concept that it speaks for. */
  readonly code?: string | undefined;
}

/** A sample with marked evidence. Spans of both sides count from the same place. */
export interface EvidenceSample {
  /** What a person marked. */
  readonly gold: readonly EvidenceSpan[];
  /** What the tags name. */
  readonly predicted: readonly EvidenceSpan[];
}

/** How well evidence was found: counts of characters (UTF-16 code units), and what follows from their sums. */
export interface EvidenceReport extends PrecisionRecall {
  /** Samples with marked evidence. */
  readonly samples: number;
  /** Marked by a person. */
  readonly goldCharacters: number;
  /** Named by the tags. */
  readonly predictedCharacters: number;
  /** Both. */
  readonly sharedCharacters: number;
}

/**
 * Precision, recall and F1 of characters, summed over the samples that have gold spans; undefined where none has. Words are not counted, so that no segmenter has a say.
 *
 * After the token-level agreement of rationales in DeYoung et al. (2020): ERASER. Where every gold span of a sample names its code, evidence is compared code by code, and that
 * of a code without gold spans is wrong; otherwise all spans of a side are taken together. Spans that overlap count once. Time n log n.
 *
 * @example
 * scoreEvidence([{ gold: [{ start: 0, end: 4 }], predicted: [{ start: 2, end: 4 }] }])?.recall // => 0.5
 */
export function scoreEvidence(samples: readonly EvidenceSample[]): EvidenceReport | undefined {
  const marked = samples.filter(({ gold }) => gold.length > 0);
  if (marked.length === 0) return undefined;
  let [hits, predicted, gold] = [0, 0, 0];
  for (const sample of marked) {
    const byCode = sample.gold.every(({ code }) => code !== undefined);
    const [ours, theirs] = [group(sample.predicted, byCode), group(sample.gold, byCode)];
    for (const code of new Set([...ours.keys(), ...theirs.keys()])) {
      const [a, b] = [mergeSpans(ours.get(code) ?? []), mergeSpans(theirs.get(code) ?? [])];
      predicted += countCharacters(a);
      gold += countCharacters(b);
      hits += countShared(a, b);
    }
  }
  return {
    samples: marked.length,
    goldCharacters: gold,
    predictedCharacters: predicted,
    sharedCharacters: hits,
    ...toPrecisionRecall({ hits, predicted, gold }),
  };
}

function group(
  spans: readonly EvidenceSpan[],
  byCode: boolean,
): ReadonlyMap<string, readonly Span[]> {
  const groups = new Map<string, Span[]>();
  for (const span of spans) {
    const key = byCode ? (span.code ?? '') : '';
    const found = groups.get(key);
    if (found === undefined) groups.set(key, [span]);
    else found.push(span);
  }
  return groups;
}

/** The same characters as disjoint spans, in order. */
function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || start > last.end) merged.push({ start, end });
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return merged;
}

function countCharacters(spans: readonly Span[]): number {
  return spans.reduce((total, { start, end }) => total + end - start, 0);
}

/** Characters in both of two lists of disjoint spans in order. */
function countShared(a: readonly Span[], b: readonly Span[]): number {
  let [total, i, j] = [0, 0, 0];
  for (;;) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) return total;
    total += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    if (one.end < other.end) i += 1;
    else j += 1;
  }
}
