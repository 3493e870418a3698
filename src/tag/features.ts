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
  /** Where it was seen. */
  readonly field: EvidenceField;
  /** For `heading`, the index in the heading path; 0 otherwise. */
  readonly headingIndex: number;
  /** What the lexicon gives it, before the model weighs it. */
  readonly value: number;
  /** Place in the folded text of the field. */
  readonly span: Span;
  /** The entry of the lexicon that matched, folded. */
  readonly term: string;
  /** Tells apart what the extractor can observe: equal for the same term in another place. */
  readonly key: number;
}

/** A passage as extractors see it: every text folded by `normalizeText`. */
export interface PassageView {
  /** The reading text. */
  readonly text: string;
  /** Outermost first. */
  readonly headings: readonly string[];
  /** Of the document; empty without one. */
  readonly title: string;
}

/** Whether a folded heading has words beside its number: one that has none says nothing. */
export function hasWords(heading: string): boolean {
  return heading.length > 4;
}

/** Makes features of passages. Pure: the same views give the same features in the same order. */
export interface FeatureExtractor {
  /** The features of each passage, in the order of the views. Taking many at once is what makes it quick. */
  extract(views: readonly PassageView[]): readonly (readonly Feature[])[];
}
