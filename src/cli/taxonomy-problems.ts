/**
 * Lists the problems of a taxonomy file, one line each, as compilers do.
 *
 * @module
 */
import type { ZhengceError } from '../errors';
import type { TaxonomyProblem } from '../taxonomy';

/** Writes what an `invalid-taxonomy` error found to standard output: `FILE:LINE:COLUMN: message (path)`, then how many there are. */
export function printTaxonomyProblems(file: string, { details, message }: ZhengceError): void {
  const problems = Array.isArray(details['problems']) ? details['problems'].filter(isProblem) : [];
  for (const { line, column, path, message: what } of problems) {
    const place = path === '' ? '' : ` (${path})`;
    process.stdout.write(`${file}:${line}:${column}: ${what}${place}\n`);
  }
  const count = Number(details['problemCount']);
  const listed = count > problems.length ? `, of which ${problems.length} are listed` : '';
  const summary = count > 0 ? `${count} ${count === 1 ? 'problem' : 'problems'}${listed}` : message;
  process.stderr.write(`zhengce: ${file}: invalid: ${summary}\n`);
}

function isProblem(value: unknown): value is TaxonomyProblem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    'column' in value &&
    'path' in value &&
    'message' in value
  );
}
