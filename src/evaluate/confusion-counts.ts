/**
 * Confusion counts: support, predicted and correct of every concept, as one row of numbers.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';

/** Numbers a concept takes in a row: support, predicted, correct. */
const COUNT_WIDTH = 3;

/** Codes as indices of concepts. */
export type ConceptIndex = ReadonlyMap<string, number>;

/** An index of concepts by code. @throws ZhengceError `invalid-argument` where a code comes twice */
export function indexConcepts(concepts: readonly string[]): ConceptIndex {
  const index = new Map(concepts.map((code, at) => [code, at]));
  if (index.size === concepts.length) return index;
  const twice = concepts.find((code, at) => index.get(code) !== at);
  throw new ZhengceError(
    'invalid-argument',
    `scoreTags: expected every code once, received ${describeReceived(twice)} (concepts)`,
  );
}

/** The set of concepts that codes name. @throws ZhengceError `invalid-argument` for a code that is none of the concepts */
export function readCodes(
  codes: readonly string[],
  index: ConceptIndex,
  place: string,
): ReadonlySet<number> {
  return new Set(
    codes.map((code) => {
      const concept = index.get(code);
      if (concept !== undefined) return concept;
      throw new ZhengceError(
        'invalid-argument',
        `scoreTags: expected the code of a concept, received ${describeReceived(code)} (${place})`,
      );
    }),
  );
}

/** Counts over concepts, and over whole items. Mutable while they are added up. */
export interface ConfusionCounts {
  readonly row: Int32Array;
  items: number;
  /** Items whose two sets are equal. */
  exact: number;
}

/** Counts of nothing. */
export function createCounts(concepts: number): ConfusionCounts {
  return { row: new Int32Array(concepts * COUNT_WIDTH), items: 0, exact: 0 };
}

/** Counts one item in. */
export function addItem(
  counts: ConfusionCounts,
  gold: ReadonlySet<number>,
  predicted: ReadonlySet<number>,
): void {
  let shared = 0;
  for (const concept of gold) increment(counts.row, concept * COUNT_WIDTH);
  for (const concept of predicted) {
    increment(counts.row, concept * COUNT_WIDTH + 1);
    if (!gold.has(concept)) continue;
    increment(counts.row, concept * COUNT_WIDTH + 2);
    shared += 1;
  }
  counts.items += 1;
  if (shared === gold.size && shared === predicted.size) counts.exact += 1;
}

/** Adds `other` to `counts`. */
export function addCounts(counts: ConfusionCounts, other: ConfusionCounts): void {
  for (let i = 0; i < other.row.length; i += 1) {
    counts.row[i] = (counts.row[i] ?? 0) + (other.row[i] ?? 0);
  }
  counts.items += other.items;
  counts.exact += other.exact;
}

/** The counts of one concept. */
export interface ConceptCounts {
  readonly support: number;
  readonly predicted: number;
  readonly correct: number;
}

/** The counts of every concept, in order. */
export function listConceptCounts({ row }: ConfusionCounts): readonly ConceptCounts[] {
  return Array.from({ length: row.length / COUNT_WIDTH }, (_, concept) => {
    const at = concept * COUNT_WIDTH;
    return { support: row[at] ?? 0, predicted: row[at + 1] ?? 0, correct: row[at + 2] ?? 0 };
  });
}

function increment(row: Int32Array, at: number): void {
  row[at] = (row[at] ?? 0) + 1;
}
