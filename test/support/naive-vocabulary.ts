// The words of a list of passages, counted in the plainest way.
import type { Vocabulary } from '../../src/search/vocabulary';
import type { Segmenter } from '../../src/segment';
import { normalizeText } from '../../src/text';

/** The vocabulary of some passages; each heading stands over one passage. */
export function createNaiveVocabulary(
  passages: readonly string[],
  segmenter: Segmenter,
  headings: readonly string[] = [],
): Vocabulary {
  const folded = passages.map((text) => normalizeText(text, { foldCase: true }).text);
  const words = folded.map(
    (text) => new Set(segmenter.segmentForSearch(text).map(({ text: word }) => word)),
  );
  const terms = [...new Set(words.flatMap((set) => [...set]))]
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .sort();
  return {
    passageCount: passages.length,
    termCount: terms.length,
    term: (rank) => terms[rank] ?? '',
    documentFrequency: (rank) => words.filter((set) => set.has(terms[rank] ?? '')).length,
    findTerm: (text) => terms.indexOf(text),
    headings: () =>
      [...new Set(headings)].map((text) => ({
        text,
        count: headings.filter((one) => one === text).length,
      })),
    countPhrase: (text) => folded.filter((passage) => passage.includes(text)).length,
  };
}
