/**
 * Judges: what decides which concepts a passage is tagged with. Both taggers are one; the tagger turns what they say into tags with places.
 *
 * @module
 */
import type { Span } from '../text';
import type { PassageView } from './features';
import type { EvidenceField } from './model';

/** What one place adds to the rawScore of a concept. */
export interface Contribution {
  /** Where it stands. */
  readonly field: EvidenceField;
  /** For `heading`, the index in the heading path; for `neighbour`, −1 the passage before and 1 the one after; 0 otherwise. */
  readonly headingIndex: number;
  /** Place in the folded text of the field; empty for `neighbour` and `document`. */
  readonly span: Span;
  /** The word or entry, folded; of `document` a name of what counts; empty for `neighbour`. */
  readonly term: string;
  /** Summand of the rawScore; negative speaks against. */
  readonly weight: number;
}

/** A concept that a passage is to be tagged with. */
export interface JudgedTag {
  /** Index into the tagger's concepts. */
  readonly concept: number;
  /** Calibrated, in [0, 1]. */
  readonly score: number;
  /** Before calibration; any finite number. */
  readonly rawScore: number;
  /** All that add up to the rawScore where it is to be explained; otherwise those that `keepEvidence` keeps. */
  readonly contributions: readonly Contribution[];
}

/** What a judge says of a passage. */
export interface Judgement {
  /** By score, highest first; ties by concept. */
  readonly tags: readonly JudgedTag[];
  /** The score of every concept, by index. */
  readonly scores: ArrayLike<number>;
  /** How far the best score lies above what makes a tag of its concept, in log-odds; negative below. */
  readonly margin: number;
}

/** The log-odds of a probability, which is held off 0 and 1. */
export function logOdds(probability: number): number {
  const held = Math.min(1 - 1e-9, Math.max(1e-9, probability));
  return Math.log(held / (1 - held));
}

/** Options of {@link PassageJudge}. */
export interface JudgeOptions {
  /** Whether the views are a document's passages in order, neighbours to each other. */
  readonly inDocument: boolean;
  /** Whether tags list everything that adds up to their rawScore. */
  readonly explain: boolean;
}

/** Decides about passages. Pure. */
export interface PassageJudge {
  /** One judgement a view, in their order. */
  judge(views: readonly PassageView[], options: JudgeOptions): readonly Judgement[];
}
