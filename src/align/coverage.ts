/**
 * Coverage 覆盖度: which part of a plan's concepts a document takes up.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import { assertVector, assertVectors, type ConceptVector, sumVector } from './check-vectors';

/**
 * The share of concepts with at least `threshold` characters, in [0, 1]; 0 where there are no concepts.
 *
 * |{k : n_k ≥ τ}| / K. Worked by hand in test/unit/align/measures.test.ts. Linear.
 *
 * @param threshold - τ, characters, above 0. Raising it asks more of a concept before it counts.
 * @throws ZhengceError `invalid-argument`
 * @example
 * computeCoverage([120, 0, 40, 300], 60) // => 0.5
 */
export function computeCoverage(characters: ConceptVector, threshold: number): number {
  return computeWeightedCoverage(
    characters,
    characters.map(() => 1),
    threshold,
  );
}

/**
 * The share of the plan's weight that lies on concepts with at least `threshold` characters, in [0, 1]; 0 where the weights add up to 0.
 *
 * Σ p_k·[n_k ≥ τ] / Σ p_k. Worked by hand in test/unit/align/measures.test.ts. Linear.
 *
 * @param weights - p_k, the plan's own emphasis; need not add up to 1
 * @param threshold - τ, characters, above 0
 * @throws ZhengceError `invalid-argument`
 * @example
 * computeWeightedCoverage([120, 0], [0.75, 0.25], 60) // => 0.75
 */
export function computeWeightedCoverage(
  characters: ConceptVector,
  weights: ConceptVector,
  threshold: number,
): number {
  assertVectors(characters, weights, 'computeWeightedCoverage');
  assertThreshold(threshold);
  const all = sumVector(weights);
  const covered = sumVector(
    weights.filter((_, concept) => (characters[concept] ?? 0) >= threshold),
  );
  return all === 0 ? 0 : Math.min(1, covered / all);
}

function assertThreshold(threshold: number): void {
  assertVector([threshold], 'computeWeightedCoverage', 'threshold');
  if (threshold > 0) return;
  throw new ZhengceError(
    'invalid-argument',
    `computeWeightedCoverage: expected a number above 0, received ${describeReceived(threshold)} (threshold)`,
  );
}
