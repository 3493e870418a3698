/**
 * Counts the terms of a plan's parts: words, and words that keep together.
 *
 * @module
 */
import type { Segmenter } from '../../segment';
import { normalizeText } from '../../text';
import { CRITICAL_VALUES, scoreAssociation } from './keyness';
import { isTermPart, isWeakWord } from './stop-words';

/** Terms of a part with the number of times that they occur, and how many there are together. */
export interface TermCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Who answers for a task, which says nothing about what it is. */
const RESPONSIBLE = /[（(][^（）()]{0,300}(?:牵头|负责|配合|参加|按职责分工)[^（）()]{0,30}[）)]/g;
const RESPONSIBLE_LINE = /^(?:责任|牵头|配合|主办|协办)(?:单位|部门)?[:：]/;

/** Words without a mark, a number or a word that no term holds in between. */
type Run = readonly string[];

/**
 * The terms of each part, in the order of the parts; each part is given as its texts. Words that keep together are one term, up to four of them: twice over,
 * neighbours are joined that stand together at least three times and in at least three tenths of the occurrences of the rarer one, with G² above 10.83. A
 * word within a joined term is not counted by itself, nor one that says too little. Deterministic; n log n in the words.
 */
export function countTerms(
  parts: readonly (readonly string[])[],
  segmenter: Segmenter,
): readonly TermCounts[] {
  const runs = parts.map((texts) => texts.flatMap((text) => cutRuns(text, segmenter)));
  const joined = joinNeighbours(joinNeighbours(runs));
  return joined.map((partRuns) => {
    const terms = partRuns.flat().filter((term) => !isWeakWord(term));
    return { counts: countWords(terms), size: terms.length };
  });
}

function cutRuns(source: string, segmenter: Segmenter): readonly Run[] {
  const text = normalizeText(source).text.replace(RESPONSIBLE, '。');
  if (RESPONSIBLE_LINE.test(text)) return [];
  const runs: string[][] = [[]];
  for (const { text: word } of segmenter.segment(text)) {
    if (isTermPart(word)) runs.at(-1)?.push(word);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function countWords(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const LEAST_PAIRS = 3;
const LEAST_SHARE = 0.3;
/** Longer ones are phrases, and the format takes 64. */
const LONGEST_TERM = 16;

/** The runs with neighbours joined, the surest pair of a run first. */
function joinNeighbours(parts: readonly (readonly Run[])[]): readonly (readonly Run[])[] {
  const scores = scorePairs(parts.flat());
  return parts.map((runs) => runs.map((run) => joinRun(run, scores)));
}

function joinRun(run: Run, scores: ReadonlyMap<string, number>): Run {
  const pairs = run
    .slice(1)
    .map((word, at) => ({ at, score: scores.get(nameList([run[at] ?? '', word])) ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const joinedAt = new Set<number>();
  for (const { at } of pairs) {
    if (!joinedAt.has(at - 1) && !joinedAt.has(at + 1)) joinedAt.add(at);
  }
  return run.flatMap((word, at) => {
    if (joinedAt.has(at - 1)) return [];
    return [joinedAt.has(at) ? word + (run[at + 1] ?? '') : word];
  });
}

function nameList(words: readonly string[]): string {
  return words.join('\n');
}

/** G² of the pairs that keep together; others are not in it. */
function scorePairs(runs: readonly Run[]): ReadonlyMap<string, number> {
  const words = countWords(runs.flat());
  const pairs = countWords(
    runs.flatMap((run) => run.slice(1).map((word, at) => nameList([run[at] ?? '', word]))),
  );
  const total = [...words.values()].reduce((sum, count) => sum + count, 0);
  return new Map(
    [...pairs].flatMap(([name, pair]) => {
      const both = name.split('\n');
      if (both.every(isWeakWord)) return [];
      const [first = 0, second = 0] = both.map((word) => words.get(word));
      if (pair < LEAST_PAIRS || pair < LEAST_SHARE * Math.min(first, second)) return [];
      if (name.length > LONGEST_TERM) return [];
      const score = scoreAssociation({ pair, first, second, total });
      return score > CRITICAL_VALUES[2] ? [[name, score] as const] : [];
    }),
  );
}
