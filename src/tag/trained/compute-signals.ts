/**
 * computeSignals: the signals of every concept in every passage.
 *
 * @module
 */
import type { Feature } from '../features';
import type { ReadPassage } from './read-passages';
import { SIGNAL_INDEX as S, SIGNAL_COUNT } from './signals';

/** What the word model says of a passage, by concept. */
export interface WordScores {
  /** Logits of the passage. */
  readonly passage: Float64Array;
  /** The highest logits among its sentences. */
  readonly sentence: Float64Array;
}

/** What the computation needs to know of the taxonomy. */
export interface ConceptSchemes {
  /** The scheme of each concept, by index. */
  readonly schemes: readonly string[];
}

/** What the lexicon says in a text about each concept. */
export interface LexiconSums {
  readonly sum: Float64Array;
  readonly max: Float64Array;
  readonly terms: Float64Array;
  readonly against: Float64Array;
  readonly sentenceMax: Float64Array;
  readonly sentenceShare: Float64Array;
  readonly first: Float64Array;
}

/** Factor of each further occurrence of a term. */
const REPETITION = 0.4;
/** Sum from which on a sentence says something about a concept. */
const TELLING_SENTENCE = 2;
/** Length in code units up to which a passage counts in full, and how much longer ones are discounted. */
const FULL_LENGTH = 160;
const LENGTH_DISCOUNT = 0.2;
/** Headings without words beside their number say nothing. */
const MIN_HEADING = 5;

/** The signals of a concept in a passage. */
export interface ConceptSignals {
  readonly concept: number;
  /** By the order of SIGNALS. */
  readonly values: Float64Array;
}

/** Logits of the word model below which words do not speak for a concept. */
const SILENT_WORDS = -3.8;
const SILENT_SENTENCE = -2.5;

/**
 * By passage, the signals of the concepts for which something speaks: a term in the text, a heading, or words; of the others no passage is a tag, and their
 * score is 0. With `inDocument` the passages are a document's in order, neighbours to each other; without, each stands alone. Linear in what was read, and in
 * passages × concepts.
 */
export function computeSignals(
  passages: readonly ReadPassage[],
  words: readonly WordScores[],
  { schemes }: ConceptSchemes,
  inDocument: boolean,
): readonly (readonly ConceptSignals[])[] {
  const concepts = schemes.length;
  const sumContext = createContextSums(concepts);
  const lexicon = passages.map(({ body }) => sumLexicon(body.terms, body.sentenceEnds, concepts));
  const around: Around = {
    lexicon,
    words,
    rivals: groupRivals(schemes),
    ofDocument: inDocument ? sumDocument(lexicon, words, concepts) : undefined,
  };
  return passages.map((passage, p) => {
    const own = lexicon[p];
    const word = words[p];
    if (own === undefined || word === undefined) return [];
    const speaker = describeSpeaker(passage, own, word, sumContext(passage), concepts);
    const speaking: ConceptSignals[] = [];
    for (let concept = 0; concept < concepts; concept += 1) {
      if (isSilent(speaker, concept)) continue;
      speaking.push({ concept, values: listSignals(speaker, around, p, concept) });
    }
    return speaking;
  });
}

/** What is known of all passages. */
interface Around {
  readonly lexicon: readonly LexiconSums[];
  readonly words: readonly WordScores[];
  readonly rivals: readonly (readonly number[])[];
  /** Undefined where passages stand alone. */
  readonly ofDocument: DocumentSums | undefined;
}

/** What is known of one passage, for all concepts. */
interface Speaker {
  readonly own: LexiconSums;
  readonly word: WordScores;
  readonly context: ContextSums;
  readonly length: number;
  /** The sum for the passage's length (log), and the nearest heading's (log), by concept. */
  readonly dense: Float64Array;
  readonly heading: Float64Array;
  readonly lexAll: number;
  readonly wordBest: number;
  readonly hasHeading: boolean;
}

function describeSpeaker(
  { body, headings }: ReadPassage,
  own: LexiconSums,
  word: WordScores,
  context: ContextSums,
  concepts: number,
): Speaker {
  const { length } = body.text;
  const discount = discountLength(length);
  const dense = new Float64Array(concepts);
  const heading = new Float64Array(concepts);
  let lexAll = 0;
  let wordBest = -Infinity;
  for (let c = 0; c < concepts; c += 1) {
    const sum = at(own.sum, c);
    if (sum > 0) {
      lexAll += Math.log1p(sum);
      dense[c] = Math.log1p(sum * discount);
    }
    const near = at(context.nearest, c);
    if (near > 0) heading[c] = Math.log1p(near);
    wordBest = Math.max(wordBest, at(word.passage, c));
  }
  const hasHeading = headings.some(({ text }) => text.length >= MIN_HEADING);
  return { own, word, context, length, dense, heading, lexAll, wordBest, hasHeading };
}

function isSilent({ own, word, heading }: Speaker, c: number): boolean {
  return (
    at(own.sum, c) === 0 &&
    at(heading, c) === 0 &&
    at(word.passage, c) < SILENT_WORDS &&
    at(word.sentence, c) < SILENT_SENTENCE
  );
}

function listSignals(speaker: Speaker, around: Around, p: number, c: number): Float64Array {
  const { own, word, context, dense, heading } = speaker;
  const { lexicon, words, rivals, ofDocument } = around;
  const values = new Float64Array(SIGNAL_COUNT);
  const lexSum = Math.log1p(at(own.sum, c));
  const near = at(heading, c);
  values[S.lexSum] = lexSum;
  values[S.lexMax] = at(own.max, c);
  values[S.lexTerms] = at(own.terms, c);
  values[S.lexAgainst] = at(own.against, c);
  values[S.lexDense] = at(dense, c);
  values[S.lexSentence] = logOf(at(own.sentenceMax, c));
  values[S.lexSentences] = at(own.sentenceShare, c);
  values[S.lexFirst] = logOf(at(own.first, c));
  values[S.nearestHeading] = near;
  values[S.outerHeadings] = logOf(at(context.outer, c));
  values[S.title] = logOf(at(context.title, c));
  values[S.headingAgrees] = Math.min(lexSum, near);
  values[S.headingAlone] = lexSum === 0 ? near : 0;
  values[S.lexRival] = bestRival(rivals, c, dense, 0);
  values[S.headingRival] = bestRival(rivals, c, heading, 0);
  values[S.lexAll] = speaker.lexAll;
  values[S.length] = Math.log(speaker.length + 1);
  values[S.words] = at(word.passage, c);
  values[S.wordRival] = bestRival(rivals, c, word.passage, NO_WORDS);
  values[S.wordBest] = speaker.wordBest;
  values[S.wordSentence] = at(word.sentence, c);
  values[S.wordSentenceRival] = bestRival(rivals, c, word.sentence, NO_WORDS);
  values[S.noHeading] = speaker.hasHeading ? 0 : 1;
  if (ofDocument === undefined) return values;
  const documentMean = ofDocument.lexiconMean(p, c);
  values[S.lexBefore] = Math.log1p(at(lexicon[p - 1]?.sum ?? [], c));
  values[S.lexAfter] = Math.log1p(at(lexicon[p + 1]?.sum ?? [], c));
  values[S.lexDocument] = documentMean;
  values[S.lexWithDocument] = lexSum * documentMean;
  values[S.lexDocumentAll] = ofDocument.lexiconMeans(p);
  values[S.wordsBefore] = squashOf(words[p - 1], c);
  values[S.wordsAfter] = squashOf(words[p + 1], c);
  values[S.wordsDocument] = Math.sqrt(ofDocument.wordsMean(p, c));
  return values;
}

function squashOf(word: WordScores | undefined, c: number): number {
  return word === undefined ? 0 : squash(at(word.passage, c));
}

/** The logit of a concept for which no word speaks. */
const NO_WORDS = -8;

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}

function logOf(sum: number): number {
  return Math.log1p(Math.max(0, sum));
}

function squash(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function discountLength(length: number): number {
  return 1 / (1 + LENGTH_DISCOUNT * Math.max(0, length / FULL_LENGTH - 1));
}

/** The other concepts of the same scheme, by concept. */
function groupRivals(schemes: readonly string[]): readonly (readonly number[])[] {
  return schemes.map((scheme, c) =>
    schemes.flatMap((other, o) => (o !== c && other === scheme ? [o] : [])),
  );
}

function bestRival(
  rivals: readonly (readonly number[])[],
  concept: number,
  values: ArrayLike<number>,
  none: number,
): number {
  let best = none;
  for (const rival of rivals[concept] ?? []) best = Math.max(best, at(values, rival));
  return best;
}

/** What the terms of a text add up to. Terms come by position. */
export function sumLexicon(
  terms: readonly Feature[],
  sentenceEnds: readonly number[],
  concepts: number,
): LexiconSums {
  if (terms.length === 0) return NO_TERMS;
  const sums = createSums(concepts);
  const seen = new Map<number, number>();
  let sentence = 0;
  let ofSentence = new Float64Array(concepts);
  const closeSentence = (): void => {
    for (let c = 0; c < concepts; c += 1) {
      const said = at(ofSentence, c);
      if (sentence === 0) sums.first[c] = said;
      sums.sentenceMax[c] = Math.max(at(sums.sentenceMax, c), said);
      if (said >= TELLING_SENTENCE)
        sums.sentenceShare[c] = at(sums.sentenceShare, c) + 1 / Math.max(1, sentenceEnds.length);
    }
    ofSentence = new Float64Array(concepts);
  };
  for (const { concept, value, key, span } of terms) {
    while (span.start >= (sentenceEnds[sentence] ?? Infinity)) {
      closeSentence();
      sentence += 1;
    }
    const place = key * concepts + concept;
    const earlier = seen.get(place) ?? 0;
    seen.set(place, earlier + 1);
    ofSentence[concept] = at(ofSentence, concept) + value;
    addTerm(sums, concept, value, earlier);
  }
  closeSentence();
  return sums;
}

/** At every index nothing. */
const NO_TERMS: LexiconSums = createSums(0);

function addTerm(sums: LexiconSums, c: number, value: number, earlier: number): void {
  const weight = value * REPETITION ** earlier;
  if (value < 0) {
    sums.against[c] = at(sums.against, c) + weight;
    return;
  }
  sums.sum[c] = at(sums.sum, c) + weight;
  sums.max[c] = Math.max(at(sums.max, c), value);
  if (earlier === 0) sums.terms[c] = at(sums.terms, c) + 1;
}

function createSums(concepts: number): LexiconSums {
  const zeros = (): Float64Array => new Float64Array(concepts);
  return {
    sum: zeros(),
    max: zeros(),
    terms: zeros(),
    against: zeros(),
    sentenceMax: zeros(),
    sentenceShare: zeros(),
    first: zeros(),
  };
}

interface ContextSums {
  readonly nearest: Float64Array;
  readonly outer: Float64Array;
  readonly title: Float64Array;
}

/** Sums of headings and titles, which come again with every passage under them. */
function createContextSums(concepts: number): (passage: ReadPassage) => ContextSums {
  const known = new Map<unknown, Float64Array>();
  const sumAlone = (text: ReadPassage['title']): Float64Array => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const { sum, against } = sumLexicon(text.terms, [text.text.length + 1], concepts);
    const total = sum.map((value, c) => value + at(against, c));
    known.set(text, total);
    return total;
  };
  const nothing = new Float64Array(concepts);
  return ({ headings, title }) => {
    const telling = headings.filter(({ text }) => text.length >= MIN_HEADING);
    const last = telling.at(-1);
    const outer = new Float64Array(concepts);
    for (const heading of telling.slice(0, -1))
      sumAlone(heading).forEach((value, c) => {
        outer[c] = at(outer, c) + value;
      });
    return {
      nearest: last === undefined ? nothing : sumAlone(last),
      outer,
      title: sumAlone(title),
    };
  };
}

interface DocumentSums {
  /** Mean of the lexicon's sums (log) over the other passages. */
  lexiconMean(passage: number, concept: number): number;
  /** The same, of all concepts together. */
  lexiconMeans(passage: number): number;
  /** Mean of the word model's probabilities over the other passages. */
  wordsMean(passage: number, concept: number): number;
}

function sumDocument(
  lexicon: readonly LexiconSums[],
  words: readonly WordScores[],
  concepts: number,
): DocumentSums {
  const logs = lexicon.map(({ sum }) => sum.map((value) => Math.log1p(value)));
  const logSums = logs.map((values) => values.reduce((total, value) => total + value, 0));
  const lexTotal = addUp(logs, concepts);
  const allTotal = logSums.reduce((total, value) => total + value, 0);
  const wordTotal = addUp(
    words.map(({ passage }) => passage.map(squash)),
    concepts,
  );
  const others = Math.max(1, lexicon.length - 1);
  return {
    lexiconMean: (p, c) => Math.max(0, at(lexTotal, c) - at(logs[p] ?? [], c)) / others,
    lexiconMeans: (p) => Math.max(0, allTotal - at(logSums, p)) / others,
    wordsMean: (p, c) =>
      Math.max(0, at(wordTotal, c) - squash(at(words[p]?.passage ?? [], c))) / others,
  };
}

function addUp(rows: readonly Float64Array[], concepts: number): Float64Array {
  const total = new Float64Array(concepts);
  for (const row of rows) {
    for (let c = 0; c < row.length; c += 1) total[c] = at(total, c) + at(row, c);
  }
  return total;
}
