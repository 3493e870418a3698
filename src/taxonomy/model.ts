/**
 * The Taxonomy model: a plan as data, in the terms of SKOS (W3C Simple Knowledge Organization System).
 *
 * @module
 */

/** Identifies a concept within its taxonomy: `T1`, `aspect-data`. */
export type ConceptId = string & { readonly __conceptId?: never };

/** A group of concepts of one sort: tasks, actions, aspects. Passages are tagged with concepts of assignable schemes only. */
export interface ConceptScheme {
  readonly id: string;
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
  readonly id: ConceptId;
  /** What outputs show: `T1`. Empty for a concept of an unassignable scheme. */
  readonly notation: string;
  readonly inScheme: string;
  readonly prefLabel: string;
  readonly altLabels: readonly string[];
  readonly hiddenLabels: readonly string[];
  readonly scopeNote: string;
  readonly broader: readonly ConceptId[];
  readonly narrower: readonly ConceptId[];
  readonly related: readonly ConceptId[];
  readonly lexicon: readonly LexiconEntry[];
}

/** A plan as data: its concepts in the order of the file, with the lists that they share. Frozen. */
export interface Taxonomy {
  readonly id: string;
  readonly title: string;
  /** Version of the data, not of the plan. */
  readonly version: string;
  readonly issuer: string | undefined;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly issuedOn: string | undefined;
  /** First and last year of the plan. */
  readonly period: { readonly start: number; readonly end: number } | undefined;
  readonly schemes: readonly ConceptScheme[];
  readonly concepts: readonly Concept[];
  /** Named lists of cues that lexicon entries refer to by `with`. */
  readonly cues: Readonly<Record<string, readonly string[]>>;
}
