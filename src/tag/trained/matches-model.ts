/**
 * matchesModel: whether a model was trained for a taxonomy.
 *
 * @module
 */
import { listAssignableConcepts, type Taxonomy } from '../../taxonomy';
import { fingerprintLexicon } from './lexicon-fingerprint';
import type { TaggerModel } from './tagger-model';

/** Whether the model was trained for the concepts and the lexicon of the taxonomy. Linear in the lexicon. */
export function matchesModel(
  taxonomy: Taxonomy,
  { taxonomy: trained, codes }: Pick<TaggerModel, 'taxonomy' | 'codes'>,
): boolean {
  const notations = listAssignableConcepts(taxonomy).map(({ notation }) => notation);
  return (
    taxonomy.id === trained.id &&
    notations.length === codes.length &&
    notations.every((notation, i) => notation === codes[i]) &&
    fingerprintLexicon(taxonomy) === trained.lexicon
  );
}
