/**
 * The part of a jieba binding that segmenters are built on, and bounded calls to it.
 *
 * @module
 */

/** A binding of jieba with its dictionary loaded. The lengths of the strings that `cut` gives add up to the text's. */
export interface WordCutter {
  /** The words of the text in order, joined as long as the text (lone surrogates may come back as U+FFFD). */
  cut(text: string): readonly string[];
  /** Every dictionary word inside the text, by start, then by length; single characters where there is none. */
  cutAll(text: string): readonly string[];
}

/** Longest text of one call, in UTF-16 code units: bounds memory to some 100 MB whatever the text's size. */
const CALL_LENGTH = 1 << 20;

/** A call ends after one of these if there is one in its second half: jieba never joins across them. */
const SAFE_ENDS = '\n。；，、：';

/** The end offset of every word that the cutter finds, ascending. O(n), in calls of bounded length. */
export function cutBoundaries(cutter: WordCutter, text: string): Uint32Array {
  if (text.length <= CALL_LENGTH) return endsOf(cutter.cut(text), 0);
  const parts: Uint32Array[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfCall(text, start);
    parts.push(endsOf(cutter.cut(text.slice(start, end)), start));
    start = end;
  }
  return joinParts(parts);
}

function endsOf(words: readonly string[], start: number): Uint32Array {
  const ends = new Uint32Array(words.length);
  let end = start;
  for (let index = 0; index < words.length; index++) {
    end += words[index]?.length ?? 0;
    ends[index] = end;
  }
  return ends;
}

function endOfCall(text: string, start: number): number {
  const limit = start + CALL_LENGTH;
  if (limit >= text.length) return text.length;
  for (let end = limit; end > limit - CALL_LENGTH / 2; end--) {
    if (SAFE_ENDS.includes(text.charAt(end - 1))) return end;
  }
  return isLowSurrogate(text.charCodeAt(limit)) ? limit - 1 : limit;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function joinParts(parts: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(parts.reduce((total, part) => total + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    joined.set(part, filled);
    filled += part.length;
  }
  return joined;
}
