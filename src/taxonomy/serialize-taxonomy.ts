/**
 * Writes a taxonomy as the text of a file.
 *
 * @module
 */
import type { Concept, LexiconEntry, Taxonomy } from './model';
import type { ConceptRecord, LexiconGroup } from './taxonomy-file';

/**
 * The JSON text of a taxonomy file, one concept a line, ending in a line break. `loadTaxonomy` makes the same taxonomy of it.
 * What is empty or derived is left out; entries that follow each other with the same weight and cue list are one group.
 * Equal taxonomies give equal bytes. Linear.
 */
export function serializeTaxonomy(taxonomy: Taxonomy): string {
  const { schemes, concepts, cues, ...head } = taxonomy;
  const lines = [
    ...Object.entries(head).filter(([, value]) => value !== undefined),
    ['schemes', schemes],
    ...(Object.keys(cues).length === 0 ? [] : [['cues', cues]]),
  ].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},\n`);
  const records = concepts.map((concept) => JSON.stringify(toRecord(concept)));
  return `{\n${lines.join('')}"concepts":[\n${records.join(',\n')}\n]}\n`;
}

function toRecord(concept: Concept): ConceptRecord {
  const record = { ...concept, narrower: [], lexicon: groupEntries(concept.lexicon) };
  const isGiven = ([, value]: [string, unknown]): boolean =>
    Array.isArray(value) || typeof value === 'string' ? value.length > 0 : value !== undefined;
  return Object.fromEntries(Object.entries(record).filter(isGiven)) as unknown as ConceptRecord;
}

function groupEntries(entries: readonly LexiconEntry[]): readonly LexiconGroup[] {
  const groups: { weight: number; with: string | undefined; terms: string[] }[] = [];
  for (const { term, weight, with: cueName } of entries) {
    const last = groups.at(-1);
    if (last?.weight === weight && last.with === cueName) last.terms.push(term);
    else groups.push({ weight, with: cueName, terms: [term] });
  }
  return groups;
}
