/**
 * Checks the terms, cues and labels of a taxonomy file against each other.
 *
 * @module
 */
import { normalizeTerm } from './normalize-file';
import { createProblem, type PathProblem, type ValuePath } from './problem';
import { suggestName } from './suggest-name';
import type { ConceptRecord, TaxonomyFile } from './taxonomy-file';

/** Longest term, cue or label, in UTF-16 code units: longer ones are sentences and would never be met. */
const MAX_TERM_LENGTH = 64;

/** More lists than this do not fit into the bits by which the tagger remembers the cues it has met. */
const MAX_CUE_LISTS = 30;

const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/** What is wrong with the cue lists: too many of them, a cue that is no term or stands twice in its list. */
export function checkCues({ cues = {} }: TaxonomyFile): readonly PathProblem[] {
  const names = Object.keys(cues);
  const tooMany =
    names.length > MAX_CUE_LISTS
      ? [createProblem(['cues'], `at most ${MAX_CUE_LISTS} lists of cues`, names.length)]
      : [];
  const inLists = Object.entries(cues).flatMap(([name, list]) =>
    checkDistinct(list, ['cues', name], 'each cue of a list once', new Set()),
  );
  return [...tooMany, ...inLists];
}

/** What is wrong with a concept's labels: SKOS wants preferred, alternative and hidden ones disjoint. */
export function checkLabels(concept: ConceptRecord, path: ValuePath): readonly PathProblem[] {
  const seen = new Set<string>();
  const { prefLabel, altLabels = [], hiddenLabels = [] } = concept;
  return (
    [
      ['altLabels', altLabels],
      ['hiddenLabels', hiddenLabels],
    ] as const
  ).reduce<readonly PathProblem[]>(
    (problems, [key, labels]) => [
      ...problems,
      ...checkDistinct(
        labels.map(normalizeTerm),
        [...path, key],
        'each label of a concept once',
        seen,
      ),
    ],
    checkPrefLabel(prefLabel, [...path, 'prefLabel'], seen),
  );
}

function checkPrefLabel(label: string, path: ValuePath, seen: Set<string>): readonly PathProblem[] {
  const term = normalizeTerm(label);
  seen.add(term);
  return checkTerm(term, path);
}

/** What is wrong with a concept's lexicon: terms twice or with both signs, cue lists that do not exist. */
export function checkLexicon(
  { lexicon = [] }: ConceptRecord,
  path: ValuePath,
  cueNames: ReadonlySet<string>,
): readonly PathProblem[] {
  const weights = new Map<string, number>();
  return lexicon.flatMap(({ weight, with: cueName, terms }, index) => {
    const at = [...path, 'lexicon', index];
    return [
      ...checkCueName(cueName, [...at, 'with'], cueNames),
      ...terms.flatMap((term, place) => {
        const termPath = [...at, 'terms', place];
        const other = weights.get(term);
        if (other === undefined) weights.set(term, weight);
        return [...checkTerm(term, termPath), ...checkWeights(term, termPath, weight, other)];
      }),
    ];
  });
}

function checkCueName(
  name: string | undefined,
  path: ValuePath,
  known: ReadonlySet<string>,
): readonly PathProblem[] {
  if (name === undefined || known.has(name)) return [];
  const problem = createProblem(path, 'the name of a list under "cues"', name);
  return [{ ...problem, message: `${problem.message}${suggestName(name, known)}` }];
}

function checkWeights(
  term: string,
  path: ValuePath,
  weight: number,
  other: number | undefined,
): readonly PathProblem[] {
  if (other === undefined) return [];
  const expected =
    Math.sign(weight) === Math.sign(other)
      ? 'each term of a concept once'
      : `a term either for or against its concept, and it has the weight ${other} already`;
  return [createProblem(path, expected, term)];
}

function checkDistinct(
  terms: readonly string[],
  path: ValuePath,
  expected: string,
  seen: Set<string>,
): readonly PathProblem[] {
  return terms.flatMap((term, index) => {
    const isKnown = seen.has(term);
    seen.add(term);
    const at = [...path, index];
    return isKnown ? [createProblem(at, expected, term)] : checkTerm(term, at);
  });
}

function checkTerm(term: string, path: ValuePath): readonly PathProblem[] {
  if (term === '') return [createProblem(path, 'a text that shows something', term)];
  if (term.length > MAX_TERM_LENGTH) {
    return [createProblem(path, `at most ${MAX_TERM_LENGTH} UTF-16 code units`, term)];
  }
  if (term.includes('\n')) return [createProblem(path, 'a text on one line', term)];
  if (LONE_SURROGATE.test(term)) return [createProblem(path, 'whole characters', term)];
  return [];
}
