/**
 * Keeps the best of many: a heap with the worst kept at its top.
 *
 * @module
 */
import type { ContextScores } from './context-scores';

/** A passage by its position in the index, with its rawScore. */
export interface RankedPassage {
  readonly position: number;
  readonly rawScore: number;
  /** What the rawScore is made up of, where the passage's context is in it. */
  readonly context?: ContextScores;
}

/** The best `capacity` passages seen: by score, highest first, ties by position. */
export interface TopHits {
  /** The score that a passage has to reach; −∞ while there is room. */
  threshold(): number;
  /** O(log capacity). */
  offer(position: number, score: number): void;
  /** The best first. */
  list(): readonly RankedPassage[];
}

/** An empty collection. */
export function createTopHits(capacity: number): TopHits {
  const positions = new Uint32Array(capacity);
  const scores = new Float64Array(capacity);
  let size = 0;

  /** Whether the entry at `a` comes behind the one at `b`. */
  const isWorse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && (positions[a] ?? 0) > (positions[b] ?? 0));
  };
  const swap = (a: number, b: number): void => {
    const position = positions[a] ?? 0;
    const score = scores[a] ?? 0;
    positions[a] = positions[b] ?? 0;
    scores[a] = scores[b] ?? 0;
    positions[b] = position;
    scores[b] = score;
  };
  const siftUp = (start: number): void => {
    for (let at = start; at > 0; ) {
      const parent = (at - 1) >>> 1;
      if (!isWorse(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const siftDown = (): void => {
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < size && isWorse(child, worst)) worst = child;
      }
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  };
  return {
    threshold: () => (size < capacity ? Number.NEGATIVE_INFINITY : (scores[0] ?? 0)),
    offer: (position, score) => {
      if (capacity === 0) return;
      if (size < capacity) {
        positions[size] = position;
        scores[size] = score;
        siftUp(size++);
        return;
      }
      const worst = scores[0] ?? 0;
      if (score < worst || (score === worst && position > (positions[0] ?? 0))) return;
      positions[0] = position;
      scores[0] = score;
      siftDown();
    },
    list: () =>
      Array.from({ length: size }, (_, at) => ({
        position: positions[at] ?? 0,
        rawScore: scores[at] ?? 0,
      })).sort((a, b) => b.rawScore - a.rawScore || a.position - b.position),
  };
}
