/**
 * Emphasis 注意力分配: how a document shares its words among the concepts of a plan.
 *
 * @module
 */
import { assertVector, assertVectors, type ConceptVector, normalizeVector } from './check-vectors';

/**
 * The share of each concept in all characters that have one, s_k = n_k / Σ n; adds up to 1, or is all 0 where nothing is counted.
 *
 * The attention of policy agendas is measured so: Jones & Baumgartner (2005), The Politics of Attention. Linear.
 *
 * @throws ZhengceError `invalid-argument`
 * @example
 * computeEmphasis([30, 10, 0]) // => [0.75, 0.25, 0]
 */
export function computeEmphasis(characters: ConceptVector): ConceptVector {
  assertVector(characters, 'computeEmphasis', 'characters');
  return Object.freeze(normalizeVector(characters));
}

/**
 * The emphasis of each concept over the mean one of a reference set, at least 0, 1 as the reference; undefined where the reference has none of the concept.
 *
 * s_k / r_k, the index of revealed comparative advantage of Balassa (1965). Worked by hand in test/unit/align/measures.test.ts. Linear.
 *
 * @throws ZhengceError `invalid-argument`
 * @example
 * computeRelativeEmphasis([0.6, 0.4], [0.3, 0.7])[0] // => 2
 */
export function computeRelativeEmphasis(
  emphasis: ConceptVector,
  reference: ConceptVector,
): readonly (number | undefined)[] {
  assertVectors(emphasis, reference, 'computeRelativeEmphasis');
  return emphasis.map((share, concept) => {
    const mean = reference[concept] ?? 0;
    return mean === 0 ? undefined : share / mean;
  });
}

/**
 * The symmetric form of a relative emphasis, in [−1, 1): 0 as the reference, −1 where the document has none of the concept.
 *
 * (RCA − 1) / (RCA + 1), of Dalum, Laursen & Villumsen (1998). Constant time.
 *
 * @throws ZhengceError `invalid-argument`
 * @example
 * symmetrizeRelativeEmphasis(3) // => 0.5
 */
export function symmetrizeRelativeEmphasis(relative: number): number {
  assertVector([relative], 'symmetrizeRelativeEmphasis', 'relative');
  return (relative - 1) / (relative + 1);
}

/**
 * The mean of several emphases, concept by concept: the reference set of {@link computeRelativeEmphasis}; empty for none. Linear. The order of the
 * emphases changes nothing: they are added in the order of their size.
 *
 * @throws ZhengceError `invalid-argument`
 * @example
 * meanEmphasis([[1, 0], [0, 1]]) // => [0.5, 0.5]
 */
export function meanEmphasis(emphases: readonly ConceptVector[]): ConceptVector {
  const [first] = emphases;
  if (first === undefined) return [];
  for (const emphasis of emphases) assertVectors(first, emphasis, 'meanEmphasis');
  return first.map((_, concept) => {
    const values = emphases.map((emphasis) => emphasis[concept] ?? 0).sort((a, b) => a - b);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
}

/**
 * The effective number of concepts, from 1 to K; 0 where nothing is counted.
 *
 * exp(−Σ s ln s): the exponential of Shannon's entropy, which is the diversity of order 1 of Hill (1973). Worked by hand in
 * test/unit/align/measures.test.ts. Linear.
 *
 * @throws ZhengceError `invalid-argument`
 * @example
 * computeDiversity([0.5, 0.5, 0]) // => 2
 */
export function computeDiversity(emphasis: ConceptVector): number {
  assertVector(emphasis, 'computeDiversity', 'emphasis');
  const shares = normalizeVector(emphasis).filter((share) => share > 0);
  if (shares.length === 0) return 0;
  return Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0));
}
