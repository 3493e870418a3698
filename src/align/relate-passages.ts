/**
 * How a passage of a document relates to one of the plan.
 *
 * @module
 */
import type { Relation } from './model';
import type { SharedLetters } from './share-reused-letters';

/** From where on passages correspond. */
export interface PairingSettings {
  /** Least likeness, the sum that {@link measureLikeness} gives. Raising it pairs fewer passages. */
  readonly minLikeness: number;
  /** What a concept in common that both tags are sure of adds to likeness, from 0 on. Raising it pairs more passages on one subject in other words. */
  readonly codeWeight: number;
  /** What wording in common adds, from 0 on: `fullWording` letters or more all of it, fewer a part. Raising the weight, or lowering the letters, pairs more. */
  readonly wordingWeight: number;
  readonly fullWording: number;
  /** Share of a passage that the other has to hold to be its whole, in [0, 1]. Raising it makes more pairs `related`. */
  readonly minContained: number;
  /** The same for `exact`, of reused letters. */
  readonly minExact: number;
  /** Characters that a passage needs to correspond to anything: rows of tables and bare headings are told by chance. */
  readonly minLength: number;
}

/** The defaults of {@link PairingSettings}, chosen on labelled pairs: `npm run bench align-pairs`. */
export const DEFAULT_PAIRING_SETTINGS: PairingSettings = Object.freeze({
  minLikeness: 0.44,
  codeWeight: 0.2,
  wordingWeight: 0.25,
  fullWording: 40,
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
  /** The probability that both are about one concept: of those in common the highest product of the two tags' scores; 0 without one. */
  readonly commonCode: number;
}

/**
 * How alike two passages are: TF-IDF cosine, with what a concept and wording in common add. None of the three suffices: passages on one subject in other words have the concept in common, those
 * that follow the plan's text have its wording. From 0 to 1 and both weights. Worked by hand in test/unit/align/relate-passages.test.ts.
 */
export function measureLikeness(
  {
    similarity,
    commonCode,
    sharedLetters,
  }: Pick<PairFacts, 'similarity' | 'commonCode' | 'sharedLetters'>,
  { codeWeight, wordingWeight, fullWording }: PairingSettings,
): number {
  const wording = Math.min(1, sharedLetters / fullWording);
  return similarity + codeWeight * commonCode + wordingWeight * wording;
}

/** The relation of two passages; undefined where they have too little in common. */
export function relatePassages(facts: PairFacts, settings: PairingSettings): Relation | undefined {
  const { contained, containing, reused } = facts;
  const { minLikeness, minContained, minExact } = settings;
  if (Math.min(reused.own, reused.plan, reused.identity) >= minExact) return 'exact';
  // Words of a very short passage stand in many long ones: containment alone says nothing.
  const isAlike = measureLikeness(facts, settings) >= minLikeness;
  if (!isAlike && reused.own < minContained) return undefined;
  const isPart = contained >= minContained;
  const holdsPart = containing >= minContained;
  if (isPart) return holdsPart ? 'close' : 'broad';
  return holdsPart ? 'narrow' : 'related';
}
