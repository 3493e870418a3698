/**
 * Corrections of Latin words.
 *
 * @module
 */

import { countEdits } from '../count-edits';
import { findRank, type Vocabulary } from '../vocabulary';
import type { CorrectionParts, PlacedCorrection } from './correct-query';
import { type Pinyin, readsAs } from './pinyin';

/** Shorter words are abbreviations: one edit makes another. */
const MIN_LENGTH = 3;
/** From this length on two edits are allowed. */
const LONG_LENGTH = 6;
/** A word of fewer passages may be a misspelling itself. */
const MIN_FREQUENCY = 2;

/**
 * For each Latin word of a folded text that neither a passage nor the table of synonyms holds, the Chinese word that reads so, else the nearest Latin one; the most frequent
 * of several, ties to the first. O(terms × text).
 */
export function findLatinCorrections(
  text: string,
  { vocabulary, pinyin, synonyms }: CorrectionParts,
): readonly PlacedCorrection[] {
  const corrections: PlacedCorrection[] = [];
  const isKnown = (at: number): boolean =>
    synonyms?.find(text).some(({ start, end }) => start <= at && at < end) ?? false;
  for (const { 0: word, index } of text.matchAll(/[a-z][a-z\d]*/g)) {
    if (word.length < MIN_LENGTH || vocabulary.findTerm(word) >= 0) continue;
    if (/[a-z\d]/.test(text.charAt(index - 1)) || isKnown(index)) continue;
    const read = pinyin === undefined ? undefined : findReading(word, vocabulary, pinyin);
    const nearest = read ?? findNearest(word, vocabulary);
    if (nearest === undefined) continue;
    corrections.push({ ...nearest, from: word, start: index, end: index + word.length });
  }
  return corrections;
}

type Found = Pick<PlacedCorrection, 'to' | 'count'>;

/** The most frequent Chinese word of two characters or more that is read as typed. */
function findReading(word: string, vocabulary: Vocabulary, pinyin: Pinyin): Found | undefined {
  let found: Found | undefined;
  for (let rank = findRank(vocabulary, '\u2e80'); rank < vocabulary.termCount; rank++) {
    const to = vocabulary.term(rank);
    const count = vocabulary.documentFrequency(rank);
    if (to.length < 2 || count < MIN_FREQUENCY || count <= (found?.count ?? 0)) continue;
    if (readsAs(to, word, pinyin)) found = { to, count };
  }
  return found;
}

function findNearest(word: string, vocabulary: Vocabulary): Found | undefined {
  let limit = word.length < LONG_LENGTH ? 1 : 2;
  let nearest: { to: string; count: number } | undefined;
  const end = findRank(vocabulary, '{');
  for (let rank = findRank(vocabulary, 'a'); rank < end; rank++) {
    const count = vocabulary.documentFrequency(rank);
    if (count < MIN_FREQUENCY) continue;
    const to = vocabulary.term(rank);
    const edits = countEdits(word, to, limit);
    if (edits > limit || (edits === limit && count <= (nearest?.count ?? 0))) continue;
    limit = edits;
    nearest = { to, count };
  }
  return nearest;
}
