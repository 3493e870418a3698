/**
 * Scores how strongly a document commits: marks of wording, passage by passage.
 *
 * @module
 */
import type { PolicyDocument } from '../../document';
import { type PassageReading, readPassages } from '../passage-reading';
import type { PassageWording, Wording, WordingGrade, WordingMark } from './model';
import { isGoverned, isPredicate } from './predicates';
import { type GradedTerm, getWordingLexicon, WORDING_GRADES } from './wording-lexicon';

/**
 * How strongly a document commits those it speaks to, by the graded lexicon of corpus/extract/wording.json: the mean strength of its marks, and every mark with its place.
 *
 * A mark is a word of the lexicon that stands as a predicate: 支持企业, not 政策支持. Of words at one place the longest counts. A document without marks has no
 * score. What grade a word has is a convention; see docs/decisions/extraction.md. Passages in reading order, marks by position. Pure and deterministic; linear.
 *
 * @example
 * scoreWording(parseDocument('一、要求\n必须守住底线，鼓励企业创新。', { id: 'd' })).passages[0]?.marks.map(({ term }) => term) // => ['必须', '守住', '鼓励']
 */
export function scoreWording(document: PolicyDocument): Wording {
  const passages = readPassages(document);
  const scored = passages.map(scorePassage);
  const marks = scored.flatMap((each) => each.marks);
  return Object.freeze({
    score: averageStrength(marks),
    marks: marks.length,
    characters: passages.reduce((sum, { text }) => sum + text.length, 0),
    grades: countGrades(marks),
    passages: Object.freeze(scored),
  });
}

function scorePassage(reading: PassageReading): PassageWording {
  const marks = Object.freeze(findMarks(reading));
  return Object.freeze({
    passageId: reading.passage.id,
    score: averageStrength(marks),
    marks,
  });
}

function findMarks({ text, locate }: PassageReading): readonly WordingMark[] {
  const { matcher, graded } = getWordingLexicon();
  const found = matcher
    .find(text)
    .map(({ start, end, term }) => ({ start, end, entry: graded[term] }));
  const marks: WordingMark[] = [];
  let governor: { readonly entry: GradedTerm; readonly end: number } | undefined;
  for (const [index, { start, end, entry }] of found.entries()) {
    if (entry === undefined) continue;
    const before = found[index - 1];
    const after = found[index + 1];
    const place = {
      text,
      start,
      end,
      followsTerm: before?.end === start && before.entry !== undefined,
      nextTerm: after?.entry === undefined ? undefined : after.start,
    };
    if (!isPredicate(entry, place)) continue;
    if (governor !== undefined && start - governor.end > MAX_GOVERNED) governor = undefined;
    if (
      governor !== undefined &&
      isGoverned(governor.entry, entry, text.slice(governor.end, start))
    )
      continue;
    governor = { entry, end };
    marks.push(createMark(entry, locate(start, end)));
  }
  return marks;
}

/** How far a word governs, in code units. */
const MAX_GOVERNED = 40;

function createMark({ term, grade, strength }: GradedTerm, span: WordingMark['span']): WordingMark {
  return Object.freeze({ term, grade, strength, span });
}

function averageStrength(marks: readonly WordingMark[]): number | undefined {
  if (marks.length === 0) return undefined;
  return marks.reduce((sum, { strength }) => sum + strength, 0) / marks.length;
}

function countGrades(marks: readonly WordingMark[]): Readonly<Record<WordingGrade, number>> {
  const counts = Object.fromEntries(WORDING_GRADES.map((grade) => [grade, 0])) as Record<
    WordingGrade,
    number
  >;
  for (const { grade } of marks) counts[grade] += 1;
  return Object.freeze(counts);
}
