/**
 * Makes a table of synonyms searchable.
 *
 * @module
 */
import { createTermMatcher, type Segmenter, type TermMatch, type TermMatcher } from '../../segment';
import { isHan, normalizeText } from '../../text';
import type { Alternative, SynonymEntry, SynonymMatch, Synonyms, SynonymTable } from './model';

/** Weight of the alternatives of an entry that gives none. */
export const DEFAULT_EQUAL_WEIGHT = 0.8;
/** Weight of the alternatives of an entry of one direction that gives none. */
export const DEFAULT_ONE_WAY_WEIGHT = 0.7;

/** What is looked for, and what each of it finds. */
interface CompiledTable {
  readonly matcher: TermMatcher;
  /** By the index of the term in the matcher. */
  readonly alternatives: readonly (readonly Alternative[])[];
}

/**
 * The synonyms of a table that is known to be sound. Where several entries give one alternative to a term, the greatest weight
 * counts. The table is compiled at the first call of `find`.
 */
export function createSynonyms(table: SynonymTable): Synonyms {
  let compiled: CompiledTable | undefined;
  return Object.freeze({
    id: table.id,
    version: table.version,
    find: (text: string, segmenter?: Segmenter) => {
      compiled ??= compileTable(table);
      const { matcher, alternatives } = compiled;
      return keepWholeWords(matcher.find(text), text, segmenter).map(
        ({ start, end, term }): SynonymMatch =>
          Object.freeze({ start, end, alternatives: alternatives[term] ?? [] }),
      );
    },
  });
}

function compileTable({ groups }: SynonymTable): CompiledTable {
  const weights: AlternativesByTerm = new Map();
  for (const { entries } of groups) for (const entry of entries) addEntry(weights, entry);
  return {
    matcher: createTermMatcher([...weights.keys()]),
    alternatives: [...weights.values()].map(sortAlternatives),
  };
}

type AlternativesByTerm = Map<string, Map<string, Omit<Alternative, 'text'>>>;

function addEntry(weights: AlternativesByTerm, entry: SynonymEntry): void {
  const isEqual = 'equal' in entry;
  const weight = entry.weight ?? (isEqual ? DEFAULT_EQUAL_WEIGHT : DEFAULT_ONE_WAY_WEIGHT);
  const from = (isEqual ? entry.equal : entry.find).map(foldTerm);
  const to = isEqual ? from : entry.also.map(foldTerm);
  for (const term of from) {
    const found = weights.get(term) ?? new Map<string, Omit<Alternative, 'text'>>();
    weights.set(term, found);
    for (const other of to) {
      if (other === term) continue;
      const known = found.get(other);
      found.set(other, {
        weight: Math.max(weight, known?.weight ?? 0),
        isEqual: isEqual || known?.isEqual === true,
      });
    }
  }
}

function sortAlternatives(
  found: ReadonlyMap<string, Omit<Alternative, 'text'>>,
): readonly Alternative[] {
  const alternatives = [...found].map(([text, other]) => Object.freeze({ text, ...other }));
  alternatives.sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
  return Object.freeze(alternatives);
}

/** A term as it stands in folded texts. */
export function foldTerm(term: string): string {
  return normalizeText(term, { foldCase: true }).text;
}

function keepWholeWords(
  matches: readonly TermMatch[],
  text: string,
  segmenter: Segmenter | undefined,
): readonly TermMatch[] {
  if (segmenter === undefined || matches.length === 0) return matches;
  const boundaries = new Set([0, ...segmenter.wordBoundaries(text)]);
  const isEdge = (at: number, character: number): boolean =>
    !isHan(text.charCodeAt(character)) || boundaries.has(at);
  return matches.filter(({ start, end }) => isEdge(start, start) && isEdge(end, end - 1));
}
