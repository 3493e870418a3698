/**
 * collectRelations, findSchemes: what the statements of a SKOS graph, and their inverses, say between its concepts and schemes.
 *
 * @module
 */
import { type Graph, listStatements, nameNode } from './skos-graph';
import { SKOS } from './skos-vocabulary';

/** The objects of the statements of a node under a predicate, in order. */
export function listTargets(graph: Graph, node: string, predicate: string): readonly string[] {
  return listStatements(graph, node, predicate).map(({ object }) => nameNode(object));
}

/** The targets of a relation by concept: those that it states, then those that state the inverse. */
export function collectRelations(
  graph: Graph,
  concepts: readonly string[],
  predicate: string,
  inverse: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const targets = new Map(
    concepts.map((node) => [node, new Set(listTargets(graph, node, predicate))]),
  );
  for (const node of concepts) {
    for (const other of listTargets(graph, node, inverse)) targets.get(other)?.add(node);
  }
  return targets;
}

/** The scheme of each concept: the first that it or the scheme states; else that of a concept above it; else the first. */
export function findSchemes(
  graph: Graph,
  schemes: readonly string[],
  concepts: readonly string[],
  above: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const node of concepts) {
    const [scheme] = [SKOS.inScheme, SKOS.topConceptOf].flatMap((predicate) =>
      listTargets(graph, node, predicate),
    );
    if (scheme !== undefined) found.set(node, scheme);
  }
  for (const scheme of schemes) {
    for (const top of listTargets(graph, scheme, SKOS.hasTopConcept)) {
      if (!found.has(top)) found.set(top, scheme);
    }
  }
  const [first] = schemes;
  for (const node of concepts) inheritScheme(node, above, found, first);
  return found;
}

function inheritScheme(
  start: string,
  above: ReadonlyMap<string, ReadonlySet<string>>,
  found: Map<string, string>,
  otherwise: string | undefined,
): void {
  const way = new Set<string>();
  let node: string | undefined = start;
  while (node !== undefined && !found.has(node) && !way.has(node)) {
    way.add(node);
    [node] = above.get(node) ?? [];
  }
  const scheme = (node === undefined ? undefined : found.get(node)) ?? otherwise;
  if (scheme !== undefined) for (const passed of way) found.set(passed, scheme);
}
