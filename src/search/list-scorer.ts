/**
 * Scores passages by one list of a segment: of a word, or of a pair of characters.
 *
 * @module
 */
import type { PostingLists } from './index-segment';
import type { SegmentView } from './ranking-context';
import { saturateWord } from './saturation';
import type { ScoreBoard } from './score-board';
import type { Scorer } from './scorer';
import { countWindows, cutWindows, findPosting, type ListWindows, WINDOW_SIZE } from './window';

/** How many postings can be gone through in the time that one look-up takes. */
const LOOKUP_COST = 8;

/** The lists of a kind, with their saturated frequencies in a table. */
interface ListSource {
  readonly lists: PostingLists;
  /** Codes of the postings; where undefined all have code 0. */
  readonly codes: Uint8Array | undefined;
  /** By code: where its row of `values` begins; −1 where the saturated frequency has to be computed. */
  readonly rows: Int32Array;
  /** f / (k1 + f), by row + number of the length. */
  readonly values: Float64Array;
  /** Numbers of the lengths, by passage. */
  readonly lengths: Uint16Array;
  /** Lists that were cut into windows already. */
  readonly windows: Map<number, ListWindows>;
}

const ONE_ROW = new Int32Array(1);

function chooseSource(kind: 'word' | 'bigram', view: SegmentView): ListSource {
  const { words, bigrams, lengths } = view.live.segment;
  if (kind === 'word') {
    const { codes } = words;
    const windows = view.wordWindows;
    return { lists: words, codes, ...view.bodySaturations, lengths: lengths.body.codes, windows };
  }
  return {
    lists: bigrams,
    codes: undefined,
    rows: ONE_ROW,
    values: view.bigramSaturations,
    lengths: lengths.bigram.codes,
    windows: view.bigramWindows,
  };
}

/** The scorer of a list, each posting of which is worth `factor` · its saturated frequency. */
export function createListScorer(
  kind: 'word' | 'bigram',
  list: number,
  factor: number,
  view: SegmentView,
): Scorer {
  const source = chooseSource(kind, view);
  const { lists, codes, rows, values, lengths } = source;
  const { ordinals } = lists;
  const saturationOf = (posting: number, ordinal: number): number => {
    const row = codes === undefined ? 0 : (rows[codes[posting] ?? 0] ?? -1);
    return row < 0
      ? saturateWord(view, posting, ordinal)
      : (values[row + (lengths[ordinal] ?? 0)] ?? 0);
  };
  const { starts, maxima } = findWindows(source, list, view, saturationOf);
  const scoreOf = (ordinal: number): number => {
    const window = Math.floor(ordinal / WINDOW_SIZE);
    const posting = findPosting(ordinals, starts[window] ?? 0, starts[window + 1] ?? 0, ordinal);
    return posting < 0 ? 0 : factor * saturationOf(posting, ordinal);
  };
  return {
    boundIn: (window) => factor * (maxima[window] ?? 0),
    accumulate: (window, board) => {
      const { scores, touched } = board;
      const end = starts[window + 1] ?? 0;
      const first = window * WINDOW_SIZE;
      let { count } = board;
      for (let posting = starts[window] ?? 0; posting < end; posting++) {
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
      const start = starts[window] ?? 0;
      const end = starts[window + 1] ?? 0;
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
      const end = lists.offsets[list + 1] ?? 0;
      for (let posting = lists.offsets[list] ?? 0; posting < end; posting++) {
        flags[ordinals[posting] ?? 0] = 1;
      }
    },
  };
}

/** Adds the scores of the passages on the board, looking each one up. */
export function lookUpScores(
  { scores, touched, count }: ScoreBoard,
  window: number,
  scoreOf: (ordinal: number) => number,
): void {
  for (let index = 0; index < count; index++) {
    const place = touched[index] ?? 0;
    scores[place] = (scores[place] ?? 0) + scoreOf(window * WINDOW_SIZE + place);
  }
}

function findWindows(
  { lists, windows }: ListSource,
  list: number,
  view: SegmentView,
  saturate: (posting: number, ordinal: number) => number,
): ListWindows {
  const known = windows.get(list);
  if (known !== undefined) return known;
  const cut = cutWindows(lists, list, countWindows(view.live.segment.passageCount), saturate);
  windows.set(list, cut);
  return cut;
}
