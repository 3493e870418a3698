/**
 * The scores of the passages of one window, and which of them have any.
 *
 * @module
 */
import { WINDOW_SIZE } from './window';

/** Scores under way. Used again for every window. */
export interface ScoreBoard {
  /** By place in the window; 0 where there is none. */
  readonly scores: Float64Array;
  /** The places with a score, in the order of first sight. */
  readonly touched: Uint16Array;
  count: number;
}

/** An empty board. */
export function createScoreBoard(): ScoreBoard {
  return {
    scores: new Float64Array(WINDOW_SIZE),
    touched: new Uint16Array(WINDOW_SIZE),
    count: 0,
  };
}

/** Adds to the score of a place. */
export function addScore(board: ScoreBoard, place: number, score: number): void {
  if (score <= 0) return;
  const { scores } = board;
  const before = scores[place] ?? 0;
  if (before === 0) board.touched[board.count++] = place;
  scores[place] = before + score;
}
