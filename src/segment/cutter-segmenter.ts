/**
 * Makes a segmenter out of a jieba binding and a list of terms.
 *
 * @module
 */

import { chooseTerms } from './choose-terms';
import { fitTerms } from './fit-terms';
import { createInnerWordFinder, type FindInnerWords } from './inner-words';
import type { Segmenter, Token } from './segmenter';
import { createTermMatcher } from './term-matcher';
import { cutBoundaries, type WordCutter } from './word-cutter';

/** Options of {@link createCutterSegmenter}. */
export interface CreateCutterSegmenterOptions {
  readonly name: string;
  readonly version: string;
  readonly cutter: WordCutter;
  /** Terms that come out as one token. */
  readonly terms: readonly string[];
}

/**
 * A segmenter that cuts with `cutter` and then sees to it that terms are whole.
 *
 * @throws ZhengceError `invalid-argument` for a term that is empty or holds a lone surrogate.
 */
export function createCutterSegmenter(options: CreateCutterSegmenterOptions): Segmenter {
  const { name, version, cutter, terms } = options;
  const cut = (text: string): Uint32Array => cutBoundaries(cutter, text);
  const boundaries = terms.length === 0 ? cut : keepTermsWhole(cut, terms);
  const findInnerWords = createInnerWordFinder(cutter);
  return Object.freeze({
    name,
    version,
    segment: (text: string) => tokensOf(text, boundaries(text)),
    segmentForSearch: (text: string) => searchTokensOf(text, boundaries(text), findInnerWords),
    boundaries,
    wordBoundaries: cut,
  });
}

type FindBoundaries = (text: string) => Uint32Array;

function keepTermsWhole(cut: FindBoundaries, terms: readonly string[]): FindBoundaries {
  const matcher = createTermMatcher(terms);
  return (text) => {
    const ends = cut(text);
    const spans = chooseTerms(matcher.scanAll(text), ends);
    const recut = (start: number, end: number): Uint32Array =>
      cut(text.slice(start, end)).map((offset) => offset + start);
    return fitTerms({ ends, spans, recut });
  };
}

function tokensOf(text: string, ends: Uint32Array): readonly Token[] {
  const tokens = new Array<Token>(ends.length);
  let start = 0;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index] ?? 0;
    tokens[index] = { text: text.slice(start, end), start, end };
    start = end;
  }
  return tokens;
}

function searchTokensOf(
  text: string,
  ends: Uint32Array,
  findInnerWords: FindInnerWords,
): readonly Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (const end of ends) {
    const word = text.slice(start, end);
    pushSearchTokens(tokens, { text: word, start, end }, findInnerWords(word));
    start = end;
  }
  return tokens;
}

/** Adds the inner words and the word itself, which comes after those that start with it and before the others. */
function pushSearchTokens(tokens: Token[], word: Token, inner: readonly number[]): void {
  let isWordPushed = false;
  for (let at = 0; at < inner.length; at += 2) {
    const start = inner[at] ?? 0;
    const end = inner[at + 1] ?? 0;
    if (start > 0 && !isWordPushed) {
      tokens.push(word);
      isWordPushed = true;
    }
    tokens.push({
      text: word.text.slice(start, end),
      start: word.start + start,
      end: word.start + end,
    });
  }
  if (!isWordPushed) tokens.push(word);
}
