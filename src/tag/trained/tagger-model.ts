/**
 * TaggerModel: everything that training finds out, and the word scores that it gives.
 *
 * @module
 */
import type { WordScores } from './compute-signals';
import type { ReadPassage } from './read-passages';
import type { SignalWeights } from './signal-model';
import {
  addProducts,
  findWords,
  type KnownWords,
  weighCount,
  weighHeadingWords,
} from './word-model';
import { createWordTable, type WordTable } from './word-table';

/** The linear classifier on words, of all concepts. */
export interface WordModel {
  readonly table: WordTable;
  readonly headingTable: WordTable;
  readonly idf: Float64Array;
  /** `[word × concepts + concept]` */
  readonly text: Float32Array;
  readonly headings: Float32Array;
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
  readonly words: WordModel;
  /** For passages in their document, and for passages that stand alone. */
  readonly inDocument: SituationModel;
  readonly alone: SituationModel;
}

/** The known words of a passage, kept for its evidence, and what they say. */
export interface WordReading {
  readonly words: KnownWords;
  readonly scores: WordScores;
}

/** Says what the word model says of a passage. */
export type ScoreWords = (passage: ReadPassage) => WordReading;

/** A scorer by a word model. It takes O(words × concepts) a passage; what it counts in is used again from passage to passage. */
export function createWordScorer(model: WordModel): ScoreWords {
  const addRange = createRangeAdder(model);
  const headingSums = new Map<string, Float64Array>();
  const addHeadings = (passage: ReadPassage, sums: Float64Array): void => {
    const path = passage.headings.map(({ text }) => text).join('\n');
    let known = headingSums.get(path);
    if (known === undefined) {
      known = new Float64Array(sums.length);
      addProducts(weighHeadingWords(passage, model.headingTable), model.headings, known);
      if (headingSums.size >= MEMORY) headingSums.clear();
      headingSums.set(path, known);
    }
    for (let c = 0; c < sums.length; c += 1) sums[c] = (sums[c] ?? 0) + (known[c] ?? 0);
  };
  return (passage) => {
    const words = findWords(passage.body, model.table);
    const whole = model.bias.slice();
    addRange(words.ids, 0, words.ids.length, whole);
    const sentence = scoreBestSentence(words, model, whole, addRange);
    addHeadings(passage, whole);
    return { words, scores: { passage: whole, sentence } };
  };
}

/** More distinct heading paths than this start the memory anew. */
const MEMORY = 1024;

type AddRange = (ids: Int32Array, from: number, to: number, sums: Float64Array) => void;

/** By concept, the highest logit of a sentence; `only` is the logits of the text, for a text of one sentence. */
function scoreBestSentence(
  words: KnownWords,
  model: WordModel,
  only: Float64Array,
  addRange: AddRange,
): Float64Array {
  const first = findSentenceEnd(words, 0);
  if (first === words.ids.length) return only.slice();
  const best = new Float64Array(model.bias.length).fill(-Infinity);
  const logits = new Float64Array(model.bias.length);
  for (
    let from = 0, to = first;
    from < words.ids.length;
    from = to, to = findSentenceEnd(words, from)
  ) {
    logits.set(model.bias);
    addRange(words.ids, from, to, logits);
    for (let c = 0; c < best.length; c += 1) best[c] = Math.max(best[c] ?? 0, logits[c] ?? 0);
  }
  return best;
}

/** The index after the last known word of the sentence that begins at `from`. */
export function findSentenceEnd({ sentences }: KnownWords, from: number): number {
  let to = from;
  while (to < sentences.length && sentences[to] === sentences[from]) to += 1;
  return to;
}

/** Adds to sums what {@link weighWords} and {@link addProducts} would for a range of words, without making vectors. */
function createRangeAdder({ table, idf, text, bias }: WordModel): AddRange {
  const counts = new Uint32Array(table.words.length);
  const touched = new Int32Array(table.words.length);
  const concepts = bias.length;
  return (ids, from, to, sums) => {
    let size = 0;
    for (let i = from; i < to; i += 1) {
      const id = ids[i] ?? 0;
      if (counts[id] === 0) touched[size++] = id;
      counts[id] = (counts[id] ?? 0) + 1;
    }
    let squares = 0;
    for (let i = 0; i < size; i += 1) {
      const id = touched[i] ?? 0;
      const value = weighCount(counts[id] ?? 1) * (idf[id] ?? 0);
      squares += value * value;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let i = 0; i < size; i += 1) {
      const id = touched[i] ?? 0;
      const value = weighCount(counts[id] ?? 1) * (idf[id] ?? 0) * scale;
      counts[id] = 0;
      const row = id * concepts;
      for (let c = 0; c < concepts; c += 1) sums[c] = (sums[c] ?? 0) + value * (text[row + c] ?? 0);
    }
  };
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
