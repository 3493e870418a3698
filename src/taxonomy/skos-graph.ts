/**
 * Reads Turtle into statements by subject, each with its place in the text.
 *
 * @module
 */
import type { ParseFault, Term } from 'n3';
import type { TaxonomyProblem } from './problem';
import { RDF } from './skos-vocabulary';

/** What is said about a subject, where it is said. */
export interface Statement {
  readonly predicate: string;
  readonly object: Term;
  /** Place of the end of the object: line and column from 1. */
  readonly line: number;
  readonly column: number;
}

/** A Turtle text as statements by subject, in the order of the text. Subjects are named as `nameNode` names them. */
export type Graph = ReadonlyMap<string, readonly Statement[]>;

/** A graph, or why the text is no Turtle. */
export type GraphReading =
  | { readonly kind: 'graph'; readonly graph: Graph }
  | { readonly kind: 'problem'; readonly problem: TaxonomyProblem };

/**
 * The statements of a Turtle text, each once. `n3` is loaded at the first call. Never rejects for what the text is; linear in it.
 */
export async function readGraph(text: string): Promise<GraphReading> {
  const { Parser } = await import('n3');
  const graph = new Map<string, Statement[]>();
  const seen = new Set<string>();
  let [place, next] = [START, START];
  return new Promise((resolve) => {
    new Parser({ format: 'text/turtle', blankNodePrefix: 'b' }).parse(text, {
      onToken: ({ line, start }) => {
        [place, next] = [next, { line, column: start + 1 }];
      },
      onQuad: (fault, statement) => {
        if (fault !== null) resolve({ kind: 'problem', problem: describeFault(fault, next) });
        else if (statement === null) resolve({ kind: 'graph', graph });
        else
          addStatement(
            graph,
            seen,
            statement.subject,
            statement.predicate.value,
            statement.object,
            place,
          );
      },
    });
  });
}

interface Place {
  readonly line: number;
  readonly column: number;
}

const START: Place = { line: 1, column: 1 };

function addStatement(
  graph: Map<string, Statement[]>,
  seen: Set<string>,
  subject: Term,
  predicate: string,
  object: Term,
  { line, column }: Place,
): void {
  const name = nameNode(subject);
  const key = JSON.stringify([name, predicate, describeTerm(object)]);
  // A graph is a set: what is said twice is said once.
  if (seen.has(key)) return;
  seen.add(key);
  const statement = { predicate, object, line, column };
  const known = graph.get(name);
  if (known === undefined) graph.set(name, [statement]);
  else known.push(statement);
}

function describeTerm(term: Term): readonly string[] {
  return term.termType === 'Literal'
    ? ['Literal', term.value, term.language, term.datatype.value]
    : [term.termType, term.value];
}

function describeFault({ message, context }: ParseFault, last: Place): TaxonomyProblem {
  const line = context?.line ?? last.line;
  const column = context?.token === undefined ? 1 : context.token.start + 1;
  const reason = message.replace(/ on line \d+\.$/, '');
  return Object.freeze({
    line,
    column,
    path: '',
    message: `expected well-formed Turtle: ${reason}`,
  });
}

/** The name of a node: its IRI, or `_:` and the label of a blank node. */
export function nameNode(term: Term): string {
  return term.termType === 'BlankNode' ? `_:${term.value}` : term.value;
}

/** Everything that is said about a node by a predicate, in order. */
export function listStatements(
  graph: Graph,
  node: string,
  predicate: string,
): readonly Statement[] {
  return (graph.get(node) ?? []).filter((statement) => statement.predicate === predicate);
}

/** The members of an RDF list; undefined where the node is none, or one that does not end. Linear in the list. */
export function readList(graph: Graph, head: Term): readonly Term[] | undefined {
  const members: Term[] = [];
  const passed = new Set<string>();
  let node = nameNode(head);
  while (node !== RDF.nil) {
    const [first] = listStatements(graph, node, RDF.first);
    const [rest] = listStatements(graph, node, RDF.rest);
    if (first === undefined || rest === undefined || passed.has(node)) return undefined;
    passed.add(node);
    members.push(first.object);
    node = nameNode(rest.object);
  }
  return members;
}
