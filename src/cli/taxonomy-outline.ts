/**
 * Shows a taxonomy to a reader: as a tree, or all of one concept.
 *
 * @module
 */
import type { Concept, Taxonomy } from '../taxonomy';

/**
 * The schemes with their concepts as an indented tree: notation, label, number of terms. A concept stands under each concept of its own scheme that
 * is above it, with what is below it only the first time: paths may be many more than concepts; what it belongs to in other schemes follows in brackets.
 */
export function formatTaxonomyTree(taxonomy: Taxonomy): string {
  const byId = new Map(taxonomy.concepts.map((concept) => [concept.id, concept]));
  const shown = new Set<string>();
  return [
    ...describeHead(taxonomy),
    ...taxonomy.schemes.flatMap((scheme) => {
      const own = taxonomy.concepts.filter(({ inScheme }) => inScheme === scheme.id);
      const tops = own.filter(({ broader }) =>
        broader.every((id) => byId.get(id)?.inScheme !== scheme.id),
      );
      const kind = scheme.assignable ? '' : ', groups only';
      return [
        '',
        `${scheme.prefLabel} (${scheme.id}, ${own.length}${kind})`,
        ...tops.flatMap((top) => listBranch(top, byId, 1, shown)),
      ];
    }),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function describeHead({
  id,
  title,
  version,
  issuer,
  issuedOn,
  period,
}: Taxonomy): readonly string[] {
  const facts = [
    issuer,
    issuedOn,
    period === undefined ? undefined : `${period.start}–${period.end}`,
  ];
  const known = facts.filter((fact) => fact !== undefined);
  return [
    `${title} (${id}, version ${version})`,
    ...(known.length === 0 ? [] : [known.join(', ')]),
  ];
}

function listBranch(
  concept: Concept,
  byId: ReadonlyMap<string, Concept>,
  depth: number,
  shown: Set<string>,
): readonly string[] {
  const isKnown = shown.has(concept.id);
  shown.add(concept.id);
  const below = concept.narrower
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ inScheme }) => inScheme === concept.inScheme);
  const elsewhere = concept.broader
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ inScheme }) => inScheme !== concept.inScheme);
  const name = concept.notation === '' ? concept.id : concept.notation;
  const terms = concept.lexicon.length === 0 ? '' : `  ${concept.lexicon.length} terms`;
  const groups =
    elsewhere.length === 0 ? '' : `  [${elsewhere.map(({ prefLabel }) => prefLabel).join(', ')}]`;
  const line = `${'  '.repeat(depth)}${name}  ${concept.prefLabel}${terms}${groups}`;
  if (isKnown) return [below.length === 0 ? line : `${line}  (see above)`];
  return [line, ...below.flatMap((one) => listBranch(one, byId, depth + 1, shown))];
}

/** Everything about one concept: labels, relations, scope note, terms by weight. */
export function formatConcept(concept: Concept, taxonomy: Taxonomy): string {
  const scheme = taxonomy.schemes.find(({ id }) => id === concept.inScheme);
  const name = (id: string): string => {
    const other = taxonomy.concepts.find((one) => one.id === id);
    return other === undefined
      ? id
      : `${other.notation === '' ? id : other.notation} ${other.prefLabel}`;
  };
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['scheme', [scheme?.prefLabel ?? concept.inScheme]],
    ['also', concept.altLabels],
    ['hidden', concept.hiddenLabels],
    ['broader', concept.broader.map(name)],
    ['narrower', concept.narrower.map(name)],
    ['related', concept.related.map(name)],
    ['scope', concept.scopeNote === '' ? [] : [concept.scopeNote]],
  ];
  const lines = [
    `${concept.notation === '' ? concept.id : concept.notation}  ${concept.prefLabel}`,
    ...rows
      .filter(([, values]) => values.length > 0)
      .map(([key, values]) => `  ${key.padEnd(9)} ${values.join('、')}`),
    ...listTerms(concept),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function listTerms({ lexicon }: Concept): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { term, weight, with: cueName } of lexicon) {
    const key = cueName === undefined ? String(weight) : `${weight} with ${cueName}`;
    const terms = groups.get(key);
    if (terms === undefined) groups.set(key, [term]);
    else terms.push(term);
  }
  if (groups.size === 0) return [];
  return [
    `  terms     ${lexicon.length}`,
    ...[...groups].map(([key, terms]) => `    ${key.padEnd(5)}  ${terms.join('、')}`),
  ];
}
