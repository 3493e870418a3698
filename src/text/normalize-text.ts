/**
 * Folds a text for matching, with the way back to the source.
 *
 * @module
 */
import { foldCharacters } from './fold-characters';
import { composeMappedTexts, type MappedText } from './mapped-text';
import { simplifyWithMap } from './simplify';

/** Options of {@link normalizeText} and {@link foldMappedText}. */
export interface NormalizeTextOptions {
  /** Whether A to Z become a to z, full-width ones included. Default `false`. */
  readonly foldCase?: boolean;
  /** Whether traditional characters become simplified ones. Default `true`. */
  readonly simplify?: boolean;
}

/**
 * The text as terms and rules are matched on it, with the way back to `source`.
 *
 * Full-width letters, digits and punctuation become half-width; every kind of space becomes ' ', every
 * line break \n (\r\n one of them), compatibility characters and radicals their ordinary character,
 * traditional characters simplified ones. Invisible characters go: zero-width ones, soft hyphens,
 * bidi marks, variation selectors, NUL and other controls but \t. What has no half-width form
 * (。、《》“”) stays, and so do runs of spaces, lone surrogates and unknown characters.
 *
 * Takes time linear in the text. A text that nothing is folded in is returned as it is; where
 * replacements are one to one no map is kept.
 *
 * @example
 * normalizeText('２０２５年，數據').text // => '2025年,数据'
 */
export function normalizeText(source: string, options: NormalizeTextOptions = {}): MappedText {
  const { mapped, hasTraditional } = foldCharacters(source, options.foldCase ?? false);
  if (!hasTraditional || options.simplify === false) return mapped;
  return composeMappedTexts(simplifyWithMap(mapped.text), mapped);
}

/**
 * A mapped text normalised as {@link normalizeText} does, with the way back to the first source.
 *
 * @example
 * foldMappedText(joinSpans('５\nＧ', [{ start: 0, end: 1 }, { start: 2, end: 3 }])).text // => '5 G'
 */
export function foldMappedText(mapped: MappedText, options: NormalizeTextOptions = {}): MappedText {
  const folded = normalizeText(mapped.text, options);
  return folded.text === mapped.text ? mapped : composeMappedTexts(folded, mapped);
}
