/**
 * What of a query is looked for in a passage, to be shown.
 *
 * @module
 */
import type { Segmenter } from '../../segment';
import { isHan } from '../../text';
import { listTerms } from '../analyze-text';
import { isFunctionCharacter, isFunctionWord } from '../function-words';
import type { FoundNumber } from '../number-matches';
import { listOperands, type Query } from '../query';
import type { Synonyms } from '../synonyms';
import { listNumberSpellings } from './number-spellings';

/** A text to be looked for, and how much it matters that a snippet shows it. */
export interface Needle {
  readonly text: string;
  readonly weight: number;
}

/** What needles are made with. */
export interface NeedleParts {
  readonly segmenter: Segmenter;
  readonly synonyms: Synonyms | undefined;
  /** How much a word matters, at least 0: its idf. */
  readonly weigh: (term: string) => number;
  /** What was found of document numbers, by what was typed. */
  readonly numbers: ReadonlyMap<string, FoundNumber>;
}

/** What is looked for: first what is shown, then what is shown where nothing of that is there. */
export interface Needles {
  readonly main: readonly Needle[];
  /** Pairs of Chinese characters, as passages are also found by. */
  readonly fallback: readonly Needle[];
}

/** How many times its words what has to stand as it is typed matters. */
const PHRASE_WEIGHT = 3;
const NUMBER_WEIGHT = 3;

/** The needles of a query, none twice. */
export function listNeedles(query: Query, parts: NeedleParts): Needles {
  const main = new Map<string, number>();
  const fallback = new Map<string, number>();
  const add = (needles: Map<string, number>, text: string, weight: number): void => {
    // A lone surrogate is no character that a reader could see marked.
    if (text === '' || /\p{Surrogate}/u.test(text)) return;
    needles.set(text, Math.max(weight, needles.get(text) ?? 0));
  };
  const addWords = (text: string): void => {
    for (const { text: term, weight } of listWordNeedles(text, parts)) add(main, term, weight);
    for (const pair of listPairs(text)) add(fallback, pair, 1);
  };
  const addNumber = (typed: string): void => {
    const { number, rest } = parts.numbers.get(typed) ?? { number: typed, rest: '' };
    const weight = NUMBER_WEIGHT * sumWeights(number, parts);
    for (const spelling of listNumberSpellings(number)) add(main, spelling, weight);
    addWords(rest);
  };
  for (const operand of listOperands(query.clauses)) {
    switch (operand.kind) {
      case 'phrase':
        add(main, operand.text, PHRASE_WEIGHT * sumWeights(operand.text, parts));
        break;
      case 'number':
        addNumber(operand.number);
        break;
      case 'words':
        addWords(operand.text);
        operand.phrases.filter((phrase) => parts.numbers.has(phrase)).forEach(addNumber);
        break;
      case 'filter':
        break;
    }
  }
  return { main: toNeedles(main), fallback: toNeedles(fallback) };
}

function toNeedles(weights: ReadonlyMap<string, number>): readonly Needle[] {
  return [...weights].map(([text, weight]) => ({ text, weight }));
}

function listWordNeedles(text: string, parts: NeedleParts): readonly Needle[] {
  const { segmenter, synonyms, weigh } = parts;
  const terms = listTerms(segmenter, text).map((token) => token.text);
  const telling = terms.filter((term) => !isFunctionWord(term) && !isLoneHan(term));
  const needles = (telling.length > 0 ? telling : terms).map((term) => ({
    text: term,
    weight: weigh(term),
  }));
  const joined = joinLoneCharacters(segmenter.segment(text).map((token) => token.text)).map(
    (term) => ({ text: term, weight: sumWeights(term, parts) }),
  );
  const alternatives = synonyms?.find(text, segmenter).flatMap((match) => match.alternatives) ?? [];
  const others = alternatives.map((other) => ({
    text: other.text,
    weight: other.weight * sumWeights(other.text, parts),
  }));
  return [...needles, ...joined, ...others];
}

/** A Chinese character by itself says little, but with the word before or behind it: 适老 + 化. Function words join nothing. */
function joinLoneCharacters(words: readonly string[]): readonly string[] {
  const isJoined = (word: string): boolean =>
    /^\p{Script=Han}+$/u.test(word) && !isFunctionWord(word) && !isFunctionCharacter(word);
  return words.flatMap((word, at) => {
    const next = words[at + 1] ?? '';
    const joins = (isLoneHan(word) || isLoneHan(next)) && isJoined(word) && isJoined(next);
    return joins ? [word + next] : [];
  });
}

function sumWeights(text: string, { segmenter, weigh }: NeedleParts): number {
  return segmenter.segment(text).reduce((sum, token) => sum + weigh(token.text), 0);
}

function isLoneHan(term: string): boolean {
  return term.length === 1 && isHan(term.charCodeAt(0));
}

function listPairs(text: string): readonly string[] {
  return [...(text.match(/\p{Script=Han}{2,}/gu) ?? [])].flatMap((run) =>
    [...run].slice(1).map((character, at) => ([...run][at] ?? '') + character),
  );
}
