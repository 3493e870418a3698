/**
 * Corrections of Chinese words: one character replaced, left out or swapped with its neighbour, or all of them read alike.
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

/** `known`: in a word of two or more characters that the index or the table of synonyms has, or a function word; `unknown`: in another word; `alone`: in no word. */
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
  { segmenter, vocabulary, synonyms }: CorrectionParts,
): readonly Standing[] {
  const standings = segmenter.segment(text).flatMap(({ text: word }): Standing[] => {
    const isKnown = vocabulary.findTerm(word) >= 0 || isFunctionCharacter(word);
    const standing = isKnown ? 'known' : 'unknown';
    const isAlone = word.length === 1 && !isFunctionCharacter(word);
    return Array.from({ length: word.length }, () => (isAlone ? 'alone' : standing));
  });
  // What the table knows is right, whether the index has it or not.
  for (const { start, end } of synonyms?.find(text) ?? []) standings.fill('known', start, end);
  return standings;
}

function listCandidates(run: Run, { vocabulary, pinyin }: CorrectionParts): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (let rank = findRank(vocabulary, '\u2e80'); rank < vocabulary.termCount; rank++) {
    const to = vocabulary.term(rank);
    if (to.length < 2 || to.length > Math.min(MAX_LENGTH, run.text.length + 1)) continue;
    const count = vocabulary.documentFrequency(rank);
    if (count < MIN_FREQUENCY) continue;
    for (let at = 0; at < run.text.length; at++) {
      for (const difference of compareAt(run, at, to, pinyin)) {
        const from = run.text.slice(at, at + difference.length);
        const start = run.start + at;
        candidates.push({ ...difference, from, to, count, start, end: start + from.length });
      }
    }
  }
  return candidates;
}

/** How a word differs from as much of the run as it was typed as. */
interface Difference {
  readonly length: number;
  readonly edits: number;
  readonly sounds: boolean;
}

function compareAt(
  run: Run,
  at: number,
  word: string,
  pinyin: Pinyin | undefined,
): readonly Difference[] {
  const differences: Difference[] = [];
  const rest = run.text.length - at;
  const replaced = rest >= word.length ? compareCharacters(run, at, word, pinyin) : undefined;
  if (replaced !== undefined) differences.push(replaced);
  if (word.length < MIN_MOVED_LENGTH || !isDoubtful(run, at, word.length)) return differences;
  const typed = run.text.slice(at, at + word.length);
  if (rest >= word.length && isSwapped(typed, word))
    differences.push({ length: word.length, edits: 1, sounds: false });
  if (rest >= word.length - 1 && isWithoutOne(typed.slice(0, word.length - 1), word))
    differences.push({ length: word.length - 1, edits: 1, sounds: false });
  return differences;
}

/** In shorter words a character that was left out or swapped makes another word too often. */
const MIN_MOVED_LENGTH = 4;

/** Whether a stretch of a run has a character that no known word holds. */
function isDoubtful({ standings }: Run, at: number, length: number): boolean {
  const end = Math.min(at + length, standings.length);
  for (let index = at; index < end; index++) if (standings[index] !== 'known') return true;
  return false;
}

/** Whether two neighbours were swapped. */
function isSwapped(typed: string, word: string): boolean {
  const at = findMismatch(typed, word);
  return (
    at + 1 < word.length &&
    typed.charAt(at) === word.charAt(at + 1) &&
    typed.charAt(at + 1) === word.charAt(at) &&
    typed.slice(at + 2) === word.slice(at + 2)
  );
}

/** Whether a character inside the word was left out. */
function isWithoutOne(typed: string, word: string): boolean {
  const at = findMismatch(typed, word);
  return at > 0 && at < typed.length && typed.slice(at) === word.slice(at + 1);
}

function findMismatch(typed: string, word: string): number {
  let at = 0;
  while (at < typed.length && typed.charAt(at) === word.charAt(at)) at++;
  return at;
}

/** How a word differs from as many characters of the run, where what differs at its edge does not belong to what stands beside it: 产权局 is not meant by 产权分置; undefined where it is no correction of them. */
function compareCharacters(
  { text, standings }: Run,
  at: number,
  word: string,
  pinyin: Pinyin | undefined,
): Difference | undefined {
  let edits = 0;
  let sounds = pinyin !== undefined;
  let standing: Standing = 'known';
  let beside: Standing = 'known';
  for (let index = 0; index < word.length; index++) {
    const typed = text.charAt(at + index);
    const meant = word.charAt(index);
    if (typed === meant) continue;
    edits += 1;
    standing = standings[at + index] ?? 'known';
    if (index === 0) beside = standings[at - 1] ?? 'known';
    else if (index === word.length - 1) beside = standings[at + word.length] ?? 'known';
    sounds &&= pinyin !== undefined && soundsLike(typed, meant, pinyin);
    if (edits > 1 && !sounds) return undefined;
  }
  if (edits === 0) return undefined;
  // A word of two characters has a neighbour for every character: only one that sounds alike, shares a character and stands among known words may be meant.
  const isMeant =
    word.length === 2
      ? sounds && edits === 1 && standing !== 'known' && isAmongKnown(standings, at)
      : sounds || (isMistyped(standing, word) && beside !== 'alone');
  return isMeant ? { length: word.length, edits, sounds } : undefined;
}

/** Whether what stands beside the two characters at an offset is known. */
function isAmongKnown(standings: readonly Standing[], at: number): boolean {
  return [standings[at - 1], standings[at + 2]].every((beside = 'known') => beside === 'known');
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
