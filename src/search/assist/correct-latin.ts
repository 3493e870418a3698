/**
 * Corrections of Latin words.
 *
 * @module
 */

import { countEdits } from '../count-edits';
import { findRank, type Vocabulary } from '../vocabulary';
import type { CorrectionParts, PlacedCorrection } from './correct-query';

/** Shorter words are abbreviations: one edit makes another. */
const MIN_LENGTH = 3;
/** From this length on two edits are allowed. */
const LONG_LENGTH = 6;
/** A word of fewer passages may be a misspelling itself. */
const MIN_FREQUENCY = 2;

/** For each Latin word of a folded text that no passage holds, the nearest one that some do. O(terms × text). */
export function findLatinCorrections(
  text: string,
  { vocabulary }: CorrectionParts,
): readonly PlacedCorrection[] {
  const corrections: PlacedCorrection[] = [];
  for (const { 0: word, index } of text.matchAll(/[a-z][a-z\d]*/g)) {
    if (word.length < MIN_LENGTH || vocabulary.findTerm(word) >= 0) continue;
    if (/[a-z\d]/.test(text.charAt(index - 1))) continue;
    const nearest = findNearest(word, vocabulary);
    if (nearest === undefined) continue;
    corrections.push({ ...nearest, from: word, start: index, end: index + word.length });
  }
  return corrections;
}

function findNearest(
  word: string,
  vocabulary: Vocabulary,
): Pick<PlacedCorrection, 'to' | 'count'> | undefined {
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
