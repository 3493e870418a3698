/**
 * Whether a plan knows what a document names: a measure, or what a target measures.
 *
 * @module
 */
import type { PolicyDocument } from '../document';
import type { Segmenter } from '../segment';
import { normalizeText } from '../text';
import { isPlaceName } from './own-places';

/** The share of a name's letters in words that the plan never uses, from which on the measure is new. */
const MIN_NEW = 1 / 3;

/** A name, with what tells it from others of its kind. */
export interface Named {
  readonly name: string;
  readonly core: string;
  /** Whether the core is a proper name. */
  readonly isQuoted: boolean;
}

/** Whether the plan lacks what is named. */
export type IsNewName = (named: Named) => boolean;

/**
 * The test against a plan's text: a thing is new where the plan nowhere has its name, and where it is a proper name in quotes or a third of its letters stand in words that the plan never uses.
 * Names of places do not count: 济南人工智能中心 is no new kind of measure. Rather misses than invents: a new combination of words that the plan has is not told. Linear in the plan, for each word of
 * a name, once.
 */
export function createNovelty(
  { passages }: Pick<PolicyDocument, 'passages'>,
  segmenter: Segmenter,
): IsNewName {
  const text = foldLetters(passages.map((each) => each.text).join('\n'));
  const known = new Map<string, boolean>();
  const isKnown = (words: string): boolean => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const isThere = text.includes(foldLetters(words));
    known.set(words, isThere);
    return isThere;
  };
  return ({ name, core, isQuoted }) => {
    if (isKnown(name) || isKnown(core)) return false;
    if (isQuoted) return true;
    let letters = 0;
    let unknown = 0;
    for (const { text: word } of segmenter.segment(core)) {
      letters += word.length;
      if (word.length >= 2 && !isPlaceName(word) && !isKnown(word)) unknown += word.length;
    }
    return unknown >= letters * MIN_NEW && unknown > 0;
  };
}

/** Letters and digits alone, folded: quotes, spaces and marks do not tell names apart. */
function foldLetters(text: string): string {
  return normalizeText(text, { foldCase: true }).text.replace(/[^\p{L}\p{N}+\n]/gu, '');
}
