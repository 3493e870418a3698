/**
 * What a query comes to: clauses whose scores add up.
 *
 * @module
 */

/** A word of the index, or a pair of characters, with what it is worth. */
export interface ListClause {
  readonly kind: 'word' | 'bigram';
  readonly text: string;
  /** What the query gives it; above 0. */
  readonly weight: number;
  /** Passages that hold it, and what follows from that. */
  readonly frequency: number;
  readonly idf: number;
  /** weight · idf · (k1 + 1): what a passage can at most gain by it. */
  readonly factor: number;
  /** Its list in every segment; −1 where the segment has none. */
  readonly lists: readonly number[];
}

/** Words that stand together: a bonus for the passages that hold them. */
export interface PhraseScoreClause {
  readonly kind: 'phrase';
  readonly text: string;
  readonly weight: number;
  readonly frequency: number;
  readonly idf: number;
  /** weight · idf: what a passage gains by it. */
  readonly factor: number;
  /** The passages that hold it in every segment, ascending. */
  readonly matches: readonly Uint16Array[];
}

/** Alternatives, each a sum: the best counts. */
export interface MaxClause {
  readonly kind: 'max';
  readonly alternatives: readonly (readonly (ListClause | PhraseScoreClause)[])[];
  /** The greatest sum that an alternative can reach. */
  readonly factor: number;
}

/** A part of the score. */
export type ScoreClause = ListClause | PhraseScoreClause | MaxClause;

/**
 * The clauses in the order in which their scores are added up: by what they are worth at most, ties as given. All passages
 * are summed in this order, whatever is skipped for speed, so that equal passages get equal scores to the last bit.
 */
export function orderClauses<Clause extends ScoreClause>(
  clauses: readonly Clause[],
): readonly Clause[] {
  return clauses.filter(({ factor }) => factor > 0).sort((a, b) => b.factor - a.factor);
}

/** The sum of what clauses are worth at most. */
export function sumFactors(clauses: readonly ScoreClause[]): number {
  return clauses.reduce((sum, { factor }) => sum + factor, 0);
}
