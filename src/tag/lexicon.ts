/**
 * The lexicon of a taxonomy, compiled: one matcher for all terms and cues, and what each term says about which concept.
 *
 * @module
 */
import { createTermMatcher, type TermMatcher } from '../segment';
import { type Concept, listAssignableConcepts, type Taxonomy } from '../taxonomy';
import { normalizeText } from '../text';

/** What one term says about one concept. */
interface TermWeight {
  readonly concept: number;
  readonly weight: number;
  readonly cue: number;
}

/** What terms say: of the term `t` the entries from `firsts[t]` up to `firsts[t + 1]`. In flat lists, which are quick to reach. */
export interface TermWeights {
  readonly firsts: Int32Array;
  /** Indexes into the tagger's concepts. */
  readonly concepts: Uint16Array;
  readonly values: Float64Array;
  /** Index of the cue list that must be heard; −1 for none. */
  readonly cues: Int8Array;
}

/** A taxonomy's terms ready for matching. */
export interface CompiledLexicon {
  /** The concepts that passages are tagged with, in the order of the taxonomy. */
  readonly concepts: readonly Concept[];
  readonly matcher: TermMatcher;
  /** By term index: what the term says; empty for a cue that is no term. */
  readonly weights: TermWeights;
  /** By term index: which cues make it count, a bit each; {@link ALWAYS} where it counts without one, 0 for a cue that is no term. */
  readonly calls: Int32Array;
  /** By term index: a bit for every cue list that the term belongs to or holds a cue of. */
  readonly cues: Int32Array;
}

/** Every cue, and none. */
export const ALWAYS = -1;

/** Cue lists beyond this many do not fit into the bits of a number. */
const MAX_CUE_LISTS = 30;

/**
 * The compiled lexicon of a taxonomy's assignable concepts. Labels count as terms of the weight `labelWeight` where the lexicon
 * does not list them itself. Time and space linear in the total length of the terms, but for cues: terms' length × cues.
 */
export function compileLexicon(taxonomy: Taxonomy, labelWeight: number): CompiledLexicon {
  const concepts = listAssignableConcepts(taxonomy);
  const cueNames = Object.keys(taxonomy.cues).slice(0, MAX_CUE_LISTS);
  const weights = new Map<string, TermWeight[]>();
  concepts.forEach((concept, index) => {
    for (const { term, weight, cue } of listTerms(concept, labelWeight, cueNames)) {
      const said = weights.get(term) ?? [];
      if (!said.some((other) => other.concept === index))
        said.push({ concept: index, weight, cue });
      weights.set(term, said);
    }
  });
  const cueTerms = cueNames.map((name) => (taxonomy.cues[name] ?? []).map(fold));
  for (const cue of cueTerms.flat()) if (!weights.has(cue)) weights.set(cue, []);
  const terms = [...weights.keys()].filter((term) => term !== '');
  return {
    concepts,
    matcher: createTermMatcher(terms),
    weights: flattenWeights(terms.map((term) => weights.get(term) ?? [])),
    calls: Int32Array.from(terms, (term) => combineCues(weights.get(term) ?? [])),
    cues: findCues(terms, cueTerms),
  };
}

function flattenWeights(byTerm: readonly (readonly TermWeight[])[]): TermWeights {
  const all = byTerm.flat();
  const firsts = new Int32Array(byTerm.length + 1);
  byTerm.forEach((said, term) => {
    firsts[term + 1] = (firsts[term] ?? 0) + said.length;
  });
  return {
    firsts,
    concepts: Uint16Array.from(all, ({ concept }) => concept),
    values: Float64Array.from(all, ({ weight }) => weight),
    cues: Int8Array.from(all, ({ cue }) => cue),
  };
}

function combineCues(said: readonly TermWeight[]): number {
  return said.reduce((calls, { cue }) => calls | (cue < 0 ? ALWAYS : 1 << cue), 0);
}

interface ListedTerm {
  readonly term: string;
  readonly weight: number;
  readonly cue: number;
}

function listTerms(
  concept: Concept,
  labelWeight: number,
  cueNames: readonly string[],
): readonly ListedTerm[] {
  const entries = concept.lexicon.map((entry) => ({
    term: fold(entry.term),
    weight: entry.weight,
    cue: entry.with === undefined ? -1 : cueNames.indexOf(entry.with),
  }));
  const labels = [concept.prefLabel, ...concept.altLabels, ...concept.hiddenLabels];
  return [
    ...entries,
    ...labels.map((label) => ({ term: fold(label), weight: labelWeight, cue: -1 })),
  ];
}

/** By term, a bit for each cue list of which it holds a cue. */
function findCues(terms: readonly string[], cueTerms: readonly (readonly string[])[]): Int32Array {
  const byFirst = new Map<string, { readonly cue: string; readonly bit: number }[]>();
  cueTerms.forEach((cues, list) => {
    for (const cue of cues) {
      if (cue === '') continue;
      const beginning = byFirst.get(cue.charAt(0)) ?? [];
      beginning.push({ cue, bit: 1 << list });
      byFirst.set(cue.charAt(0), beginning);
    }
  });
  return Int32Array.from(terms, (term) => {
    let bits = 0;
    for (let at = 0; at < term.length; at += 1)
      for (const { cue, bit } of byFirst.get(term.charAt(at)) ?? [])
        if (term.startsWith(cue, at)) bits |= bit;
    return bits;
  });
}

function fold(term: string): string {
  return normalizeText(term).text.trim();
}
