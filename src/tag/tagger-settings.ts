/**
 * The settings of the lexicon tagger, with their defaults in one place.
 *
 * @module
 */
import type { PlattParameters } from './calibration';
import type { LinearModelWeights } from './linear-model';

/** Settings of the lexicon tagger. */
export interface TaggerSettings {
  /** How places count. */
  readonly weights: LinearModelWeights;
  /** From rawScore to score. */
  readonly calibration: PlattParameters;
  /** Weight of a label that the lexicon does not list. Range 0 to 5. */
  readonly labelWeight: number;
  /** Least score of a tag, in [0, 1]. Raising it gives fewer and surer tags. */
  readonly minScore: number;
  /** Least score of a tag of single concepts, by notation, in place of `minScore`. Default: none. */
  readonly thresholds?: Readonly<Record<string, number>>;
  /** Least share of the best rawScore of its scheme that a further tag must have, in [0, 1]. Raising it keeps only main subjects. */
  readonly minShare: number;
}

/**
 * The defaults. They hold for any taxonomy; fitted on the training labels by `npx tsx scripts/fit-tagger.ts`, see
 * docs/decisions/first-tagger.md.
 */
export const DEFAULT_TAGGER_SETTINGS: TaggerSettings = {
  weights: {
    nearestHeading: 0.8,
    outerHeadings: 0.8,
    title: 1,
    contextCap: 3,
    repetition: 0.4,
    fullLength: 160,
    lengthDiscount: 0.2,
  },
  calibration: { slope: 0.8, midpoint: 4 },
  labelWeight: 3,
  minScore: 0.5,
  minShare: 0.4,
};
