/**
 * createTaxonomySegmenter: the segmenter that goes with a taxonomy.
 *
 * @module
 */
import { createJiebaSegmenter, type Segmenter } from '../segment';
import type { Taxonomy } from '../taxonomy';

/**
 * A segmenter that keeps the labels and the terms of a taxonomy's lexicon whole. A model learns its words by it, so a tagger should cut with it as well.
 */
export function createTaxonomySegmenter({ concepts }: Taxonomy): Segmenter {
  const terms = concepts.flatMap(({ prefLabel, altLabels, hiddenLabels, lexicon }) => [
    prefLabel,
    ...altLabels,
    ...hiddenLabels,
    ...lexicon.map(({ term }) => term),
  ]);
  return createJiebaSegmenter({ terms: new Set(terms) });
}
