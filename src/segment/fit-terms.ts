/**
 * Re-cuts words so that chosen spans become tokens.
 *
 * @module
 */

/** Whole words within this many UTF-16 code units of a term that cut a word are cut anew with its rest. */
const RECUT_REACH = 8;

/** Options of {@link fitTerms}. */
export interface FitTermsOptions {
  /** Ends of the words, ascending; the last is the length of the text. */
  readonly ends: Uint32Array;
  /** Spans that are to be tokens: start, end, start, end …, ascending and disjoint. */
  readonly spans: Int32Array;
  /** Ends of the words of `text.slice(start, end)`, as offsets into the text. */
  readonly recut: (start: number, end: number) => Uint32Array;
}

/**
 * The ends of the tokens: every span is one token; the words between spans stay as they were,
 * but where a span cut a word, its rest and the words within {@link RECUT_REACH} are cut anew.
 * O(words), since no place is cut anew more than twice.
 */
export function fitTerms(options: FitTermsOptions): Uint32Array {
  const { ends, spans } = options;
  if (spans.length === 0) return ends;
  const fitter = new TermFitter(options);
  for (let from = 0; from < spans.length; from += 2) {
    fitter.fit(spans[from] ?? 0, spans[from + 1] ?? 0, spans[from + 2] ?? Infinity);
  }
  return fitter.finish();
}

class TermFitter {
  readonly #ends: Uint32Array;
  readonly #recut: FitTermsOptions['recut'];
  #tokens: Uint32Array;
  #count = 0;
  /** Index of the first word not yet taken over. */
  #word = 0;
  /** End of the term before, which no cutting anew goes back across. */
  #floor = 0;

  constructor({ ends, recut }: FitTermsOptions) {
    this.#ends = ends;
    this.#recut = recut;
    this.#tokens = new Uint32Array(ends.length + 2 * RECUT_REACH);
  }

  fit(start: number, end: number, nextStart: number): void {
    this.#takeWordsUpTo(start);
    if (this.#last() < start) this.#recutBefore(start);
    this.#push(end);
    this.#floor = end;
    this.#skipWordsUpTo(end);
    const wordBegin = this.#word === 0 ? 0 : (this.#ends[this.#word - 1] ?? 0);
    if (wordBegin < end) this.#recutAfter(end, nextStart);
  }

  finish(): Uint32Array {
    this.#takeWordsUpTo(Infinity);
    return this.#tokens.subarray(0, this.#count);
  }

  #last(): number {
    return this.#count === 0 ? 0 : (this.#tokens[this.#count - 1] ?? 0);
  }

  #lastButOne(): number {
    return this.#count < 2 ? 0 : (this.#tokens[this.#count - 2] ?? 0);
  }

  #takeWordsUpTo(offset: number): void {
    const first = this.#word;
    this.#skipWordsUpTo(offset);
    this.#pushAll(this.#ends, first, this.#word);
  }

  #skipWordsUpTo(offset: number): void {
    const ends = this.#ends;
    let word = this.#word;
    while (word < ends.length && (ends[word] ?? 0) <= offset) word++;
    this.#word = word;
  }

  #recutBefore(start: number): void {
    while (this.#last() > this.#floor && this.#lastButOne() >= start - RECUT_REACH) this.#count--;
    this.#pushRecut(this.#last(), start);
  }

  /** Cuts anew from a term's end to the end of a word, or to the next term if that comes first. */
  #recutAfter(end: number, nextStart: number): void {
    const ends = this.#ends;
    let until = ends[this.#word] ?? end;
    for (let word = this.#word + 1; word < ends.length; word++) {
      const wordEnd = ends[word] ?? 0;
      if (wordEnd > end + RECUT_REACH) break;
      until = wordEnd;
    }
    until = Math.min(until, nextStart);
    if (until === end) return;
    this.#pushRecut(end, until);
    this.#skipWordsUpTo(until);
  }

  #pushRecut(start: number, end: number): void {
    const ends = this.#recut(start, end);
    this.#pushAll(ends, 0, ends.length);
  }

  #pushAll(ends: Uint32Array, first: number, last: number): void {
    this.#ensureRoom(last - first);
    const tokens = this.#tokens;
    let count = this.#count;
    for (let index = first; index < last; index++) tokens[count++] = ends[index] ?? 0;
    this.#count = count;
  }

  #push(end: number): void {
    this.#ensureRoom(1);
    this.#tokens[this.#count++] = end;
  }

  #ensureRoom(added: number): void {
    const needed = this.#count + added;
    if (needed <= this.#tokens.length) return;
    const grown = new Uint32Array(needed * 2);
    grown.set(this.#tokens.subarray(0, this.#count));
    this.#tokens = grown;
  }
}
