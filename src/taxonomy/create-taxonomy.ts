/**
 * createTaxonomy: from a checked file to the frozen model.
 *
 * @module
 */
import type { Concept, ConceptId, LexiconEntry, Taxonomy } from './model';
import type { ConceptEntry, LexiconGroup, TaxonomyFile } from './schema';

/** The model of a checked file, deep-frozen. `narrower` is what the `broader` of others says. Linear in the file. */
export function createTaxonomy(file: TaxonomyFile): Taxonomy {
  const narrower = new Map<string, ConceptId[]>();
  for (const { id, broader } of file.concepts) {
    for (const above of broader) narrower.set(above, [...(narrower.get(above) ?? []), id as ConceptId]);
  }
  return Object.freeze({
    id: file.id,
    title: file.title,
    version: file.version,
    issuer: file.issuer,
    issuedOn: file.issuedOn,
    period: file.period === undefined ? undefined : Object.freeze(file.period),
    schemes: freezeAll(file.schemes),
    concepts: Object.freeze(file.concepts.map((concept) => createConcept(concept, narrower.get(concept.id) ?? []))),
    cues: Object.freeze(Object.fromEntries(Object.entries(file.cues).map(([name, cues]) => [name, Object.freeze(cues)]))),
  });
}

function createConcept(concept: ConceptEntry, narrower: readonly ConceptId[]): Concept {
  return Object.freeze({
    id: concept.id as ConceptId,
    notation: concept.notation,
    inScheme: concept.inScheme,
    prefLabel: concept.prefLabel,
    altLabels: Object.freeze(concept.altLabels),
    hiddenLabels: Object.freeze(concept.hiddenLabels),
    scopeNote: concept.scopeNote,
    broader: Object.freeze(concept.broader as ConceptId[]),
    narrower: Object.freeze([...narrower]),
    related: Object.freeze(concept.related as ConceptId[]),
    lexicon: freezeAll(concept.lexicon.flatMap(listEntries)),
  });
}

function listEntries(group: LexiconGroup): readonly LexiconEntry[] {
  return group.terms.map((term) => ({ term, weight: group.weight, with: group.with }));
}

function freezeAll<T extends object>(values: readonly T[]): readonly T[] {
  return Object.freeze(values.map((value) => Object.freeze(value)));
}
