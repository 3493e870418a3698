/**
 * Ranks the passages of a segment by MaxScore, window by window.
 *
 * @module
 */
import type { ScoreClause } from './clause';
import { type Demotion, demote } from './demotion';
import type { SegmentView } from './ranking-context';
import { createScoreBoard, type ScoreBoard } from './score-board';
import { createScorer, type Scorer } from './scorer';
import { countWindows, WINDOW_SIZE } from './window';

/** Takes the passages that rank. */
export interface Collector {
  /** Passages below this score are not wanted. It may rise. */
  threshold(): number;
  offer(position: number, score: number): void;
}

/**
 * Bounds are sums in another order than scores, so that rounding may make a bound smaller than the score it bounds; the
 * slack is far above the rounding of thousands of additions.
 */
const SLACK = 1 + 1e-9;

/** What {@link rankSegment} ranks. */
export interface RankSegmentOptions {
  readonly view: SegmentView;
  /** Number of the segment. */
  readonly segment: number;
  /** In the order of `orderClauses`. */
  readonly clauses: readonly ScoreClause[];
  /** 1 for every passage that may be a hit; all where undefined. */
  readonly allowed: Uint8Array | undefined;
  readonly demotion: Demotion;
  readonly collector: Collector;
}

/**
 * Offers the collector the passages of a segment that reach its threshold, with their scores.
 *
 * MaxScore (Turtle & Flood 1995) with bounds by window: where the clauses at the end of the order cannot together lift a
 * passage over the threshold, passages are found by the other clauses only and then looked up in these. A demoted passage
 * needs more than the threshold, and most can be dropped early. Scores are the same as without.
 */
export function rankSegment(options: RankSegmentOptions): void {
  const { view, segment, clauses, demotion, collector } = options;
  const scorers = clauses
    .map((clause) => createScorer(clause, view, segment))
    .filter((scorer): scorer is Scorer => scorer !== undefined);
  const bounds = new Float64Array(scorers.length + 1);
  const { passageCount } = view.live.segment;
  const board = createScoreBoard(passageCount);
  const windowCount = countWindows(passageCount);
  for (let window = 0; window < windowCount; window++) {
    sumBounds(scorers, window, bounds);
    const needed = collector.threshold() / (demotion.maxima[window] ?? 1);
    const essential = countEssential(bounds, needed);
    for (let index = 0; index < essential; index++) scorers[index]?.accumulate(window, board);
    drainWindow({ ...options, window, board, scorers, bounds, essential });
  }
}

/** bounds[i] becomes what the scorers from i on can add. */
function sumBounds(scorers: readonly Scorer[], window: number, bounds: Float64Array): void {
  for (let index = scorers.length - 1; index >= 0; index--) {
    bounds[index] = (bounds[index + 1] ?? 0) + (scorers[index]?.boundIn(window) ?? 0) * SLACK;
  }
}

/** How many scorers from the first on a passage must match one of to reach the threshold. */
function countEssential(bounds: Float64Array, threshold: number): number {
  let essential = bounds.length - 1;
  while (essential > 0 && (bounds[essential - 1] ?? 0) < threshold) essential--;
  return essential;
}

interface WindowState extends RankSegmentOptions {
  readonly window: number;
  readonly board: ScoreBoard;
  readonly scorers: readonly Scorer[];
  readonly bounds: Float64Array;
  readonly essential: number;
}

/** Completes the scores of the passages found, dropping those that cannot reach the threshold, and offers the rest. */
function drainWindow(state: WindowState): void {
  const { view, window, board, collector, scorers, bounds, essential, demotion } = state;
  const { segment } = view.live;
  const { scores, touched } = board;
  dropForbidden(state);
  if (essential < scorers.length) {
    setNeeds(state);
    for (let index = essential; index < scorers.length && board.count > 0; index++) {
      dropBelow(board, bounds[index] ?? 0);
      scorers[index]?.refine(window, board);
    }
  }
  for (let index = 0; index < board.count; index++) {
    const place = touched[index] ?? 0;
    const ordinal = window * WINDOW_SIZE + place;
    const score = demote(scores[place] ?? 0, ordinal, segment, demotion);
    scores[place] = 0;
    collector.offer(view.firstPosition + ordinal, score);
  }
  board.count = 0;
}

/** Says of every passage of the board which score, before it is demoted, reaches the threshold. */
function setNeeds({ view, window, board, collector, demotion }: WindowState): void {
  const { needs, touched } = board;
  const threshold = collector.threshold();
  for (let index = 0; index < board.count; index++) {
    const place = touched[index] ?? 0;
    const factor = demote(1, window * WINDOW_SIZE + place, view.live.segment, demotion);
    needs[place] = threshold / factor;
  }
}

/** Drops the passages of the board that were removed or do not fulfil the restrictions. */
function dropForbidden({ view, window, board, allowed }: WindowState): void {
  const { deleted } = view.live;
  if (deleted === undefined && allowed === undefined) return;
  const { scores, touched } = board;
  let kept = 0;
  for (let index = 0; index < board.count; index++) {
    const place = touched[index] ?? 0;
    const ordinal = window * WINDOW_SIZE + place;
    if (deleted?.[ordinal] === 1 || allowed?.[ordinal] === 0) scores[place] = 0;
    else touched[kept++] = place;
  }
  board.count = kept;
}

/** Drops the passages of the board that `rest` more does not lift to what they need. */
function dropBelow(board: ScoreBoard, rest: number): void {
  const { scores, touched, needs } = board;
  let kept = 0;
  for (let index = 0; index < board.count; index++) {
    const place = touched[index] ?? 0;
    if ((scores[place] ?? 0) * SLACK + rest < (needs[place] ?? 0)) scores[place] = 0;
    else touched[kept++] = place;
  }
  board.count = kept;
}
