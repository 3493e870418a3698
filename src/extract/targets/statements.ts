/**
 * Reads what a clause says of its quantities.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import type { Clause } from './clauses';
import type { IndicatorMatch } from './indicators';
import type { QuantityMatch } from './quantities';
import { readStatement } from './read-statement';
import { readShared } from './shared-statements';
import type { Statement } from './statement-model';

/** What the sentence has said before a clause. */
export interface SaidBefore {
  /** The indicator of the clause before. */
  readonly above: IndicatorMatch | undefined;
  /** The indicators of the sentence so far. */
  readonly said: readonly IndicatorMatch[];
}

/** The statements of a clause; `from` is where its own words begin, behind a deadline. */
export function readStatements(
  text: string,
  clause: Clause,
  from: number,
  { above, said }: SaidBefore,
): readonly Statement[] {
  const shared = readShared(text, clause, from, said);
  if (shared !== undefined) return shared;
  const statements: Statement[] = [];
  let start = from;
  let last = above;
  for (const [index, quantity] of clause.quantities.entries()) {
    if (quantity.start < start || isBaseQuantity(text, quantity)) continue;
    const end = clause.quantities[index + 1]?.start ?? clause.end;
    const joined = clause.joined && above !== undefined;
    const statement = readStatement(text, start, quantity, { end, above: last, joined });
    if (statement === undefined) continue;
    statements.push(statement);
    last = statement.indicator;
    start = Math.max(quantity.end, statement.end);
  }
  return statements;
}

/** 由300亿元增加到600亿元: the first is the base. */
function isBaseQuantity(text: string, { start, end }: QuantityMatch): boolean {
  const behind = text.slice(end, end + 6);
  return (
    /^(?:,)?(?:左右)?(?:提高|提升|增加|增长|扩大|下降|降低|减少|压缩|压减|缩短|降|增)[到至]/.test(
      behind,
    ) && start > 0
  );
}
