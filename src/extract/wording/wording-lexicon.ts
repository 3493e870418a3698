/**
 * The graded lexicon of wording, compiled from corpus/extract/wording.json.
 *
 * @module
 */
import lexicon from '../../../corpus/extract/wording.json';
import { createTermMatcher, type TermMatcher } from '../../segment';
import type { WordingGrade } from './model';

/** What a term of the lexicon says. */
export interface GradedTerm {
  readonly term: string;
  readonly grade: WordingGrade;
  readonly strength: number;
}

/** The lexicon, ready to be matched. */
export interface WordingLexicon {
  readonly matcher: TermMatcher;
  /** By the matcher's term id; undefined for a look-alike, a word that only contains a term. */
  readonly graded: readonly (GradedTerm | undefined)[];
}

/** The grades, strongest first. */
export const WORDING_GRADES: readonly WordingGrade[] = [
  'obligation',
  'commitment',
  'drive',
  'action',
  'support',
  'exploration',
];

let compiled: WordingLexicon | undefined;

/** The lexicon, compiled at the first call. */
export function getWordingLexicon(): WordingLexicon {
  compiled ??= compileLexicon();
  return compiled;
}

function compileLexicon(): WordingLexicon {
  const graded = WORDING_GRADES.flatMap((grade): readonly GradedTerm[] => {
    const { strength, terms } = lexicon.grades[grade];
    return terms.split(' ').map((term) => ({ term, grade, strength }));
  });
  const lookalikes = lexicon.lookalikes.split(' ');
  return {
    matcher: createTermMatcher([...graded.map(({ term }) => term), ...lookalikes]),
    graded: [...graded, ...lookalikes.map(() => undefined)],
  };
}
