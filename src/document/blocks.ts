/**
 * Blocks: logical paragraphs, made of one physical line or of several that a hard wrap had cut.
 *
 * @module
 */
import type { Span } from '../text';
import type { Line } from './lines';
import { type Marker, readMarker } from './markers';

/** A logical paragraph in normalised coordinates. */
export interface Block {
  /** The pieces joined. */
  readonly text: string;
  /** Where each piece stands in the normalised text. */
  readonly pieces: readonly Span[];
  /** Where each piece begins in `text`. */
  readonly offsets: readonly number[];
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
  const text = parts.length === 2 ? (parts[1] ?? '') : parts.join('');
  return { text, pieces, offsets, marker: readMarker(text), first, blanksAfter };
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
  let start = from;
  let end = to;
  while (start < end && isSpace(block.text, start)) start += 1;
  while (end > start && isSpace(block.text, end - 1)) end -= 1;
  if (start >= end) return undefined;
  if (start === 0 && end === block.text.length) return block;
  const pieces: Span[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < block.pieces.length; i += 1) {
    const piece = block.pieces[i];
    const offset = block.offsets[i];
    if (piece === undefined || offset === undefined) continue;
    const lower = Math.max(start, offset);
    const upper = Math.min(end, offset + piece.end - piece.start);
    if (lower >= upper) continue;
    offsets.push(lower - start);
    pieces.push({ start: piece.start + lower - offset, end: piece.start + upper - offset });
  }
  const text = block.text.slice(start, end);
  return { ...block, text, pieces, offsets, marker: readMarker(text) };
}

/** The smallest stretch of the normalised text that holds the block. */
export function getBlockSpan(block: Block): Span {
  return { start: block.pieces[0]?.start ?? 0, end: block.pieces.at(-1)?.end ?? 0 };
}

function isSpace(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit === 32 || unit === 9;
}
