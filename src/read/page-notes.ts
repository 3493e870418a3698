/**
 * takeNotes: the footnotes at the bottom of a page, apart from its text.
 *
 * @module
 */
import type { Line } from './page-lines';

/** A footnote. */
export interface PageNote {
  readonly page: number;
  /** `1` or `①`. */
  readonly mark: string;
  readonly text: string;
}

/** Footnotes are set at most this large, as a share of the size of the text. */
const NOTE_SIZE = 0.92;
const MARK = /^[[〔]?(\d{1,3}|[①-⑳])[\]〕]? ?(?![\d.．、年月%])/;

/** The text of a page and the notes below it: small lines at its bottom, where the first begins with a number that stands raised in the text above. Linear. */
export function takeNotes(
  lines: readonly Line[],
  bodySize: number,
): { readonly text: readonly Line[]; readonly notes: readonly PageNote[] } {
  let from = lines.length;
  while (from > 0 && (lines[from - 1]?.size ?? Infinity) <= NOTE_SIZE * bodySize) from -= 1;
  const raised = new Set(lines.slice(0, from).flatMap((line) => line.raised));
  const first = lines.findIndex((line, index) => index >= from && raised.has(readMark(line)));
  if (first === -1) return { text: lines, notes: [] };
  const notes: PageNote[] = [];
  for (const line of lines.slice(first)) {
    const words = line.segments.map(({ text }) => text).join(' ');
    const mark = readMark(line);
    if (raised.has(mark)) {
      notes.push({ page: line.page, mark, text: stripMark(line, words) });
    } else {
      const last = notes.pop();
      if (last !== undefined) notes.push({ ...last, text: last.text + words });
    }
  }
  return { text: lines.slice(0, first), notes };
}

/** The number that a note begins with; raised, it was taken out of the line. */
function readMark(line: Line): string {
  return line.raised[0] ?? MARK.exec(line.segments[0]?.text ?? '')?.[1] ?? '';
}

function stripMark(line: Line, words: string): string {
  return line.raised.length > 0 ? words : words.replace(MARK, '');
}
