/**
 * Problems of a taxonomy file: found by path, reported by line and column.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';

/** The way to a value in a file: keys and indices from the root. */
export type ValuePath = readonly (string | number)[];

/** A problem whose place is a path. */
export interface PathProblem {
  readonly path: ValuePath;
  /** `expected X, received "Y"`. */
  readonly message: string;
  /** Whether the key is at fault and not its value. */
  readonly atKey?: boolean;
}

/** One thing that is wrong in a taxonomy file, with its place. */
export interface TaxonomyProblem {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** The way to the value: `concepts[3].lexicon[0].weight`; empty for the file as a whole. */
  readonly path: string;
  /** `expected X, received "Y"`. */
  readonly message: string;
}

/** More problems than this are counted, not listed. */
const MAX_LISTED_PROBLEMS = 20;

/** A problem in the usual words; `received` is quoted and cut. */
export function createProblem(path: ValuePath, expected: string, received: unknown): PathProblem {
  return { path, message: `expected ${expected}, received ${describeReceived(received)}` };
}

/**
 * A path as messages show it.
 *
 * @example
 * formatPath(['concepts', 3, 'id']) // => 'concepts[3].id'
 */
export function formatPath(path: ValuePath): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

/**
 * The error that reports problems: its message is about the first in the order of the file, `details` is
 * `{fileName, problemCount, problems}`, where `problems` are the first 20 as TaxonomyProblem.
 */
export function createTaxonomyError(
  problems: readonly TaxonomyProblem[],
  fileName: string,
): ZhengceError {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  const [first, ...others] = sorted;
  return new ZhengceError(
    'invalid-taxonomy',
    `loadTaxonomy: ${describeFirst(first, fileName)}${describeOthers(others.length)}`,
    {
      details: Object.freeze({
        fileName,
        problemCount: sorted.length,
        problems: Object.freeze(sorted.slice(0, MAX_LISTED_PROBLEMS)),
      }),
    },
  );
}

function describeFirst(problem: TaxonomyProblem | undefined, fileName: string): string {
  if (problem === undefined) return `expected a taxonomy (${fileName})`;
  const { line, column, path, message } = problem;
  const place = `${fileName}:${line}:${column}`;
  return `${message} (${path === '' ? place : `${place}, ${path}`})`;
}

function describeOthers(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ', and 1 more problem' : `, and ${count} more problems`;
}
