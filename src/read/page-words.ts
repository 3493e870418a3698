/**
 * cleanWords: words as a page shows them, without what only serves the looks.
 *
 * @module
 */
import { normalizeText } from '../text';

/** Radicals and compatibility characters, which fonts give for the ordinary ones: ⽹ for 网. */
const LOOKALIKES = /[\u2e80-\u2fdf\uf900-\ufaff]/g;
/** Spaces that a word processor sets between Chinese and Latin characters are a matter of looks, and would part 5G基站; but 专栏1 names what comes after it. */
const TYPOGRAPHIC_SPACES =
  /(?<=[\u3001-\u9fff\uff01-\uff60]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?<![栏件表图]\d{1,2}) (?=[\u3001-\u9fff\uff01-\uff60])/g;

/** The words with ordinary characters, and without spaces between Chinese and Latin ones. Linear. */
export function cleanWords(text: string): string {
  return text
    .replace(LOOKALIKES, (character) => normalizeText(character).text)
    .replace(TYPOGRAPHIC_SPACES, '');
}
