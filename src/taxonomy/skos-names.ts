/**
 * Finds ids for what has only an IRI, or not even that.
 *
 * @module
 */
import type { Graph } from './skos-graph';
import { listStatements } from './skos-graph';
import { ZC } from './skos-vocabulary';

const ID = /^[\w.-]{1,64}$/;

/**
 * The ids of nodes, in the order given: the one that the file states; else the last part of the IRI where it can be an id; else
 * `kind` and the node's number from 1. Of equal ids the later ones get `-2`, `-3`, … unless they are stated. Linear.
 */
export function nameNodes(
  graph: Graph,
  nodes: readonly string[],
  kind: string,
): ReadonlyMap<string, string> {
  const stated = new Map(
    nodes.flatMap((node) => {
      const [statement] = listStatements(graph, node, ZC.id);
      return statement === undefined ? [] : [[node, statement.object.value] as const];
    }),
  );
  const taken = new Map([...stated.values()].map((id) => [id, 1]));
  return new Map(
    nodes.map((node, index) => {
      const id = stated.get(node);
      return [node, id ?? takeId(suggestId(node, `${kind}-${index + 1}`), taken)] as const;
    }),
  );
}

/** The last part of an IRI, decoded; `otherwise` where it cannot be an id, or the node is blank. */
export function suggestId(node: string, otherwise: string): string {
  const part = readLastPart(node);
  return ID.test(part) ? part : otherwise;
}

/** The last part of an IRI as people read it: without percent signs. Empty for a blank node. */
export function readLastPart(node: string): string {
  if (node.startsWith('_:')) return '';
  const part = node.slice(1 + Math.max(...['/', '#', ':'].map((mark) => node.lastIndexOf(mark))));
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function takeId(wanted: string, taken: Map<string, number>): string {
  let id = wanted;
  let count = taken.get(wanted) ?? 0;
  while (taken.has(id)) {
    count += 1;
    id = `${wanted}-${count}`;
  }
  taken.set(wanted, count);
  taken.set(id, Math.max(1, taken.get(id) ?? 1));
  return id;
}
