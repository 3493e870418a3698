/**
 * Ranks the passages of a segment by MaxScore, window by window.
 *
 * @module
 */
import type { ScoreClause } from './clause';
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
  /** Factors on the score, at most 1, by the number of the document; all 1 where undefined. */
  readonly documentFactors: Float64Array | undefined;
  readonly collector: Collector;
}

/**
 * Offers the collector the passages of a segment that reach its threshold, with their scores.
 *
 * MaxScore (Turtle & Flood 1995) with bounds by window: where the clauses at the end of the order cannot together lift a
 * passage over the threshold, passages are found by the other clauses only and then looked up in these. Scores are the same as without.
 */
export function rankSegment(options: RankSegmentOptions): void {
  const { view, segment, clauses } = options;
  const scorers = clauses
    .map((clause) => createScorer(clause, view, segment))
    .filter((scorer): scorer is Scorer => scorer !== undefined);
  const bounds = new Float64Array(scorers.length + 1);
  const board = createScoreBoard();
  const windowCount = countWindows(view.live.segment.passageCount);
  for (let window = 0; window < windowCount; window++) {
    sumBounds(scorers, window, bounds);
    const essential = countEssential(bounds, options.collector.threshold());
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
  const { view, window, board, collector, scorers, bounds, essential, documentFactors } = state;
  const { kinds, documents } = view.live.segment.passages;
  const { scores, touched } = board;
  const threshold = collector.threshold();
  dropForbidden(state);
  for (let index = essential; index < scorers.length && board.count > 0; index++) {
    dropBelow(board, threshold, bounds[index] ?? 0);
    scorers[index]?.refine(window, board);
  }
  for (let index = 0; index < board.count; index++) {
    const place = touched[index] ?? 0;
    const ordinal = window * WINDOW_SIZE + place;
    let score = (scores[place] ?? 0) * (view.kindFactors[kinds[ordinal] ?? 0] ?? 1);
    if (documentFactors !== undefined) score *= documentFactors[documents[ordinal] ?? 0] ?? 1;
    scores[place] = 0;
    collector.offer(view.firstPosition + ordinal, score);
  }
  board.count = 0;
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

/** Drops the passages of the board that `rest` more does not lift to the threshold. */
function dropBelow(board: ScoreBoard, threshold: number, rest: number): void {
  const { scores, touched } = board;
  let kept = 0;
  for (let index = 0; index < board.count; index++) {
    const place = touched[index] ?? 0;
    if ((scores[place] ?? 0) * SLACK + rest < threshold) scores[place] = 0;
    else touched[kept++] = place;
  }
  board.count = kept;
}
