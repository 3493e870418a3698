/**
 * An Aho–Corasick automaton over the reversed terms, held in typed arrays.
 *
 * Reversed, because a text read from its end meets all terms that start at one place at the same
 * moment, longest first: the order that leftmost-longest matching wants, without sorting.
 *
 * @module
 */

import { createCodeUnitTable, foldLatinCase } from './code-units';

/** The automaton. State 0 is the root and means "none" wherever a state is optional. */
export interface TermAutomaton {
  /** Class of every code unit; 0 for those that occur in no term. */
  readonly classOf: Uint16Array;
  /** State after the root by class. */
  readonly fromRoot: Int32Array;
  /** The output of that state. */
  readonly rootOutput: Int32Array;
  /**
   * Open-addressed hash table of the states by parent and class; 0 is an empty slot. It holds no
   * keys, since most look-ups miss and end at an empty slot, and a hit checks the state it found.
   */
  readonly slots: StateList;
  /** Number of slots − 1; the number of slots is a power of two. */
  readonly slotMask: number;
  /** A bit for each hash of the two classes that lead into a state of depth 2: most pairs of letters begin no term, and are told here without a look-up. */
  readonly pairs: Uint32Array;
  /** What is known of each state, {@link STATE_WIDTH} numbers side by side, since what lies apart is slow to reach. */
  readonly states: StateList;
  /** Terms that states end, {@link OUTPUT_WIDTH} numbers each: the length of the term, its index in the list, where the next shorter one that ends with it stands. */
  readonly outputs: Int32Array;
}

/** Numbers in as few bytes as they fit into: what is small stays in the cache. */
export type StateList = Uint16Array | Int32Array;

function createStateList(length: number, largest: number): StateList {
  return largest <= 0xffff ? new Uint16Array(length) : new Int32Array(length);
}

/** Numbers of a state in `states`. */
export const STATE_WIDTH = 4;
/** The state before. */
export const PARENT = 0;
/** Class of the code unit that leads into the state. */
export const CLASS_INTO = 1;
/** State of the longest proper suffix. */
export const FAILURE = 2;
/** Where in `outputs` the longest term stands that the state ends, itself or by a suffix; 0 for none. */
export const FIRST_OUTPUT = 3;

/** Numbers of an entry of `outputs`. */
export const OUTPUT_WIDTH = 3;

/** Slots a state, at least: few enough to stay in the cache, many enough that most misses end at once. */
const SLOTS_PER_STATE = 2;

/** Bits of the table of pairs: few enough for the fastest cache. */
const PAIR_BITS = 2 ** 17;

/** The bit of a pair of classes. */
export function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 15;
}

/** First slot to look at for a transition. */
export function hashTransition(state: number, unitClass: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unitClass, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** Upper case A–Z is matched apart from lower case. */
export interface BuildTermAutomatonOptions {
  readonly caseSensitive: boolean;
}

/**
 * The automaton of `terms`; of equal terms the first counts. Time and space O(total length of the terms).
 */
export function buildTermAutomaton(
  terms: readonly string[],
  options: BuildTermAutomatonOptions,
): TermAutomaton {
  const builder = new AutomatonBuilder(terms, options.caseSensitive);
  terms.forEach((term, index) => {
    builder.insert(term, index);
  });
  return builder.finish();
}

class AutomatonBuilder {
  readonly #classOf = createCodeUnitTable();
  readonly #caseSensitive: boolean;
  readonly #slots: StateList;
  readonly #slotMask: number;
  readonly #fields: StateList;
  readonly #depth: Int32Array;
  readonly #termOf: Int32Array;
  #fromRoot: Int32Array = new Int32Array(0);
  #classes = 0;
  #states = 1;
  #maxDepth = 0;

  constructor(terms: readonly string[], caseSensitive: boolean) {
    let capacity = 1;
    for (const term of terms) capacity += term.length;
    const slotCount = 2 ** Math.ceil(Math.log2(capacity * SLOTS_PER_STATE));
    this.#caseSensitive = caseSensitive;
    const largest = Math.max(capacity, (terms.length + 1) * OUTPUT_WIDTH);
    this.#slots = createStateList(slotCount, capacity);
    this.#slotMask = slotCount - 1;
    this.#fields = createStateList(capacity * STATE_WIDTH, largest);
    this.#depth = new Int32Array(capacity);
    this.#termOf = new Int32Array(capacity).fill(-1);
  }

  insert(term: string, index: number): void {
    let state = 0;
    for (let at = term.length - 1; at >= 0; at--) {
      const unitClass = this.#classify(term.charCodeAt(at));
      state = this.#next(state, unitClass) || this.#grow(state, unitClass);
    }
    if (this.#termOf[state] === -1) this.#termOf[state] = index;
  }

  finish(): TermAutomaton {
    this.#copyLowerCaseClasses();
    const order = this.#statesByDepth();
    this.#fillFromRoot(order);
    this.#linkFailures(order);
    const outputs = this.#linkOutputs(order);
    return {
      classOf: this.#classOf,
      fromRoot: this.#fromRoot,
      rootOutput: this.#fromRoot.map((state) => this.#get(state, FIRST_OUTPUT)),
      slots: this.#slots,
      slotMask: this.#slotMask,
      pairs: this.#markPairs(order),
      states: this.#fields,
      outputs,
    };
  }

  #classify(unit: number): number {
    const folded = this.#caseSensitive ? unit : foldLatinCase(unit);
    const known = this.#classOf[folded] ?? 0;
    if (known !== 0) return known;
    this.#classes++;
    this.#classOf[folded] = this.#classes;
    return this.#classes;
  }

  #copyLowerCaseClasses(): void {
    if (this.#caseSensitive) return;
    for (let unit = 0x41; unit <= 0x5a; unit++) {
      this.#classOf[unit] = this.#classOf[foldLatinCase(unit)] ?? 0;
    }
  }

  #next(state: number, unitClass: number): number {
    for (let hash = hashTransition(state, unitClass); ; hash++) {
      const next = this.#slots[hash & this.#slotMask] ?? 0;
      if (next === 0) return 0;
      if (this.#get(next, PARENT) === state && this.#get(next, CLASS_INTO) === unitClass)
        return next;
    }
  }

  #grow(state: number, unitClass: number): number {
    let hash = hashTransition(state, unitClass);
    while (this.#slots[hash & this.#slotMask] !== 0) hash++;
    const grown = this.#states++;
    this.#slots[hash & this.#slotMask] = grown;
    this.#set(grown, PARENT, state);
    this.#set(grown, CLASS_INTO, unitClass);
    const depth = (this.#depth[state] ?? 0) + 1;
    this.#depth[grown] = depth;
    if (depth > this.#maxDepth) this.#maxDepth = depth;
    return grown;
  }

  /** All states but the root, shallow ones first (a counting sort). */
  #statesByDepth(): Int32Array {
    const firstAt = new Int32Array(this.#maxDepth + 2);
    for (let state = 1; state < this.#states; state++) {
      const bucket = (this.#depth[state] ?? 0) + 1;
      firstAt[bucket] = (firstAt[bucket] ?? 0) + 1;
    }
    for (let depth = 1; depth < firstAt.length; depth++) {
      firstAt[depth] = (firstAt[depth] ?? 0) + (firstAt[depth - 1] ?? 0);
    }
    const order = new Int32Array(this.#states - 1);
    for (let state = 1; state < this.#states; state++) {
      const depth = this.#depth[state] ?? 0;
      const place = firstAt[depth] ?? 0;
      firstAt[depth] = place + 1;
      order[place] = state;
    }
    return order;
  }

  #fillFromRoot(order: Int32Array): void {
    this.#fromRoot = new Int32Array(this.#classes + 1);
    for (const state of order) {
      if (this.#depth[state] !== 1) break;
      this.#fromRoot[this.#get(state, CLASS_INTO)] = state;
    }
  }

  #markPairs(order: Int32Array): Uint32Array {
    const pairs = new Uint32Array(PAIR_BITS / 32);
    for (const state of order) {
      if ((this.#depth[state] ?? 0) > 2) break;
      if (this.#depth[state] !== 2) continue;
      const first = this.#get(this.#get(state, PARENT), CLASS_INTO);
      const bit = hashPair(first, this.#get(state, CLASS_INTO));
      pairs[bit >>> 5] = (pairs[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
    return pairs;
  }

  #linkFailures(order: Int32Array): void {
    for (const state of order) {
      const parent = this.#get(state, PARENT);
      if (parent === 0) continue;
      const unitClass = this.#get(state, CLASS_INTO);
      let suffix = this.#get(parent, FAILURE);
      let next = this.#next(suffix, unitClass);
      while (next === 0 && suffix !== 0) {
        suffix = this.#get(suffix, FAILURE);
        next = this.#next(suffix, unitClass);
      }
      this.#set(state, FAILURE, next);
    }
  }

  #linkOutputs(order: Int32Array): Int32Array {
    const ending = order.filter((state) => this.#termOf[state] !== -1);
    const outputs = new Int32Array((ending.length + 1) * OUTPUT_WIDTH);
    let filled = 0;
    for (const state of order) {
      const inherited = this.#get(this.#get(state, FAILURE), FIRST_OUTPUT);
      const term = this.#termOf[state] ?? -1;
      if (term !== -1) {
        filled += OUTPUT_WIDTH;
        outputs.set([this.#depth[state] ?? 0, term, inherited], filled);
      }
      this.#set(state, FIRST_OUTPUT, term === -1 ? inherited : filled);
    }
    return outputs;
  }

  #get(state: number, field: number): number {
    return this.#fields[state * STATE_WIDTH + field] ?? 0;
  }

  #set(state: number, field: number, value: number): void {
    this.#fields[state * STATE_WIDTH + field] = value;
  }
}
