/**
 * sumDocument: what all passages of a document say of each concept.
 *
 * @module
 */
import type { WordScores } from './score-words';
import type { LexiconSums } from './sum-lexicon';

/** Sums over all passages of a document, from which those over the others follow. */
export interface DocumentSums {
  readonly passages: number;
  readonly concepts: number;
  /** How many passages the others are; at least 1. */
  readonly others: number;
  /** Of the lexicon's sums (log): by concept, by passage, in all. */
  readonly lexicon: Float64Array;
  readonly byPassage: Float64Array;
  readonly lexiconAll: number;
  /** The word model's probabilities, `[passage × concepts + concept]`, and their sums by concept. */
  readonly probabilities: Float64Array;
  readonly words: Float64Array;
}

/** Linear in passages × concepts. */
export function sumDocument(
  { logSum }: LexiconSums,
  words: WordScores,
  passages: number,
  concepts: number,
): DocumentSums {
  const probabilities = words.passage.map(squash);
  const byPassage = new Float64Array(passages);
  for (let p = 0; p < passages; p += 1)
    for (let c = 0; c < concepts; c += 1)
      byPassage[p] = (byPassage[p] ?? 0) + (logSum[p * concepts + c] ?? 0);
  return {
    passages,
    concepts,
    others: Math.max(1, passages - 1),
    lexicon: addUp(logSum, concepts),
    byPassage,
    lexiconAll: byPassage.reduce((total, value) => total + value, 0),
    probabilities,
    words: addUp(probabilities, concepts),
  };
}

/** The sums of a table's columns. */
function addUp(table: Float64Array, concepts: number): Float64Array {
  const total = new Float64Array(concepts);
  for (let at = 0; at < table.length; at += concepts)
    for (let c = 0; c < concepts; c += 1) total[c] = (total[c] ?? 0) + (table[at + c] ?? 0);
  return total;
}

function squash(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
