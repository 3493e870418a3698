/**
 * Tables of synonyms and abbreviations.
 *
 * @module
 */
import type { Segmenter } from '../../segment';

/** A table as it stands in a file; `corpus/search/synonyms.json` is one. */
export interface SynonymTable {
  /** Names the table. */
  readonly id: string;
  /** Another one after each change. */
  readonly version: string;
  /** By what they are about. */
  readonly groups: readonly SynonymGroup[];
}

/** Entries that belong together. */
export interface SynonymGroup {
  /** What they are about, for people. */
  readonly topic: string;
  /** All of the topic. */
  readonly entries: readonly SynonymEntry[];
}

/** Terms that stand for each other, or terms that find others as well. */
export type SynonymEntry = EqualEntry | OneWayEntry;

/** Whoever asks for one of the terms wants the others too. */
export interface EqualEntry {
  /** At least two. */
  readonly equal: readonly string[];
  /** Share of its own score that an alternative counts with which is rarer than what was typed, above 0 and below 1. Default 0.8. Raising it lets alternatives count more. */
  readonly weight?: number | undefined;
}

/** Whoever asks for one of `find` wants `also` too, and not the other way round: an everyday word and the official ones, a wide and a narrow one. */
export interface OneWayEntry {
  /** What is asked for; at least one. */
  readonly find: readonly string[];
  /** What is found as well; at least one. */
  readonly also: readonly string[];
  /** As for an {@link EqualEntry}; default 0.7. */
  readonly weight?: number | undefined;
}

/** Another way to say a part of a query. */
export interface Alternative {
  /** Folded: half-width, simplified, lower case. */
  readonly text: string;
  /** Share of its own score that it counts with, above 0 and below 1. */
  readonly weight: number;
  /** Whether it means the same, of an {@link EqualEntry}. Where it is the more frequent of both, it counts in full. */
  readonly isEqual: boolean;
}

/** A part of a query that can be said otherwise: `text.slice(start, end)`. */
export interface SynonymMatch {
  /** First code unit of the part. */
  readonly start: number;
  /** Behind its last. */
  readonly end: number;
  /** Heaviest first, ties in code unit order; at least one. */
  readonly alternatives: readonly Alternative[];
}

/** Knows what else a part of a query may be called. Immutable. */
export interface Synonyms {
  /** Of the table, for snapshots and explanations. */
  readonly id: string;
  /** Of the table too. */
  readonly version: string;
  /**
   * The terms of the table in a folded text, leftmost-longest: disjoint, ascending. With a segmenter, Chinese terms that begin
   * or end inside a word are none (央行 in 中央行政). O(n).
   */
  find(text: string, segmenter?: Segmenter): readonly SynonymMatch[];
}
