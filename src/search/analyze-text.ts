/**
 * Turns a text into the terms that it is found by.
 *
 * @module
 */
import type { Segmenter, Token } from '../segment';
import { isHan, normalizeText } from '../text';

const HAS_LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

/** Runs of Latin letters and digits are terms wherever they stand, so that a phrase finds them inside any word. */
const LATIN_RUN = /[a-z0-9]+/g;

/** A text as terms are found in it: simplified, half-width, lower case. */
export function foldText(text: string): string {
  return normalizeText(text, { foldCase: true }).text;
}

/**
 * The terms of a folded text: the words of search mode and the runs of Latin letters and digits, without punctuation; a term
 * stands as often as it occurs. Overlapping; spans count from the start of the folded text. O(n).
 */
export function listTerms(segmenter: Segmenter, folded: string): readonly Token[] {
  const tokens = segmenter
    .segmentForSearch(folded)
    .filter((token) => HAS_LETTER_OR_NUMBER.test(token.text));
  return addLatinRuns(tokens, folded);
}

function addLatinRuns(tokens: readonly Token[], folded: string): readonly Token[] {
  const runs = [...folded.matchAll(LATIN_RUN)];
  if (runs.length === 0) return tokens;
  const known = new Set(tokens.map(({ start, end }) => `${start}-${end}`));
  const missing = runs
    .map((run) => ({ text: run[0], start: run.index, end: run.index + run[0].length }))
    .filter(({ start, end }) => !known.has(`${start}-${end}`));
  return missing.length === 0 ? tokens : [...tokens, ...missing];
}

/**
 * A folded text without white space, except one space between two Latin letters or digits: as phrases are matched and pairs
 * of characters counted. O(n).
 */
export function compactText(folded: string): string {
  return folded.replace(/\s+/gu, (_, at: number) => {
    const before = folded.charCodeAt(at - 1);
    const after = folded.slice(at).trimStart().charCodeAt(0);
    return isLatinUnit(before) && isLatinUnit(after) ? ' ' : '';
  });
}

/** A text as phrases are matched in it. O(n). */
export function preparePhrase(text: string): string {
  return compactText(foldText(text)).trim();
}

/** Whether a code unit is a Latin letter or a digit of a folded text. NaN is none. */
export function isLatinUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
}

/** Whether a code unit can stand in a pair: Chinese characters, and the halves of astral ones. */
function isPairUnit(unit: number): boolean {
  return isHan(unit) || (unit >= 0xd800 && unit <= 0xdfff);
}

/**
 * The pairs of adjacent Chinese characters of a compacted text, as keys: the first code unit × 65,536 + the second. In order,
 * a pair as often as it occurs. O(n).
 */
export function listBigrams(compacted: string): number[] {
  const keys: number[] = [];
  let previous = 0;
  for (let at = 0; at < compacted.length; at++) {
    const unit = compacted.charCodeAt(at);
    const isPart = isPairUnit(unit);
    if (isPart && previous > 0) keys.push(previous * 0x1_0000 + unit);
    previous = isPart ? unit : 0;
  }
  return keys;
}
