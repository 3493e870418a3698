/**
 * Features: what a passage and its context show about the concepts. Extractors make them; the model weighs them.
 *
 * @module
 */
import type { Span } from '../text';
import type { EvidenceField } from './model';

/** One observation: a place that says something about a concept. */
export interface Feature {
  /** Index into the tagger's concepts. */
  readonly concept: number;
  readonly field: EvidenceField;
  /** For `heading`, the index in the heading path; 0 otherwise. */
  readonly headingIndex: number;
  /** What the lexicon gives it, before the model weighs it. */
  readonly value: number;
  /** Place in the folded text of the field. */
  readonly span: Span;
  readonly term: string;
}

/** A passage as extractors see it: every text folded by `normalizeText`. */
export interface PassageView {
  readonly text: string;
  /** Outermost first. */
  readonly headings: readonly string[];
  readonly title: string;
}

/** Makes features of passages. Pure: the same view gives the same features in the same order. */
export interface FeatureExtractor {
  extract(view: PassageView): readonly Feature[];
}
