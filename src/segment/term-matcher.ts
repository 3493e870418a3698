/**
 * Finds thousands of terms in a text in one pass.
 *
 * @module
 */

import { describeReceived, ZhengceError } from '../errors';
import { isLatinOrDigit } from './code-units';
import {
  buildTermAutomaton,
  CLASS_INTO,
  FAILURE,
  FIRST_OUTPUT,
  hashPair,
  hashTransition,
  PARENT,
  STATE_WIDTH,
  type TermAutomaton,
} from './term-automaton';

/** A term of a {@link TermMatcher}; `id` is its index in the list that the matcher was made of. */
export interface Term {
  /** As it was given. */
  readonly text: string;
  /** From 0. */
  readonly id: number;
}

/** An occurrence of a term: a half-open span in UTF-16 code units, and the index of the term in the list. */
export interface TermMatch {
  /** Its first code unit. */
  readonly start: number;
  /** Behind its last. */
  readonly end: number;
  /** `id` of the {@link Term}. */
  readonly term: number;
}

/** Numbers that one match takes in the results of `scan` and `scanAll`: start, end, term. */
export const TERM_MATCH_WIDTH = 3;

/**
 * Finds terms in texts. Immutable; a term of which a Latin letter or digit is the first or last
 * character does not match inside a longer run of Latin letters and digits.
 */
export interface TermMatcher {
  /** The terms in the order given, equal ones included. */
  readonly terms: readonly Term[];
  /** Leftmost-longest matches: disjoint, ascending. O(n). */
  find(text: string): readonly TermMatch[];
  /** Every occurrence, overlapping ones too, by start, longest first. O(n + occurrences). */
  findAll(text: string): readonly TermMatch[];
  /** The matches of {@link TermMatcher.find} as a flat array: start, end, term, start, end, term … O(n). */
  scan(text: string): Int32Array;
  /** The matches of {@link TermMatcher.findAll} as a flat array, as in {@link TermMatcher.scan}. */
  scanAll(text: string): Int32Array;
}

/** Options of {@link createTermMatcher}. */
export interface CreateTermMatcherOptions {
  /** Whether A–Z and a–z are different letters; default false: `5g网络` matches the term `5G网络`. */
  readonly caseSensitive?: boolean;
}

/**
 * A matcher of `terms`. Of terms that are equal, or equal but for case when case does not count,
 * the first is reported. Building takes time and space O(total length of the terms).
 *
 * @throws ZhengceError `invalid-argument` for a term that is empty or holds a lone surrogate.
 * @example
 * createTermMatcher(['数据', '数据要素', '5G']).find('5g与数据要素，15G').map((match) => match.term) // => [2, 1]
 */
export function createTermMatcher(
  terms: readonly string[],
  options: CreateTermMatcherOptions = {},
): TermMatcher {
  terms.forEach(requireTerm);
  const automaton = buildTermAutomaton(terms, { caseSensitive: options.caseSensitive ?? false });
  const scan = (text: string): Int32Array => scanOccurrences(automaton, text).toLeftmostLongest();
  const scanAll = (text: string): Int32Array => scanOccurrences(automaton, text).toAscending();
  return Object.freeze({
    terms: Object.freeze(terms.map((text, id) => Object.freeze({ text, id }))),
    find: (text: string) => toMatches(scan(text)),
    findAll: (text: string) => toMatches(scanAll(text)),
    scan,
    scanAll,
  });
}

function requireTerm(term: unknown, index: number): void {
  if (typeof term === 'string' && term !== '' && !/\p{Surrogate}/u.test(term)) return;
  throw new ZhengceError(
    'invalid-argument',
    `createTermMatcher: expected a well-formed string that is not empty, received ${describeReceived(term)} (terms[${index}])`,
    { details: { index } },
  );
}

/** All occurrences, read from the end of the text, so they are gathered in reverse. */
function scanOccurrences(automaton: TermAutomaton, text: string): ReverseMatches {
  const { classOf, states, pairs, fromRoot, rootOutput } = automaton;
  const found = new ReverseMatches(text.length >>> 4);
  // A state of depth 1 is held as 0 and the class that led there: most pairs of letters begin no term, and then no state is looked up.
  let state = 0;
  let last = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    const unitClass = classOf[text.charCodeAt(at)] ?? 0;
    if (state === 0 && isPair(pairs, last, unitClass)) state = fromRoot[last] ?? 0;
    if (state !== 0) state = step(automaton, state, unitClass);
    last = unitClass;
    const output =
      (state === 0 ? rootOutput[unitClass] : states[state * STATE_WIDTH + FIRST_OUTPUT]) ?? 0;
    if (output !== 0) collect(automaton, text, at, output, found);
  }
  return found;
}

function isPair(pairs: Uint32Array, first: number, second: number): boolean {
  const bit = hashPair(first, second);
  return (((pairs[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

/** The state after `from`, which is not the root; 0 where it is of depth 1 or the root. */
function step(automaton: TermAutomaton, from: number, unitClass: number): number {
  const { slots, slotMask, states } = automaton;
  let state = from;
  let hash = hashTransition(state, unitClass);
  for (;;) {
    const next = slots[hash & slotMask] ?? 0;
    if (next !== 0) {
      const at = next * STATE_WIDTH;
      if (states[at + PARENT] === state && states[at + CLASS_INTO] === unitClass) return next;
      hash++;
      continue;
    }
    state = states[state * STATE_WIDTH + FAILURE] ?? 0;
    if (state === 0) return 0;
    hash = hashTransition(state, unitClass);
  }
}

function collect(
  { outputs }: TermAutomaton,
  text: string,
  start: number,
  output: number,
  found: ReverseMatches,
): void {
  if (!isRunEdge(text, start)) return;
  for (let at = output; at !== 0; at = outputs[at + 2] ?? 0) {
    const end = start + (outputs[at] ?? 0);
    if (isRunEdge(text, end)) found.push(start, end, outputs[at + 1] ?? 0);
  }
}

/** Whether no run of Latin letters and digits goes on across the offset. */
function isRunEdge(text: string, offset: number): boolean {
  return !(isLatinOrDigit(text.charCodeAt(offset)) && isLatinOrDigit(text.charCodeAt(offset - 1)));
}

/** A growing list of matches that come in by descending start, longest first. */
class ReverseMatches {
  #numbers: Int32Array;
  #length = 0;

  /** A list with room for so many matches before it must grow. */
  constructor(expected: number) {
    this.#numbers = new Int32Array((expected + 16) * TERM_MATCH_WIDTH);
  }

  push(start: number, end: number, term: number): void {
    if (this.#length === this.#numbers.length) this.#grow();
    const numbers = this.#numbers;
    numbers[this.#length++] = start;
    numbers[this.#length++] = end;
    numbers[this.#length++] = term;
  }

  /** Those that start where the one kept before has ended, the longest of each start. */
  toLeftmostLongest(): Int32Array {
    const numbers = this.#numbers;
    const kept = new Int32Array(this.#length);
    let filled = 0;
    let reached = 0;
    for (let at = this.#length - TERM_MATCH_WIDTH; at >= 0; at -= TERM_MATCH_WIDTH) {
      const start = numbers[at] ?? 0;
      while (at > 0 && numbers[at - TERM_MATCH_WIDTH] === start) at -= TERM_MATCH_WIDTH;
      if (start < reached) continue;
      reached = numbers[at + 1] ?? 0;
      kept[filled++] = start;
      kept[filled++] = reached;
      kept[filled++] = numbers[at + 2] ?? 0;
    }
    return kept.subarray(0, filled);
  }

  /** The matches by ascending start, longest first. */
  toAscending(): Int32Array {
    const numbers = this.#numbers;
    const ascending = new Int32Array(this.#length);
    let filled = 0;
    for (let groupEnd = this.#length; groupEnd > 0; ) {
      let group = groupEnd - TERM_MATCH_WIDTH;
      while (group > 0 && numbers[group - TERM_MATCH_WIDTH] === numbers[group]) {
        group -= TERM_MATCH_WIDTH;
      }
      for (let from = group; from < groupEnd; from++) ascending[filled++] = numbers[from] ?? 0;
      groupEnd = group;
    }
    return ascending;
  }

  #grow(): void {
    const grown = new Int32Array(this.#numbers.length * 2);
    grown.set(this.#numbers);
    this.#numbers = grown;
  }
}

function toMatches(numbers: Int32Array): readonly TermMatch[] {
  const matches: TermMatch[] = [];
  for (let from = 0; from < numbers.length; from += TERM_MATCH_WIDTH) {
    matches.push({
      start: numbers[from] ?? 0,
      end: numbers[from + 1] ?? 0,
      term: numbers[from + 2] ?? 0,
    });
  }
  return matches;
}
