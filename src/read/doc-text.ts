/**
 * createDocText: the characters of a binary Word document, by their place in its text.
 *
 * @module
 */
import { type DocPiece, findPlaced, type PlacedProperties } from './doc-tables';

/** A character. */
export interface DocCharacter {
  /** Its UTF-16 code unit; 0 beyond the end. */
  readonly unit: number;
  /** Where it stands in the main stream, in bytes. */
  readonly place: number;
  /** Whether it was deleted or is hidden. */
  readonly isLeftOut: boolean;
}

/** The text of a document. */
export interface DocText {
  readonly length: number;
  /** The character at a place of the text. Logarithmic, constant for places in order. */
  readonly read: (at: number) => DocCharacter;
}

/** What is written in one byte is Windows-1252, in which 0x80 to 0x9F are characters of their own. */
const NARROW = Array.from({ length: 256 }, (_, byte) =>
  new TextDecoder('windows-1252').decode(Uint8Array.of(byte)).charCodeAt(0),
);
const NOTHING: DocCharacter = { unit: 0, place: -1, isLeftOut: true };

/** The characters of some pieces. */
export function createDocText(
  main: DataView,
  pieces: readonly DocPiece[],
  leftOut: readonly PlacedProperties<string>[],
): DocText {
  let current: DocPiece | undefined;
  const find = (at: number): DocPiece | undefined => {
    if (current === undefined || at < current.start || at >= current.end) {
      current = findPiece(pieces, at);
    }
    return current;
  };
  return {
    length: pieces.at(-1)?.end ?? 0,
    read: (at) => {
      const piece = find(at);
      if (piece === undefined) return NOTHING;
      const place = piece.place + (at - piece.start) * piece.width;
      if (place + piece.width > main.byteLength) return NOTHING;
      const unit =
        piece.width === 2 ? main.getUint16(place, true) : (NARROW[main.getUint8(place)] ?? 0);
      const isLeftOut = leftOut.length > 0 && findPlaced(leftOut, place) !== undefined;
      return { unit, place, isLeftOut };
    },
  };
}

function findPiece(pieces: readonly DocPiece[], at: number): DocPiece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return pieces[low];
}
