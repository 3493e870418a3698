/**
 * Metrics of a ranked list against relevance judgments: nDCG@k, recall@k, reciprocal rank.
 *
 * A list names each thing by its id, best first. An id that is listed twice counts at its first place, and moves nothing behind it back.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import { computeDcg } from './rank-codes';

/** What is relevant: ids, or ids with a grade above 0, the gain of finding them. */
export type Relevance = readonly string[] | ReadonlyMap<string, number>;

/**
 * nDCG@k, in [0, 1]: the gain of the first `k` over that of the best possible `k`. undefined where nothing is relevant.
 *
 * Järvelin & Kekäläinen (2002): Cumulated gain-based evaluation of IR techniques, with the discount 1 / log2(rank + 1) of Burges et al. (2005) and the grade as gain. Time linear in the list.
 *
 * @throws ZhengceError `invalid-argument` for a `k` that is no integer of at least 1, or a grade that is not above 0
 * @example
 * computeNdcgAt(10, ['a', 'b'], ['a', 'c']) // => 0.6131471927654584
 */
export function computeNdcgAt(
  k: number,
  ranked: readonly string[],
  relevance: Relevance,
): number | undefined {
  const grades = readGrades('computeNdcgAt', k, relevance);
  if (grades.size === 0) return undefined;
  const gains = cutList(k, ranked).map((id) => grades.get(id) ?? 0);
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, k);
  return sumGains(gains) / sumGains(ideal);
}

/**
 * Recall@k, in [0, 1]: the share of what is relevant among the first `k`. undefined where nothing is relevant. Linear.
 *
 * @throws ZhengceError as {@link computeNdcgAt}
 * @example
 * computeRecallAt(2, ['a', 'b', 'c'], ['a', 'c']) // => 0.5
 */
export function computeRecallAt(
  k: number,
  ranked: readonly string[],
  relevance: Relevance,
): number | undefined {
  const grades = readGrades('computeRecallAt', k, relevance);
  if (grades.size === 0) return undefined;
  return cutList(k, ranked).filter((id) => grades.has(id)).length / grades.size;
}

/**
 * The reciprocal rank, in [0, 1]: 1 / rank of the first relevant id among the first `k`, 0 where there is none. undefined where nothing is relevant. Linear.
 *
 * Voorhees (1999): The TREC-8 Question Answering Track Report; its mean over queries is the MRR.
 *
 * @throws ZhengceError as {@link computeNdcgAt}
 * @example
 * computeReciprocalRank(10, ['b', 'a'], ['a']) // => 0.5
 */
export function computeReciprocalRank(
  k: number,
  ranked: readonly string[],
  relevance: Relevance,
): number | undefined {
  const grades = readGrades('computeReciprocalRank', k, relevance);
  if (grades.size === 0) return undefined;
  const first = cutList(k, ranked).findIndex((id) => grades.has(id));
  return first < 0 ? 0 : 1 / (first + 1);
}

/** The first k ids of the list, none twice. */
function cutList(k: number, ranked: readonly string[]): readonly string[] {
  return [...new Set(ranked)].slice(0, k);
}

/** The gains stand in the order of their ranks, which are told to computeDcg as scores that fall. */
function sumGains(gains: readonly number[]): number {
  return computeDcg(
    gains,
    gains.map((_, rank) => -rank),
  );
}

function readGrades(caller: string, k: number, relevance: Relevance): ReadonlyMap<string, number> {
  if (!Number.isSafeInteger(k) || k < 1) throw refuse(caller, 'an integer of at least 1', k, 'k');
  if (!(relevance instanceof Map)) {
    return new Map((relevance as readonly string[]).map((id) => [id, 1]));
  }
  const grades: ReadonlyMap<string, number> = relevance;
  for (const [id, grade] of grades) {
    if (!(grade > 0 && grade < Infinity))
      throw refuse(caller, 'a grade above 0', grade, `relevance of "${id}"`);
  }
  return grades;
}

function refuse(caller: string, expected: string, received: number, where: string): ZhengceError {
  const message = `${caller}: expected ${expected}, received ${describeReceived(received)} (${where})`;
  return new ZhengceError('invalid-argument', message);
}
