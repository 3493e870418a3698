/**
 * Joins the clauses of a query that stand on both sides of an OR.
 *
 * @module
 */

import type { AnyClause, Operand, QueryClause } from './ast';
import { type Cursor, createFault, locate } from './cursor';

/** A clause or an OR, and where it stands in the folded query. */
export type Unit = ClauseUnit | OrUnit;

interface ClauseUnit {
  readonly kind: 'clause';
  readonly clause: Exclude<QueryClause, AnyClause>;
  readonly start: number;
  readonly end: number;
}

interface OrUnit {
  readonly kind: 'or';
  readonly start: number;
  readonly end: number;
}

/**
 * The clauses, those with OR between them as one. Linear.
 *
 * @throws ZhengceError `invalid-query` where an OR has nothing, another OR or an exclusion beside it
 */
export function joinAlternatives(units: readonly Unit[], cursor: Cursor): QueryClause[] {
  const clauses: QueryClause[] = [];
  let at = 0;
  while (at < units.length) {
    const chain = readChain(units, at, cursor);
    clauses.push(createClause(chain, cursor));
    at += chain.length * 2 - 1;
  }
  return clauses;
}

/** The clause at an index, and those that ORs join to it. */
function readChain(units: readonly Unit[], index: number, cursor: Cursor): readonly ClauseUnit[] {
  const first = units[index];
  if (first?.kind !== 'clause') throw createOrFault(first, 'before', cursor);
  const chain = [first];
  for (let at = index + 1; at < units.length; at += 2) {
    const or = units[at];
    if (or?.kind !== 'or') break;
    const next = units[at + 1];
    if (next?.kind !== 'clause') throw createOrFault(or, 'behind', cursor);
    chain.push(next);
  }
  return chain;
}

function createOrFault(or: Unit | undefined, side: string, cursor: Cursor): Error {
  const { start, end } = or ?? { start: 0, end: 0 };
  const expected = `words, a phrase or a filter ${side} OR (in quotes, "or" is a word)`;
  return createFault(cursor, start, end, expected, 'none');
}

function createClause(chain: readonly ClauseUnit[], cursor: Cursor): QueryClause {
  const [first] = chain;
  const last = chain.at(-1);
  if (first === undefined || last === undefined) throw new Error('a chain without clauses');
  if (chain.length === 1) return first.clause;
  const operands = chain.map((unit) => requireOperand(unit, cursor));
  const span = locate(cursor, first.start, last.end);
  return Object.freeze({ kind: 'any', operands: Object.freeze(operands), span });
}

function requireOperand({ clause, start, end }: ClauseUnit, cursor: Cursor): Operand {
  if (clause.kind !== 'exclude') return clause;
  throw createFault(cursor, start, end, 'words, a phrase or a filter beside OR', 'an exclusion');
}
