/**
 * Checks what a schema cannot see: whether a taxonomy file agrees with itself.
 *
 * @module
 */
import { checkCues, checkLabels, checkLexicon } from './check-lexicon';
import { checkNames, checkRelations, checkSchemes } from './check-references';
import { createProblem, type PathProblem } from './problem';
import type { TaxonomyFile } from './taxonomy-file';

/** Every contradiction of a normalised file, check by check. Linear in the file. */
export function checkFile(file: TaxonomyFile): readonly PathProblem[] {
  return [checkDates, checkNames, checkSchemes, checkRelations, checkCues, checkConcepts].flatMap(
    (check) => check(file),
  );
}

function checkDates({ issuedOn, period }: TaxonomyFile): readonly PathProblem[] {
  const problems: PathProblem[] = [];
  if (issuedOn !== undefined && !isDate(issuedOn)) {
    problems.push(createProblem(['issuedOn'], 'YYYY-MM-DD, YYYY-MM or YYYY', issuedOn));
  }
  if (period !== undefined && period.end < period.start) {
    const expected = `a year not before ${period.start}`;
    problems.push(createProblem(['period', 'end'], expected, period.end));
  }
  return problems;
}

function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  return month >= 1 && month <= 12 && day >= 1 && day <= countDays(year, month);
}

function countDays(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function checkConcepts({ concepts, cues = {} }: TaxonomyFile): readonly PathProblem[] {
  const cueNames = new Set(Object.keys(cues));
  return concepts.flatMap((concept, index) => {
    const path = ['concepts', index];
    return [...checkLabels(concept, path), ...checkLexicon(concept, path, cueNames)];
  });
}
