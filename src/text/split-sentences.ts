/**
 * Cuts a text into sentences.
 *
 * @module
 */
import type { Span } from './span';

/** Marks that end a Chinese sentence wherever they stand. */
const CHINESE_ENDS = '。！？；';
/** Half-width marks that end a sentence unless Latin letters or digits stand on both sides (a URL). */
const ASCII_ENDS = '!?;';
/** Quotes and brackets that go with the sentence before them. */
const CLOSERS = '”’』」）)】》〉］]〕';
const LINE_BREAKS = '\n\r\u000b\u000c\u0085\u2028\u2029';
const SPACES = ' \t\u00a0\u3000';

/**
 * The sentences of a text: ordered, disjoint, without gaps from 0 to `text.length`; none of an empty text.
 *
 * A sentence ends after 。！？； or !?; with the quotes and brackets that close behind it, and at line
 * breaks. The white space that follows goes with it, so a sentence begins with white space only where the
 * text does. A Latin full stop ends one only at the end of a line, or before spaces and a capital letter
 * unless an initial precedes (J. Smith). Works alike before and after normalisation. Takes time linear in
 * the text.
 *
 * @example
 * splitSentences('推进共享。增长3.5%。').map(({ start, end }) => [start, end]) // => [[0, 5], [5, 12]]
 */
export function splitSentences(text: string): readonly Span[] {
  const sentences: Span[] = [];
  const scan: Scan = { start: 0, openQuote: false };
  let at = skipWhiteSpace(text, 0);
  if (at > 0 && containsLineBreak(text, 0, at)) at = pushSentence(sentences, scan, at);
  while (at < text.length) {
    const end = findEnd(text, at, scan);
    at = end === undefined ? at + 1 : pushSentence(sentences, scan, skipWhiteSpace(text, end));
  }
  if (scan.start < text.length) sentences.push({ start: scan.start, end: text.length });
  return sentences;
}

/** Where the sentence under way began, and whether a straight quote is open in it. */
interface Scan {
  start: number;
  openQuote: boolean;
}

function pushSentence(sentences: Span[], scan: Scan, end: number): number {
  sentences.push({ start: scan.start, end });
  scan.start = end;
  scan.openQuote = false;
  return end;
}

/** Where the sentence ends that the character at `at` closes; `undefined` where it closes none. */
function findEnd(text: string, at: number, scan: Scan): number | undefined {
  const unit = text.charCodeAt(at);
  // Nearly all characters are Chinese: one comparison settles them.
  if (unit >= 0x3400 && unit < 0xff00) return undefined;
  const character = text.charAt(at);
  if (character === '"') scan.openQuote = !scan.openQuote;
  if (LINE_BREAKS.includes(character)) return at + 1;
  if (character === '.') return isFullStop(text, at) ? skipClosers(text, at + 1, scan) : undefined;
  return isEndMark(text, at) ? skipClosers(text, at + 1, scan) : undefined;
}

function isEndMark(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (CHINESE_ENDS.includes(character)) return true;
  if (!ASCII_ENDS.includes(character)) return false;
  return !(isLatinUnit(text.charCodeAt(at - 1)) && isLatinUnit(text.charCodeAt(at + 1)));
}

/** Further end marks (？！), closing quotes and brackets, and the straight quote that closes an open one. */
function skipClosers(text: string, start: number, scan: Scan): number {
  let at = start;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"' && scan.openQuote) scan.openQuote = false;
    else if (!CLOSERS.includes(character) && !isEndMark(text, at)) break;
  }
  return at;
}

function isFullStop(text: string, at: number): boolean {
  let next = at + 1;
  while (next < text.length && CLOSERS.includes(text.charAt(next))) next++;
  const afterClosers = next;
  while (next < text.length && SPACES.includes(text.charAt(next))) next++;
  if (next === text.length || LINE_BREAKS.includes(text.charAt(next))) return true;
  return next > afterClosers && isCapital(text.charCodeAt(next)) && !isInitial(text, at);
}

/** Whether the full stop at `at` follows a single capital letter. */
function isInitial(text: string, at: number): boolean {
  return isCapital(text.charCodeAt(at - 1)) && !isLatinUnit(text.charCodeAt(at - 2));
}

function isCapital(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

function isLatinUnit(unit: number): boolean {
  return isCapital(unit) || (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
}

function skipWhiteSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && isWhiteSpace(text.charAt(at))) at++;
  return at;
}

function isWhiteSpace(character: string): boolean {
  return SPACES.includes(character) || LINE_BREAKS.includes(character);
}

function containsLineBreak(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (LINE_BREAKS.includes(text.charAt(at))) return true;
  return false;
}
