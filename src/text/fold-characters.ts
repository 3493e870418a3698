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

/** Units written before they are made a string: long enough to be cheap, short enough for the stack. */
const CHUNK_LENGTH = 8192;
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
  readonly #chunk: Uint16Array;
  readonly #pieces = new PieceListBuilder();
  readonly #parts: string[] = [];
  #filled = 0;
  #pieceStart = 0;
  #hasTraditional = false;

  constructor(source: string, table: FoldingTable) {
    this.#source = source;
    this.#table = table;
    // Most texts are passages: a full chunk for each would cost more than folding it.
    this.#chunk = new Uint16Array(Math.min(CHUNK_LENGTH, source.length));
  }

  fold(first: number): FoldedText {
    const source = this.#source;
    let at = this.#copy(first);
    while (at < source.length) {
      at = this.#foldOrdinary(at);
      if (at < source.length) at = this.#foldSpecial(at);
    }
    this.#flush();
    this.#closePiece(source.length);
    // Joined rather than added up: what reads the text goes through flat strings faster.
    const [only = ''] = this.#parts;
    const mapped = this.#pieces.build(this.#parts.length > 1 ? this.#parts.join('') : only);
    return { mapped, hasTraditional: this.#hasTraditional };
  }

  /** Takes over what stands before the first change; in a short text it shares the string that is made of the rest. */
  #copy(end: number): number {
    const source = this.#source;
    if (end >= this.#chunk.length) {
      this.#parts.push(source.slice(0, end));
      return end;
    }
    for (let at = 0; at < end; at++) this.#chunk[at] = source.charCodeAt(at);
    this.#filled = end;
    return end;
  }

  /** Folds units one to one up to the first special one; returns where it stands. */
  #foldOrdinary(start: number): number {
    const source = this.#source;
    const chunk = this.#chunk;
    const { units } = this.#table;
    const { length } = source;
    let at = start;
    let filled = this.#filled;
    for (; at < length; at++) {
      const folded = units[source.charCodeAt(at)] ?? 0;
      if (folded === 0) break;
      chunk[filled++] = folded;
      if (filled === chunk.length) {
        this.#filled = filled;
        this.#flush();
        filled = 0;
      }
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
    if (traditional.has(folded)) this.#hasTraditional = true;
    else if (replacement === undefined && isInvisible(code)) return this.#drop(at, end);
    if (replacement !== undefined && replacement.length !== end - at) {
      this.#replace(at, end, replacement);
    } else this.#write(replacement ?? this.#source.slice(at, end));
    return end;
  }

  #foldCarriageReturn(at: number): number {
    if (this.#source.charCodeAt(at + 1) === LINE_FEED) {
      this.#replace(at, at + 2, '\n');
      return at + 2;
    }
    this.#write('\n');
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
    this.#write(replacement);
    this.#pieceStart = end;
  }

  #closePiece(end: number): void {
    this.#pieces.add(end - this.#pieceStart, this.#pieceStart, end);
  }

  #write(characters: string): void {
    for (let index = 0; index < characters.length; index++) {
      if (this.#filled === this.#chunk.length) this.#flush();
      this.#chunk[this.#filled++] = characters.charCodeAt(index);
    }
    if (this.#filled === this.#chunk.length) this.#flush();
  }

  #flush(): void {
    const written = this.#chunk.subarray(0, this.#filled);
    this.#parts.push(String.fromCharCode.apply(null, written as unknown as number[]));
    this.#filled = 0;
  }
}

/** Of the characters that the table does not settle: all but surrogates and visible astral ones. */
function isInvisible(code: number): boolean {
  if (code > 0xffff) return isInvisibleAstral(code);
  return code < 0xd800 || code > 0xdfff;
}
