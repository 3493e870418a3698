/**
 * Reads `zhengce.config.json`: JSON, its form checked, each problem with its place.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { describeReadFault, ZhengceError } from '../errors';
import {
  describeIssue,
  type KnownKeys,
  type PathProblem,
  readYaml,
  type TaxonomyProblem,
} from '../taxonomy';
import {
  CONFIGURED_COMMANDS,
  type Config,
  type ConfigValues,
  createConfigSchema,
  PATH_KEYS,
} from './config-schema';
import { hasCode } from './error-code';

/** The name of the file that is looked for. */
export const CONFIG_FILE = 'zhengce.config.json';

/** Larger files are no lists of options. */
const MAX_CHARACTERS = 100_000;

/** More problems than this are counted, not listed. */
const MAX_LISTED = 20;

/**
 * What a configuration file holds, its paths as seen from the working directory. Undefined where there is no such file and none was asked for.
 *
 * @throws ZhengceError `invalid-argument` where it cannot be read, is no JSON, or not of the form; the message names line and column of each problem
 */
export async function readConfigFile(
  path: string,
  isAskedFor: boolean,
): Promise<Config | undefined> {
  const text = await readText(path, isAskedFor);
  if (text === undefined) return undefined;
  return resolvePaths(checkForm(parseJson(text, path), text, path), dirname(path));
}

async function readText(path: string, isAskedFor: boolean): Promise<string | undefined> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    if (text.length > MAX_CHARACTERS) throw refuse(path, 'a file of options', 'a larger one');
    return text;
  } catch (cause) {
    if (cause instanceof ZhengceError) throw cause;
    if (hasCode(cause, 'ENOENT') && !isAskedFor) return undefined;
    throw refuse(path, 'a readable JSON file in UTF-8', describeReadFault(cause), cause);
  }
}

function refuse(path: string, expected: string, received: string, cause?: unknown): ZhengceError {
  const message = `config: expected ${expected}, received ${received} (${path})`;
  return new ZhengceError('invalid-argument', message, { cause });
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    // An error that names no place is about the end of the text.
    const offset = Number(/ at position (\d+)/.exec(reason)?.[1] ?? text.length);
    const before = text.slice(0, offset).split('\n');
    const place = `${path}:${String(before.length)}:${String((before.at(-1) ?? '').length + 1)}`;
    const what = reason.replace(/ in JSON at position.*$/s, '').replace(/, "?\.\.\..*$/s, '');
    throw refuse(place, 'well-formed JSON', what, cause);
  }
}

function checkForm(value: unknown, text: string, path: string): Config {
  const { schema, knownKeys } = createConfigSchema();
  const result = schema.safeParse(value, { reportInput: true });
  const { locate, problems: twins } = readYaml(text);
  const problems = (result.success ? [] : result.error.issues)
    .flatMap((issue) => describeIssue(issue, knownKeys))
    .map((problem) => namePlace(problem, knownKeys))
    .map(locate);
  // JSON would take the last of two values for one key, and say nothing.
  const all = [...twins.filter(({ message }) => message.includes('each key once')), ...problems];
  if (all.length > 0) throw describeProblems(all, path);
  return value as Config;
}

/** A key at the top that only sections have: the message names them. */
function namePlace(problem: PathProblem, knownKeys: KnownKeys): PathProblem {
  const [key, ...below] = problem.path;
  if (problem.atKey !== true || below.length > 0 || typeof key !== 'string') return problem;
  const sections = CONFIGURED_COMMANDS.filter((name) => knownKeys[name]?.includes(key));
  if (sections.length === 0) return problem;
  const places = sections.map((name) => `"${name}": {"${key}": …}`).join(' or ');
  return {
    ...problem,
    message: `expected ${key} in the section of its command, ${places}, received it at the top of the file`,
  };
}

function describeProblems(problems: readonly TaxonomyProblem[], path: string): ZhengceError {
  const lines = [...problems]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, MAX_LISTED)
    .map(({ line, column, path: keys, message }) => {
      const place = `${path}:${String(line)}:${String(column)}`;
      return `${message} (${keys === '' ? place : `${place}, ${keys}`})`;
    });
  const left = problems.length - lines.length;
  const more = left > 0 ? [`and ${String(left)} more problems`] : [];
  return new ZhengceError('invalid-argument', `config: ${[...lines, ...more].join('\n')}`);
}

function resolvePaths(config: Config, folder: string): Config {
  const resolve = (values: ConfigValues): ConfigValues =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => {
        if (typeof value !== 'string' || !isPath(key, value)) return [key, value];
        return [key, isAbsolute(value) ? value : join(folder, value)];
      }),
    );
  const sections = CONFIGURED_COMMANDS.flatMap((name) => {
    const section = config[name];
    return section === undefined ? [] : [[name, resolve(section)] as const];
  });
  return { ...resolve(config), ...Object.fromEntries(sections) };
}

/** `model` takes a word as well. */
function isPath(key: string, value: string): boolean {
  return PATH_KEYS.has(key) && !(key === 'model' && value === 'lexicon');
}
