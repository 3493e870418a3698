/**
 * computeSignals: the signals of every concept in every passage.
 *
 * @module
 */
import { hasWords } from '../features';
import { createRivalFinder } from './find-rivals';
import type { ReadPassage } from './read-passages';
import type { WordScores } from './score-words';
import { SIGNAL_INDEX as S, SIGNAL_COUNT } from './signals';
import { type ContextSums, createContextSums } from './sum-context';
import { type DocumentSums, sumDocument } from './sum-document';
import { type LexiconSums, sumLexicon } from './sum-lexicon';
import { WORDLESS } from './word-model';

/** What the computation needs to know of the taxonomy. */
export interface ConceptSchemes {
  /** The scheme of each concept, by index. */
  readonly schemes: readonly string[];
}

/** Length in code units up to which a passage counts in full, and how much longer ones are discounted. */
const FULL_LENGTH = 160;
const LENGTH_DISCOUNT = 0.2;

/** The signals of a concept in a passage. */
export interface ConceptSignals {
  readonly concept: number;
  /** By the order of SIGNALS. */
  readonly values: Float64Array;
}

/** Logits of the word model below which words do not speak for a concept. */
const SILENT_WORDS = -3.8;
const SILENT_SENTENCE = -2.5;

/** The signals of passages. */
export interface SignalTable {
  /** Calls `visit` for each concept for which something speaks in a passage, ascending. The values are only good until it returns. */
  readonly visit: (passage: number, visit: (concept: number, values: Float64Array) => void) => void;
  /** The signals of one concept in a passage; only good until the next call. */
  readonly signalsOf: (passage: number, concept: number) => Float64Array;
}

/**
 * The signals of the concepts for which something speaks in passages: a term in the text, a heading, or words; of the others no passage is a tag, and their
 * score is 0. With `inDocument` the passages are a document's in order, neighbours to each other; without, each stands alone. Linear in what was read, and in
 * passages × concepts.
 */
export function computeSignals(
  passages: readonly ReadPassage[],
  words: WordScores,
  { schemes }: ConceptSchemes,
  inDocument: boolean,
): SignalTable {
  const lexicon = sumLexicon(
    passages.map(({ body }) => body),
    schemes.length,
  );
  const ofDocument = inDocument
    ? sumDocument(lexicon, words, passages.length, schemes.length)
    : undefined;
  const describe = createDescriber(passages, lexicon, words, schemes);
  const values = new Float64Array(SIGNAL_COUNT);
  const fill = (passage: number, speaker: Speaker, concept: number): void => {
    fillOwn(values, speaker, lexicon, words, passage * schemes.length + concept, concept);
    if (ofDocument !== undefined) fillAround(values, ofDocument, lexicon, passage, concept);
  };
  return Object.freeze({
    visit(passage: number, visit: (concept: number, values: Float64Array) => void) {
      const speaker = describe(passage);
      for (let concept = 0; concept < schemes.length; concept += 1) {
        if (isSilent(speaker, lexicon, words, passage * schemes.length + concept, concept))
          continue;
        fill(passage, speaker, concept);
        visit(concept, values);
      }
    },
    signalsOf(passage: number, concept: number) {
      fill(passage, describe(passage), concept);
      return values;
    },
  });
}

/** The signals of all concepts for which something speaks, by passage: for training, which looks at them more than once. */
export function listSignals(table: SignalTable, passage: number): readonly ConceptSignals[] {
  const speaking: ConceptSignals[] = [];
  table.visit(passage, (concept, values) => {
    speaking.push({ concept, values: values.slice() });
  });
  return speaking;
}

/** What is known of one passage, by concept. */
interface Speaker {
  /** ln(length + 1). */
  readonly length: number;
  readonly context: ContextSums;
  /** The sum for the passage's length (log), and the nearest heading's (log). */
  readonly dense: Float64Array;
  readonly heading: Float64Array;
  /** The best other concept of the scheme, of those two and of the word model's logits. */
  readonly denseRival: Float64Array;
  readonly headingRival: Float64Array;
  readonly wordRival: Float64Array;
  readonly sentenceRival: Float64Array;
  readonly lexAll: number;
  readonly wordBest: number;
  readonly hasHeading: boolean;
}

/** Describes one passage at a time: its numbers are good until the next is asked for. */
function createDescriber(
  passages: readonly ReadPassage[],
  lexicon: LexiconSums,
  words: WordScores,
  schemes: readonly string[],
): (passage: number) => Speaker {
  const concepts = schemes.length;
  const sumContext = createContextSums(concepts);
  const findRivals = createRivalFinder(schemes);
  const [dense, heading, denseRival, headingRival, wordRival, sentenceRival] = [
    new Float64Array(concepts),
    new Float64Array(concepts),
    new Float64Array(concepts),
    new Float64Array(concepts),
    new Float64Array(concepts),
    new Float64Array(concepts),
  ] as const;
  let described = -1;
  let last: Speaker | undefined;
  return (p) => {
    if (last !== undefined && p === described) return last;
    const passage = passages[p];
    if (passage === undefined)
      throw new RangeError(`computeSignals: expected the index of a passage, received ${p}`);
    const context = sumContext(passage);
    const { length } = passage.body.text;
    const discount = discountLength(length);
    let lexAll = 0;
    let wordBest = -Infinity;
    for (let c = 0; c < concepts; c += 1) {
      const at = p * concepts + c;
      const sum = lexicon.sum[at] ?? 0;
      lexAll += lexicon.logSum[at] ?? 0;
      dense[c] = sum > 0 ? Math.log1p(sum * discount) : 0;
      const near = context.nearest[c] ?? 0;
      heading[c] = near > 0 ? Math.log1p(near) : 0;
      wordBest = Math.max(wordBest, words.passage[at] ?? 0);
    }
    findRivals(dense, 0, 0, denseRival);
    findRivals(heading, 0, 0, headingRival);
    findRivals(words.passage, p * concepts, WORDLESS, wordRival);
    findRivals(words.sentence, p * concepts, WORDLESS, sentenceRival);
    described = p;
    last = {
      length: Math.log(length + 1),
      context,
      dense,
      heading,
      denseRival,
      headingRival,
      wordRival,
      sentenceRival,
      lexAll,
      wordBest,
      hasHeading: passage.headings.some(({ text }) => hasWords(text)),
    };
    return last;
  };
}

function isSilent(
  { heading }: Speaker,
  lexicon: LexiconSums,
  words: WordScores,
  at: number,
  c: number,
): boolean {
  return (
    lexicon.sum[at] === 0 &&
    heading[c] === 0 &&
    (words.passage[at] ?? 0) < SILENT_WORDS &&
    (words.sentence[at] ?? 0) < SILENT_SENTENCE
  );
}

/** Writes the signals of a passage by itself: `at` is the place of the passage and the concept in the tables, `c` the concept. */
function fillOwn(
  values: Float64Array,
  speaker: Speaker,
  lexicon: LexiconSums,
  words: WordScores,
  at: number,
  c: number,
): void {
  const lexSum = lexicon.logSum[at] ?? 0;
  const near = speaker.heading[c] ?? 0;
  values[S.lexSum] = lexSum;
  values[S.lexMax] = lexicon.max[at] ?? 0;
  values[S.lexTerms] = lexicon.terms[at] ?? 0;
  values[S.lexAgainst] = lexicon.against[at] ?? 0;
  values[S.lexDense] = speaker.dense[c] ?? 0;
  values[S.lexSentence] = logOf(lexicon.sentenceMax[at] ?? 0);
  values[S.lexSentences] = lexicon.sentenceShare[at] ?? 0;
  values[S.lexFirst] = logOf(lexicon.first[at] ?? 0);
  values[S.nearestHeading] = near;
  values[S.outerHeadings] = logOf(speaker.context.outer[c] ?? 0);
  values[S.title] = logOf(speaker.context.title[c] ?? 0);
  values[S.headingAgrees] = Math.min(lexSum, near);
  values[S.headingAlone] = lexSum === 0 ? near : 0;
  values[S.lexRival] = speaker.denseRival[c] ?? 0;
  values[S.headingRival] = speaker.headingRival[c] ?? 0;
  values[S.lexAll] = speaker.lexAll;
  values[S.length] = speaker.length;
  values[S.words] = words.passage[at] ?? 0;
  values[S.wordRival] = speaker.wordRival[c] ?? 0;
  values[S.wordBest] = speaker.wordBest;
  values[S.wordSentence] = words.sentence[at] ?? 0;
  values[S.wordSentenceRival] = speaker.sentenceRival[c] ?? 0;
  values[S.noHeading] = speaker.hasHeading ? 0 : 1;
}

/** Writes the signals of neighbours and the rest of the document. */
function fillAround(
  values: Float64Array,
  document: DocumentSums,
  { logSum }: LexiconSums,
  p: number,
  c: number,
): void {
  const { concepts, passages, probabilities } = document;
  const at = p * concepts + c;
  const hasBefore = p > 0;
  const hasAfter = p + 1 < passages;
  const documentMean =
    Math.max(0, (document.lexicon[c] ?? 0) - (logSum[at] ?? 0)) / document.others;
  values[S.lexBefore] = hasBefore ? (logSum[at - concepts] ?? 0) : 0;
  values[S.lexAfter] = hasAfter ? (logSum[at + concepts] ?? 0) : 0;
  values[S.lexDocument] = documentMean;
  values[S.lexWithDocument] = (logSum[at] ?? 0) * documentMean;
  values[S.lexDocumentAll] =
    Math.max(0, document.lexiconAll - (document.byPassage[p] ?? 0)) / document.others;
  values[S.wordsBefore] = hasBefore ? (probabilities[at - concepts] ?? 0) : 0;
  values[S.wordsAfter] = hasAfter ? (probabilities[at + concepts] ?? 0) : 0;
  values[S.wordsDocument] = Math.sqrt(
    Math.max(0, (document.words[c] ?? 0) - (probabilities[at] ?? 0)) / document.others,
  );
}

function logOf(sum: number): number {
  return sum > 0 ? Math.log1p(sum) : 0;
}

function discountLength(length: number): number {
  return 1 / (1 + LENGTH_DISCOUNT * Math.max(0, length / FULL_LENGTH - 1));
}
