/**
 * trainSituation: signals, calibration and thresholds for passages in their document, or for passages that stand alone.
 *
 * @module
 */
import { type ConceptSignals, computeSignals, listSignals } from '../trained/compute-signals';
import type { ReadPassage } from '../trained/read-passages';
import type { WordScores } from '../trained/score-words';
import { createSignalScorer, type SignalWeights } from '../trained/signal-model';
import type { SituationModel } from '../trained/tagger-model';
import { chooseThresholds } from './choose-thresholds';
import { fitCalibration, type HeldOutScores } from './fit-calibration';
import { fitSignals } from './fit-signals';
import type { CorpusDocument, TrainingCorpus } from './read-corpus';
import type { ScoredCorpus } from './score-held-out';
import { type TrainTaggerSettings, WHOLE } from './train-settings';

/** A document with what word models that had not seen it say of its passages. */
export interface ScoredDocument extends CorpusDocument {
  readonly part: number;
  readonly words: WordScores;
  /** The labelled passages without headings and title: what alone is often all there is. */
  readonly bare: readonly ReadPassage[];
  readonly bareWords: WordScores;
}

/** The signals of a passage with what a person says of it. */
export interface SignalSample {
  readonly part: number;
  readonly weight: number;
  readonly signals: readonly ConceptSignals[];
  readonly marks: Uint8Array;
}

/** The signal model of one situation; what calibration and thresholds learn from was scored by models that had not seen the document. */
export function trainSituation(
  { documents, parts }: ScoredCorpus,
  { schemes, codes }: TrainingCorpus,
  settings: TrainTaggerSettings,
  inDocument: boolean,
): SituationModel {
  const samples = documents.flatMap((document) => listSamples(document, schemes, inDocument));
  const fit = (part: number): SignalWeights =>
    fitSignals(
      samples.filter((sample) => sample.part !== part),
      codes.length,
      settings,
    );
  const weights = fit(WHOLE);
  const outcomes = Array.from({ length: parts }, (_, part) => {
    const scoreSignals = createSignalScorer(fit(part));
    return samples
      .filter((sample) => sample.part === part)
      .map(({ signals, marks, weight }): HeldOutScores => {
        const speaking = signals.map((own) => ({
          concept: own.concept,
          rawScore: scoreSignals(own.concept, own.values),
        }));
        return { speaking, marks, weight };
      });
  }).flat();
  const calibration = fitCalibration(outcomes);
  return { weights, rule: { ...calibration, thresholds: chooseThresholds(outcomes, calibration) } };
}

/** The samples of a document; of passages that stand alone, each with its headings and title and without them. */
function listSamples(
  { passages, words, samples, part, bare, bareWords }: ScoredDocument,
  schemes: readonly string[],
  inDocument: boolean,
): readonly SignalSample[] {
  const signals = computeSignals(passages, words, { schemes }, inDocument);
  const whole = samples.map(({ index, marks, weight }) => ({
    part,
    weight,
    marks,
    signals: listSignals(signals, index),
  }));
  if (inDocument) return whole;
  const bareSignals = computeSignals(bare, bareWords, { schemes }, false);
  const alone = samples.map(({ marks, weight }, i) => ({
    part,
    weight,
    marks,
    signals: listSignals(bareSignals, i),
  }));
  return [...whole, ...alone];
}
