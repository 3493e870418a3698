/**
 * Reads SKOS in Turtle as a taxonomy: our own with everything, another tool's with labels and relations.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import { checkFile } from './check-file';
import { createTaxonomy } from './create-taxonomy';
import type { Taxonomy } from './model';
import { normalizeFile } from './normalize-file';
import { createTaxonomyError, type TaxonomyProblem } from './problem';
import { readSkos } from './skos-file';
import { readGraph } from './skos-graph';
import { checkShape } from './taxonomy-schema';

/** Options of {@link taxonomyFromSkos}. */
export interface TaxonomyFromSkosOptions {
  /** How messages name the file. Default `taxonomy`. */
  readonly fileName?: string;
  /** Language of the labels that are wanted, a BCP 47 tag. Default `zh`, which has `zh-Hans` and `zh-CN` with it. */
  readonly language?: string;
}

/** Longest text, in UTF-16 code units: some forty times the built-in plan. Hostile text of this length takes some seconds. */
const MAX_TEXT_LENGTH = 8 * 1024 * 1024;

/**
 * The taxonomy of a SKOS file in Turtle, deeply frozen and checked as `loadTaxonomy` checks its own format.
 *
 * What `taxonomyToSkos` wrote comes back whole. Another tool's file gives its schemes, all of them assignable, and its concepts in the order
 * of the file: the labels in `language` are what the tagger matches, since there is no lexicon; ids come from the IRIs,
 * notations from `skos:notation` or the ids; `broader` and `narrower` say the same from both sides, and relations that
 * lead out of the file are left out. `docs/decisions/skos.md` has the rules. Deterministic; linear but for sorting. Loads
 * the Turtle library at the first call.
 *
 * @throws ZhengceError `invalid-taxonomy` with `details` as those of `loadTaxonomy`; a problem's `path` is the IRI and the key. Lines are those at
 *   which a value ends
 * @throws ZhengceError `invalid-argument` where `turtle` is no string; `input-too-large` above 8 Mi code units
 * @example
 * const turtle = '@prefix skos: <http://www.w3.org/2004/02/skos/core#>. <#data> a skos:Concept; skos:prefLabel "数据要素"@zh.';
 * (await taxonomyFromSkos(turtle)).concepts[0]?.notation // => 'data'
 */
export async function taxonomyFromSkos(
  turtle: string,
  options: TaxonomyFromSkosOptions = {},
): Promise<Taxonomy> {
  assertText(turtle);
  const fileName = options.fileName ?? 'taxonomy';
  const reading = await readGraph(turtle);
  if (reading.kind === 'problem') throw createError([reading.problem], fileName);
  const { value, locate } = readSkos(reading.graph, options.language ?? 'zh');
  const shape = checkShape(value);
  if (shape.kind === 'problems') throw createError(shape.problems.map(locate), fileName);
  const file = normalizeFile(shape.file);
  const problems = checkFile(file);
  if (problems.length > 0) throw createError(problems.map(locate), fileName);
  return createTaxonomy(file);
}

function createError(problems: readonly TaxonomyProblem[], fileName: string): ZhengceError {
  const { code, message, details } = createTaxonomyError(problems, fileName);
  return new ZhengceError(code, message.replace(/^loadTaxonomy/, 'taxonomyFromSkos'), { details });
}

function assertText(text: unknown): asserts text is string {
  if (typeof text !== 'string') {
    throw new ZhengceError(
      'invalid-argument',
      `taxonomyFromSkos: expected a string, received ${describeReceived(text)} (turtle)`,
    );
  }
  if (text.length <= MAX_TEXT_LENGTH) return;
  throw new ZhengceError(
    'input-too-large',
    `taxonomyFromSkos: expected at most ${MAX_TEXT_LENGTH} code units, received ${describeReceived(text.length)} (turtle)`,
    { details: { limit: MAX_TEXT_LENGTH, length: text.length } },
  );
}
