/**
 * Cuts a folded text into sentences and clauses, with the quantities of each.
 *
 * @module
 */
import type { QuantityMatch } from './quantities';

/** A clause with the quantities that stand in it. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly quantities: readonly QuantityMatch[];
  /** Whether it goes on with the clause before: behind 、. */
  readonly joined: boolean;
}

/** A sentence with its clauses. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly clauses: readonly Clause[];
}

const SENTENCE_ENDS = '。!?\n';
const CLAUSE_ENDS = ',;:';

/**
 * The sentences of a text with their clauses, by position. A clause ends at , ; : and, behind a quantity, at 、. What stands inside a quantity
 * (1,200) ends none. Linear.
 */
export function cutClauses(
  text: string,
  quantities: readonly QuantityMatch[],
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let clauses: Clause[] = [];
  let sentenceStart = 0;
  let start = 0;
  let next = 0;
  let first = 0;
  let shared = false;
  let joined = false;
  let depth = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const quantity = quantities[next];
    if (quantity !== undefined && at >= quantity.start && at < quantity.end) {
      at = quantity.end - 1;
      next += 1;
      continue;
    }
    const mark = text.charAt(at);
    if (mark === '分' && text.charAt(at + 1) === '别') shared = true;
    if (mark === '(') depth += 1;
    if (mark === ')' || SENTENCE_ENDS.includes(mark)) depth = Math.max(0, depth - 1);
    const endsSentence = at === text.length || SENTENCE_ENDS.includes(mark);
    const besideQuantity =
      !shared &&
      (quantities[next - 1]?.end === at || (next > first && quantities[next]?.start === at + 1));
    const endsClause =
      endsSentence ||
      (depth === 0 && (CLAUSE_ENDS.includes(mark) || (mark === '、' && besideQuantity)));
    if (!endsClause) continue;
    if (at > start)
      clauses.push({ start, end: at, quantities: quantities.slice(first, next), joined });
    joined = mark === '、';
    shared = false;
    first = next;
    start = at + 1;
    if (!endsSentence) continue;
    if (clauses.length > 0) sentences.push({ start: sentenceStart, end: at, clauses });
    clauses = [];
    sentenceStart = at + 1;
    depth = 0;
  }
  return sentences;
}
