/**
 * fingerprintPassages: a short name for a document, by which a model tells what it learnt from.
 *
 * @module
 */
import { digestTexts } from '../../text';

/** Eight hexadecimal digits of the passages' folded texts, white space left out. Linear in the text. */
export function fingerprintPassages(texts: readonly string[]): string {
  return digestTexts(texts.map((text) => text.replace(/\s+/g, '')));
}
