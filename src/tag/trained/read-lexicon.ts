/**
 * createLexiconReader: the terms of a lexicon in texts that were cut into words.
 *
 * @module
 */
import type { CompiledLexicon } from '../lexicon';
import {
  EVERY_CUE,
  hearCues,
  isDoubtful,
  keepWords,
  splitMatches,
  type VisitWeight,
  visitWeights,
} from '../lexicon-matches';

/** What a term of the lexicon says about a concept, and where it stands in its text. */
export interface FoundTerm {
  readonly concept: number;
  /** The weight that the lexicon gives it. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Tells terms apart: equal for the same term in another place. */
  readonly key: number;
}

/** The matches in a text: start, end, term, start, … */
export type Matches = readonly number[];

/** Texts that were cut as one, joined by line feeds. */
export interface CutTexts {
  readonly texts: readonly string[];
  /** By text. */
  readonly matches: readonly Matches[];
  readonly joined: string;
  /** Ends of the words of `joined`. */
  readonly ends: Uint32Array;
}

/** The terms in a text, by position, and the cues among them. */
export interface LexiconReading {
  readonly terms: readonly FoundTerm[];
  readonly cues: number;
}

/**
 * Reads texts that were cut as one, in their order. `around` is the cues that are heard around a passage. Without it the text is a heading or title: words are looked at whatever cue may be
 * heard around it, and its terms hear the cues that it holds itself.
 */
export type ReadNext = (around?: number) => LexiconReading;

/** Reads the terms of a lexicon, for a model that weighs context itself. Pure. In passages by the rules of `createLexiconFeatures`; in headings and titles by themselves, for every concept. */
export interface LexiconReader {
  /** The matches in each text. */
  match(texts: readonly string[]): readonly Matches[];
  /** Whether a term in a text speaks for a concept, as far as is known before the text is cut: short ones may turn out to be no words. */
  speaks(matches: Matches, text: string, around: number): boolean;
  read(cut: CutTexts): ReadNext;
}

const speaks: VisitWeight = (_start, _end, _term, _concept, weight) => weight > 0;

/** A reader by a lexicon. Linear in the text. */
export function createLexiconReader(lexicon: CompiledLexicon): LexiconReader {
  return {
    match: (texts) => splitMatches(lexicon.matcher.scan(texts.join('\n')), texts),
    speaks: (matches, text, around) => visitWeights(matches, text, around, lexicon, speaks),
    read: ({ texts, matches: matchesOf, ends }) => {
      const words = { ends, at: 0, offset: 0 };
      let index = 0;
      return (around) => {
        const text = texts[index] ?? '';
        const matches = matchesOf[index] ?? [];
        const heard = hearCues(matches, lexicon) | (around ?? EVERY_CUE);
        const kept = isDoubtful(matches, heard, lexicon)
          ? keepWords(matches, words, lexicon)
          : matches;
        index += 1;
        words.offset += text.length + 1;
        const terms: FoundTerm[] = [];
        visitWeights(kept, text, around ?? 0, lexicon, (start, end, key, concept, value) => {
          terms.push({ concept, value, start, end, key });
          return false;
        });
        return { terms, cues: hearCues(kept, lexicon) };
      };
    },
  };
}
