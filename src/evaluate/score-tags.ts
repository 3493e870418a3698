/**
 * scoreTags: how well predicted codes agree with gold.
 *
 * @module
 */
import { averageScores, rateCounts } from './average-scores';
import { type BootstrapOptions, bootstrapAverages } from './bootstrap';
import {
  addCounts,
  addItem,
  type ConceptIndex,
  type ConfusionCounts,
  createCounts,
  indexConcepts,
  listConceptCounts,
  readCodes,
} from './confusion-counts';
import type { CodedItem, ConceptScores, GoldItem, TagScores } from './model';
import { pairItems } from './pair-items';

/** Options of {@link scoreTags}. */
export interface ScoreTagsOptions {
  /** The codes that could have been given; no other may occur. */
  readonly concepts: readonly string[];
  /**
   * Positives in gold from which on a concept counts in the macro average; at least 1. Default 5. Raising it steadies the average and makes it say
   * less about rare concepts.
   */
  readonly minSupport?: number | undefined;
  /** How intervals are drawn; `false` for none. Default: 1,000 resamples, 95 %. */
  readonly bootstrap?: BootstrapOptions | false | undefined;
}

/** The default of `minSupport`. */
export const DEFAULT_MIN_SUPPORT = 5;

/**
 * Precision, recall and F1 of predicted codes: of every concept, and their micro, macro and weighted averages with bootstrap intervals by document.
 *
 * Items are paired by id. A rate whose denominator is 0 is 0: the precision of a concept that was never given, the recall of one that gold never
 * has. Deterministic. Takes time linear in the items, plus resamples × documents × concepts.
 *
 * @throws ZhengceError `invalid-argument` for a code that is none of `concepts`, an id that comes twice, a gold item without prediction, an option outside its range
 * @example
 * const gold = [{ id: 'a', doc: 'd', codes: ['T1', 'A1'] }];
 * scoreTags(gold, [{ id: 'a', codes: ['T1'] }], { concepts: ['T1', 'A1'] }).micro // => { precision: 1, recall: 0.5, f1: 0.6666666666666666 }
 */
export function scoreTags(
  gold: readonly GoldItem[],
  predicted: readonly CodedItem[],
  options: ScoreTagsOptions,
): TagScores {
  const index = indexConcepts(options.concepts);
  const documents = countDocuments(gold, pairItems(gold, predicted, 'scoreTags'), index);
  const total = createCounts(index.size);
  for (const counts of documents) addCounts(total, counts);
  const minSupport = Math.max(1, options.minSupport ?? DEFAULT_MIN_SUPPORT);
  const macroConcepts = listConceptCounts(total).flatMap(({ support }, concept) =>
    support >= minSupport ? [concept] : [],
  );
  return Object.freeze({
    items: total.items,
    concepts: listConceptScores(total, options.concepts),
    macroConcepts: macroConcepts.map((concept) => options.concepts[concept] ?? ''),
    ...averageScores(total, macroConcepts),
    intervals:
      options.bootstrap === false
        ? undefined
        : bootstrapAverages(documents, index.size, macroConcepts, options.bootstrap),
  });
}

/** The counts of each document, in the order in which gold names them first. */
function countDocuments(
  gold: readonly GoldItem[],
  predicted: readonly (readonly string[])[],
  index: ConceptIndex,
): readonly ConfusionCounts[] {
  const documents = new Map<string, ConfusionCounts>();
  gold.forEach(({ id, doc, codes }, at) => {
    const counts = documents.get(doc) ?? createCounts(index.size);
    documents.set(doc, counts);
    addItem(
      counts,
      readCodes(codes, index, `gold ${id}`),
      readCodes(predicted[at] ?? [], index, `predicted ${id}`),
    );
  });
  return [...documents.values()];
}

function listConceptScores(
  counts: ConfusionCounts,
  concepts: readonly string[],
): readonly ConceptScores[] {
  return listConceptCounts(counts).map((own, concept) => ({
    code: concepts[concept] ?? '',
    ...own,
    ...rateCounts(own),
  }));
}
