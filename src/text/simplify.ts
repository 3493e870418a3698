/**
 * Traditional characters to simplified ones, phrases first, with the way back.
 *
 * @module
 */
import { Locale, Trie } from 'opencc-js/t2cn';
import { type FoldingTable, getFoldingTable } from './folding-table';
import { isHan } from './han';
import { createAlignedText, type MappedText } from './mapped-text';
import { PieceListBuilder } from './pieces';

/**
 * Share of traditional-only characters among Chinese characters from which a text is held to be
 * traditional. Lines of traditional texts have 13 % and more, of simplified ones 2 % at most: see
 * docs/decisions/text-normalisation.md.
 */
const TRADITIONAL_SHARE = 0.05;

/** No phrase of OpenCC's has more units: what stands farther before a traditional character stays. */
const LONGEST_PHRASE = 20;

let converter: Trie | undefined;

/**
 * The text in simplified characters; `text` itself where no character is traditional.
 *
 * In a traditional text the longest phrase of OpenCC's dictionary is taken at each place, from left to
 * right. In a simplified text only traditional-only characters and phrases with such a character
 * change: characters used in both scripts (乾 於 徵) and phrases of them stay. Words stay in either:
 * 資訊 becomes 资讯, not 信息. Takes time linear in the text.
 *
 * @example
 * toSimplified('數據要素市場') // => '数据要素市场'
 */
export function toSimplified(text: string): string {
  return simplifyWithMap(text).text;
}

/** The text in simplified characters, with the way back; see {@link toSimplified}. */
export function simplifyWithMap(text: string): MappedText {
  const table = getFoldingTable(false);
  const first = findTraditional(text, 0, table);
  if (first === text.length) return createAlignedText(text);
  const isTraditional = measureTraditionalShare(text, table) >= TRADITIONAL_SHARE;
  return convertText(text, isTraditional ? undefined : table);
}

/** Where the next traditional-only character at or after `start` stands; `text.length` if nowhere. */
function findTraditional(text: string, start: number, table: FoldingTable): number {
  const { units, traditional } = table;
  const { length } = text;
  for (let at = start; at < length; at++) {
    if (units[text.charCodeAt(at)] === 0 && traditional.has(text.codePointAt(at) ?? 0)) return at;
  }
  return length;
}

/** Traditional-only characters / Chinese characters. */
function measureTraditionalShare(text: string, table: FoldingTable): number {
  let hanCount = 0;
  let traditionalCount = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (isHan(code)) hanCount++;
    if (table.units[text.charCodeAt(at)] === 0 && table.traditional.has(code)) traditionalCount++;
  }
  return traditionalCount / Math.max(hanCount, 1);
}

/** Converts all of a text, or, where a table is given, only what holds a traditional-only character. */
function convertText(text: string, onlyWith: FoldingTable | undefined): MappedText {
  const trie = getConverter();
  const conversion = new Conversion(text);
  let next = -1;
  for (let at = 0; at < text.length; ) {
    if (onlyWith) {
      if (next < at) next = findTraditional(text, at, onlyWith);
      if (next === text.length) break;
      at = skipAhead(text, at, next);
    }
    const match = trie.matchPrefix(text, at);
    if (match && match.end > next) {
      conversion.replace(at, match.end, match.value);
      at = match.end;
    } else at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return conversion.finish();
}

/** The first place from `at` on whose phrases can reach `next`, never inside a surrogate pair. */
function skipAhead(text: string, at: number, next: number): number {
  const ahead = next - LONGEST_PHRASE;
  if (ahead <= at) return at;
  const unit = text.charCodeAt(ahead);
  return unit >= 0xdc00 && unit <= 0xdfff ? ahead + 1 : ahead;
}

/** A text under conversion, from left to right. */
class Conversion {
  readonly #source: string;
  readonly #pieces = new PieceListBuilder();
  #text = '';
  #copied = 0;
  #mapped = 0;

  constructor(source: string) {
    this.#source = source;
  }

  replace(start: number, end: number, replacement: string): void {
    this.#text += this.#source.slice(this.#copied, start) + replacement;
    this.#copied = end;
    if (replacement.length !== end - start) this.#mapReplacement(start, end, replacement);
  }

  finish(): MappedText {
    const { length } = this.#source;
    this.#pieces.add(length - this.#mapped, this.#mapped, length);
    return this.#pieces.build(this.#text + this.#source.slice(this.#copied));
  }

  /** Pairs the characters of a phrase and its conversion: OpenCC's have as many, else it maps as a whole. */
  #mapReplacement(start: number, end: number, replacement: string): void {
    this.#pieces.add(start - this.#mapped, this.#mapped, start);
    this.#mapped = end;
    const sources = Array.from(this.#source.slice(start, end));
    const targets = Array.from(replacement);
    if (sources.length !== targets.length) {
      this.#pieces.add(replacement.length, start, end);
      return;
    }
    let at = start;
    for (const [index, source] of sources.entries()) {
      this.#pieces.add(targets[index]?.length ?? 0, at, at + source.length);
      at += source.length;
    }
  }
}

/** OpenCC's t2s dictionaries as one prefix tree, built when the first traditional text comes (some 5 ms). */
function getConverter(): Trie {
  if (converter === undefined) {
    converter = new Trie();
    for (const group of Locale.configs['t2s']?.conversionChain ?? []) {
      converter.loadDictGroup(group);
    }
  }
  return converter;
}
