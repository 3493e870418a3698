/**
 * Turns a checked taxonomy file into the Taxonomy model.
 *
 * @module
 */
import type { Concept, LexiconEntry, Taxonomy } from './model';
import type { ConceptRecord, LexiconGroup, TaxonomyFile } from './taxonomy-file';

/**
 * The deeply frozen Taxonomy of a checked and normalised file: groups of terms laid out as entries, `narrower`
 * and the other side of `related` derived, in the order of the file. Linear in the file. Checks nothing.
 */
export function createTaxonomy(file: TaxonomyFile): Taxonomy {
  const narrower = collectSources(file.concepts, ({ broader }) => broader);
  const relatedFrom = collectSources(file.concepts, ({ related }) => related);
  return Object.freeze({
    id: file.id,
    title: file.title,
    version: file.version,
    issuer: file.issuer,
    issuedOn: file.issuedOn,
    period: file.period === undefined ? undefined : Object.freeze({ ...file.period }),
    schemes: Object.freeze(file.schemes.map((scheme) => Object.freeze({ ...scheme }))),
    concepts: Object.freeze(
      file.concepts.map((record) =>
        createConcept(record, narrower.get(record.id), relatedFrom.get(record.id)),
      ),
    ),
    cues: freezeCues(file.cues),
  });
}

/** By concept id: the concepts that name it in a relation. */
function collectSources(
  concepts: readonly ConceptRecord[],
  targetsOf: (concept: ConceptRecord) => readonly string[] | undefined,
): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const concept of concepts) {
    for (const target of targetsOf(concept) ?? []) {
      const known = sources.get(target);
      if (known === undefined) sources.set(target, [concept.id]);
      else known.push(concept.id);
    }
  }
  return sources;
}

function createConcept(
  record: ConceptRecord,
  narrower: readonly string[] = [],
  relatedFrom: readonly string[] = [],
): Concept {
  return Object.freeze({
    id: record.id,
    notation: record.notation ?? '',
    inScheme: record.inScheme,
    prefLabel: record.prefLabel,
    altLabels: freezeList(record.altLabels),
    hiddenLabels: freezeList(record.hiddenLabels),
    scopeNote: record.scopeNote ?? '',
    broader: freezeList(record.broader),
    narrower: freezeList(narrower),
    related: freezeList([...new Set([...(record.related ?? []), ...relatedFrom])]),
    lexicon: Object.freeze((record.lexicon ?? []).flatMap(layOutGroup)),
  });
}

function layOutGroup({ weight, with: cueName, terms }: LexiconGroup): readonly LexiconEntry[] {
  return terms.map((term) => Object.freeze({ term, weight, with: cueName }));
}

function freezeList(list: readonly string[] = []): readonly string[] {
  return Object.freeze([...list]);
}

/** Without a prototype, so that no name of a list is found that the file does not have. */
function freezeCues(cues: TaxonomyFile['cues'] = {}): Taxonomy['cues'] {
  const frozen = Object.create(null) as Record<string, readonly string[]>;
  for (const [name, list] of Object.entries(cues)) frozen[name] = freezeList(list);
  return Object.freeze(frozen);
}
