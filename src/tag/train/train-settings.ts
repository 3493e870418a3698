/**
 * The settings of training.
 *
 * @module
 */

/** Settings of `trainTagger`. */
export interface TrainTaggerSettings {
  /** L2 of the word model. Raising it makes it rely on many words rather than few. */
  readonly wordL2: number;
  /** L2 of the signal model. */
  readonly signalL2: number;
  /** Parts that documents are divided into, so that no score is learnt from and given by the same model. */
  readonly parts: number;
  /** Signals that are left out, for ablation. */
  readonly without: readonly string[];
}

/** The defaults of {@link TrainTaggerSettings}. */
export const DEFAULT_TRAIN_SETTINGS: TrainTaggerSettings = Object.freeze({
  wordL2: 0.2,
  signalL2: 1,
  parts: 4,
  without: [],
});

/** The part that no document is in. */
export const WHOLE = -1;
