/**
 * What a taxonomy file holds, as plain values: the form between its text and the Taxonomy model.
 *
 * @module
 */

/** A scheme as the file gives it. */
export interface SchemeRecord {
  readonly id: string;
  readonly prefLabel: string;
  readonly assignable: boolean;
}

/** Terms of one concept that share a weight and a cue list. */
export interface LexiconGroup {
  readonly weight: number;
  readonly with?: string | undefined;
  readonly terms: readonly string[];
}

/** A concept as the file gives it: what is left out is empty, relations are written on one side. */
export interface ConceptRecord {
  readonly id: string;
  readonly notation?: string | undefined;
  readonly inScheme: string;
  readonly prefLabel: string;
  readonly altLabels?: readonly string[] | undefined;
  readonly hiddenLabels?: readonly string[] | undefined;
  readonly scopeNote?: string | undefined;
  readonly broader?: readonly string[] | undefined;
  readonly related?: readonly string[] | undefined;
  readonly lexicon?: readonly LexiconGroup[] | undefined;
}

/** A whole taxonomy file. */
export interface TaxonomyFile {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly issuer?: string | undefined;
  readonly issuedOn?: string | undefined;
  readonly period?: { readonly start: number; readonly end: number } | undefined;
  readonly schemes: readonly SchemeRecord[];
  readonly cues?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly concepts: readonly ConceptRecord[];
}
