/**
 * How a passage of a document relates to one of the plan.
 *
 * @module
 */
import type { Relation } from './model';
import type { SharedLetters } from './share-reused-letters';

/** From where on passages correspond. */
export interface PairingSettings {
  /** Least similarity of passages that share no code, and of those that do, in [0, 1]. Raising either pairs fewer passages. */
  readonly minSimilar: number;
  readonly minSimilarWithCode: number;
  /** Letters that the document's passage needs in runs of four or more which the plan's has too: what has no wording in common is no answer. Raising it pairs fewer passages. */
  readonly minSharedLetters: number;
  /** Share of a passage that the other has to hold to be its whole, in [0, 1]. Raising it makes more pairs `related`. */
  readonly minContained: number;
  /** The same for `exact`, of reused letters. */
  readonly minExact: number;
  /** Characters that a passage needs to correspond to anything: rows of tables and bare headings are told by chance. */
  readonly minLength: number;
}

/** The defaults of {@link PairingSettings}, chosen on labelled pairs: `npm run bench align-pairs`. */
export const DEFAULT_PAIRING_SETTINGS: PairingSettings = Object.freeze({
  minSimilar: 0.32,
  minSimilarWithCode: 0.22,
  minSharedLetters: 16,
  minContained: 0.5,
  minExact: 0.95,
  minLength: 40,
});

/** What is known of two passages. */
export interface PairFacts {
  /** TF-IDF cosine. */
  readonly similarity: number;
  /** Share of the document's passage that the plan's holds, and the reverse. */
  readonly contained: number;
  readonly containing: number;
  readonly reused: SharedLetters;
  /** Letters of the document's passage in runs that the plan's has too. */
  readonly sharedLetters: number;
  readonly hasCode: boolean;
}

/** The relation of two passages; undefined where they have too little in common. */
export function relatePassages(
  { similarity, contained, containing, reused, sharedLetters, hasCode }: PairFacts,
  settings: PairingSettings,
): Relation | undefined {
  const { minSimilar, minSimilarWithCode, minSharedLetters, minContained, minExact } = settings;
  if (Math.min(reused.own, reused.plan, reused.identity) >= minExact) return 'exact';
  // Words of a very short passage stand in many long ones: containment alone says nothing.
  const isAlike =
    similarity >= (hasCode ? minSimilarWithCode : minSimilar) && sharedLetters >= minSharedLetters;
  if (!isAlike && reused.own < minContained) return undefined;
  const isPart = contained >= minContained;
  const holdsPart = containing >= minContained;
  if (isPart) return holdsPart ? 'close' : 'broad';
  return holdsPart ? 'narrow' : 'related';
}
