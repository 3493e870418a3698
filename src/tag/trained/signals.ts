/**
 * Signals: what is known about a concept in a passage, as a list of numbers of fixed order that the model weighs.
 *
 * @module
 */

/**
 * The signals of a concept, in their order.
 *
 * `lex…` come from the lexicon: the sum of the weights found in the text (log), the heaviest, how many terms, what speaks against, the sum for its
 * length (log), the best sentence (log), the share of sentences that say something, the first sentence (log). Headings and title: their sums
 * (log); `headingAgrees` the lesser of heading and text, `headingAlone` the heading where the text says nothing. Neighbours and the rest of the
 * document: their sums. `…Rival`: the best other concept of the scheme. `words…` come from the word model, likewise. `noHeading` is 1 where no
 * heading has words.
 */
export const SIGNALS = [
  'lexSum',
  'lexMax',
  'lexTerms',
  'lexAgainst',
  'lexDense',
  'lexSentence',
  'lexSentences',
  'lexFirst',
  'nearestHeading',
  'outerHeadings',
  'title',
  'headingAgrees',
  'headingAlone',
  'lexBefore',
  'lexAfter',
  'lexDocument',
  'lexWithDocument',
  'lexRival',
  'headingRival',
  'lexAll',
  'lexDocumentAll',
  'length',
  'words',
  'wordRival',
  'wordBest',
  'wordsBefore',
  'wordsAfter',
  'wordsDocument',
  'wordSentence',
  'wordSentenceRival',
  'noHeading',
] as const;

/** A signal's name. */
export type SignalName = (typeof SIGNALS)[number];

/** The number of signals. */
export const SIGNAL_COUNT: number = SIGNALS.length;

/** The place of a signal in the list. */
export const SIGNAL_INDEX: Readonly<Record<SignalName, number>> = Object.freeze(
  Object.fromEntries(SIGNALS.map((name, index) => [name, index])) as Record<SignalName, number>,
);
