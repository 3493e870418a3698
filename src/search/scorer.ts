/**
 * Scores the passages of one segment by one clause.
 *
 * @module
 */
import type { ListClause, MaxClause, PhraseScoreClause, ScoreClause } from './clause';
import type { PostingLists } from './index-segment';
import type { SegmentView } from './ranking-context';
import { saturateWord } from './saturation';
import { addScore, createScoreBoard, type ScoreBoard } from './score-board';
import { countWindows, cutWindows, findPosting, type ListWindows, WINDOW_SIZE } from './window';

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
      return createWordScorer(clause, view, clause.lists[segment] ?? -1);
    case 'bigram':
      return createBigramScorer(clause, view, clause.lists[segment] ?? -1);
    case 'phrase':
      return createPhraseScorer(clause, clause.matches[segment]);
    case 'max':
      return createMaxScorer(clause, view, segment);
  }
}

function createWordScorer(
  { factor }: ListClause,
  view: SegmentView,
  list: number,
): Scorer | undefined {
  if (list < 0) return undefined;
  const { words, lengths } = view.live.segment;
  const { ordinals, codes } = words;
  const { rows, values } = view.bodySaturations;
  const bodyLengths = lengths.body.codes;
  const saturationOf = (posting: number, ordinal: number): number => {
    const row = rows[codes[posting] ?? 0] ?? -1;
    return row < 0
      ? saturateWord(view, posting, ordinal)
      : (values[row + (bodyLengths[ordinal] ?? 0)] ?? 0);
  };
  const windows = findWindows(view, view.wordWindows, words, list, saturationOf);
  const scoreOf = (ordinal: number): number => {
    const posting = findInWindows(ordinals, windows, ordinal);
    return posting < 0 ? 0 : factor * saturationOf(posting, ordinal);
  };
  return {
    boundIn: (window) => factor * (windows.maxima[window] ?? 0),
    accumulate: (window, board) => {
      const { scores, touched } = board;
      const end = windows.starts[window + 1] ?? 0;
      const first = window * WINDOW_SIZE;
      let { count } = board;
      for (let posting = windows.starts[window] ?? 0; posting < end; posting++) {
        const ordinal = ordinals[posting] ?? 0;
        const score = factor * saturationOf(posting, ordinal);
        if (score > 0) {
          const place = ordinal - first;
          const before = scores[place] ?? 0;
          if (before === 0) touched[count++] = place;
          scores[place] = before + score;
        }
      }
      board.count = count;
    },
    refine: (window, board) => {
      const start = windows.starts[window] ?? 0;
      const end = windows.starts[window + 1] ?? 0;
      if (end - start > board.count * LOOKUP_COST) {
        lookUpScores(board, window, scoreOf);
        return;
      }
      const { scores } = board;
      const first = window * WINDOW_SIZE;
      for (let posting = start; posting < end; posting++) {
        const ordinal = ordinals[posting] ?? 0;
        const before = scores[ordinal - first] ?? 0;
        if (before > 0) scores[ordinal - first] = before + factor * saturationOf(posting, ordinal);
      }
    },
    scoreOf,
    mark: (flags) => {
      markOrdinals(words, list, flags);
    },
  };
}

function createBigramScorer(
  { factor }: ListClause,
  view: SegmentView,
  list: number,
): Scorer | undefined {
  if (list < 0) return undefined;
  const { bigrams, lengths } = view.live.segment;
  const { ordinals } = bigrams;
  const { bigramSaturations } = view;
  const bigramLengths = lengths.bigram.codes;
  const saturationOf = (_: number, ordinal: number): number =>
    bigramSaturations[bigramLengths[ordinal] ?? 0] ?? 0;
  const windows = findWindows(view, view.bigramWindows, bigrams, list, saturationOf);
  const scoreOf = (ordinal: number): number =>
    findInWindows(ordinals, windows, ordinal) < 0 ? 0 : factor * saturationOf(0, ordinal);
  return {
    boundIn: (window) => factor * (windows.maxima[window] ?? 0),
    accumulate: (window, board) => {
      const { scores, touched } = board;
      const end = windows.starts[window + 1] ?? 0;
      const first = window * WINDOW_SIZE;
      let { count } = board;
      for (let posting = windows.starts[window] ?? 0; posting < end; posting++) {
        const ordinal = ordinals[posting] ?? 0;
        const place = ordinal - first;
        const before = scores[place] ?? 0;
        if (before === 0) touched[count++] = place;
        scores[place] = before + factor * (bigramSaturations[bigramLengths[ordinal] ?? 0] ?? 0);
      }
      board.count = count;
    },
    refine: (window, board) => {
      const start = windows.starts[window] ?? 0;
      const end = windows.starts[window + 1] ?? 0;
      if (end - start > board.count * LOOKUP_COST) {
        lookUpScores(board, window, scoreOf);
        return;
      }
      const { scores } = board;
      const first = window * WINDOW_SIZE;
      for (let posting = start; posting < end; posting++) {
        const ordinal = ordinals[posting] ?? 0;
        const before = scores[ordinal - first] ?? 0;
        if (before > 0) {
          scores[ordinal - first] =
            before + factor * (bigramSaturations[bigramLengths[ordinal] ?? 0] ?? 0);
        }
      }
    },
    scoreOf,
    mark: (flags) => {
      markOrdinals(bigrams, list, flags);
    },
  };
}

/** How many postings can be gone through in the time that one look-up takes. */
const LOOKUP_COST = 8;

function lookUpScores(
  { scores, touched, count }: ScoreBoard,
  window: number,
  scoreOf: (ordinal: number) => number,
): void {
  for (let index = 0; index < count; index++) {
    const place = touched[index] ?? 0;
    scores[place] = (scores[place] ?? 0) + scoreOf(window * WINDOW_SIZE + place);
  }
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
  const sums = createScoreBoard();
  const best = createScoreBoard();
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

function findWindows(
  view: SegmentView,
  remembered: Map<number, ListWindows>,
  lists: PostingLists,
  list: number,
  saturate: (posting: number, ordinal: number) => number,
): ListWindows {
  const known = remembered.get(list);
  if (known !== undefined) return known;
  const cut = cutWindows(lists, list, countWindows(view.live.segment.passageCount), saturate);
  remembered.set(list, cut);
  return cut;
}

function findInWindows(ordinals: Uint16Array, { starts }: ListWindows, ordinal: number): number {
  const window = Math.floor(ordinal / WINDOW_SIZE);
  return findPosting(ordinals, starts[window] ?? 0, starts[window + 1] ?? 0, ordinal);
}

function markOrdinals({ offsets, ordinals }: PostingLists, list: number, flags: Uint8Array): void {
  const end = offsets[list + 1] ?? 0;
  for (let posting = offsets[list] ?? 0; posting < end; posting++) {
    flags[ordinals[posting] ?? 0] = 1;
  }
}
