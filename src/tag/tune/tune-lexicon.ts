/**
 * tuneLexicon: settings of the lexicon tagger from labelled passages.
 *
 * @module
 */
import type { Segmenter } from '../../segment';
import type { Concept, Taxonomy } from '../../taxonomy';
import { createPlattCalibration } from '../calibration';
import type { Feature, PassageView } from '../features';
import { compileLexicon } from '../lexicon';
import { createLexiconFeatures } from '../lexicon-features';
import { createLinearModel, type LinearModelWeights } from '../linear-model';
import { selectScores } from '../select-scores';
import { DEFAULT_TAGGER_SETTINGS, type TaggerSettings } from '../tagger-settings';
import { chooseThresholds } from '../train/choose-thresholds';
import { fitCalibration, type HeldOutScores } from '../train/fit-calibration';
import type { TrainingDocument } from '../train/read-corpus';

/** A labelled passage, read by the lexicon. */
export interface TuningSample {
  /** Id of its document. */
  readonly documentId: string;
  /** The passage, folded. */
  readonly view: PassageView;
  /** What the lexicon sees in it. */
  readonly features: readonly Feature[];
  /** 1 at the index of each concept that a person gave. */
  readonly marks: Uint8Array;
  /** How much the label counts; 1 is one by a careful person. */
  readonly weight: number;
}

/** Labelled passages of a taxonomy, read by its lexicon. */
export interface TuningCorpus {
  /** The assignable ones; features and marks name them by index. */
  readonly concepts: readonly Concept[];
  /** One a label. */
  readonly samples: readonly TuningSample[];
}

/** Reads what settings are to be fitted on. Linear in the labelled text. */
export function readTuningCorpus(
  taxonomy: Taxonomy,
  segmenter: Segmenter,
  documents: readonly TrainingDocument[],
): TuningCorpus {
  const lexicon = compileLexicon(taxonomy, DEFAULT_TAGGER_SETTINGS.labelWeight);
  const extractor = createLexiconFeatures(lexicon, segmenter);
  const samples = documents.flatMap(({ id, views, labels }) => {
    const known = labels.flatMap((label) => {
      const view = views[label.passage];
      return view === undefined ? [] : [{ ...label, view }];
    });
    const features = extractor.extract(known.map(({ view }) => view));
    return known.map(({ view, codes, weight }, i): TuningSample => {
      const marks = Uint8Array.from(lexicon.concepts, (concept) =>
        codes.includes(concept.notation) ? 1 : 0,
      );
      return { documentId: id, view, features: features[i] ?? [], marks, weight };
    });
  });
  return { concepts: lexicon.concepts, samples };
}

type Tunable = LinearModelWeights & {
  readonly midpoint: number;
  readonly minShare: number;
};

/** What is tried for each setting, around its default. */
const GRID: Readonly<Record<keyof Tunable, readonly number[]>> = {
  midpoint: [1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6],
  minShare: [0, 0.2, 0.4, 0.6, 0.8],
  nearestHeading: [0, 0.4, 0.8, 1.3],
  outerHeadings: [0, 0.4, 0.8, 1.3],
  title: [0, 0.5, 1, 1.5],
  contextCap: [0, 0.5, 1, 2, 3],
  repetition: [0, 0.2, 0.4, 0.6, 0.8],
  fullLength: [80, 160, 300],
  lengthDiscount: [0, 0.2, 0.5, 1],
};

const ROUNDS = 3;
/** A setting moves only where the gain is more than a label or two of a few hundred can make. */
const LEAST_GAIN = 0.005;
/** Labels of a concept from which on it counts in the mean of F1 over concepts. */
const LEAST_SUPPORT = 5;

/**
 * The settings that fit the labels best: weights by coordinate ascent on the mean of micro- and macro-F1 from the defaults, then Platt's sigmoid, then a threshold
 * of each concept, a rare one's held near the common one. Where the labels do not tell right from wrong the default sigmoid stays. Deterministic. Some
 * 100 passes over the samples.
 */
export function tuneLexicon(corpus: TuningCorpus): TaggerSettings {
  let best = toTunable(DEFAULT_TAGGER_SETTINGS);
  let bestScore = rateSettings(corpus, toSettings(best));
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = bestScore;
    for (const name of Object.keys(GRID) as (keyof Tunable)[]) {
      for (const value of GRID[name]) {
        const trial = { ...best, [name]: value };
        const score = rateSettings(corpus, toSettings(trial));
        if (score >= bestScore + LEAST_GAIN) [best, bestScore] = [trial, score];
      }
    }
    if (bestScore === before) break;
  }
  return decideTags(corpus, toSettings(best));
}

function toTunable({ weights, calibration, minShare }: TaggerSettings): Tunable {
  return { ...weights, midpoint: calibration.midpoint, minShare };
}

function toSettings({ midpoint, minShare, ...weights }: Tunable): TaggerSettings {
  const { calibration } = DEFAULT_TAGGER_SETTINGS;
  return {
    ...DEFAULT_TAGGER_SETTINGS,
    weights,
    minShare,
    calibration: { ...calibration, midpoint },
  };
}

interface Counts {
  hits: number;
  predicted: number;
  gold: number;
}

/** The mean of micro-F1, and of macro-F1 over the concepts of five labels or more. */
function rateSettings({ concepts, samples }: TuningCorpus, settings: TaggerSettings): number {
  const model = createLinearModel(settings.weights);
  const calibration = createPlattCalibration(settings.calibration);
  const counts = concepts.map((): Counts => ({ hits: 0, predicted: 0, gold: 0 }));
  for (const { view, features, marks } of samples) {
    marks.forEach((mark, c) => {
      add(counts[c], 'gold', mark);
    });
    const scored = model.score(features, view);
    for (const { scored: own } of selectScores(scored, concepts, calibration, settings)) {
      add(counts[own.concept], 'predicted', 1);
      add(counts[own.concept], 'hits', marks[own.concept] ?? 0);
    }
  }
  const total = counts.reduce((a, b) => ({
    hits: a.hits + b.hits,
    predicted: a.predicted + b.predicted,
    gold: a.gold + b.gold,
  }));
  const frequent = counts.filter(({ gold }) => gold >= LEAST_SUPPORT);
  if (frequent.length === 0) return computeF1(total);
  const macro = frequent.reduce((sum, count) => sum + computeF1(count), 0) / frequent.length;
  return (computeF1(total) + macro) / 2;
}

function add(counts: Counts | undefined, name: keyof Counts, value: number): void {
  if (counts !== undefined) counts[name] += value;
}

function computeF1({ hits, predicted, gold }: Counts): number {
  return predicted + gold === 0 ? 0 : (2 * hits) / (predicted + gold);
}

/** The settings with a sigmoid and thresholds of these labels. */
function decideTags({ concepts, samples }: TuningCorpus, settings: TaggerSettings): TaggerSettings {
  const model = createLinearModel(settings.weights);
  const calibration = createPlattCalibration(settings.calibration);
  const outcomes = samples.map(({ view, features, marks, weight }): HeldOutScores => {
    const scored = model.score(features, view);
    const kept = selectScores(scored, concepts, calibration, { ...settings, minScore: 0 });
    return { speaking: kept.map(({ scored: own }) => own), marks, weight };
  });
  if (!tellApart(outcomes)) return settings;
  const fitted = fitCalibration(outcomes);
  const midpoint = -fitted.intercept / fitted.slope;
  if (!(fitted.slope >= LEAST_SLOPE) || !Number.isFinite(midpoint)) return settings;
  const thresholds = chooseThresholds(outcomes, fitted);
  return {
    ...settings,
    calibration: { slope: round(fitted.slope), midpoint: round(midpoint) },
    thresholds: Object.fromEntries(
      concepts.map(({ notation }, c) => [notation, round(thresholds[c] ?? settings.minScore)]),
    ),
  };
}

/** A flatter sigmoid says the same of everything. */
const LEAST_SLOPE = 0.05;

/** Whether rawScores that are right are higher on average than those that are wrong, and there are both. */
function tellApart(outcomes: readonly HeldOutScores[]): boolean {
  const sums = [
    { count: 0, sum: 0 },
    { count: 0, sum: 0 },
  ];
  for (const { speaking, marks } of outcomes)
    for (const { concept, rawScore } of speaking) {
      const own = sums[marks[concept] === 1 ? 1 : 0];
      if (own === undefined) continue;
      own.count += 1;
      own.sum += rawScore;
    }
  const [wrong = Number.NaN, right = Number.NaN] = sums.map(({ count, sum }) => sum / count);
  return right > wrong;
}

const DECIMALS = 4;

function round(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
