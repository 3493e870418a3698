/**
 * What evaluation compares, and what it says.
 *
 * @module
 */

/** A passage with the codes that somebody, or something, gave it. */
export interface CodedItem {
  readonly id: string;
  /** Notations of concepts: `T1`, `A10`. Empty: none fits. Order and repetition do not count. */
  readonly codes: readonly string[];
}

/** A passage coded by people, with the document it comes from: passages of one document are no independent observations. */
export interface GoldItem extends CodedItem {
  readonly doc: string;
}

/** A coded stretch of a document: what `evaluate` reads, one JSON object a line. `end` is exclusive; UTF-16 code units. */
export interface GoldSpan extends GoldItem {
  readonly start: number;
  readonly end: number;
}

/** Precision, recall and F1, each in [0, 1]. `Value` is a number, or an {@link Interval} of one. */
export interface PrecisionRecall<Value = number> {
  readonly precision: Value;
  readonly recall: Value;
  readonly f1: Value;
}

/** How one concept was predicted. */
export interface ConceptScores extends PrecisionRecall {
  readonly code: string;
  /** Items that have the concept in gold. */
  readonly support: number;
  /** Items that were given the concept. */
  readonly predicted: number;
  /** Items that have it in gold and were given it. */
  readonly correct: number;
}

/** The averages over concepts. */
export interface TagAverages<Value = number> {
  /** Over all decisions: what counts is the single code. */
  readonly micro: PrecisionRecall<Value>;
  /** Mean over the concepts with enough support: what counts is the concept, rare or not. */
  readonly macro: PrecisionRecall<Value>;
  /** Mean over the concepts weighted by support. */
  readonly weighted: PrecisionRecall<Value>;
  /** Share of items whose set of codes is exactly gold's, the empty set included. */
  readonly exactMatch: Value;
}

/** A confidence interval, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What `scoreTags` says. */
export interface TagScores extends TagAverages {
  readonly items: number;
  /** By concept, in the order of `concepts`. */
  readonly concepts: readonly ConceptScores[];
  /** The concepts that `macro` is the mean of, in the order of `concepts`. */
  readonly macroConcepts: readonly string[];
  /** Bootstrap intervals of the averages; undefined where `bootstrap` is `false`. */
  readonly intervals: TagAverages<Interval> | undefined;
}
