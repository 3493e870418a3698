/**
 * createContextSums: what headings and the title say of each concept.
 *
 * @module
 */
import { hasWords } from '../features';
import type { ReadPassage, ReadText } from './read-passages';
import { sumTerms } from './sum-lexicon';

/** Sums of the lexicon's weights by concept. */
export interface ContextSums {
  readonly nearest: readonly number[];
  readonly outer: readonly number[];
  readonly title: readonly number[];
}

/** Sums of headings and titles, which come again with every passage under them: the numbers are good until the next passage is asked for. */
export function createContextSums(concepts: number): (passage: ReadPassage) => ContextSums {
  const known = new Map<ReadText, readonly number[]>();
  const sumAlone = (text: ReadText): readonly number[] => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const total = sumTerms(text.terms, concepts);
    known.set(text, total);
    return total;
  };
  const nothing = new Array<number>(concepts).fill(0);
  const outer = [...nothing];
  return ({ headings, title }) => {
    const last = headings.findLastIndex(({ text }) => hasWords(text));
    outer.fill(0);
    headings.forEach((heading, index) => {
      if (index >= last || !hasWords(heading.text)) return;
      const sums = sumAlone(heading);
      for (let c = 0; c < concepts; c += 1) outer[c] = (outer[c] ?? 0) + (sums[c] ?? 0);
    });
    const nearest = headings[last];
    return {
      nearest: nearest === undefined ? nothing : sumAlone(nearest),
      outer,
      title: sumAlone(title),
    };
  };
}
