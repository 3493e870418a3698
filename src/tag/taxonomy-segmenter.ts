/**
 * createTaxonomySegmenter: the segmenter that goes with a taxonomy.
 *
 * @module
 */
import { createJiebaSegmenter, type Segmenter } from '../segment';
import type { Taxonomy } from '../taxonomy';

/**
 * A segmenter that keeps the labels and the terms of a taxonomy's lexicon whole: what an analyzer cuts with that was given no segmenter. A model that is trained for such an
 * analyzer learns its words by it. Linear in the terms.
 *
 * @example
 * createTaxonomySegmenter(builtinTaxonomy).segment('推进一网通办').map(({ text }) => text) // => ['推进', '一网通办']
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
