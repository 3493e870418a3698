/**
 * Chooses among the labels that SKOS has for a concept in several languages.
 *
 * @module
 */
import { normalizeTerm } from './normalize-file';
import { type Graph, listStatements, type Statement } from './skos-graph';
import { META, SKOS } from './skos-vocabulary';

/** A concept's labels in the language that was asked for. */
export interface ChosenLabels {
  /** Undefined where the concept has none in any language. */
  readonly prefLabel: string | undefined;
  readonly altLabels: readonly string[];
  readonly hiddenLabels: readonly string[];
  /** Empty where there is none. */
  readonly scopeNote: string;
}

/**
 * The labels of a node in `language`, in its regional forms and without any language; where the node has no preferred label among those, in
 * English, and else in the language of its first one. The preferred label is the one nearest to `language`; further ones
 * become alternative. A label that reads like one before it is left out, since SKOS wants them disjoint.
 */
export function chooseLabels(graph: Graph, node: string, language: string): ChosenLabels {
  const preferred = listPreferred(graph, node);
  const rank = createRanking(language, preferred);
  const [prefLabel, ...others] = sortByRank(preferred, rank);
  const seen = new Set([prefLabel].flatMap((label) => label ?? []).map(normalizeTerm));
  const chosen = (labels: readonly string[]): readonly string[] =>
    labels.filter((label) => {
      const key = normalizeTerm(label);
      const isKnown = seen.has(key);
      seen.add(key);
      return !isKnown;
    });
  const said = (predicate: string): readonly string[] =>
    sortByRank(listStatements(graph, node, predicate), rank);
  const altLabels = chosen([...others, ...said(SKOS.altLabel)]);
  return {
    prefLabel,
    altLabels,
    hiddenLabels: chosen(said(SKOS.hiddenLabel)),
    scopeNote: chooseNote(graph, node, rank),
  };
}

function listPreferred(graph: Graph, node: string): readonly Statement[] {
  const labels = listStatements(graph, node, SKOS.prefLabel);
  if (labels.length > 0) return labels;
  return META.titles.flatMap((predicate) => listStatements(graph, node, predicate));
}

/** How near a language is to the one asked for, from 0; undefined where it does not count. */
type Ranking = (language: string) => number | undefined;

function createRanking(asked: string, preferred: readonly Statement[]): Ranking {
  const wanted = asked.toLowerCase();
  const rank: Ranking = (language) => {
    if (language === wanted) return 0;
    if (language.startsWith(`${wanted}-`)) return 1;
    return language === '' ? 2 : undefined;
  };
  const languages = preferred.map(languageOf);
  if (languages.length === 0 || languages.some((one) => rank(one) !== undefined)) return rank;
  const second = languages.find((one) => /^en(?:-|$)/.test(one)) ?? languages[0];
  return (language) => (language === second ? 0 : rank(language));
}

function languageOf({ object }: Statement): string {
  return object.termType === 'Literal' ? object.language.toLowerCase() : '';
}

function sortByRank(statements: readonly Statement[], rank: Ranking): readonly string[] {
  return statements
    .filter(({ object }) => object.termType === 'Literal')
    .map((statement) => ({ text: statement.object.value, rank: rank(languageOf(statement)) }))
    .filter((label) => label.rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ text }) => text);
}

/** Scope notes in the nearest language, as one; the definition where there is none. */
function chooseNote(graph: Graph, node: string, rank: Ranking): string {
  const notes = sortByRank(listStatements(graph, node, SKOS.scopeNote), rank);
  if (notes.length > 0) return notes.join('\n');
  return sortByRank(listStatements(graph, node, SKOS.definition), rank)[0] ?? '';
}
