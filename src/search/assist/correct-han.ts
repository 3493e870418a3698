/**
 * Corrections of Chinese words: one character replaced, or all of them read alike.
 *
 * @module
 */

import { isFunctionCharacter } from '../function-words';
import { findRank } from '../vocabulary';
import type { CorrectionParts, PlacedCorrection } from './correct-query';
import { type Pinyin, soundsLike } from './pinyin';

/** A word of fewer passages may be a misspelling itself. */
const MIN_FREQUENCY = 2;
/** Longest word that is compared. */
const MAX_LENGTH = 12;
/** Longest run of Chinese characters that is looked at. */
const MAX_RUN_LENGTH = 200;

/** Characters of a text, one after the other, of which each is Chinese. */
interface Run {
  readonly text: string;
  readonly start: number;
  /** For each character, how it stands in the run's words. */
  readonly standings: readonly Standing[];
}

/** `known`: in a word of two or more characters that the index has, or a function word; `unknown`: in a word that it has not; `alone`: in no word. */
type Standing = 'known' | 'unknown' | 'alone';

interface Candidate extends PlacedCorrection {
  /** Characters that differ. */
  readonly edits: number;
  /** Whether it sounds like what it replaces. */
  readonly sounds: boolean;
}

/**
 * Corrections for Chinese words of a folded text that no passage holds: disjoint, ascending. O(terms × text).
 */
export function findHanCorrections(
  text: string,
  parts: CorrectionParts,
): readonly PlacedCorrection[] {
  const standings = findStandings(text, parts);
  return [...text.matchAll(/\p{Script=Han}{2,}/gu)].flatMap(({ 0: words, index }) => {
    const run = {
      text: words.slice(0, MAX_RUN_LENGTH),
      start: index,
      standings: standings.slice(index, index + words.length),
    };
    return chooseCandidates(listCandidates(run, parts), parts);
  });
}

function findStandings(
  text: string,
  { segmenter, vocabulary }: CorrectionParts,
): readonly Standing[] {
  return segmenter.segment(text).flatMap(({ text: word }): readonly Standing[] => {
    const isKnown = vocabulary.findTerm(word) >= 0 || isFunctionCharacter(word);
    const standing = isKnown ? 'known' : 'unknown';
    const isAlone = word.length === 1 && !isFunctionCharacter(word);
    return Array.from({ length: word.length }, () => (isAlone ? 'alone' : standing));
  });
}

function listCandidates(run: Run, { vocabulary, pinyin }: CorrectionParts): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (let rank = findRank(vocabulary, '\u2e80'); rank < vocabulary.termCount; rank++) {
    const to = vocabulary.term(rank);
    const { length } = to;
    if (length < 2 || length > Math.min(MAX_LENGTH, run.text.length)) continue;
    const count = vocabulary.documentFrequency(rank);
    if (count < MIN_FREQUENCY) continue;
    for (let at = 0; at + length <= run.text.length; at++) {
      const difference = compareAt(run, at, to, pinyin);
      if (difference === undefined) continue;
      const start = run.start + at;
      const from = run.text.slice(at, at + length);
      candidates.push({ ...difference, from, to, count, start, end: start + length });
    }
  }
  return candidates;
}

/** How a word differs from the run at `at`; undefined where it is no correction of it. */
function compareAt(
  { text, standings }: Run,
  at: number,
  word: string,
  pinyin: Pinyin | undefined,
): Pick<Candidate, 'edits' | 'sounds'> | undefined {
  let edits = 0;
  let sounds = pinyin !== undefined;
  let standing: Standing = 'known';
  for (let index = 0; index < word.length; index++) {
    const typed = text.charAt(at + index);
    const meant = word.charAt(index);
    if (typed === meant) continue;
    edits += 1;
    standing = standings[at + index] ?? 'known';
    sounds &&= pinyin !== undefined && soundsLike(typed, meant, pinyin);
    if (edits > 1 && !sounds) return undefined;
  }
  if (edits === 0) return undefined;
  // A word of two characters has a neighbour for every character: only one that sounds alike may be meant.
  const isMeant =
    word.length === 2 ? sounds && standing !== 'known' : sounds || isMistyped(standing, word);
  return isMeant ? { edits, sounds } : undefined;
}

/** Whether a character that stands so may be a slip in a word. */
function isMistyped(standing: Standing, word: string): boolean {
  return standing === 'alone' || (standing === 'unknown' && word.length > 3);
}

/** Candidates that do not overlap, the best first; what some passage holds is right as it is. */
function chooseCandidates(
  candidates: readonly Candidate[],
  { vocabulary }: CorrectionParts,
): readonly PlacedCorrection[] {
  const sorted = [...candidates].sort(compareCandidates);
  const chosen: Candidate[] = [];
  const held = new Map<string, boolean>();
  for (const candidate of sorted) {
    const { from, start, end } = candidate;
    if (chosen.some((other) => start < other.end && other.start < end)) continue;
    const isHeld = held.get(from) ?? vocabulary.countPhrase(from) > 0;
    held.set(from, isHeld);
    if (!isHeld) chosen.push(candidate);
  }
  return chosen;
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    a.edits - b.edits ||
    Number(b.sounds) - Number(a.sounds) ||
    b.to.length - a.to.length ||
    b.count - a.count ||
    a.start - b.start ||
    (a.to < b.to ? -1 : 1)
  );
}
