/**
 * Guards of the measures: vectors over the same concepts, without negative or infinite members.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';

/** Amounts or shares of concepts, all in one order. */
export type ConceptVector = readonly number[];

/** Throws unless every member is a finite number of at least 0. */
export function assertVector(vector: ConceptVector, caller: string, where: string): void {
  const at = vector.findIndex((value) => !(Number.isFinite(value) && value >= 0));
  if (at === -1) return;
  throw new ZhengceError(
    'invalid-argument',
    `${caller}: expected finite numbers of at least 0, received ${describeReceived(vector[at])} (${where}[${String(at)}])`,
  );
}

/** Throws unless both are vectors of one length. */
export function assertVectors(a: ConceptVector, b: ConceptVector, caller: string): void {
  assertVector(a, caller, 'a');
  assertVector(b, caller, 'b');
  if (a.length === b.length) return;
  throw new ZhengceError(
    'invalid-argument',
    `${caller}: expected vectors of one length, received "${String(a.length)} and ${String(b.length)}" (a, b)`,
  );
}

/** The sum of a vector. */
export function sumVector(vector: ConceptVector): number {
  return vector.reduce((sum, value) => sum + value, 0);
}

/** The share of each member in the sum; all 0 where the sum is 0. */
export function normalizeVector(vector: ConceptVector): ConceptVector {
  const sum = sumVector(vector);
  return vector.map((value) => (sum === 0 ? 0 : value / sum));
}
