/**
 * The shape of a taxonomy file as a zod schema, and its issues as problems.
 *
 * @module
 */
import * as z from 'zod/mini';
import { describeIssue, type KnownKeys } from './describe-issue';
import type { PathProblem } from './problem';
import type { TaxonomyFile } from './taxonomy-file';

/** A value of the right shape, or what is wrong with it. */
export type ShapeResult =
  | { readonly kind: 'taxonomy-file'; readonly file: TaxonomyFile }
  | { readonly kind: 'problems'; readonly problems: readonly PathProblem[] };

/** Largest absolute weight of a term. */
export const MAX_WEIGHT = 5;

type Shapes = ReturnType<typeof createShapes>;

/** Built at the first file: a program that loads none does not pay for it. */
let shapes: Shapes | undefined;

/**
 * The value as a TaxonomyFile, or every place where its shape is another than that of a taxonomy file.
 * Linear in the value.
 */
export function checkShape(value: unknown): ShapeResult {
  shapes ??= createShapes();
  const { taxonomy } = shapes;
  const result = z.safeParse(taxonomy, value, { reportInput: true });
  if (result.success) return { kind: 'taxonomy-file', file: result.data };
  const known = listKnownKeys(shapes);
  const problems = result.error.issues.flatMap((issue) => describeIssue(issue, known));
  return { kind: 'problems', problems };
}

/** Every schema has for its message what it expects, so that an issue's message completes `expected …`. */
function createShapes() {
  const text = z.string('a text').check(z.minLength(1, 'a text that is not empty'));
  const texts = (what: string) => z.array(text, `a list of ${what}`);
  const nonEmptyTexts = (what: string) =>
    texts(what).check(z.minLength(1, `a list of at least one of: ${what}`));
  const id = named('an id of 1 to 64 Latin letters, digits, ".", "_" and "-"', /^[\w.-]{1,64}$/);
  const notation = named(
    'a notation of 1 to 32 characters, none of them a space, "," or "="',
    /^[^\s,=]{1,32}$/,
  );
  const year = z.int('a year').check(z.gte(1, 'a year'), z.lte(9999, 'a year'));
  const period = z.strictObject({ start: year, end: year }, 'a period {start, end}');
  const scheme = z.strictObject(
    { id, prefLabel: text, assignable: z.boolean('true or false') },
    'a scheme {id, prefLabel, assignable}',
  );
  const group = z.strictObject(
    { weight: createWeight(), with: z.optional(id), terms: nonEmptyTexts('terms') },
    'a group of terms {weight, with?, terms}',
  );
  const concept = z.strictObject(
    {
      id,
      notation: z.optional(notation),
      inScheme: id,
      prefLabel: text,
      altLabels: z.optional(texts('labels')),
      hiddenLabels: z.optional(texts('labels')),
      scopeNote: z.optional(text),
      broader: z.optional(texts('concept ids')),
      related: z.optional(texts('concept ids')),
      lexicon: z.optional(z.array(group, 'a list of groups of terms')),
    },
    'a concept {id, inScheme, prefLabel, …}',
  );
  const taxonomy = z.strictObject(
    {
      id,
      title: text,
      version: text,
      issuer: z.optional(text),
      issuedOn: z.optional(text),
      period: z.optional(period),
      schemes: z.array(scheme, 'a list of schemes').check(z.minLength(1, 'at least one scheme')),
      cues: z.optional(z.record(id, nonEmptyTexts('cues'), 'named lists of cues')),
      concepts: z
        .array(concept, 'a list of concepts')
        .check(z.minLength(1, 'at least one concept')),
    },
    'a taxonomy {id, title, version, schemes, concepts, …}',
  );
  return { period, scheme, group, concept, taxonomy };
}

function named(what: string, pattern: RegExp): z.ZodMiniString {
  return z.string(what).check(z.regex(pattern, what));
}

function createWeight(): z.ZodMiniNumber {
  const what = `a weight from -${MAX_WEIGHT} to ${MAX_WEIGHT} that is not 0`;
  const isWeight = (weight: number): boolean => weight !== 0 && Math.abs(weight) <= MAX_WEIGHT;
  return z.number(what).check(z.refine(isWeight, what));
}

function listKnownKeys({ period, scheme, group, concept, taxonomy }: Shapes): KnownKeys {
  return {
    '': Object.keys(taxonomy.shape),
    period: Object.keys(period.shape),
    schemes: Object.keys(scheme.shape),
    concepts: Object.keys(concept.shape),
    'concepts.lexicon': Object.keys(group.shape),
  };
}
