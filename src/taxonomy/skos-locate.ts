/**
 * locateProblem: where in a SKOS file the value of a taxonomy file was said.
 *
 * @module
 */
import { formatPath, type PathProblem, type TaxonomyProblem } from './problem';
import { type Graph, listStatements, nameNode, readList, type Statement } from './skos-graph';
import { META, SKOS, ZC } from './skos-vocabulary';

/** A graph with its schemes and concepts in the order of the taxonomy file. */
interface LocatedGraph {
  readonly graph: Graph;
  /** The node of the class `Taxonomy`; undefined in a file that another tool wrote. */
  readonly plan: string | undefined;
  readonly schemes: readonly string[];
  readonly concepts: readonly string[];
}

/** By key of a scheme or concept: the predicates that say it. */
const PREDICATES: Readonly<Record<string, readonly string[]>> = {
  id: [ZC.id],
  notation: [SKOS.notation],
  prefLabel: [SKOS.prefLabel],
  altLabels: [SKOS.altLabel, SKOS.prefLabel],
  hiddenLabels: [SKOS.hiddenLabel],
  scopeNote: [SKOS.scopeNote, SKOS.definition],
  inScheme: [SKOS.inScheme],
  broader: [SKOS.broader],
  related: [SKOS.related],
  lexicon: [ZC.lexicon],
  assignable: [ZC.assignable],
  title: META.titles,
  version: [META.versionInfo],
  issuer: [META.publisher],
  issuedOn: [META.issued],
  period: [ZC.startYear, ZC.endYear],
  cues: [ZC.cueLists],
  schemes: [ZC.schemes],
  concepts: [ZC.concepts],
};

/** A problem with the line and column of the statement that says the value; of the first thing said about its concept where none does. */
export function locateProblem(
  { graph, plan, schemes, concepts }: LocatedGraph,
  { path, message }: PathProblem,
): TaxonomyProblem {
  const [list, index] = path;
  const nodes = list === 'schemes' ? schemes : concepts;
  const isOfPlan = typeof index !== 'number';
  const node = (isOfPlan ? (plan ?? schemes[0]) : nodes[index]) ?? '';
  const rest = isOfPlan ? path : path.slice(2);
  const said = graph.get(node) ?? [];
  const statement = findStatement(graph, said, rest);
  const { line, column } = statement ?? said[0] ?? { line: 1, column: 1 };
  const place = rest.length === 0 ? `<${node}>` : `<${node}>.${formatPath(rest)}`;
  return Object.freeze({ line, column, path: place, message });
}

/** The statement that says the value at a path from its subject; a member of the list where the path leads into one. */
function findStatement(
  graph: Graph,
  said: readonly Statement[],
  [key = '', index, inner, place]: PathProblem['path'],
): Statement | undefined {
  const predicates = PREDICATES[key] ?? [];
  const found = said.filter(({ predicate }) => predicates.includes(predicate));
  const statement = (typeof index === 'number' ? found[index] : undefined) ?? found[0];
  if (key !== 'lexicon' || statement === undefined || typeof index !== 'number') return statement;
  const group = readList(graph, statement.object)?.[index];
  if (group === undefined) return statement;
  const [terms] = listStatements(graph, nameNode(group), ZC.terms);
  const isTerm = inner === 'terms' && typeof place === 'number';
  return (isTerm ? terms : undefined) ?? graph.get(nameNode(group))?.[0] ?? statement;
}
