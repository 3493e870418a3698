/**
 * rankSamples: precision at rank one and nDCG over samples, with intervals.
 *
 * @module
 */
import { type BootstrapOptions, bootstrapIntervals, groupByDocument } from './bootstrap';
import type { RankingResult } from './evaluation';
import { type CodeScore, computeNdcg, computePrecisionAtOne } from './rank-codes';

/** A gold label whose scores are known. */
export interface ScoredSample {
  readonly documentId: string;
  readonly gold: readonly string[];
  readonly predicted: readonly string[];
  readonly scores: readonly CodeScore[];
}

/** The means over the samples that have a gold code; undefined where none has. Documents without one are drawn as well: how many samples have one is chance, too. Linear. */
export function rankSamples(
  samples: readonly ScoredSample[],
  bootstrap: BootstrapOptions,
): RankingResult | undefined {
  const documents = [...groupByDocument(samples).values()].map(sumRanking);
  const total = documents.reduce((sum, { samples: ranked }) => sum + ranked, 0);
  if (total === 0) return undefined;
  const [precisionAtOne = 0, ndcg = 0] = averageRanking(documents);
  const [first, second] = bootstrapIntervals(documents, averageRanking, bootstrap);
  return {
    samples: total,
    precisionAtOne: { value: precisionAtOne, interval: first ?? null },
    ndcg: { value: ndcg, interval: second ?? null },
  };
}

/** Sums over the samples of a document that have a gold code. */
interface RankingSums {
  readonly samples: number;
  readonly precisionAtOne: number;
  readonly ndcg: number;
}

function sumRanking(group: readonly ScoredSample[]): RankingSums {
  const sums = { samples: 0, precisionAtOne: 0, ndcg: 0 };
  for (const { gold, scores } of group) {
    const ndcg = computeNdcg(gold, scores);
    if (ndcg === undefined) continue;
    sums.samples += 1;
    sums.precisionAtOne += computePrecisionAtOne(gold, scores);
    sums.ndcg += ndcg;
  }
  return sums;
}

/** Mean precision at one and nDCG; undefined without samples. */
function averageRanking(documents: readonly RankingSums[]): readonly (number | undefined)[] {
  let [samples, precisionAtOne, ndcg] = [0, 0, 0];
  for (const document of documents) {
    samples += document.samples;
    precisionAtOne += document.precisionAtOne;
    ndcg += document.ndcg;
  }
  return samples === 0 ? [undefined, undefined] : [precisionAtOne / samples, ndcg / samples];
}
