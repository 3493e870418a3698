/**
 * The schema of a taxonomy file: what the YAML has to look like.
 *
 * @module
 */
import * as z from 'zod';

/** Bounds of a taxonomy file. */
export const TAXONOMY_LIMITS: { readonly length: number; readonly concepts: number } = {
  /** Longest file, in UTF-16 code units. */
  length: 5 * 1024 * 1024,
  concepts: 2000,
};

const text = z.string().trim().min(1);
/** YAML reads 12345 as a number; a term may be one. */
const term = z.union([z.string(), z.number()]).transform(String).pipe(text.max(60));
const labels = z.array(term).max(200).default([]);
const identifier = text.regex(/^[A-Za-z0-9][\w.-]{0,63}$/, 'expected letters, digits, ".", "_" or "-"');
const date = z.union([z.string(), z.number()]).transform(String).pipe(z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/, 'expected YYYY, YYYY-MM or YYYY-MM-DD'));

const lexiconGroupSchema = z.strictObject({
  /** From −5 to 5, not 0: 3 decides alone, 1 supports, below 0 speaks against. */
  weight: z.number().min(-5).max(5).refine((weight) => weight !== 0, 'expected a weight other than 0'),
  /** Name of the cue list that must be heard. */
  with: identifier.optional(),
  terms: z.array(term).min(1),
});

const conceptSchema = z.strictObject({
  id: identifier,
  notation: z.string().trim().max(32).default(''),
  inScheme: identifier,
  prefLabel: text,
  altLabels: labels,
  hiddenLabels: labels,
  scopeNote: z.string().trim().default(''),
  broader: z.array(identifier).default([]),
  related: z.array(identifier).default([]),
  lexicon: z.array(lexiconGroupSchema).default([]),
});

const schemeSchema = z.strictObject({
  id: identifier,
  prefLabel: text,
  /** Whether passages are tagged with its concepts. */
  assignable: z.boolean(),
});

const fileSchema = z.strictObject({
  id: identifier,
  title: text,
  version: z.union([z.string(), z.number()]).transform(String).pipe(text),
  issuer: text.optional(),
  issuedOn: date.optional(),
  period: z.strictObject({ start: z.int().min(1900).max(2200), end: z.int().min(1900).max(2200) }).optional(),
  schemes: z.array(schemeSchema).min(1).max(50),
  cues: z.record(identifier, z.array(term).min(1)).default({}),
  concepts: z.array(conceptSchema).min(1).max(TAXONOMY_LIMITS.concepts),
});

/** A group of terms with one weight. */
export interface LexiconGroup {
  readonly weight: number;
  readonly with?: string | undefined;
  readonly terms: readonly string[];
}

/** A concept as it stands in a file. */
export interface ConceptEntry {
  readonly id: string;
  readonly notation: string;
  readonly inScheme: string;
  readonly prefLabel: string;
  readonly altLabels: readonly string[];
  readonly hiddenLabels: readonly string[];
  readonly scopeNote: string;
  readonly broader: readonly string[];
  readonly related: readonly string[];
  readonly lexicon: readonly LexiconGroup[];
}

/** A taxonomy file as the schema gives it back, defaults filled in. */
export interface TaxonomyFile {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly issuer?: string | undefined;
  readonly issuedOn?: string | undefined;
  readonly period?: { readonly start: number; readonly end: number } | undefined;
  readonly schemes: readonly { readonly id: string; readonly prefLabel: string; readonly assignable: boolean }[];
  readonly cues: Readonly<Record<string, readonly string[]>>;
  readonly concepts: readonly ConceptEntry[];
}

/** The schema of a taxonomy file after YAML; keys beyond it are errors. */
export const taxonomyFileSchema: z.ZodType<TaxonomyFile> = fileSchema;
