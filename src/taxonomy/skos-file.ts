/**
 * Turns a graph of SKOS statements into the value of a taxonomy file, which the checks of the format then take over.
 *
 * @module
 */
import type { Term } from 'n3';
import type { PathProblem, TaxonomyProblem } from './problem';
import { type Graph, listStatements, nameNode, readList, type Statement } from './skos-graph';
import { chooseLabels } from './skos-labels';
import { locateProblem } from './skos-locate';
import { nameNodes, readLastPart, suggestId } from './skos-names';
import { collectRelations, findSchemes, listTargets } from './skos-relations';
import { META, RDF, SKOS, ZC } from './skos-vocabulary';

/** A graph as the value of a taxonomy file, not checked yet. */
export interface SkosReading {
  readonly value: unknown;
  /** The problem where the file says the value, or the first thing about its concept. */
  readonly locate: (problem: PathProblem) => TaxonomyProblem;
}

/** What is known of the graph while it is read. */
interface Reader {
  readonly graph: Graph;
  readonly language: string;
  /** The node of the class `Taxonomy`; undefined in a file that another tool wrote. */
  readonly plan: string | undefined;
  readonly schemes: ReadonlyMap<string, string>;
  readonly concepts: ReadonlyMap<string, string>;
}

/** The value of a taxonomy file for a graph. Linear but for sorting labels. */
export function readSkos(graph: Graph, language: string): SkosReading {
  const [plan] = listInstances(graph, ZC.Taxonomy);
  const schemeNodes = order(graph, plan, ZC.schemes, listSchemes(graph));
  const conceptNodes = order(graph, plan, ZC.concepts, listConcepts(graph, new Set(schemeNodes)));
  const reader: Reader = {
    graph,
    language,
    plan,
    schemes: nameNodes(graph, schemeNodes, 'scheme'),
    concepts: nameNodes(graph, conceptNodes, 'concept'),
  };
  return {
    value: { ...readHead(reader), schemes: readSchemes(reader), concepts: readConcepts(reader) },
    locate: (problem) =>
      locateProblem({ graph, plan, schemes: schemeNodes, concepts: conceptNodes }, problem),
  };
}

/** The nodes in the order that the plan states, then those that it does not name. */
function order(
  graph: Graph,
  plan: string | undefined,
  predicate: string,
  nodes: readonly string[],
): readonly string[] {
  const [statement] = plan === undefined ? [] : listStatements(graph, plan, predicate);
  const stated = statement === undefined ? [] : (readList(graph, statement.object) ?? []);
  return [...new Set([...stated.map(nameNode), ...nodes])];
}

function listInstances(graph: Graph, type: string): readonly string[] {
  return [...graph]
    .filter(([, said]) =>
      said.some(({ predicate, object }) => predicate === RDF.type && object.value === type),
    )
    .map(([node]) => node);
}

/** What is declared a scheme, and what concepts name as theirs. */
function listSchemes(graph: Graph): readonly string[] {
  const schemes = new Set(listInstances(graph, SKOS.ConceptScheme));
  for (const [node, said] of graph) {
    for (const { predicate, object } of said) {
      if (predicate === SKOS.hasTopConcept) schemes.add(node);
      if (predicate === SKOS.inScheme || predicate === SKOS.topConceptOf)
        schemes.add(nameNode(object));
    }
  }
  return [...schemes];
}

const OF_CONCEPTS: ReadonlySet<string> = new Set([
  SKOS.broader,
  SKOS.narrower,
  SKOS.related,
  SKOS.topConceptOf,
]);

/** What is declared a concept, or must be one by what is said of it. */
function listConcepts(graph: Graph, schemes: ReadonlySet<string>): readonly string[] {
  const tops = new Set(
    [...graph.keys()].flatMap((node) => listTargets(graph, node, SKOS.hasTopConcept)),
  );
  return [...graph]
    .filter(([node, said]) => {
      if (schemes.has(node)) return false;
      return tops.has(node) || said.some(isSaidOfConcepts);
    })
    .map(([node]) => node);
}

function isSaidOfConcepts({ predicate, object }: Statement): boolean {
  return (predicate === RDF.type && object.value === SKOS.Concept) || OF_CONCEPTS.has(predicate);
}

function readText(graph: Graph, node: string, predicate: string): string | undefined {
  return listStatements(graph, node, predicate)[0]?.object.value;
}

function readHead(reader: Reader): object {
  const { graph, plan, schemes } = reader;
  const [firstScheme = ''] = schemes.keys();
  const node = plan ?? firstScheme;
  const { prefLabel } = chooseLabels(graph, node, reader.language);
  const issuedOn = plan === undefined ? undefined : readText(graph, plan, META.issued);
  return dropUndefined({
    id: readText(graph, node, ZC.id) ?? suggestId(node, 'taxonomy'),
    title: prefLabel ?? 'SKOS',
    version: readText(graph, node, META.versionInfo) ?? '1',
    issuer: plan === undefined ? undefined : readText(graph, plan, META.publisher),
    issuedOn,
    period: plan === undefined ? undefined : readPeriod(graph, plan),
    cues: plan === undefined ? undefined : readCues(graph, plan),
  });
}

function dropUndefined(record: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

function readPeriod(graph: Graph, plan: string): object | undefined {
  const [start, end] = [readText(graph, plan, ZC.startYear), readText(graph, plan, ZC.endYear)];
  if (start === undefined && end === undefined) return undefined;
  return { start: Number(start), end: Number(end) };
}

function readCues(graph: Graph, plan: string): object | undefined {
  const [statement] = listStatements(graph, plan, ZC.cueLists);
  if (statement === undefined) return undefined;
  const lists = readList(graph, statement.object) ?? [];
  return Object.fromEntries(
    lists.map((term) => {
      const node = nameNode(term);
      return [readText(graph, node, ZC.id) ?? '', readTexts(graph, node, ZC.cues)];
    }),
  );
}

/** The members of the list that a node has under a predicate; undefined where it has none, so that the shape is found wrong. */
function readTexts(graph: Graph, node: string, predicate: string): readonly string[] | undefined {
  const [statement] = listStatements(graph, node, predicate);
  if (statement === undefined) return undefined;
  return readList(graph, statement.object)?.map(({ value }) => value);
}

/** The id of the scheme of concepts that name none. */
const NO_SCHEME = 'concepts';

function readSchemes({ graph, language, plan, schemes, concepts }: Reader): readonly object[] {
  const given = [...schemes].map(([node, id]) => ({
    id,
    prefLabel: chooseLabels(graph, node, language).prefLabel ?? (plan === undefined ? id : ''),
    assignable: readText(graph, node, ZC.assignable) !== 'false',
  }));
  const areAllIn = plan !== undefined || schemes.size > 0 || concepts.size === 0;
  return areAllIn ? given : [{ id: NO_SCHEME, prefLabel: '概念', assignable: true }];
}

function readConcepts(reader: Reader): readonly object[] {
  const { graph, concepts } = reader;
  const [nodes, schemeNodes] = [[...concepts.keys()], [...reader.schemes.keys()]];
  const above = collectRelations(graph, nodes, SKOS.broader, SKOS.narrower);
  const beside = collectRelations(graph, nodes, SKOS.related, SKOS.related);
  const schemeOf = findSchemes(graph, schemeNodes, nodes, above);
  const unassignable = new Set(
    schemeNodes.filter((node) => readText(graph, node, ZC.assignable) === 'false'),
  );
  const ids = new Set(concepts.values());
  return [...concepts].map(([node, id]) => {
    const scheme = schemeOf.get(node);
    const isAssignable = scheme === undefined || !unassignable.has(scheme);
    const toIds = (nodes: ReadonlySet<string> | undefined): readonly string[] =>
      [...(nodes ?? [])].flatMap((other) => nameTarget(reader, other));
    const labels = chooseLabels(graph, node, reader.language);
    return dropUndefined({
      id,
      notation: readNotation(reader, node, id, isAssignable, ids),
      inScheme: scheme === undefined ? NO_SCHEME : reader.schemes.get(scheme),
      ...labels,
      scopeNote: labels.scopeNote === '' ? undefined : labels.scopeNote,
      broader: toIds(above.get(node)),
      related: toIds(beside.get(node)),
      lexicon: readLexicon(graph, node),
    });
  });
}

/** The id of a relation's target. What leads out of another tool's file is left out; in our own it is a mistake. */
function nameTarget({ concepts, plan }: Reader, node: string): readonly string[] {
  const id = concepts.get(node);
  if (id !== undefined) return [id];
  return plan === undefined ? [] : [readLastPart(node)];
}

const NOTATION = /^[^\s,=]{1,32}$/;

/** `skos:notation`; where an assignable concept has none, its IRI's last part or its id. */
function readNotation(
  { graph, plan }: Reader,
  node: string,
  id: string,
  isAssignable: boolean,
  ids: ReadonlySet<string>,
): string | undefined {
  const stated = readText(graph, node, SKOS.notation);
  if (plan !== undefined || (stated === undefined && !isAssignable)) return stated;
  if (stated !== undefined) return stated.trim().replace(/[\s,=]+/g, '_');
  const part = readLastPart(node);
  if (NOTATION.test(part) && !ids.has(part)) return part;
  return NOTATION.test(id) ? id : undefined;
}

function readLexicon(graph: Graph, node: string): readonly object[] | undefined {
  const [statement] = listStatements(graph, node, ZC.lexicon);
  if (statement === undefined) return undefined;
  return (readList(graph, statement.object) ?? []).map((group) => readGroup(graph, group));
}

function readGroup(graph: Graph, term: Term): object {
  const node = nameNode(term);
  const weight = readText(graph, node, ZC.weight);
  return dropUndefined({
    weight: weight === undefined ? undefined : Number(weight),
    with: readText(graph, node, ZC.with),
    terms: readTexts(graph, node, ZC.terms),
  });
}
