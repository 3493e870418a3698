/**
 * Blocks: logical paragraphs, made of one physical line or of several that a hard wrap had cut.
 *
 * @module
 */
import type { Span } from '../text';
import type { Line } from './lines';
import { type Marker, readMarker } from './markers';

/** Words in normalised coordinates. */
export interface Words {
  /** The pieces joined. */
  readonly text: string;
  /** Where each piece stands in the normalised text. */
  readonly pieces: readonly Span[];
  /** Where each piece begins in `text`. */
  readonly offsets: readonly number[];
}

/** A logical paragraph in normalised coordinates. */
export interface Block extends Words {
  readonly marker: Marker | undefined;
  /** The first line: its indent, blank lines above, Markdown marks. */
  readonly first: Line;
  /** Blank lines between this block and the next one. */
  readonly blanksAfter: number;
}

const LATIN = /[A-Za-z0-9]/;

/** The block of some consecutive lines. A space is put between two that meet in Latin letters; marks of bold are left out. Linear. */
export function createBlock(lines: readonly Line[], blanksAfter = 0): Block {
  const first = lines[0];
  if (first === undefined) throw new RangeError('createBlock: expected at least one line');
  const whole = lines.length === 1 && !first.text.includes('**');
  const { text, pieces, offsets } = whole ? takeLine(first) : joinLines(lines);
  const marker = whole ? first.marker : readMarker(text);
  return { text, pieces, offsets, marker, first, blanksAfter };
}

function takeLine({ text, start, end }: Line): Words {
  return { text, pieces: [{ start, end }], offsets: [0] };
}

function joinLines(lines: readonly Line[]): Words {
  const parts: string[] = [];
  const offsets: number[] = [];
  const pieces: Span[] = [];
  let length = 0;
  let last = '';
  for (const line of lines) {
    for (const piece of splitAtBold(line)) {
      const words = line.text.slice(piece.start - line.start, piece.end - line.start);
      const gap = LATIN.test(last) && LATIN.test(words[0] ?? '') ? ' ' : '';
      offsets.push(length + gap.length);
      pieces.push(piece);
      parts.push(gap, words);
      length += gap.length + words.length;
      last = words.at(-1) ?? '';
    }
  }
  return { text: parts.join(''), pieces, offsets };
}

/** The stretches of a line between the marks of Markdown bold, where these come in pairs. */
function splitAtBold({ text, start, end }: Line): readonly Span[] {
  if (!text.includes('**')) return [{ start, end }];
  const parts = text.split('**');
  if (parts.length % 2 === 0) return [{ start, end }];
  const pieces: Span[] = [];
  let at = start;
  for (const part of parts) {
    if (part !== '') pieces.push({ start: at, end: at + part.length });
    at += part.length + 2;
  }
  return pieces.length === 0 ? [{ start, end }] : pieces;
}

/** The part of a block between two offsets of its text, trimmed, or undefined where nothing is left. */
export function sliceBlock(
  block: Block,
  from: number,
  to: number = block.text.length,
): Block | undefined {
  const words = sliceWords(block, from, to);
  if (words === undefined) return undefined;
  if (words === block) return block;
  return { ...block, ...words, marker: readMarker(words.text) };
}

/** The same of the words alone. */
export function sliceWords(
  words: Words,
  from: number,
  to: number = words.text.length,
): Words | undefined {
  let start = from;
  let end = to;
  while (start < end && isSpace(words.text, start)) start += 1;
  while (end > start && isSpace(words.text, end - 1)) end -= 1;
  if (start >= end) return undefined;
  if (start === 0 && end === words.text.length) return words;
  const pieces: Span[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < words.pieces.length; i += 1) {
    const piece = words.pieces[i];
    const offset = words.offsets[i];
    if (piece === undefined || offset === undefined) continue;
    const lower = Math.max(start, offset);
    const upper = Math.min(end, offset + piece.end - piece.start);
    if (lower >= upper) continue;
    offsets.push(lower - start);
    pieces.push({ start: piece.start + lower - offset, end: piece.start + upper - offset });
  }
  return { text: words.text.slice(start, end), pieces, offsets };
}

/** The smallest stretch of the normalised text that holds the words. */
export function getBlockSpan({ pieces }: Words): Span {
  return { start: pieces[0]?.start ?? 0, end: pieces[pieces.length - 1]?.end ?? 0 };
}

function isSpace(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit === 32 || unit === 9;
}
