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
  /** By place in the window: the score that the passage has to reach; set where the board has a score and needs are asked for. */
  readonly needs: Float64Array;
  /** The places with a score, in the order of first sight. */
  readonly touched: Uint16Array;
  count: number;
}

/** An empty board for the windows of a segment with so many passages. */
export function createScoreBoard(passageCount: number): ScoreBoard {
  const size = Math.min(WINDOW_SIZE, passageCount);
  return {
    scores: new Float64Array(size),
    needs: new Float64Array(size),
    touched: new Uint16Array(size),
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
