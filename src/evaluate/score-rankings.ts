/**
 * scoreRankings: the usual figures of a search over many queries, with intervals.
 *
 * @module
 */
import { type BootstrapOptions, bootstrapIntervals } from './bootstrap';
import type { Estimate } from './evaluation';
import {
  computeNdcgAt,
  computeRecallAt,
  computeReciprocalRank,
  type Relevance,
} from './rank-metrics';

/** What a search gave to a query, and what it should have given. */
export interface RankingSample {
  /** Ids, best first; at least the first 100 that there are, or recall@100 is too low. */
  readonly ranked: readonly string[];
  /** What should be found: ids, or grades by id. */
  readonly relevance: Relevance;
}

/** How good rankings are: means over the queries for which something is relevant. All in [0, 1]. */
export interface RankingScores {
  /** Those for which something is relevant. */
  readonly queries: number;
  /** Of the first 10. */
  readonly ndcgAt10: Estimate;
  /** Share of the relevant that is among the first 10. */
  readonly recallAt10: Estimate;
  /** The same of the first 100. */
  readonly recallAt100: Estimate;
  /** MRR: the mean of 1 / rank of the first relevant id among the first 100. */
  readonly reciprocalRank: Estimate;
}

/**
 * nDCG@10, recall@10, recall@100 and MRR, with percentile intervals of the bootstrap over queries; undefined where no query has anything relevant.
 *
 * Queries are drawn whole, each as if it were independent of the others: where queries share answers, the intervals are too narrow. Deterministic. Time resamples × queries.
 *
 * @throws ZhengceError `invalid-argument` for options or grades out of their range
 */
export function scoreRankings(
  samples: readonly RankingSample[],
  bootstrap: BootstrapOptions = {},
): RankingScores | undefined {
  const rows = samples.flatMap(scoreRanking);
  if (rows.length === 0) return undefined;
  const values = averageRows(rows);
  const intervals = bootstrapIntervals(rows, averageRows, bootstrap, 'scoreRankings');
  const estimate = (column: number): Estimate => ({
    value: values[column] ?? 0,
    interval: intervals[column] ?? null,
  });
  return {
    queries: rows.length,
    ndcgAt10: estimate(0),
    recallAt10: estimate(1),
    recallAt100: estimate(2),
    reciprocalRank: estimate(3),
  };
}

type Row = readonly [ndcg: number, recall10: number, recall100: number, reciprocal: number];

function scoreRanking({ ranked, relevance }: RankingSample): readonly Row[] {
  const ndcg = computeNdcgAt(10, ranked, relevance);
  if (ndcg === undefined) return [];
  return [
    [
      ndcg,
      computeRecallAt(10, ranked, relevance) ?? 0,
      computeRecallAt(100, ranked, relevance) ?? 0,
      computeReciprocalRank(100, ranked, relevance) ?? 0,
    ],
  ];
}

function averageRows(rows: readonly Row[]): readonly number[] {
  const sums = [0, 0, 0, 0];
  for (const row of rows) row.forEach((value, i) => (sums[i] = (sums[i] ?? 0) + value));
  return sums.map((sum) => sum / rows.length);
}
