/**
 * Whether a plan knows a measure that a document names.
 *
 * @module
 */
import type { PolicyDocument } from '../document';
import type { Segmenter } from '../segment';
import { normalizeText } from '../text';
import type { NamedMeasure } from './named-measures';
import { isPlaceName } from './own-places';

/** The share of a name's letters in words that the plan never uses, from which on the measure is new. */
const MIN_NEW = 1 / 3;

/** Whether the plan lacks a measure. */
export type IsNewMeasure = (measure: NamedMeasure) => boolean;

/**
 * The test against a plan's text: a measure is new where the plan nowhere has its name, and where it is a proper name in quotes or a third of its letters stand in words that the plan never uses.
 * Names of places do not count: 济南人工智能中心 is no new kind of measure. Rather misses than invents: a new combination of words that the plan has is not told. Linear in the plan, for each word of a name.
 */
export function createMeasureNovelty(
  { passages }: Pick<PolicyDocument, 'passages'>,
  segmenter: Segmenter,
): IsNewMeasure {
  const text = foldLetters(passages.map((each) => each.text).join('\n'));
  return ({ name, core, isQuoted }) => {
    if (text.includes(foldLetters(name)) || text.includes(foldLetters(core))) return false;
    if (isQuoted) return true;
    let letters = 0;
    let unknown = 0;
    for (const { text: word } of segmenter.segment(core)) {
      letters += word.length;
      if (word.length >= 2 && !isPlaceName(word) && !text.includes(foldLetters(word)))
        unknown += word.length;
    }
    return unknown >= letters * MIN_NEW && unknown > 0;
  };
}

/** Letters and digits alone, folded: quotes, spaces and marks do not tell names apart. */
function foldLetters(text: string): string {
  return normalizeText(text, { foldCase: true }).text.replace(/[^\p{L}\p{N}+\n]/gu, '');
}
