/**
 * describeIssue: what zod found wrong in a file, as problems in the usual words.
 *
 * @module
 */
import type * as z from 'zod/mini';
import { describeReceived } from '../errors';
import { createProblem, type PathProblem } from './problem';
import { suggestName } from './suggest-name';

/** By a path without its indices: the keys that an object there may have. */
export type KnownKeys = Readonly<Record<string, readonly string[]>>;

/** The problems of an issue, one for each unknown key. The message of a schema says what it expects, and completes `expected …`. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  knownKeys: KnownKeys,
): readonly PathProblem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys[path.filter((part) => typeof part === 'string').join('.')] ?? [];
    return issue.keys.map((key) => describeUnknownKey([...path, key], key, known));
  }
  if (issue.code === 'invalid_key') {
    const expected = issue.issues[0]?.message ?? 'a name';
    return [{ ...createProblem(path, expected, path.at(-1)), atKey: true }];
  }
  return [{ path, message: `expected ${issue.message}, received ${describeInput(issue)}` }];
}

function describeUnknownKey(
  path: PathProblem['path'],
  key: string,
  known: readonly string[],
): PathProblem {
  const expected = `one of the keys ${known.join(', ')}`;
  const { message } = createProblem(path, expected, key);
  return { path, message: `${message}${suggestName(key, known)}`, atKey: true };
}

function describeInput(issue: z.core.$ZodIssue): string {
  const { input } = issue;
  if (input === undefined || input === null) return 'nothing';
  if (Array.isArray(input)) return `a list of ${input.length}`;
  const isBareScalar = typeof input === 'number' || typeof input === 'boolean';
  const isTextExpected = issue.code === 'invalid_type' && issue.expected === 'string';
  const hint = isBareScalar && isTextExpected ? ` (a ${typeof input}; quote it)` : '';
  return `${describeReceived(input)}${hint}`;
}
