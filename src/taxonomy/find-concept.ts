/**
 * Looking concepts up.
 *
 * @module
 */
import type { Concept, Taxonomy } from './model';

/** The concept with this id or notation, or undefined. Linear in the concepts. */
export function findConcept(taxonomy: Taxonomy, idOrNotation: string): Concept | undefined {
  return (
    taxonomy.concepts.find(({ id }) => id === idOrNotation) ??
    taxonomy.concepts.find(({ notation }) => notation !== '' && notation === idOrNotation)
  );
}

/** The concepts that passages are tagged with, in the order of the taxonomy. */
export function listAssignableConcepts(taxonomy: Taxonomy): readonly Concept[] {
  const assignable = new Set(taxonomy.schemes.filter((scheme) => scheme.assignable).map(({ id }) => id));
  return taxonomy.concepts.filter(({ inScheme }) => assignable.has(inScheme));
}
