/**
 * Looks concepts of a taxonomy up.
 *
 * @module
 */
import type { Concept, Taxonomy } from './model';

/**
 * The concept with this id or notation; undefined where there is none. No notation is another concept's id,
 * so there are no ties. Linear in the number of concepts.
 *
 * @example
 * getConcept(builtinTaxonomy, 'T2')?.prefLabel // => '建立高效利用的数据要素资源体系'
 */
export function getConcept(taxonomy: Taxonomy, idOrNotation: string): Concept | undefined {
  if (idOrNotation === '') return undefined;
  return taxonomy.concepts.find(
    ({ id, notation }) => id === idOrNotation || notation === idOrNotation,
  );
}

/**
 * The concepts that passages are tagged with, those of assignable schemes, in the order of the taxonomy. Linear.
 *
 * @example
 * listAssignableConcepts(builtinTaxonomy).length // => 20
 */
export function listAssignableConcepts(taxonomy: Taxonomy): readonly Concept[] {
  const { schemes, concepts } = taxonomy;
  const assignable = new Set(schemes.filter((scheme) => scheme.assignable).map(({ id }) => id));
  return concepts.filter(({ inScheme }) => assignable.has(inScheme));
}
