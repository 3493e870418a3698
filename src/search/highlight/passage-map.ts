/**
 * The way from the reading text of a passage to the source of its document.
 *
 * @module
 */
import type { Span } from '../../text';

/** Gives the stretches of the source that a span of the reading text came from, in order. */
export type PassageMap = (span: Span) => readonly Span[];

/** A piece of the source, and where it begins in the reading text. */
interface PlacedPiece {
  readonly piece: Span;
  readonly at: number;
}

/**
 * The way back from `text`, which is the pieces joined as `joinSpans` does: with a space where Latin letters or digits meet, so that
 * the pieces can be placed without the source. Building is linear in the pieces; a look-up too.
 */
export function createPassageMap(text: string, pieces: readonly Span[]): PassageMap {
  const placed = placePieces(text, pieces);
  return ({ start, end }) => {
    const spans: Span[] = [];
    for (const { piece, at } of placed) {
      const from = Math.max(start, at);
      const to = Math.min(end, at + piece.end - piece.start);
      if (from >= to) continue;
      spans.push(Object.freeze({ start: piece.start + from - at, end: piece.start + to - at }));
    }
    return Object.freeze(spans);
  };
}

function placePieces(text: string, pieces: readonly Span[]): readonly PlacedPiece[] {
  const placed: PlacedPiece[] = [];
  let at = 0;
  let spaces = text.length - pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  for (const piece of pieces) {
    if (spaces > 0 && at > 0 && isSpaceBetweenLatin(text, at)) {
      at += 1;
      spaces -= 1;
    }
    placed.push({ piece, at });
    at += piece.end - piece.start;
  }
  return placed;
}

function isSpaceBetweenLatin(text: string, at: number): boolean {
  return text.charAt(at) === ' ' && /^[^\s\p{P}]\s[^\s\p{P}]$/u.test(text.slice(at - 1, at + 2));
}
