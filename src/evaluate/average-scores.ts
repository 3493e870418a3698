/**
 * Averages: from the counts of concepts to micro, macro and weighted precision, recall and F1.
 *
 * @module
 */
import { type ConceptCounts, type ConfusionCounts, listConceptCounts } from './confusion-counts';
import type { PrecisionRecall, TagAverages } from './model';

/**
 * Precision, recall and F1 of counts: correct / predicted, correct / support, 2 · correct / (support + predicted).
 *
 * The last is the harmonic mean of the first two (van Rijsbergen, 1979: Information Retrieval, ch. 7). Where a denominator is 0 the value is 0.
 *
 * @example
 * rateCounts({ support: 3, predicted: 2, correct: 2 }).f1 // => 0.8
 */
export function rateCounts({ support, predicted, correct }: ConceptCounts): PrecisionRecall {
  return {
    precision: divide(correct, predicted),
    recall: divide(correct, support),
    f1: divide(2 * correct, support + predicted),
  };
}

/**
 * The averages over concepts.
 *
 * micro: the rates of the summed counts. macro: the means of the rates over `macroConcepts`, so macro-F1 is the mean of F1s and not the F1 of means (Opitz & Burst, 2019:
 * Macro F1 and Macro F1). weighted: the means over all concepts, each counting by its support. A concept of `macroConcepts` without positives
 * here, which happens in resamples only, does not count: its F1 says nothing.
 */
export function averageScores(
  counts: ConfusionCounts,
  macroConcepts: readonly number[],
): TagAverages {
  const concepts = listConceptCounts(counts);
  const rates = concepts.map(rateCounts);
  const counted = macroConcepts.filter((concept) => (concepts[concept]?.support ?? 0) > 0);
  const isCounted = new Set(counted);
  return {
    micro: rateCounts(concepts.reduce(sumCounts, { support: 0, predicted: 0, correct: 0 })),
    macro: averageRates(rates, (concept) => (isCounted.has(concept) ? 1 : 0)),
    weighted: averageRates(rates, (concept) => concepts[concept]?.support ?? 0),
    exactMatch: divide(counts.exact, counts.items),
  };
}

function averageRates(
  rates: readonly PrecisionRecall[],
  weigh: (concept: number) => number,
): PrecisionRecall {
  const sum = { precision: 0, recall: 0, f1: 0 };
  let total = 0;
  rates.forEach(({ precision, recall, f1 }, concept) => {
    const weight = weigh(concept);
    sum.precision += weight * precision;
    sum.recall += weight * recall;
    sum.f1 += weight * f1;
    total += weight;
  });
  return {
    precision: divide(sum.precision, total),
    recall: divide(sum.recall, total),
    f1: divide(sum.f1, total),
  };
}

function sumCounts(a: ConceptCounts, b: ConceptCounts): ConceptCounts {
  return {
    support: a.support + b.support,
    predicted: a.predicted + b.predicted,
    correct: a.correct + b.correct,
  };
}

/** The quotient, 0 for 0 / 0. */
export function divide(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
