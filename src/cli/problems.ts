/**
 * Problems of inputs: listed on standard error, one line each.
 *
 * @module
 */

import { ZhengceError } from '../errors';

/** An input that failed, and why. */
export interface Problem {
  /** The path, for a line of a file with `:` and its number. */
  readonly place: string;
  /** A code of ZhengceError, or `internal-error` for a fault of this program. */
  readonly code: string;
  readonly message: string;
}

/** The problem that an error means for an input. A fault of this program is one too, so that it costs one input and not the run. */
export function describeProblem(place: string, error: unknown): Problem {
  if (error instanceof ZhengceError) {
    return { place, code: error.code, message: shortenMessage(error.message, place) };
  }
  const message = `a fault of zhengce, please report it with this input: ${String(error)}`;
  return { place, code: 'internal-error', message };
}

/** The message without the name of the function and the place, which the line has anyway. */
function shortenMessage(message: string, place: string): string {
  const suffix = ` (${place})`;
  const whole = message.endsWith(suffix) ? message.slice(0, -suffix.length) : message;
  return whole.replace(/^[A-Za-z]+: /, '');
}

/** Writes a problem to standard error. */
export function printProblem({ place, code, message }: Problem): void {
  process.stderr.write(`zhengce: ${place}: ${message} [${code}]\n`);
}

/** How a file is called in messages and records: its path, and for a document in an archive the way to it. */
export function describePlace({
  path,
  member = [],
}: {
  readonly path: string;
  readonly member?: readonly string[] | undefined;
}): string {
  return [path, ...member].join('/');
}
