/**
 * Numbers the combinations of frequencies that postings have: few different ones occur, so a posting needs one byte.
 *
 * @module
 */
import { GrowableUint32 } from './growable';
import { RARE_CODE, type WordLists } from './index-segment';

const SMALL_HEADING = 8;
const SMALL_TITLE = 8;
const SMALL_BODY = 64;

/** Gives every combination a number, in the order of first sight. */
export class CombinationNumbers {
  /** Combinations of small frequencies, + 1; nearly all are. */
  readonly #small = new Uint32Array(SMALL_TITLE * SMALL_HEADING * SMALL_BODY);
  readonly #others = new Map<string, number>();
  readonly #frequencies = new GrowableUint32();

  /** The number of a combination. */
  numberOf(title: number, heading: number, body: number): number {
    if (title < SMALL_TITLE && heading < SMALL_HEADING && body < SMALL_BODY) {
      const at = (title * SMALL_HEADING + heading) * SMALL_BODY + body;
      const known = this.#small[at] ?? 0;
      if (known > 0) return known - 1;
      const added = this.#add(title, heading, body);
      this.#small[at] = added + 1;
      return added;
    }
    const key = `${title} ${heading} ${body}`;
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    const added = this.#add(title, heading, body);
    this.#others.set(key, added);
    return added;
  }

  #add(title: number, heading: number, body: number): number {
    this.#frequencies.push(title);
    this.#frequencies.push(heading);
    this.#frequencies.push(body);
    return this.#frequencies.length / 3 - 1;
  }

  /** The frequencies, three numbers a combination. */
  view(): Uint32Array {
    return this.#frequencies.view();
  }
}

/** The part of {@link WordLists} that says how often words occur. */
export type EncodedFrequencies = Pick<
  WordLists,
  'codes' | 'combinations' | 'rarePostings' | 'rareCombinations'
>;

/**
 * The combinations ordered by how many postings have them, ties by their frequencies, so that the same postings give the same
 * bytes; and the code of every posting.
 *
 * @param values - the combination of every posting, a number into `frequencies`
 * @param frequencies - three numbers a combination
 */
export function encodeFrequencies(
  values: Uint32Array,
  frequencies: Uint32Array,
): EncodedFrequencies {
  const { order, ranks } = rankCombinations(values, frequencies);
  const combinations = new Uint32Array(order.length * 3);
  order.forEach((combination, rank) => {
    combinations.set(frequencies.subarray(combination * 3, combination * 3 + 3), rank * 3);
  });
  const codes = new Uint8Array(values.length);
  const rarePostings = new GrowableUint32();
  const rareCombinations = new GrowableUint32();
  for (let posting = 0; posting < values.length; posting++) {
    const rank = ranks[values[posting] ?? 0] ?? 0;
    codes[posting] = Math.min(rank, RARE_CODE);
    if (rank < RARE_CODE) continue;
    rarePostings.push(posting);
    rareCombinations.push(rank);
  }
  return {
    codes,
    combinations,
    rarePostings: rarePostings.view().slice(),
    rareCombinations: rareCombinations.view().slice(),
  };
}

function rankCombinations(
  values: Uint32Array,
  frequencies: Uint32Array,
): { readonly order: readonly number[]; readonly ranks: Uint32Array } {
  const counts = new Uint32Array(frequencies.length / 3);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  const order = [...counts.keys()]
    .filter((combination) => (counts[combination] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || compareCombinations(frequencies, a, b));
  const ranks = new Uint32Array(counts.length);
  order.forEach((combination, rank) => {
    ranks[combination] = rank;
  });
  return { order, ranks };
}

function compareCombinations(frequencies: Uint32Array, a: number, b: number): number {
  for (let part = 0; part < 3; part++) {
    const difference = (frequencies[a * 3 + part] ?? 0) - (frequencies[b * 3 + part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The number of the combination of a posting. O(1), O(log n) for a rare one. */
export function readCombination(words: WordLists, posting: number): number {
  const code = words.codes[posting] ?? 0;
  return code === RARE_CODE ? findRareCombination(words, posting) : code;
}

function findRareCombination(words: WordLists, posting: number): number {
  const { rarePostings, rareCombinations } = words;
  let low = 0;
  let high = rarePostings.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rarePostings[middle] ?? 0) < posting) low = middle + 1;
    else high = middle;
  }
  return rareCombinations[low] ?? 0;
}
