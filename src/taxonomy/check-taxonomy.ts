/**
 * Checks that go beyond the schema: references resolve, ids are unique, nothing contradicts itself.
 *
 * @module
 */
import type { FoundProblem } from './problems';
import type { ConceptEntry, TaxonomyFile } from './schema';

/** The problems of a taxonomy file that has the right shape. Linear in the file. */
export function checkTaxonomy(file: TaxonomyFile): readonly FoundProblem[] {
  return [
    ...findDuplicates(file.schemes.map(({ id }) => id), 'schemes', 'id'),
    ...findDuplicates(file.concepts.map(({ id }) => id), 'concepts', 'id'),
    ...findDuplicates(file.concepts.map(({ notation }) => notation), 'concepts', 'notation'),
    ...checkSchemes(file),
    ...checkRelations(file),
    ...checkCycles(file),
    ...file.concepts.flatMap((concept, index) => checkLexicon(concept, index, file)),
    ...checkPeriod(file),
  ];
}

function findDuplicates(values: readonly string[], list: string, key: string): readonly FoundProblem[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    const again = value !== '' && seen.has(value);
    seen.add(value);
    return again ? [{ path: [list, index, key], message: `expected a unique ${key}, received "${value}" again` }] : [];
  });
}

function checkSchemes({ schemes, concepts }: TaxonomyFile): readonly FoundProblem[] {
  const known = new Map(schemes.map((scheme) => [scheme.id, scheme]));
  const problems = concepts.flatMap(({ inScheme, notation }, index): readonly FoundProblem[] => {
    const scheme = known.get(inScheme);
    if (scheme === undefined) {
      return [{ path: ['concepts', index, 'inScheme'], message: `expected one of the schemes ${[...known.keys()].join(', ')}, received "${inScheme}"` }];
    }
    if (!scheme.assignable || notation !== '') return [];
    return [{ path: ['concepts', index], message: `expected a notation, as the scheme "${inScheme}" is assignable, received none` }];
  });
  if (schemes.some(({ assignable }) => assignable)) return problems;
  return [...problems, { path: ['schemes'], message: 'expected at least one assignable scheme, received none' }];
}

function checkRelations({ concepts }: TaxonomyFile): readonly FoundProblem[] {
  const known = new Set(concepts.map(({ id }) => id));
  return concepts.flatMap((concept, index) =>
    (['broader', 'related'] as const).flatMap((relation) =>
      concept[relation].flatMap((id, place) => {
        const path = ['concepts', index, relation, place];
        if (id === concept.id) return [{ path, message: `expected another concept, received "${id}" itself` }];
        return known.has(id) ? [] : [{ path, message: `expected the id of a concept, received "${id}"` }];
      }),
    ),
  );
}

/** Concepts that are broader than themselves by way of others. */
function checkCycles({ concepts }: TaxonomyFile): readonly FoundProblem[] {
  const broader = new Map(concepts.map((concept) => [concept.id, concept.broader]));
  const state = new Map<string, 'open' | 'done'>();
  const inCycle = new Set<string>();
  for (const { id } of concepts) visit(id);
  return concepts.flatMap(({ id }, index) =>
    inCycle.has(id) ? [{ path: ['concepts', index, 'broader'], message: `expected no cycle, received one through "${id}"` }] : [],
  );

  /** Depth-first with a stack of its own, so that a long chain cannot overflow the call stack. */
  function visit(root: string): void {
    const stack = [{ id: root, next: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1);
      if (top === undefined) return;
      if (top.next === 0 && state.get(top.id) !== undefined) {
        stack.pop();
        continue;
      }
      state.set(top.id, 'open');
      const parent = broader.get(top.id)?.[top.next];
      top.next += 1;
      if (parent === undefined) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(parent) === 'open') inCycle.add(parent);
      else if (state.get(parent) === undefined) stack.push({ id: parent, next: 0 });
    }
  }
}

function checkLexicon(concept: ConceptEntry, index: number, { cues }: TaxonomyFile): readonly FoundProblem[] {
  const seen = new Map<string, number>();
  return concept.lexicon.flatMap((group, place) => {
    const path = ['concepts', index, 'lexicon', place];
    const problems: FoundProblem[] = [];
    if (group.with !== undefined && !(group.with in cues)) {
      problems.push({ path: [...path, 'with'], message: `expected the name of a cue list, received "${group.with}"` });
    }
    group.terms.forEach((term, at) => {
      const earlier = seen.get(term);
      seen.set(term, group.weight);
      if (earlier === undefined) return;
      const message = `expected each term once, received "${term}" with the weights ${String(earlier)} and ${String(group.weight)}`;
      problems.push({ path: [...path, 'terms', at], message });
    });
    return problems;
  });
}

function checkPeriod({ period }: TaxonomyFile): readonly FoundProblem[] {
  if (period === undefined || period.start <= period.end) return [];
  return [{ path: ['period'], message: `expected start ≤ end, received "${String(period.start)}–${String(period.end)}"` }];
}
