/**
 * Checks that the names in a taxonomy file are unique, that references resolve and that `broader` leads upwards.
 *
 * @module
 */
import { findCycles } from './find-cycles';
import { createProblem, type PathProblem, type ValuePath } from './problem';
import { suggestName } from './suggest-name';
import type { ConceptRecord, TaxonomyFile } from './taxonomy-file';

/** Scheme ids, concept ids and notations that stand for more than one thing. */
export function checkNames({ schemes, concepts }: TaxonomyFile): readonly PathProblem[] {
  const ids = new Map(concepts.map(({ id }, index) => [id, index]));
  return [
    ...listRepeated(
      schemes.map(({ id }) => id),
      (index) => ['schemes', index, 'id'],
    ),
    ...listRepeated(
      concepts.map(({ id }) => id),
      (index) => ['concepts', index, 'id'],
    ),
    ...listRepeated(
      concepts.map(({ notation }) => notation),
      toNotationPath,
    ),
    ...concepts.flatMap(({ notation }, index) =>
      // Outputs and filters name a concept by either.
      notation !== undefined && notation !== concepts[index]?.id && ids.has(notation)
        ? [
            createProblem(
              toNotationPath(index),
              "a notation that is no other concept's id",
              notation,
            ),
          ]
        : [],
    ),
  ];
}

function toNotationPath(index: number): ValuePath {
  return ['concepts', index, 'notation'];
}

function listRepeated(
  names: readonly (string | undefined)[],
  toPath: (index: number) => ValuePath,
): readonly PathProblem[] {
  const seen = new Set<string>();
  return names.flatMap((name, index) => {
    if (name === undefined) return [];
    const isKnown = seen.has(name);
    seen.add(name);
    return isKnown ? [createProblem(toPath(index), 'a name of its own', name)] : [];
  });
}

/** Concepts whose scheme does not exist, or that lack the notation that tags show. */
export function checkSchemes({ schemes, concepts }: TaxonomyFile): readonly PathProblem[] {
  const assignable = new Map(schemes.map((scheme) => [scheme.id, scheme.assignable]));
  return concepts.flatMap(({ inScheme, notation }, index) => {
    const path = ['concepts', index];
    if (!assignable.has(inScheme)) {
      return [describeUnknown([...path, 'inScheme'], 'a scheme', inScheme, assignable.keys())];
    }
    const isMissing = assignable.get(inScheme) === true && notation === undefined;
    return isMissing ? [{ path: [...path, 'notation'], message: NOTATION_MISSING }] : [];
  });
}

const NOTATION_MISSING =
  'expected a notation, since passages are tagged with the concepts of this scheme, received nothing';

/** Relations to concepts that do not exist, to the concept itself, written twice, or in a circle. */
export function checkRelations({ concepts }: TaxonomyFile): readonly PathProblem[] {
  const known = new Set(concepts.map(({ id }) => id));
  const broken = concepts.flatMap((concept, index) =>
    (['broader', 'related'] as const).flatMap((key) =>
      checkTargets(concept, concept[key] ?? [], ['concepts', index, key], known),
    ),
  );
  return [...broken, ...listCycles(concepts)];
}

function checkTargets(
  { id }: ConceptRecord,
  targets: readonly string[],
  path: ValuePath,
  known: ReadonlySet<string>,
): readonly PathProblem[] {
  const seen = new Set<string>();
  return targets.flatMap((target, index) => {
    const at = [...path, index];
    const isRepeated = seen.has(target);
    seen.add(target);
    if (!known.has(target)) return [describeUnknown(at, 'a concept', target, known)];
    if (target === id) return [createProblem(at, 'another concept than itself', target)];
    return isRepeated ? [createProblem(at, 'each concept once', target)] : [];
  });
}

function listCycles(concepts: readonly ConceptRecord[]): readonly PathProblem[] {
  const indices = new Map(concepts.map(({ id }, index) => [id, index]));
  const broader = concepts.map((concept, index) =>
    (concept.broader ?? []).flatMap((id) => {
      const target = indices.get(id);
      // A concept above itself is reported with the relations.
      return target === undefined || target === index ? [] : [target];
    }),
  );
  return findCycles(broader).map((cycle) => {
    const [first = 0] = cycle;
    const ids = [...cycle, first].map((index) => concepts[index]?.id ?? '');
    return createProblem(
      ['concepts', first, 'broader'],
      'no circle of broader concepts',
      ids.join(' → '),
    );
  });
}

function describeUnknown(
  path: ValuePath,
  what: string,
  name: string,
  known: Iterable<string>,
): PathProblem {
  const { message } = createProblem(path, `the id of ${what}`, name);
  return { path, message: `${message}${suggestName(name, known)}` };
}
