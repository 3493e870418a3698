/**
 * Wording that two passages share: letters in runs that stand in both.
 *
 * @module
 */
import { normalizeText } from '../text';

/** Letters that a run needs: a word of two says nothing, four are mostly two words in a row. */
const RUN = 4;

/** A passage as wording sees it: the runs of {@link RUN} of its letters and digits, folded, in lower case. */
export interface PassageRuns {
  /** By where they begin. */
  readonly listed: readonly string[];
  readonly runs: ReadonlySet<string>;
}

/** The runs of a passage. Linear. */
export function readRuns(text: string): PassageRuns {
  const letters = normalizeText(text, { foldCase: true }).text.replace(/[^\p{L}\p{N}]/gu, '');
  const listed = listRuns(letters);
  return { listed, runs: new Set(listed) };
}

/** The letters of a that stand in runs of four or more which b has too, wherever; not symmetric. Linear in a. */
export function countSharedLetters(a: PassageRuns, b: PassageRuns): number {
  let shared = 0;
  let end = 0;
  a.listed.forEach((run, at) => {
    if (!b.runs.has(run)) return;
    shared += at + RUN - Math.max(end, at);
    end = at + RUN;
  });
  return shared;
}

function listRuns(letters: string): readonly string[] {
  return Array.from({ length: Math.max(0, letters.length - RUN + 1) }, (_, at) =>
    letters.slice(at, at + RUN),
  );
}
