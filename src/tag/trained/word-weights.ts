/**
 * Weights of words in 8 bits: few enough bytes to stay in a fast cache, and to ship.
 *
 * @module
 */

/** Weights by word and concept: `weight = scales[concept] × values[word × concepts + concept]`. */
export interface WordWeights {
  readonly values: Int8Array;
  readonly scales: Float64Array;
}

const LARGEST = 127;

/** Rounds weights, `[word × concepts + concept]`, to 127 steps either side of 0; a step is chosen for each concept. */
export function roundWeights(weights: Float32Array, concepts: number): WordWeights {
  const scales = Float64Array.from({ length: concepts }, (_, c) => {
    let largest = 0;
    for (let i = c; i < weights.length; i += concepts)
      largest = Math.max(largest, Math.abs(weights[i] ?? 0));
    return largest / LARGEST;
  });
  const values = Int8Array.from(weights, (weight, i) => {
    const scale = scales[i % concepts] ?? 0;
    return scale === 0 ? 0 : Math.round(weight / scale);
  });
  return { values, scales };
}

/** The weight of a word for a concept. */
export function weightOf({ values, scales }: WordWeights, word: number, concept: number): number {
  return (values[word * scales.length + concept] ?? 0) * (scales[concept] ?? 0);
}
