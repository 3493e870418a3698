/**
 * Loads a taxonomy from the text of its file: read, check the shape, normalise, check the meaning, create.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import { checkFile } from './check-file';
import { createTaxonomy } from './create-taxonomy';
import type { Taxonomy } from './model';
import { normalizeFile } from './normalize-file';
import { createTaxonomyError } from './problem';
import { readYaml } from './read-yaml';
import { checkShape } from './taxonomy-schema';

/** Options of {@link loadTaxonomy}. */
export interface LoadTaxonomyOptions {
  /** How messages name the file. Default `taxonomy`. */
  readonly fileName?: string;
}

/** Longest text, in UTF-16 code units: some hundred times the built-in plan. Hostile text of this length takes some 20 s. */
const MAX_TEXT_LENGTH = 1024 * 1024;

/**
 * The taxonomy that a YAML or JSON text describes (`docs/decisions/taxonomy-format.md`), deeply frozen.
 *
 * Terms and cues are normalised as passages are; `narrower` and the other side of `related` are derived. Concepts,
 * labels and terms keep their order. Deterministic; time linear in the text.
 *
 * @throws ZhengceError `invalid-taxonomy`: the message names the first problem, with line and column;
 *   `details.problems` lists the first 20 as {@link TaxonomyProblem}, `details.problemCount` counts all. What is not
 *   well formed hides problems of shape, and those hide contradictions.
 * @throws ZhengceError `invalid-argument` where `text` is no string; `input-too-large` above 1 Mi code units
 * @example
 * loadTaxonomy('{"id": "p", "title": "规划", "version": "1", "schemes": [{"id": "task", "prefLabel": "任务", "assignable": true}], "concepts": [{"id": "T1", "notation": "T1", "inScheme": "task", "prefLabel": "数据要素"}]}').concepts[0]?.prefLabel // => '数据要素'
 */
export function loadTaxonomy(text: string, options: LoadTaxonomyOptions = {}): Taxonomy {
  assertText(text);
  const fileName = options.fileName ?? 'taxonomy';
  const reading = readYaml(text);
  if (reading.problems.length > 0) throw createTaxonomyError(reading.problems, fileName);
  const shape = checkShape(reading.value);
  if (shape.kind === 'problems') {
    throw createTaxonomyError(shape.problems.map(reading.locate), fileName);
  }
  const file = normalizeFile(shape.file);
  const problems = checkFile(file);
  if (problems.length > 0) throw createTaxonomyError(problems.map(reading.locate), fileName);
  return createTaxonomy(file);
}

function assertText(text: unknown): asserts text is string {
  if (typeof text !== 'string') {
    throw new ZhengceError(
      'invalid-argument',
      `loadTaxonomy: expected a string, received ${describeReceived(text)} (text)`,
    );
  }
  if (text.length <= MAX_TEXT_LENGTH) return;
  throw new ZhengceError(
    'input-too-large',
    `loadTaxonomy: expected at most ${MAX_TEXT_LENGTH} code units, received ${describeReceived(text.length)} (text)`,
    { details: { limit: MAX_TEXT_LENGTH, length: text.length } },
  );
}
