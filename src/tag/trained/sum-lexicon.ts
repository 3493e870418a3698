/**
 * sumLexicon: what the terms of texts add up to, by concept.
 *
 * @module
 */
import type { FoundTerm } from './read-lexicon';
import type { ReadText } from './read-passages';

/** What the lexicon says in texts about each concept: tables of `[text × concepts + concept]`. */
export interface LexiconSums {
  /** Of the terms that speak for the concept; and its logarithm, ln(1 + sum). */
  readonly sum: Float64Array;
  readonly logSum: Float64Array;
  /** The heaviest term, and how many different ones. */
  readonly max: Float64Array;
  readonly terms: Float64Array;
  /** Of the terms that speak against it; at most 0. */
  readonly against: Float64Array;
  /** The highest sum of a sentence, the share of sentences that tell something, the sum of the first sentence. */
  readonly sentenceMax: Float64Array;
  readonly sentenceShare: Float64Array;
  readonly first: Float64Array;
}

/** Factor of each further occurrence of a term. */
const REPETITION = 0.4;
/** Sum from which on a sentence says something about a concept. */
const TELLING_SENTENCE = 2;

/** The sums of texts. Linear in the terms, and in texts × concepts. */
export function sumLexicon(texts: readonly ReadText[], concepts: number): LexiconSums {
  const sums = createSums(texts.length * concepts);
  const counter = createOccurrenceCounter(concepts);
  const sentences = createSentenceSums(sums, concepts);
  texts.forEach(({ terms, sentenceEnds }, text) => {
    if (terms.length === 0) return;
    const row = text * concepts;
    counter.clear();
    let sentence = 0;
    for (const term of terms) {
      if (term.start >= (sentenceEnds[sentence] ?? Infinity)) {
        sentences.close(row, sentence, sentenceEnds.length);
        while (term.start >= (sentenceEnds[sentence] ?? Infinity)) sentence += 1;
      }
      sentences.add(term);
      addTerm(sums, row + term.concept, term.value, counter.count(term));
    }
    sentences.close(row, sentence, sentenceEnds.length);
  });
  for (let i = 0; i < sums.sum.length; i += 1) {
    const sum = sums.sum[i] ?? 0;
    if (sum !== 0) sums.logSum[i] = Math.log1p(sum);
  }
  return sums;
}

/** What the terms of one text add up to, for and against each concept. */
export function sumTerms(terms: readonly FoundTerm[], concepts: number): readonly number[] {
  const totals = new Array<number>(concepts).fill(0);
  if (terms.length === 0) return totals;
  const counter = createOccurrenceCounter(concepts);
  for (const term of terms)
    totals[term.concept] =
      (totals[term.concept] ?? 0) + term.value * REPETITION ** counter.count(term);
  return totals;
}

function addTerm(sums: LexiconSums, at: number, value: number, earlier: number): void {
  const weight = earlier === 0 ? value : value * REPETITION ** earlier;
  if (value < 0) {
    sums.against[at] = (sums.against[at] ?? 0) + weight;
    return;
  }
  sums.sum[at] = (sums.sum[at] ?? 0) + weight;
  sums.max[at] = Math.max(sums.max[at] ?? 0, value);
  if (earlier === 0) sums.terms[at] = (sums.terms[at] ?? 0) + 1;
}

function createSums(size: number): LexiconSums {
  const zeros = (): Float64Array => new Float64Array(size);
  return {
    sum: zeros(),
    logSum: zeros(),
    max: zeros(),
    terms: zeros(),
    against: zeros(),
    sentenceMax: zeros(),
    sentenceShare: zeros(),
    first: zeros(),
  };
}

interface OccurrenceCounter {
  clear(): void;
  /** How often the term was counted for its concept before. */
  count(term: FoundTerm): number;
}

function createOccurrenceCounter(concepts: number): OccurrenceCounter {
  const seen = new Map<number, number>();
  return {
    clear: () => {
      seen.clear();
    },
    count: ({ key, concept }) => {
      const place = key * concepts + concept;
      const earlier = seen.get(place) ?? 0;
      seen.set(place, earlier + 1);
      return earlier;
    },
  };
}

interface SentenceSums {
  add(term: FoundTerm): void;
  /** Ends the sentence at hand, which is the one of that index, and writes what it says into a row. */
  close(row: number, sentence: number, sentences: number): void;
}

function createSentenceSums(sums: LexiconSums, concepts: number): SentenceSums {
  const said = new Float64Array(concepts);
  return {
    add: ({ concept, value }) => {
      said[concept] = (said[concept] ?? 0) + value;
    },
    close: (row, sentence, sentences) => {
      for (let c = 0; c < concepts; c += 1) {
        const sum = said[c] ?? 0;
        if (sum === 0) continue;
        said[c] = 0;
        const at = row + c;
        if (sentence === 0) sums.first[at] = sum;
        sums.sentenceMax[at] = Math.max(sums.sentenceMax[at] ?? 0, sum);
        if (sum >= TELLING_SENTENCE)
          sums.sentenceShare[at] = (sums.sentenceShare[at] ?? 0) + 1 / Math.max(1, sentences);
      }
    },
  };
}
