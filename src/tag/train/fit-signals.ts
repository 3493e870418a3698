/**
 * fitSignals: the signal model from labelled rows of signals.
 *
 * @module
 */
import type { ConceptSignals } from '../trained/compute-signals';
import { OWN_SIGNALS, type SignalWeights } from '../trained/signal-model';
import { SIGNAL_COUNT, SIGNAL_INDEX, SIGNALS, type SignalName } from '../trained/signals';
import { fitLogistic, type SparseRows } from './fit-logistic';
import type { TrainTaggerSettings } from './train-settings';
import type { SignalSample } from './train-situation';

const ITERATIONS = 70;
/** What a concept's own slope weighs in the L2 beside the shared one: smaller values hold concepts together. */
const OWN_SCALE = 0.5;

/**
 * What the word model says for a concept. Of few documents the held-out models say less of a concept the more a document speaks of it, for they learnt it without
 * that document: a weight below 0 would come of that alone, and turn against every document that the last model has learnt from.
 */
const FOR_CONCEPT: readonly SignalName[] = [
  'words',
  'wordSentence',
  'wordsBefore',
  'wordsAfter',
  'wordsDocument',
];

/** What means something only beside what the word model says of the passage for the concept itself. */
const BESIDE: readonly SignalName[] = ['wordRival', 'wordSentenceRival', 'wordBest'];

/**
 * One logistic regression over all pairs of passage and concept, on standardised signals, with a constant and some slopes of each concept's own. A signal of the
 * word model that would speak against the concept it is about is left out, the worst first.
 */
export function fitSignals(
  samples: readonly SignalSample[],
  concepts: number,
  { signalL2, without }: Pick<TrainTaggerSettings, 'signalL2' | 'without'>,
): SignalWeights {
  const pairs = listPairs(samples);
  const spread = standardise(pairs);
  const left = new Set<SignalName>();
  for (;;) {
    const used = SIGNALS.map((name) => !without.includes(name) && !left.has(name));
    const weights = fitUsed(pairs, concepts, spread, used, signalL2);
    const worst = findWorst(weights, spread);
    if (worst === undefined) return weights;
    left.add(worst);
    if (left.has('words') && left.has('wordSentence')) BESIDE.forEach((name) => left.add(name));
  }
}

/** The signal that speaks most against the concept it should speak for, by its weight on the standardised scale; undefined where none does. */
function findWorst({ shared }: SignalWeights, { deviation }: Spread): SignalName | undefined {
  let worst: { name: SignalName; weight: number } | undefined;
  for (const name of FOR_CONCEPT) {
    const s = SIGNAL_INDEX[name];
    const weight = (shared[s] ?? 0) * (deviation[s] ?? 0);
    if (weight < (worst?.weight ?? 0)) worst = { name, weight };
  }
  return worst?.name;
}

function fitUsed(
  pairs: readonly Pair[],
  concepts: number,
  spread: Spread,
  used: readonly boolean[],
  signalL2: number,
): SignalWeights {
  const rows = gatherRows(pairs, concepts, spread, used);
  const { weights, bias } = fitLogistic(
    rows,
    Uint8Array.from(pairs, ({ outcome }) => outcome),
    Float64Array.from(pairs, ({ weight }) => weight),
    { l2: signalL2, iterations: ITERATIONS },
  );
  return restore(weights, bias, concepts, spread, used);
}

/** A passage and a concept for which something speaks in it. */
interface Pair extends ConceptSignals {
  readonly outcome: number;
  readonly weight: number;
}

function listPairs(samples: readonly SignalSample[]): readonly Pair[] {
  return samples.flatMap(({ signals, marks, weight }) =>
    signals.map(({ concept, values }) => ({
      concept,
      values,
      outcome: marks[concept] ?? 0,
      weight,
    })),
  );
}

interface Spread {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

function standardise(pairs: readonly Pair[]): Spread {
  const mean = new Float64Array(SIGNAL_COUNT);
  const squares = new Float64Array(SIGNAL_COUNT);
  const count = pairs.length;
  for (const { values } of pairs) {
    values.forEach((value, s) => {
      mean[s] = (mean[s] ?? 0) + value;
      squares[s] = (squares[s] ?? 0) + value * value;
    });
  }
  for (let s = 0; s < SIGNAL_COUNT; s += 1) mean[s] = (mean[s] ?? 0) / Math.max(1, count);
  const deviation = squares.map((sum, s) =>
    Math.sqrt(Math.max(1e-9, sum / Math.max(1, count) - (mean[s] ?? 0) ** 2)),
  );
  return { mean, deviation };
}

const OWN_INDEXES = OWN_SIGNALS.map((name) => SIGNAL_INDEX[name]);

function gatherRows(
  pairs: readonly Pair[],
  concepts: number,
  { mean, deviation }: Spread,
  used: readonly boolean[],
): SparseRows {
  const width = SIGNAL_COUNT + concepts * (1 + OWN_INDEXES.length);
  const perRow = SIGNAL_COUNT + 1 + OWN_INDEXES.length;
  const count = pairs.length;
  const starts = Int32Array.from({ length: count + 1 }, (_, row) => row * perRow);
  const columns = new Int32Array(count * perRow);
  const values = new Float64Array(count * perRow);
  let at = 0;
  const push = (column: number, value: number): void => {
    columns[at] = column;
    values[at] = value;
    at += 1;
  };
  for (const { values: signals, concept: c } of pairs) {
    const standard = (s: number): number =>
      used[s] === true ? ((signals[s] ?? 0) - (mean[s] ?? 0)) / (deviation[s] ?? 1) : 0;
    for (let s = 0; s < SIGNAL_COUNT; s += 1) push(s, standard(s));
    push(SIGNAL_COUNT + c, 1);
    OWN_INDEXES.forEach((s, i) => {
      push(SIGNAL_COUNT + concepts + c * OWN_INDEXES.length + i, OWN_SCALE * standard(s));
    });
  }
  return { starts, columns, values, width };
}

/** Weights of the signals as they are, not standardised. */
function restore(
  fitted: Float64Array,
  constant: number,
  concepts: number,
  { mean, deviation }: Spread,
  used: readonly boolean[],
): SignalWeights {
  const shared = new Float64Array(SIGNAL_COUNT);
  let moved = constant;
  for (let s = 0; s < SIGNAL_COUNT; s += 1) {
    if (used[s] !== true) continue;
    shared[s] = (fitted[s] ?? 0) / (deviation[s] ?? 1);
    moved -= (shared[s] ?? 0) * (mean[s] ?? 0);
  }
  const own = new Float64Array(concepts * OWN_INDEXES.length);
  const bias = new Float64Array(concepts);
  for (let c = 0; c < concepts; c += 1) {
    bias[c] = moved + (fitted[SIGNAL_COUNT + c] ?? 0);
    OWN_INDEXES.forEach((s, i) => {
      if (used[s] !== true) return;
      const place = c * OWN_INDEXES.length + i;
      own[place] =
        (OWN_SCALE * (fitted[SIGNAL_COUNT + concepts + place] ?? 0)) / (deviation[s] ?? 1);
      bias[c] = (bias[c] ?? 0) - (own[place] ?? 0) * (mean[s] ?? 0);
    });
  }
  return { shared, bias, own };
}
