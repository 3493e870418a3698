/**
 * Finds the circles of a directed graph.
 *
 * @module
 */

/**
 * Circles of a graph that is given as the targets of each node: one for each edge that closes a circle in a walk
 * in depth from the first node to the last, as the nodes in the direction of the edges. Empty where and
 * only where the graph has none. Linear in nodes and edges but for the circles' lengths; no recursion.
 *
 * @example
 * findCycles([[1], [0], []]) // => [[0, 1]]
 */
export function findCycles(
  targets: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const cycles: number[][] = [];
  const done = new Set<number>();
  for (const root of targets.keys()) {
    if (!done.has(root)) walk(root, targets, done, cycles);
  }
  return cycles;
}

/** The report lists 20 problems; a dense graph would have more circles than memory has room for. */
const MAX_CYCLES = 20;

function walk(
  root: number,
  targets: readonly (readonly number[])[],
  done: Set<number>,
  cycles: number[][],
): void {
  const path = [root];
  const places = new Map([[root, 0]]);
  const nextEdges = [0];
  while (path.length > 0) {
    const node = path.at(-1) ?? root;
    const edge = nextEdges.at(-1) ?? 0;
    const target = targets[node]?.[edge];
    nextEdges[nextEdges.length - 1] = edge + 1;
    if (target === undefined) {
      path.pop();
      nextEdges.pop();
      places.delete(node);
      done.add(node);
      continue;
    }
    const place = places.get(target);
    if (place !== undefined) {
      if (cycles.length < MAX_CYCLES) cycles.push(path.slice(place));
    } else if (!done.has(target)) {
      places.set(target, path.length);
      path.push(target);
      nextEdges.push(0);
    }
  }
}
