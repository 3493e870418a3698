/**
 * What a query searches for.
 *
 * @module
 */
import type { Operand, QueryClause } from './ast';

/** The clauses that are searched for in order, those under OR too; no exclusions. */
export function listOperands(clauses: readonly QueryClause[]): readonly Operand[] {
  return clauses.flatMap((clause): readonly Operand[] => {
    if (clause.kind === 'any') return clause.operands;
    return clause.kind === 'exclude' ? [] : [clause];
  });
}
