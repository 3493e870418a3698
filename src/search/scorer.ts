/**
 * Scores the passages of one segment by one clause.
 *
 * @module
 */
import type { ListClause, MaxClause, PhraseScoreClause, ScoreClause } from './clause';
import { createListScorer, lookUpScores } from './list-scorer';
import type { SegmentView } from './ranking-context';
import { addScore, createScoreBoard, type ScoreBoard } from './score-board';
import { findPosting, WINDOW_SIZE } from './window';

/** A clause in a segment. */
export interface Scorer {
  /** What no passage of the window exceeds. */
  boundIn(window: number): number;
  /** Adds the scores of the window's passages to the board. O(postings in the window). */
  accumulate(window: number, board: ScoreBoard): void;
  /** Adds the scores of those passages that the board has already. O(passages on the board · log postings) or better. */
  refine(window: number, board: ScoreBoard): void;
  /** The score of one passage, the same that {@link Scorer.accumulate} adds. O(log n). */
  scoreOf(ordinal: number): number;
  /** Sets the flag of every passage that has a score. O(postings). */
  mark(flags: Uint8Array): void;
}

/** The scorer of a clause in a segment; undefined where no passage of it can score. */
export function createScorer(
  clause: ScoreClause,
  view: SegmentView,
  segment: number,
): Scorer | undefined {
  switch (clause.kind) {
    case 'word':
    case 'bigram':
      return createScorerOfList(clause, view, segment);
    case 'phrase':
      return createPhraseScorer(clause, clause.matches[segment]);
    case 'max':
      return createMaxScorer(clause, view, segment);
  }
}

function createScorerOfList(
  { kind, factor, lists }: ListClause,
  view: SegmentView,
  segment: number,
): Scorer | undefined {
  const list = lists[segment] ?? -1;
  return list < 0 ? undefined : createListScorer(kind, list, factor, view);
}

function createPhraseScorer(
  { factor }: PhraseScoreClause,
  matches: Uint16Array | undefined,
): Scorer | undefined {
  if (matches === undefined || matches.length === 0) return undefined;
  const scoreOf = (ordinal: number): number =>
    findPosting(matches, 0, matches.length, ordinal) < 0 ? 0 : factor;
  return {
    boundIn: () => factor,
    accumulate: (window, board) => {
      const first = window * WINDOW_SIZE;
      for (const ordinal of matches) {
        if (ordinal >= first && ordinal < first + WINDOW_SIZE) {
          addScore(board, ordinal - first, factor);
        }
      }
    },
    refine: (window, board) => {
      lookUpScores(board, window, scoreOf);
    },
    scoreOf,
    mark: (flags) => {
      for (const ordinal of matches) flags[ordinal] = 1;
    },
  };
}

function createMaxScorer(
  clause: MaxClause,
  view: SegmentView,
  segment: number,
): Scorer | undefined {
  const alternatives = clause.alternatives
    .map((parts) =>
      parts
        .map((part) => createScorer(part, view, segment))
        .filter((scorer): scorer is Scorer => scorer !== undefined),
    )
    .filter((scorers) => scorers.length > 0);
  if (alternatives.length === 0) return undefined;
  const { passageCount } = view.live.segment;
  const sums = createScoreBoard(passageCount);
  const best = createScoreBoard(passageCount);
  const scoreOf = (ordinal: number): number =>
    Math.max(...alternatives.map((scorers) => sumOf(scorers, (part) => part.scoreOf(ordinal))));
  return {
    boundIn: (window) =>
      Math.max(...alternatives.map((scorers) => sumOf(scorers, (part) => part.boundIn(window)))),
    accumulate: (window, board) => {
      for (const scorers of alternatives) {
        for (const scorer of scorers) scorer.accumulate(window, sums);
        drainBoard(sums, (place, score) => {
          raiseScore(best, place, score);
        });
      }
      drainBoard(best, (place, score) => {
        addScore(board, place, score);
      });
    },
    refine: (window, board) => {
      lookUpScores(board, window, scoreOf);
    },
    scoreOf,
    mark: (flags) => {
      for (const scorer of alternatives.flat()) scorer.mark(flags);
    },
  };
}

function sumOf(scorers: readonly Scorer[], valueOf: (scorer: Scorer) => number): number {
  let sum = 0;
  for (const scorer of scorers) sum += valueOf(scorer);
  return sum;
}

function raiseScore(board: ScoreBoard, place: number, score: number): void {
  const before = board.scores[place] ?? 0;
  if (before === 0) board.touched[board.count++] = place;
  if (score > before) board.scores[place] = score;
}

function drainBoard(board: ScoreBoard, take: (place: number, score: number) => void): void {
  for (let index = 0; index < board.count; index++) {
    const place = board.touched[index] ?? 0;
    take(place, board.scores[place] ?? 0);
    board.scores[place] = 0;
  }
  board.count = 0;
}
