/**
 * Problems of a taxonomy file, each with its line and column.
 *
 * @module
 */
import type { Document, LineCounter } from 'yaml';
import { isNode } from 'yaml';
import { ZhengceError } from '../errors';

/** Steps from the root of a file to a value: keys and indexes. */
export type TaxonomyPath = readonly (string | number)[];

/** What is wrong in a taxonomy file, before its place is known. */
export interface FoundProblem {
  readonly path: TaxonomyPath;
  readonly message: string;
}

/** What is wrong in a taxonomy file, and where. Lines and columns are 1-based. */
export interface TaxonomyProblem extends FoundProblem {
  readonly line: number;
  readonly column: number;
}

/** How many problems an error lists. */
const MAX_LISTED = 20;

/** The problems with their places in the file, in the order of the file. */
export function locateProblems(
  found: readonly FoundProblem[],
  document: Document,
  lines: LineCounter,
): readonly TaxonomyProblem[] {
  const located = found.map((problem) => ({ ...problem, ...locatePath(problem.path, document, lines) }));
  return located.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The place of the value at a path, or of the nearest one around it. */
function locatePath(path: TaxonomyPath, document: Document, lines: LineCounter): { readonly line: number; readonly column: number } {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    const range = isNode(node) ? node.range : undefined;
    if (range != null) {
      const { line, col } = lines.linePos(range[0]);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}

/** The error for a taxonomy file with problems: the first in the message, up to 20 in the details. */
export function createTaxonomyError(fileName: string, problems: readonly TaxonomyProblem[]): ZhengceError {
  const first = problems[0];
  const more = problems.length > 1 ? ` and ${String(problems.length - 1)} more` : '';
  const place = first === undefined ? fileName : `${fileName}:${String(first.line)}:${String(first.column)}`;
  const where = first === undefined || first.path.length === 0 ? '' : `, ${first.path.join('.')}`;
  return new ZhengceError('invalid-taxonomy', `loadTaxonomy: ${first?.message ?? 'invalid'} (${place}${where})${more}`, {
    details: { fileName, problems: problems.slice(0, MAX_LISTED), count: problems.length },
  });
}
