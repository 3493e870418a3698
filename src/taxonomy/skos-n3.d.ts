/** The part of `n3` that is used here: its package has no types, and those of DefinitelyTyped describe version 1. */
declare module 'n3' {
  export interface NamedNode {
    readonly termType: 'NamedNode';
    readonly value: string;
  }
  export interface BlankNode {
    readonly termType: 'BlankNode';
    readonly value: string;
  }
  export interface Literal {
    readonly termType: 'Literal';
    readonly value: string;
    /** Empty where the literal has no language. */
    readonly language: string;
    readonly datatype: NamedNode;
  }
  /** A triple within a triple, RDF 1.2. */
  export interface Quad {
    readonly termType: 'Quad';
    readonly value: string;
  }
  export type Term = NamedNode | BlankNode | Literal | Quad;

  /** `line` counts from 1, `start` from 0 within the line. */
  export interface Token {
    readonly line: number;
    readonly start: number;
  }
  export interface Statement {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
  }
  export type ParseFault = Error & {
    readonly context?: { readonly line: number; readonly token: Token | undefined };
  };
  export interface ParserCallbacks {
    readonly onToken: (token: Token) => void;
    /** A statement; a fault, after which nothing comes; or neither, at the end. */
    readonly onQuad: (fault: ParseFault | null, statement: Statement | null) => void;
  }
  export class Parser {
    constructor(options: { readonly format: string; readonly blankNodePrefix?: string });
    parse(input: string, callbacks: ParserCallbacks): void;
  }
  export class Writer {
    constructor(options: { readonly prefixes: Readonly<Record<string, string>> });
    addQuad(subject: Term, predicate: Term, object: Term): void;
    list(items: readonly Term[]): Term;
    end(done: (fault: Error | null, text: string) => void): void;
  }
  export const DataFactory: {
    namedNode(iri: string): NamedNode;
    blankNode(label: string): BlankNode;
    literal(value: string, languageOrDatatype?: string | NamedNode): Literal;
  };
}
