/**
 * TaggerModel: everything that training finds out.
 *
 * @module
 */
import type { SignalWeights } from './signal-model';
import { createWordTable, type WordTable } from './word-table';
import type { WordWeights } from './word-weights';

/** The linear classifier on words, of all concepts. */
export interface WordModel {
  readonly table: WordTable;
  readonly headingTable: WordTable;
  readonly idf: Float64Array;
  readonly text: WordWeights;
  readonly headings: WordWeights;
  /** By concept. */
  readonly bias: Float64Array;
}

/** From logits to tags: calibration and thresholds. */
export interface DecisionRule {
  /** score = 1 / (1 + exp(−(slope · rawScore + intercept))) */
  readonly slope: number;
  readonly intercept: number;
  /** The least score that makes a tag, by concept. */
  readonly thresholds: Float64Array;
}

/** The signal model of one situation. */
export interface SituationModel {
  readonly weights: SignalWeights;
  readonly rule: DecisionRule;
}

/** A trained model of a taxonomy. Immutable. */
export interface TaggerModel {
  /** What the model was trained for: id and version of the taxonomy, and a number of its lexicon. */
  readonly taxonomy: { readonly id: string; readonly version: string; readonly lexicon: string };
  /** Notations, in the order in which concepts are numbered. */
  readonly codes: readonly string[];
  /** What words say. */
  readonly words: WordModel;
  /** For passages in their document, and for passages that stand alone. */
  readonly inDocument: SituationModel;
  /** For passages that stand alone. */
  readonly alone: SituationModel;
  /** Whether it reads the words of those passages only in which a term of the lexicon speaks for a concept; of the others it has learnt nothing. */
  readonly onlySpeaking: boolean;
  /** The documents that it learnt from, by {@link fingerprintPassages}; evaluated on these, it looks better than it is. */
  readonly learntFrom: readonly string[];
}

/** A word model of lists of words. */
export function createWordModel(
  parts: Omit<WordModel, 'table' | 'headingTable'> & {
    readonly words: readonly string[];
    readonly headingWords: readonly string[];
  },
): WordModel {
  const { words, headingWords, idf, text, headings, bias } = parts;
  const [table, headingTable] = [createWordTable(words), createWordTable(headingWords)];
  return Object.freeze({ table, headingTable, idf, text, headings, bias });
}
