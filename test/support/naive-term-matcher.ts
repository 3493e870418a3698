// The term matcher's specification as the plainest code that meets it: every term is tried at every place.

/** A match as start, end and index of the term. */
export type NaiveMatch = readonly [start: number, end: number, term: number];

/** How the naive matcher compares. */
export interface NaiveMatcherOptions {
  readonly caseSensitive?: boolean;
}

/** Returns every occurrence of every term, by start, longest first; of equal terms the first. O(n · terms). */
export function findAllNaively(
  terms: readonly string[],
  text: string,
  { caseSensitive = false }: NaiveMatcherOptions = {},
): readonly NaiveMatch[] {
  const fold = (words: string): string =>
    caseSensitive ? words : words.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const folded = terms.map(fold);
  const matches: NaiveMatch[] = [];
  for (let start = 0; start < text.length; start++) {
    folded.forEach((term, index) => {
      const end = start + term.length;
      if (fold(text.slice(start, end)) !== term) return;
      const isFirst = folded.indexOf(term) === index;
      if (isFirst && !isInRun(text, start) && !isInRun(text, end)) {
        matches.push([start, end, index]);
      }
    });
  }
  return matches.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** Returns the leftmost-longest ones of all occurrences. */
export function findNaively(
  terms: readonly string[],
  text: string,
  options?: NaiveMatcherOptions,
): readonly NaiveMatch[] {
  const kept: NaiveMatch[] = [];
  for (const match of findAllNaively(terms, text, options)) {
    if (match[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(match);
  }
  return kept;
}

function isInRun(text: string, offset: number): boolean {
  return /^[0-9A-Za-z]{2}$/.test(text.slice(Math.max(offset - 1, 0), offset + 1));
}
