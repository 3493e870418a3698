/**
 * predictSample: what the tagger says of one gold label. The one place where predictions are collected.
 *
 * @module
 */
import {
  type CodeScore,
  collectSpanScores,
  collectSpanTags,
  type EvidenceSpan,
  selectSpanPassages,
} from '../evaluate';
import type { TaggedPassage } from '../tag';
import type { Span } from '../text';

/** What was predicted for a gold label. */
export interface SamplePrediction {
  /** Best first. */
  readonly predicted: readonly string[];
  /** Scores of the concepts; one that is not listed counts as 0. */
  readonly scores: readonly CodeScore[];
  /** The words of the passage that speak for the predicted codes, within the span. */
  readonly evidence: readonly EvidenceSpan[];
}

/** The prediction for a span: tags, scores and evidence of the passages that it shares, see `collectSpanTags`. Linear in the passages. */
export function predictSample(
  span: Span,
  passages: readonly Pick<TaggedPassage, 'span' | 'tags' | 'scores'>[],
): SamplePrediction {
  return {
    predicted: collectSpanTags(span, passages).map(({ code }) => code),
    scores: collectSpanScores(span, passages),
    evidence: selectSpanPassages(span, passages).flatMap(({ tags }) =>
      tags.flatMap(({ code, evidence }) => {
        const words = evidence.filter(({ field, weight }) => field === 'text' && weight > 0);
        return clipSpans(
          words.map(({ start, end }) => ({ start, end, code })),
          span,
        );
      }),
    ),
  };
}

/** The parts of spans that lie within another. */
export function clipSpans<T extends Span>(spans: readonly T[], within: Span): readonly T[] {
  return spans
    .map((span) => ({
      ...span,
      start: Math.max(span.start, within.start),
      end: Math.min(span.end, within.end),
    }))
    .filter(({ start, end }) => start < end);
}
