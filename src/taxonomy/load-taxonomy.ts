/**
 * loadTaxonomy: from YAML to a Taxonomy.
 *
 * @module
 */
import { type Document, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { describeReceived, ZhengceError } from '../errors';
import { checkTaxonomy } from './check-taxonomy';
import { createTaxonomy } from './create-taxonomy';
import type { Taxonomy } from './model';
import { createTaxonomyError, type FoundProblem, locateProblems } from './problems';
import { TAXONOMY_LIMITS, taxonomyFileSchema } from './schema';

/** Options of {@link loadTaxonomy}. */
export interface LoadTaxonomyOptions {
  /** Name of the file for messages. Default: `taxonomy`. */
  readonly fileName?: string;
}

/** Aliases that a file may expand to: none needs them, and a few lines of them can name billions. */
const MAX_ALIASES = 100;

/**
 * The taxonomy that a YAML or JSON text describes, checked and frozen. The format stands in docs/decisions/taxonomy-format.md.
 *
 * Linear in the text.
 *
 * @throws ZhengceError `invalid-taxonomy` with file, line and column; `details.problems` lists up to 20 problems
 * @throws ZhengceError `input-too-large` above 5 Mi code units
 * @throws ZhengceError `invalid-argument` where `text` is no string
 */
export function loadTaxonomy(text: string, options: LoadTaxonomyOptions = {}): Taxonomy {
  const fileName = options.fileName ?? 'taxonomy';
  assertText(text, fileName);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true });
  const syntax = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { path: [], message: `expected YAML: ${error.message}`, line, column: col };
  });
  if (syntax.length > 0) throw createTaxonomyError(fileName, syntax);
  const parsed = taxonomyFileSchema.safeParse(toPlain(document, fileName));
  const found = parsed.success ? checkTaxonomy(parsed.data) : describeIssues(parsed.error.issues);
  if (!parsed.success || found.length > 0) throw createTaxonomyError(fileName, locateProblems(found, document, lines));
  return createTaxonomy(parsed.data);
}

function assertText(text: unknown, fileName: string): void {
  if (typeof text !== 'string') {
    throw new ZhengceError('invalid-argument', `loadTaxonomy: expected a string, received ${describeReceived(text)} (text)`);
  }
  if (text.length > TAXONOMY_LIMITS.length) {
    throw new ZhengceError(
      'input-too-large',
      `loadTaxonomy: expected at most ${String(TAXONOMY_LIMITS.length)} code units, received "${String(text.length)}" (${fileName})`,
      { details: { limit: TAXONOMY_LIMITS.length, length: text.length } },
    );
  }
}

function toPlain(document: Document, fileName: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ZhengceError('invalid-taxonomy', `loadTaxonomy: expected YAML with few aliases: ${message} (${fileName})`, { cause });
  }
}

function describeIssues(issues: readonly z.core.$ZodIssue[]): readonly FoundProblem[] {
  return issues.map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    message: issue.code === 'unrecognized_keys' ? `expected no key ${issue.keys.map((key) => `"${key}"`).join(', ')}` : lowerFirst(issue.message),
  }));
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
