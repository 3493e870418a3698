/**
 * compareAnnotators: how far two people who coded the same items agree.
 *
 * @module
 */
import { divide, rateCounts } from './average-scores';
import {
  addItem,
  createCounts,
  indexConcepts,
  listConceptCounts,
  readCodes,
} from './confusion-counts';
import type { CodedItem } from './model';
import { pairItems } from './pair-items';

/** Options of {@link compareAnnotators}. */
export interface CompareAnnotatorsOptions {
  /** The codes that could have been given; no other may occur. */
  readonly concepts: readonly string[];
}

/** How far two annotators agree. */
export interface AnnotatorAgreement {
  /** Micro-F1 of one against the other, in [0, 1]: 2 · shared codes / (codes of one + codes of the other). Symmetric. */
  readonly f1: number;
  /** Cohen's kappa over all decisions item × concept, at most 1; 0 is chance. */
  readonly kappa: number;
  /** Share of items with equal sets of codes. */
  readonly exactMatch: number;
}

/**
 * The agreement of two annotators over the items of `one`: the ceiling of what a tagger can reach on their labels.
 *
 * kappa = (o − e) / (1 − e), o the share of equal decisions, e the share expected if both gave as many codes at random (Cohen, 1960: A coefficient of agreement for nominal
 * scales); 1 where both always decide alike. The micro-F1 is what Hripcsak & Rothschild (2005: Agreement, the F-measure, and reliability in information
 * retrieval) use where the negatives are many and say little. O(n).
 *
 * @throws ZhengceError `invalid-argument` for a code that is none of `concepts`, an id that comes twice, an item that `other` lacks
 * @example
 * compareAnnotators([{ id: 'a', codes: ['T1'] }], [{ id: 'a', codes: ['T1', 'T2'] }], { concepts: ['T1', 'T2'] }).f1 // => 0.6666666666666666
 */
export function compareAnnotators(
  one: readonly CodedItem[],
  other: readonly CodedItem[],
  { concepts }: CompareAnnotatorsOptions,
): AnnotatorAgreement {
  const index = indexConcepts(concepts);
  const counts = createCounts(index.size);
  pairItems(one, other, 'compareAnnotators').forEach((codes, at) => {
    const item = one[at];
    const own = readCodes(item?.codes ?? [], index, item?.id ?? '');
    addItem(counts, own, readCodes(codes, index, item?.id ?? ''));
  });
  const sum = { support: 0, predicted: 0, correct: 0 };
  for (const { support, predicted, correct } of listConceptCounts(counts)) {
    sum.support += support;
    sum.predicted += predicted;
    sum.correct += correct;
  }
  return {
    f1: rateCounts(sum).f1,
    kappa: computeKappa(sum.support, sum.predicted, sum.correct, counts.items * index.size),
    exactMatch: divide(counts.exact, counts.items),
  };
}

function computeKappa(one: number, other: number, both: number, decisions: number): number {
  const equal = decisions - one - other + 2 * both;
  if (equal === decisions) return 1;
  const observed = equal / decisions;
  const chance = (one * other + (decisions - one) * (decisions - other)) / (decisions * decisions);
  return (observed - chance) / (1 - chance);
}
