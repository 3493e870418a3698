/**
 * Folds a text character by character: widths, spaces, invisible and compatibility characters.
 *
 * @module
 */
import { type FoldingTable, getFoldingTable, isInvisibleAstral } from './folding-table';
import { createAlignedText, type MappedText } from './mapped-text';
import { PieceListBuilder } from './pieces';

/** A folded text, and whether a character stands in it that only traditional texts hold. */
export interface FoldedText {
  readonly mapped: MappedText;
  readonly hasTraditional: boolean;
}

/** Room for what grows in folding, before the list of units must. */
const SPARE_UNITS = 16;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The text with every character folded, and the way back. Takes time linear in the text; a text that
 * needs no folding is returned as it is.
 */
export function foldCharacters(source: string, foldCase: boolean): FoldedText {
  const table = getFoldingTable(foldCase);
  const first = findFirstChange(source, table.units);
  if (first === source.length) {
    return { mapped: createAlignedText(source), hasTraditional: false };
  }
  return new CharacterFolder(source, table).fold(first);
}

function findFirstChange(source: string, units: Uint16Array): number {
  const { length } = source;
  for (let at = 0; at < length; at++) {
    const unit = source.charCodeAt(at);
    if (units[unit] !== unit || unit === 0) return at;
  }
  return length;
}

class CharacterFolder {
  readonly #source: string;
  readonly #table: FoldingTable;
  readonly #pieces = new PieceListBuilder();
  /** The folded text. */
  #units: Uint16Array;
  #filled = 0;
  #pieceStart = 0;
  #hasTraditional = false;
  #hasLoneSurrogate = false;

  constructor(source: string, table: FoldingTable) {
    this.#source = source;
    this.#table = table;
    this.#units = new Uint16Array(source.length + SPARE_UNITS);
  }

  fold(first: number): FoldedText {
    const source = this.#source;
    this.#write(source, 0, first);
    let at = first;
    while (at < source.length) {
      at = this.#foldOrdinary(at);
      if (at < source.length) at = this.#foldSpecial(at);
    }
    this.#closePiece(source.length);
    const units = this.#units.subarray(0, this.#filled);
    const text = this.#hasLoneSurrogate ? joinUnits(units) : decodeUnits(units);
    return { mapped: this.#pieces.build(text), hasTraditional: this.#hasTraditional };
  }

  /** Folds units one to one up to the first special one; returns where it stands. */
  #foldOrdinary(start: number): number {
    const source = this.#source;
    const { units } = this.#table;
    const { length } = source;
    this.#makeRoom(length - start);
    const folded = this.#units;
    let filled = this.#filled;
    let at = start;
    for (; at < length; at++) {
      const unit = units[source.charCodeAt(at)] ?? 0;
      if (unit === 0) break;
      folded[filled++] = unit;
    }
    this.#filled = filled;
    return at;
  }

  /** Folds the one character at `at` that the table does not settle; returns where the next begins. */
  #foldSpecial(at: number): number {
    const code = this.#source.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    if (code === CARRIAGE_RETURN) return this.#foldCarriageReturn(at);
    const { compatible, traditional } = this.#table;
    const replacement = compatible.get(code);
    const folded = replacement?.codePointAt(0) ?? code;
    if (code >= 0xd800 && code <= 0xdfff) this.#hasLoneSurrogate = true;
    if (traditional.has(folded)) this.#hasTraditional = true;
    else if (replacement === undefined && isInvisible(code)) return this.#drop(at, end);
    if (replacement !== undefined && replacement.length !== end - at) {
      this.#replace(at, end, replacement);
    } else if (replacement !== undefined) this.#write(replacement, 0, replacement.length);
    else this.#write(this.#source, at, end);
    return end;
  }

  #foldCarriageReturn(at: number): number {
    if (this.#source.charCodeAt(at + 1) === LINE_FEED) {
      this.#replace(at, at + 2, '\n');
      return at + 2;
    }
    this.#write('\n', 0, 1);
    return at + 1;
  }

  #drop(at: number, end: number): number {
    this.#closePiece(at);
    this.#pieceStart = end;
    return end;
  }

  #replace(at: number, end: number, replacement: string): void {
    this.#closePiece(at);
    this.#pieces.add(replacement.length, at, end);
    this.#write(replacement, 0, replacement.length);
    this.#pieceStart = end;
  }

  #closePiece(end: number): void {
    this.#pieces.add(end - this.#pieceStart, this.#pieceStart, end);
  }

  #write(text: string, start: number, end: number): void {
    this.#makeRoom(end - start);
    const folded = this.#units;
    let filled = this.#filled;
    for (let at = start; at < end; at++) folded[filled++] = text.charCodeAt(at);
    this.#filled = filled;
  }

  #makeRoom(added: number): void {
    const needed = this.#filled + added;
    if (needed <= this.#units.length) return;
    const grown = new Uint16Array(needed + (needed >>> 2));
    grown.set(this.#units.subarray(0, this.#filled));
    this.#units = grown;
  }
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const DECODER = new TextDecoder(isLittleEndian ? 'utf-16le' : 'utf-16be', { ignoreBOM: true });

/** Below so many units a call of the decoder costs more than it saves. */
const SHORT_TEXT = 64;

/** The string of well-formed UTF-16. */
function decodeUnits(units: Uint16Array): string {
  return units.length < SHORT_TEXT ? joinUnits(units) : DECODER.decode(units);
}

/** Units joined in one call: few enough for the stack. */
const CALL_LENGTH = 8192;

/** The string of any units: lone surrogates stay, which a decoder would replace. */
function joinUnits(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += CALL_LENGTH)
    parts.push(String.fromCharCode(...units.subarray(at, at + CALL_LENGTH)));
  return parts.join('');
}

/** Of the characters that the table does not settle: all but surrogates and visible astral ones. */
function isInvisible(code: number): boolean {
  if (code > 0xffff) return isInvisibleAstral(code);
  return code < 0xd800 || code > 0xdfff;
}
