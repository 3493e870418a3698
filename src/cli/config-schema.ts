/**
 * The form of `zhengce.config.json`, and what its values are on the command line.
 *
 * @module
 */
import * as z from 'zod/mini';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../read';
import type { KnownKeys } from '../taxonomy';
import { TAG_FORMATS } from './record-writer';

/** The commands that take their options from the file. */
export const CONFIGURED_COMMANDS = [
  'tag',
  'index',
  'search',
  'align',
  'evaluate',
  'train',
] as const;
/** One of them. */
export type ConfiguredCommand = (typeof CONFIGURED_COMMANDS)[number];

/** The values of options by their keys in the file. */
export type ConfigValues = Readonly<Record<string, unknown>>;

/** What a file holds: values for all commands, and those of one command, which win. */
export type Config = ConfigValues & Readonly<Partial<Record<ConfiguredCommand, ConfigValues>>>;

/** Keys whose values are paths, relative to the folder of the file. */
export const PATH_KEYS: ReadonlySet<string> = new Set([
  'taxonomy',
  'model',
  'out',
  'plan',
  'documents',
]);

/** A schema that says what it expects, and what it is about where an editor shows it. */
function describe<T extends z.ZodMiniType>(schema: T, description: string): T {
  z.globalRegistry.add(schema, { description });
  return schema;
}

function text(expected: string, description: string): z.ZodMiniString {
  return describe(z.string(expected).check(z.minLength(1, expected)), description);
}

function flag(description: string): z.ZodMiniBoolean {
  return describe(z.boolean('true or false'), description);
}

function count(minimum: number, description: string): z.ZodMiniNumberFormat {
  const expected = `a whole number of at least ${String(minimum)}`;
  return describe(z.int(expected).check(z.gte(minimum, expected)), description);
}

function texts(expected: string, description: string) {
  const item = z.string('a text').check(z.minLength(1, 'a text that is not empty'));
  return describe(z.array(item, expected), description);
}

function createLimits() {
  const names = Object.keys(DEFAULT_READ_LIMITS) as readonly (keyof ReadLimits)[];
  const shape = Object.fromEntries(
    names.map((name) => [
      name,
      z.optional(count(1, `default: ${String(DEFAULT_READ_LIMITS[name])}`)),
    ]),
  );
  return describe(z.strictObject(shape, 'limits by name'), 'bounds of the readers for one file');
}

function createReading() {
  return {
    include: z.optional(texts('a list of patterns', 'in folders, only files that match one')),
    exclude: z.optional(texts('a list of patterns', 'in folders, no files that match one')),
    readLimits: z.optional(createLimits()),
  };
}

function createPlan() {
  return {
    taxonomy: z.optional(text('a path', 'a plan of your own')),
    model: z.optional(
      text(
        'a path, or the word lexicon',
        'a model that `zhengce train` or `zhengce evaluate --tune` wrote, or the word lexicon for the terms of the taxonomy alone',
      ),
    ),
  };
}

function createShapes() {
  const quiet = z.optional(flag('no progress and no summary'));
  const out = (what: string) => z.optional(text('a path', what));
  const json = z.optional(flag('write JSON'));
  const documents = z.optional(text('a path', 'the folder that gold labels point into'));
  const every = { ...createPlan(), ...createReading(), quiet };
  return {
    every,
    tag: {
      ...every,
      out: out('the folder to write to'),
      format: z.optional(z.enum(TAG_FORMATS, `one of ${TAG_FORMATS.join(', ')}`)),
      jobs: z.optional(count(1, 'files at a time')),
      resume: z.optional(flag('use what earlier runs have done')),
    },
    index: { ...every, out: out('the index to write') },
    search: {
      taxonomy: every.taxonomy,
      quiet,
      json,
      filter: z.optional(texts('a list of field=value', 'only passages with these values')),
      facets: z.optional(texts('a list of fields', 'count all matches by these')),
      facetLimit: z.optional(count(1, 'most values of each facet')),
      limit: z.optional(count(0, 'most hits')),
      sort: z.optional(text('an order', 'relevance, position, newest or oldest')),
      group: z.optional(flag('gather hits by document')),
      explain: z.optional(flag('say how each score comes about')),
      synonyms: z.optional(flag('false looks for the words as they are')),
    },
    align: {
      ...every,
      json,
      out: out('the folder to write to'),
      plan: z.optional(text('a path', 'the text of the plan')),
    },
    evaluate: {
      ...createPlan(),
      quiet,
      json,
      documents,
    },
    train: {
      taxonomy: every.taxonomy,
      quiet,
      json,
      documents,
      out: out('the model to write'),
    },
  };
}

/** The schema of the file, and which keys its objects may have. */
export interface ConfigSchema {
  readonly schema: z.ZodMiniType<Config>;
  readonly knownKeys: KnownKeys;
}

/** Built when a file is read: a program without one does not pay for it. */
export function createConfigSchema(): ConfigSchema {
  const { every, ...commands } = createShapes();
  const sections = Object.entries(commands).map(([name, shape]) => {
    const section = z.strictObject(shape, `options of zhengce ${name}`);
    return [name, z.optional(describe(section, `options of zhengce ${name} alone`))] as const;
  });
  const root = { $schema: z.optional(z.string('a text')), ...every };
  const limits = Object.keys(DEFAULT_READ_LIMITS);
  const keys = Object.entries(commands).map(([name, shape]) => [name, Object.keys(shape)] as const);
  return {
    schema: z.strictObject({ ...root, ...Object.fromEntries(sections) }, 'an object of options'),
    knownKeys: {
      '': [...Object.keys(root), ...CONFIGURED_COMMANDS],
      readLimits: limits,
      ...Object.fromEntries(keys),
      ...Object.fromEntries(keys.map(([name]) => [`${name}.readLimits`, limits])),
    },
  };
}

/** What a value is as a value of the command line's option. */
export function toFlagValue(key: string, value: unknown): unknown {
  if (key === 'readLimits' && typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([name, limit]) => `${name}=${String(limit)}`);
  }
  if (key === 'facets' && Array.isArray(value)) return value.join(',');
  return typeof value === 'number' ? String(value) : value;
}

/** The name that commander has for the option of a key. */
export function toFlagName(key: string): string {
  return key === 'readLimits' ? 'readLimit' : key;
}
