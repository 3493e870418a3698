/**
 * Agreement of two emphases: convergence, cosine, Jensen–Shannon.
 *
 * @module
 */
import { assertVectors, type ConceptVector, normalizeVector, sumVector } from './check-vectors';

/**
 * How far two emphases agree, in [0, 1]: 1 where they are the same, 0 where they have no concept in common; undefined where either is empty. Symmetric.
 *
 * 1 − ½ Σ|a_k − b_k|, the issue convergence of Sigelman & Buell (2004), American Journal of Political Science 48(4). Both are scaled to the sum 1 before.
 * Worked by hand in test/unit/align/measures.test.ts. Linear.
 *
 * @throws ZhengceError `invalid-argument`
 * @example
 * computeConvergence([0.5, 0.5], [1, 0]) // => 0.5
 */
export function computeConvergence(a: ConceptVector, b: ConceptVector): number | undefined {
  assertVectors(a, b, 'computeConvergence');
  if (sumVector(a) === 0 || sumVector(b) === 0) return undefined;
  const [p, q] = [normalizeVector(a), normalizeVector(b)];
  const apart = p.reduce((sum, share, concept) => sum + Math.abs(share - (q[concept] ?? 0)), 0);
  return clamp(1 - apart / 2);
}

/**
 * The cosine of two vectors, in [0, 1]: 1 where they are multiples of one another; undefined where either is all 0. Symmetric.
 *
 * Σ ab / √(Σ a² · Σ b²): Salton & McGill (1983). Worked by hand in test/unit/align/measures.test.ts. Linear.
 *
 * @throws ZhengceError `invalid-argument`
 * @example
 * computeCosine([3, 4], [4, 3]) // => 0.9600000000000001
 */
export function computeCosine(a: ConceptVector, b: ConceptVector): number | undefined {
  assertVectors(a, b, 'computeCosine');
  if (sumVector(a) === 0 || sumVector(b) === 0) return undefined;
  // Scaled first, so that squares of very large or small amounts neither overflow nor vanish.
  const [p, q] = [normalizeVector(a), normalizeVector(b)];
  return clamp(dot(p, q) / Math.sqrt(dot(p, p) * dot(q, q)));
}

/**
 * The Jensen–Shannon divergence of two emphases in bits, in [0, 1]: 0 where they are the same, 1 where they have no concept in common; undefined where either
 * is empty. Symmetric.
 *
 * ½ KL(a ‖ m) + ½ KL(b ‖ m), m = (a + b)/2: Lin (1991), IEEE Transactions on Information Theory 37(1). Both are scaled to the sum 1 before. Worked by hand in
 * test/unit/align/measures.test.ts. Linear.
 *
 * @throws ZhengceError `invalid-argument`
 * @example
 * computeJensenShannon([1, 0], [0, 1]) // => 1
 */
export function computeJensenShannon(a: ConceptVector, b: ConceptVector): number | undefined {
  assertVectors(a, b, 'computeJensenShannon');
  if (sumVector(a) === 0 || sumVector(b) === 0) return undefined;
  const [p, q] = [normalizeVector(a), normalizeVector(b)];
  const terms = p.map((share, concept) => {
    const other = q[concept] ?? 0;
    const mean = (share + other) / 2;
    return divergeFrom(mean, share) + divergeFrom(mean, other);
  });
  return clamp(sumVector(terms) / 2);
}

function divergeFrom(mean: number, share: number): number {
  return share === 0 ? 0 : share * Math.log2(share / mean);
}

function dot(a: ConceptVector, b: ConceptVector): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Rounding may leave the range by the last bit. */
function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
