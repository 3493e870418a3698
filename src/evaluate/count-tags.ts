/**
 * countTags: hits, predictions and gold labels by concept.
 *
 * @module
 */
import type { HitCounts } from './precision-recall';

/** A passage with its gold codes and the predicted ones. */
export interface TagSample {
  /** The document it is of: bootstrap draws whole documents. */
  readonly documentId: string;
  /** Notations that a person gave; [] for none. */
  readonly gold: readonly string[];
  /** Notations that were given by the tagger; [] for none. */
  readonly predicted: readonly string[];
}

/** How often each concept was hit, predicted and in gold; in the order of `codes`. Other codes are ignored, repeated ones count once. Linear. */
export function countTags(
  samples: readonly Pick<TagSample, 'gold' | 'predicted'>[],
  codes: readonly string[],
): readonly HitCounts[] {
  const counts = new Map(codes.map((code) => [code, { hits: 0, predicted: 0, gold: 0 }]));
  const add = (code: string, name: keyof HitCounts): void => {
    const count = counts.get(code);
    if (count !== undefined) count[name] += 1;
  };
  for (const sample of samples) {
    const gold = new Set(sample.gold);
    for (const code of gold) add(code, 'gold');
    for (const code of new Set(sample.predicted)) {
      add(code, 'predicted');
      if (gold.has(code)) add(code, 'hits');
    }
  }
  return [...counts.values()];
}

/** The sum of counts. Linear. */
export function sumHitCounts(counts: readonly HitCounts[]): HitCounts {
  let [hits, predicted, gold] = [0, 0, 0];
  for (const count of counts) {
    hits += count.hits;
    predicted += count.predicted;
    gold += count.gold;
  }
  return { hits, predicted, gold };
}
