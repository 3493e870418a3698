/**
 * Brings the texts of a taxonomy file into the form in which they are compared and matched.
 *
 * @module
 */
import { normalizeText } from '../text';
import type { ConceptRecord, LexiconGroup, TaxonomyFile } from './taxonomy-file';

const FOLD_BETWEEN_CHINESE = /(?<=[^\0-\x7f])[ \n]+(?=[^\0-\x7f])/g;

/**
 * The file with terms and cues as `normalizeText` gives them, without spaces at their ends; labels only
 * lose the latter, notes also the spaces that YAML puts between folded lines of Chinese. Lists keep their lengths, so a path leads to the same value before and after.
 */
export function normalizeFile(file: TaxonomyFile): TaxonomyFile {
  const { cues, concepts } = file;
  return {
    ...file,
    title: file.title.trim(),
    schemes: file.schemes.map((scheme) => ({ ...scheme, prefLabel: scheme.prefLabel.trim() })),
    cues: cues === undefined ? undefined : normalizeCues(cues),
    concepts: concepts.map(normalizeConcept),
  };
}

/**
 * A term as it is matched: simplified, half-width, without spaces at its ends.
 *
 * @example
 * normalizeTerm(' ５Ｇ網絡') // => '5G网络'
 */
export function normalizeTerm(term: string): string {
  return normalizeText(term).text.trim();
}

function normalizeCues(
  cues: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(cues).map(([name, list]) => [name, list.map(normalizeTerm)]),
  );
}

function normalizeConcept(concept: ConceptRecord): ConceptRecord {
  return {
    ...concept,
    prefLabel: concept.prefLabel.trim(),
    altLabels: concept.altLabels?.map((label) => label.trim()),
    hiddenLabels: concept.hiddenLabels?.map((label) => label.trim()),
    scopeNote: concept.scopeNote?.trim().replace(FOLD_BETWEEN_CHINESE, ''),
    lexicon: concept.lexicon?.map(normalizeGroup),
  };
}

function normalizeGroup(group: LexiconGroup): LexiconGroup {
  return { ...group, terms: group.terms.map(normalizeTerm) };
}
