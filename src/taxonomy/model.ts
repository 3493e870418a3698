/**
 * The Taxonomy model: a plan as data, in the terms of SKOS (W3C Simple Knowledge Organization System).
 *
 * @module
 */

/** Identifies a concept within its taxonomy: `T1`, `aspect-data`. */
export type ConceptId = string & { readonly __conceptId?: never };

/** A group of concepts of one sort: tasks, actions, aspects. Passages are tagged with concepts of assignable schemes only. */
export interface ConceptScheme {
  /** Unique in the taxonomy: `task`. */
  readonly id: string;
  /** For people: 重大任务. */
  readonly prefLabel: string;
  /** Whether passages are tagged with its concepts; an unassignable scheme only groups others. */
  readonly assignable: boolean;
}

/** A term that speaks for a concept, or against it. */
export interface LexiconEntry {
  /** The term, normalised: simplified characters, half-width Latin. */
  readonly term: string;
  /** From −5 to 5: 3 decides alone, 1 supports, below 0 speaks against. */
  readonly weight: number;
  /** Name of a cue list; the entry counts only where one of its cues stands in the same sentence or the nearest heading. */
  readonly with: string | undefined;
}

/** A concept of a taxonomy: SKOS labels and relations, and the lexicon that the first tagger works by. */
export interface Concept {
  /** Unique in the taxonomy. */
  readonly id: ConceptId;
  /** What outputs show: `T1`. Empty for a concept of an unassignable scheme. */
  readonly notation: string;
  /** Id of its scheme. */
  readonly inScheme: string;
  /** The name that outputs show. */
  readonly prefLabel: string;
  /** Other names; empty where there are none. */
  readonly altLabels: readonly string[];
  /** Names to be found by, not to be shown: nicknames, misspellings. */
  readonly hiddenLabels: readonly string[];
  /** What belongs to it and what does not; empty without one. */
  readonly scopeNote: string;
  /** Ids of the concepts above it. */
  readonly broader: readonly ConceptId[];
  /** Ids of the concepts that name it as broader, in the order of the file. */
  readonly narrower: readonly ConceptId[];
  /** Ids of concepts beside it, whichever side names the other. */
  readonly related: readonly ConceptId[];
  /** In the order of the file; labels are no entries unless listed. */
  readonly lexicon: readonly LexiconEntry[];
}

/** A plan as data: its concepts in the order of the file, with the lists that they share. Frozen. */
export interface Taxonomy {
  /** 1 to 64 Latin letters, digits, `.`, `_` and `-`. */
  readonly id: string;
  /** Of the plan. */
  readonly title: string;
  /** Version of the data, not of the plan. */
  readonly version: string;
  /** 发文机关 of the plan; undefined where the file does not say. */
  readonly issuer: string | undefined;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly issuedOn: string | undefined;
  /** First and last year of the plan. */
  readonly period: { readonly start: number; readonly end: number } | undefined;
  /** In the order of the file. */
  readonly schemes: readonly ConceptScheme[];
  /** Of all schemes, assignable or not, in the order of the file. */
  readonly concepts: readonly Concept[];
  /** Named lists of cues that lexicon entries refer to by `with`. */
  readonly cues: Readonly<Record<string, readonly string[]>>;
}
