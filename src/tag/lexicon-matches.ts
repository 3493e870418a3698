/**
 * Lexicon matches: the terms in a text that count, the cues among them, and what they say.
 *
 * @module
 */
import { TERM_MATCH_WIDTH } from '../segment';
import { ALWAYS, type CompiledLexicon } from './lexicon';
import { findSentenceMark } from './sentence-ends';

/** Terms of at most this many code units count only where the segmenter sees word boundaries: 算力 is none in 计算力度. */
const SHORT_TERM = 3;

/** For headings and titles, which may be the context of any passage. */
export const EVERY_CUE = -1;

/** Whether a short term stands in the text that counts if it is a word. */
export function isDoubtful(
  matches: readonly number[],
  heard: number,
  lexicon: CompiledLexicon,
): boolean {
  for (let i = 0; i < matches.length; i += TERM_MATCH_WIDTH) {
    if (!isShort(matches, i)) continue;
    const calls = lexicon.calls[matches[i + 2] ?? 0] ?? 0;
    if (calls === ALWAYS || (calls & heard) !== 0) return true;
  }
  return false;
}

function isShort(matches: readonly number[], at: number): boolean {
  return (matches[at + 1] ?? 0) - (matches[at] ?? 0) <= SHORT_TERM;
}

/** The matches of all texts by text, as offsets into each. */
export function splitMatches(
  matches: Int32Array,
  texts: readonly { readonly length: number }[],
): readonly (readonly number[])[] {
  let at = 0;
  let offset = 0;
  return texts.map(({ length }) => {
    const own: number[] = [];
    for (; at < matches.length && (matches[at] ?? 0) <= offset + length; at += TERM_MATCH_WIDTH) {
      own.push((matches[at] ?? 0) - offset, (matches[at + 1] ?? 0) - offset, matches[at + 2] ?? 0);
    }
    offset += length + 1;
    return own;
  });
}

/** The words of the segmented texts, and how far they have been read. */
export interface WordEnds {
  readonly ends: Uint32Array;
  /** Index of the word to look at next. */
  at: number;
  /** Where the text at hand begins. */
  offset: number;
}

/** The matches without the short terms with a weight that are no words; a cue may stand in any. */
export function keepWords(
  matches: readonly number[],
  words: WordEnds,
  lexicon: CompiledLexicon,
): readonly number[] {
  const kept: number[] = [];
  for (let i = 0; i < matches.length; i += TERM_MATCH_WIDTH) {
    const [start = 0, end = 0, term = 0] = [matches[i], matches[i + 1], matches[i + 2]];
    while ((words.ends[words.at] ?? Infinity) < start + words.offset) words.at += 1;
    const mustBeWord = isShort(matches, i) && lexicon.calls[term] !== 0;
    const isWord = areWords(start + words.offset, end + words.offset, words.ends, words.at);
    if (isWord || !mustBeWord) kept.push(start, end, term);
  }
  return kept;
}

/** The cues among matches, a bit each. Linear. */
export function hearCues(matches: readonly number[], lexicon: CompiledLexicon): number {
  let cues = 0;
  for (let i = 2; i < matches.length; i += TERM_MATCH_WIDTH)
    cues |= lexicon.cues[matches[i] ?? 0] ?? 0;
  return cues;
}

/** Whether words begin at `start` and end at `end`; `word` is the first that ends at `start` or later. */
function areWords(start: number, end: number, ends: ArrayLike<number>, word: number): boolean {
  if (start > 0 && ends[word] !== start) return false;
  let at = word;
  while ((ends[at] ?? Infinity) < end) at += 1;
  return ends[at] === end;
}

/** Takes what a match says about a concept: where it stands, the index of its term, the concept and the weight. Says whether that is enough. */
export type VisitWeight = (
  start: number,
  end: number,
  term: number,
  concept: number,
  weight: number,
) => boolean;

/** Visits what the matches in a text say, in their order, until one is enough; whether one was. `around` is the cues heard outside the text. */
export function visitWeights(
  matches: readonly number[],
  text: string,
  around: number,
  lexicon: CompiledLexicon,
  visit: VisitWeight,
): boolean {
  const { firsts, concepts, values, cues } = lexicon.weights;
  for (let i = 0; i < matches.length; i += TERM_MATCH_WIDTH) {
    const term = matches[i + 2] ?? 0;
    const end = firsts[term + 1] ?? 0;
    for (let at = firsts[term] ?? 0; at < end; at += 1) {
      const cue = cues[at] ?? 0;
      if (cue >= 0 && !isHeard(cue, i, matches, text, around, lexicon)) continue;
      const weight = values[at] ?? 0;
      if (visit(matches[i] ?? 0, matches[i + 1] ?? 0, term, concepts[at] ?? 0, weight)) return true;
    }
  }
  return false;
}

/** Whether a cue of the list stands in the sentence of the match at `at`, or in the context. The term itself does not count. */
function isHeard(
  cue: number,
  at: number,
  matches: readonly number[],
  text: string,
  around: number,
  lexicon: CompiledLexicon,
): boolean {
  const bit = 1 << cue;
  if ((around & bit) !== 0) return true;
  return (
    hearsCue(bit, at, -TERM_MATCH_WIDTH, matches, text, lexicon) ||
    hearsCue(bit, at, TERM_MATCH_WIDTH, matches, text, lexicon)
  );
}

/** Goes from match to match in one direction until a cue is met or the sentence ends. */
function hearsCue(
  bit: number,
  at: number,
  step: number,
  matches: readonly number[],
  text: string,
  lexicon: CompiledLexicon,
): boolean {
  for (let i = at; i >= 0 && i < matches.length; i += step) {
    if (((lexicon.cues[matches[i + 2] ?? 0] ?? 0) & bit) !== 0) return true;
    const next = i + step;
    if (next < 0 || next >= matches.length) return false;
    const from = (step > 0 ? matches[i + 1] : matches[next + 1]) ?? 0;
    const to = (step > 0 ? matches[next] : matches[i]) ?? 0;
    if (findSentenceMark(text, from, to) < to) return false;
  }
  return false;
}
