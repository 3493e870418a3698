/**
 * Reads YAML into plain values, within bounds, and knows where in the text each value stands.
 *
 * @module
 */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { formatPath, type PathProblem, type TaxonomyProblem, type ValuePath } from './problem';

/** Values of a text with their places; `value` is undefined where there are problems. */
export interface YamlReading {
  readonly value: unknown;
  readonly problems: readonly TaxonomyProblem[];
  /** The problem at the place of its value; of the nearest value around it where there is none. */
  readonly locate: (problem: PathProblem) => TaxonomyProblem;
}

/** How often aliases may be expanded, aliases within aliases multiplied: bounds the size of the result. */
const MAX_ALIAS_COUNT = 100;

/**
 * The values of a YAML 1.2 text (core schema, so JSON as well), with its problems: what is not well formed,
 * unknown tags, keys that occur twice, too many aliases. Never throws. Linear in the text.
 */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const at = (offset: number, message: string, path: string): TaxonomyProblem => {
    const { line, col } = lines.linePos(offset);
    // A text without content has no first line for the counter.
    return Object.freeze({ line: Math.max(1, line), column: Math.max(1, col), path, message });
  };
  const document = parseText(text, lines);
  const indexes: PairIndexes = new WeakMap();
  const faults = [...listSyntaxFaults(document), ...listKeyFaults(document)];
  const { value, fault } = faults.length === 0 ? readValue(document) : {};
  if (fault !== undefined) faults.push(fault);
  return {
    value,
    problems: faults.map(({ offset, message }) => at(offset, message, '')),
    locate: ({ path, message, atKey }) =>
      at(findOffset(document, path, atKey ?? false, indexes), message, formatPath(path)),
  };
}

interface Fault {
  readonly offset: number;
  readonly message: string;
}

function parseText(text: string, lineCounter: LineCounter): Document {
  return parseDocument(text, {
    lineCounter,
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
    // The package compares each key with all before it; listKeyFaults does it in linear time.
    uniqueKeys: false,
  });
}

function listSyntaxFaults({ errors, warnings }: Document): readonly Fault[] {
  return [...errors, ...warnings].map(({ pos, message }) => ({
    offset: pos[0],
    message: `expected well-formed YAML: ${message}`,
  }));
}

function listKeyFaults(document: Document): readonly Fault[] {
  const faults: Fault[] = [];
  try {
    visit(document, {
      Map: (_, map) => {
        faults.push(...listKeyFaultsOf(map));
      },
    });
  } catch (cause) {
    faults.push(describeThrown(cause, 0));
  }
  return faults;
}

function listKeyFaultsOf(map: YAMLMap): readonly Fault[] {
  const seen = new Set<unknown>();
  return map.items.flatMap(({ key }) => {
    const name = isScalar(key) ? key.value : key;
    const isKnown = seen.has(name);
    seen.add(name);
    const offset = offsetOf(key) ?? 0;
    if (isKnown) return [{ offset, message: `expected each key once, received "${String(name)}"` }];
    // As a property it would be the prototype of the object, and no value.
    if (name === '__proto__') return [{ offset, message: 'expected a name, received "__proto__"' }];
    return [];
  });
}

function readValue(document: Document): { readonly value?: unknown; readonly fault?: Fault } {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIAS_COUNT }) as unknown };
  } catch (cause) {
    return { fault: describeThrown(cause, findFirstAlias(document)) };
  }
}

function describeThrown(cause: unknown, offset: number): Fault {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return { offset, message: `expected values within the bounds of aliases and depth: ${reason}` };
}

function findFirstAlias(document: Document): number {
  let offset: number | undefined;
  visit(document, {
    Alias: (_, alias) => {
      offset = offsetOf(alias);
      return visit.BREAK;
    },
  });
  return offset ?? 0;
}

function findOffset(
  document: Document,
  path: ValuePath,
  atKey: boolean,
  indexes: PairIndexes,
): number {
  let node: unknown = document.contents;
  let offset = offsetOf(node) ?? 0;
  for (const [depth, part] of path.entries()) {
    // What an alias stands for is reported where the alias stands.
    if (isAlias(node)) break;
    const pair = isMap(node) ? findPair(node, part, indexes) : undefined;
    node = pair === undefined && isSeq(node) ? node.items[Number(part)] : pair?.value;
    const isLastKey = atKey && depth === path.length - 1;
    offset = (isLastKey ? offsetOf(pair?.key) : offsetOf(node)) ?? offset;
  }
  return offset;
}

/** By mapping: its pairs by key. A search from its start for every problem would take quadratic time. */
type PairIndexes = WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>;

function findPair(map: YAMLMap, name: string | number, indexes: PairIndexes): Pair | undefined {
  const index =
    indexes.get(map) ??
    new Map(map.items.map((pair) => [isScalar(pair.key) ? pair.key.value : undefined, pair]));
  indexes.set(map, index);
  return index.get(name);
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
