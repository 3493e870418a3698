/**
 * Texts as text reuse sees them: letters, digits and Chinese characters, without punctuation and spaces, with the way back.
 *
 * @module
 */
import type { PolicyDocument } from '../document';
import { foldMappedText, joinSpans, type MappedText, normalizeText, type Span } from '../text';
import { markBoilerplate } from './boilerplate';

/** A text prepared for the search for reuse. Never changed after it was made. */
export interface ReuseText {
  /** The letters, as UTF-16 code units, folded and in lower case. */
  readonly letters: Uint16Array;
  /** 1 for each letter of a boilerplate passage. */
  readonly boilerplate: Uint8Array;
  /** The span of the source that the letters from `start` to `end` were taken from. */
  locate(start: number, end: number): Span;
}

/** A text of unknown structure, nothing of it boilerplate. Linear. */
export function prepareText(source: string): ReuseText {
  return prepareMapped(normalizeText(source, { foldCase: true }), () => false);
}

/** The passages of a document, one after the other: headings, noise and what is between passages are left out. Linear. */
export function prepareDocument(document: Pick<PolicyDocument, 'source' | 'passages'>): ReuseText {
  const { source, passages } = document;
  const joined = joinSpans(
    source,
    passages.flatMap(({ pieces }) => pieces),
  );
  const marks = markBoilerplate(document);
  let at = 0;
  return prepareMapped(foldMappedText(joined, { foldCase: true }), (offset) => {
    while (at + 1 < passages.length && (passages[at + 1]?.span.start ?? 0) <= offset) at += 1;
    return marks[at] ?? false;
  });
}

function prepareMapped(mapped: MappedText, isMarked: (offset: number) => boolean): ReuseText {
  const { text } = mapped;
  const letters = new Uint16Array(text.length);
  const places = new Uint32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (!isLetter(unit)) continue;
    letters[count] = unit;
    places[count] = at;
    count += 1;
  }
  const boilerplate = new Uint8Array(count);
  for (let i = 0; i < count; i += 1)
    boilerplate[i] = isMarked(mapped.toSource(places[i] ?? 0)) ? 1 : 0;
  return Object.freeze({
    letters: letters.slice(0, count),
    boilerplate,
    locate: (start: number, end: number) =>
      mapped.spanToSource({ start: places[start] ?? 0, end: (places[end - 1] ?? -1) + 1 }),
  });
}

/** Digits, lower-case Latin letters, letters of other scripts, Chinese characters with their surrogates; no punctuation of any block. */
function isLetter(unit: number): boolean {
  if (unit < 0x80) return (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122);
  if (unit < 0x2000) return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7;
  return (unit >= 0x3400 && unit <= 0xdfff) || (unit >= 0xf900 && unit <= 0xfaff);
}
