/**
 * Precision at rank one and nDCG of ranked codes.
 *
 * Where scores tie, each metric is its mean over all orders of the tied codes (McSherry & Najork 2008: Computing information retrieval performance measures efficiently in the
 * presence of tied scores), so that no order of the taxonomy is rewarded. Each code is listed once at most. One that is not listed, or has a score of 0, was not suggested: it has no rank and earns nothing.
 *
 * @module
 */

/** A code with its score, in [0, 1]. */
export interface CodeScore {
  /** Notation: `T1`. */
  readonly code: string;
  /** 0 is the same as not listed. */
  readonly score: number;
}

/**
 * Precision at rank one: 1 where the best code is in gold, else 0; with ties the share of the best codes that are. 0 where nothing was suggested. Linear.
 *
 * @example
 * computePrecisionAtOne(['T2'], [{ code: 'T1', score: 0.4 }, { code: 'T2', score: 0.9 }]) // => 1
 */
export function computePrecisionAtOne(
  gold: readonly string[],
  scores: readonly CodeScore[],
): number {
  const best = scores.reduce((highest, { score }) => Math.max(highest, score), 0);
  if (best === 0) return 0;
  const first = scores.filter(({ score }) => score === best);
  return first.filter(({ code }) => gold.includes(code)).length / first.length;
}

/**
 * nDCG, in [0, 1]: the gain of the ranking over that of the best one, in which the gold codes come first. Binary gains.
 *
 * Järvelin & Kekäläinen (2002): Cumulated gain-based evaluation of IR techniques, with the discount 1 / log2(rank + 1) of Burges et al. (2005), which is that of scikit-learn's
 * `ndcg_score`. undefined without gold codes, when every ranking is as good. Time n log n.
 *
 * @example
 * computeNdcg(['T2'], [{ code: 'T1', score: 0.4 }, { code: 'T2', score: 0.9 }]) // => 1
 */
export function computeNdcg(
  gold: readonly string[],
  scores: readonly CodeScore[],
): number | undefined {
  const wanted = new Set(gold);
  if (wanted.size === 0) return undefined;
  const suggested = scores.filter(({ score }) => score > 0);
  const gain = computeDcg(
    suggested.map(({ code }) => (wanted.has(code) ? 1 : 0)),
    suggested.map(({ score }) => score),
  );
  const ideal = [...wanted].map(() => 1);
  return gain / computeDcg(ideal, ideal);
}

/**
 * The discounted cumulated gain: Σ gain / log2(rank + 1), ranked by score, the gains of tied scores averaged. `gains[i]` belongs to `scores[i]`. Time n log n.
 *
 * @example
 * computeDcg([0, 1], [0.4, 0.9]) // => 1
 */
export function computeDcg(gains: readonly number[], scores: readonly number[]): number {
  let [total, rank] = [0, 0];
  for (const tied of groupTies(gains, scores)) {
    const mean = tied.reduce((sum, gain) => sum + gain, 0) / tied.length;
    total += mean * sumDiscounts(rank, tied.length);
    rank += tied.length;
  }
  return total;
}

/** Σ 1 / log2(rank + 1) over `count` ranks, the first of which follows `after`. */
function sumDiscounts(after: number, count: number): number {
  let total = 0;
  for (let rank = after + 1; rank <= after + count; rank += 1) total += 1 / Math.log2(rank + 1);
  return total;
}

/** The gains of each score, highest score first. */
function groupTies(gains: readonly number[], scores: readonly number[]): readonly number[][] {
  const groups = new Map<number, number[]>();
  scores.forEach((score, i) => {
    const gain = gains[i] ?? 0;
    const group = groups.get(score);
    if (group === undefined) groups.set(score, [gain]);
    else group.push(gain);
  });
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}
