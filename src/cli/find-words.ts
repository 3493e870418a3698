/**
 * createWordFinder: where a text stands in a document, however its lines were broken and its characters written.
 *
 * @module
 */
import { normalizeText, type Span } from '../text';

/** The place of some words that is nearest to an offset; undefined where they do not stand in the source, or are none. */
export type FindWords = (words: string, near: number) => Span | undefined;

/**
 * A finder of words in a source, white space, full-width and traditional characters aside. The source is folded when first asked. Ties go to the earlier place. Linear in the
 * source for each question.
 */
export function createWordFinder(source: string): FindWords {
  let folded: Folded | undefined;
  return (words, near) => {
    const wanted = squeeze(normalizeText(words).text);
    if (wanted === '') return undefined;
    folded ??= foldSource(source);
    let best: Span | undefined;
    for (
      let at = folded.text.indexOf(wanted);
      at !== -1;
      at = folded.text.indexOf(wanted, at + 1)
    ) {
      const span = folded.toSource(at, at + wanted.length);
      if (best === undefined || Math.abs(span.start - near) < Math.abs(best.start - near))
        best = span;
    }
    return best;
  };
}

interface Folded {
  readonly text: string;
  toSource(start: number, end: number): Span;
}

function foldSource(source: string): Folded {
  const normal = normalizeText(source);
  const places: number[] = [];
  for (let i = 0; i < normal.text.length; i += 1)
    if (!/\s/.test(normal.text.charAt(i))) places.push(i);
  return {
    text: squeeze(normal.text),
    toSource: (start, end) =>
      normal.spanToSource({ start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 }),
  };
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}
