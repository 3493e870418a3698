/**
 * More like this: the terms that tell a passage from others.
 *
 * @module
 */
import type { Segmenter } from '../../segment';
import { isHan } from '../../text';
import { foldText, listTerms } from '../analyze-text';
import { isFunctionWord } from '../function-words';
import type { Vocabulary } from '../vocabulary';

/** A term of the index and what it is worth. */
export interface SalientTerm {
  readonly term: string;
  /** Above 0. */
  readonly weight: number;
}

/** Options of {@link selectSalientTerms}. */
export interface SalientTermsOptions {
  /** Most terms. Range 1 to 200, default 25. Raising it asks for more of what a passage says, and for less that is special. */
  readonly maxTerms?: number;
}

const DEFAULT_MAX_TERMS = 25;
/** Saturation of term frequency, as in BM25. */
const K1 = 1.2;
/** A term of the passage alone finds nothing else. */
const MIN_FREQUENCY = 2;

/**
 * The terms of a text with the greatest weight tf·(k1 + 1)/(tf + k1) · ln(1 + (N − df + ½)/(df + ½)), which is what BM25 gives them for a passage of
 * average length (Robertson & Zaragoza 2009): heaviest first, ties in the order of the text. Function words, single characters,
 * numbers, and terms that no other passage holds are left out. O(n log n).
 */
export function selectSalientTerms(
  text: string,
  segmenter: Segmenter,
  vocabulary: Vocabulary,
  { maxTerms = DEFAULT_MAX_TERMS }: SalientTermsOptions = {},
): readonly SalientTerm[] {
  const counts = new Map<string, number>();
  for (const { text: term } of listTerms(segmenter, foldText(text))) {
    if (isTelling(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const terms = [...counts].flatMap(([term, count]): readonly SalientTerm[] => {
    const rank = vocabulary.findTerm(term);
    const frequency = rank < 0 ? 0 : vocabulary.documentFrequency(rank);
    if (frequency < MIN_FREQUENCY) return [];
    const rarity = Math.log(1 + (vocabulary.passageCount - frequency + 0.5) / (frequency + 0.5));
    return [{ term, weight: ((count * (K1 + 1)) / (count + K1)) * rarity }];
  });
  return terms.sort((a, b) => b.weight - a.weight).slice(0, maxTerms);
}

function isTelling(term: string): boolean {
  if (isFunctionWord(term) || /^\d+$/.test(term)) return false;
  return term.length > 1 || !isHan(term.charCodeAt(0));
}
