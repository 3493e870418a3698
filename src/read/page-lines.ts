/**
 * buildLines: the lines of a page, from words that stand anywhere on it.
 *
 * @module
 */

/** Words at a place of a page. Lengths are in any one unit; y grows downwards. */
export interface PageRun {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  /** Size of the font. */
  readonly size: number;
}

/** A page with its words, in any order. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PageRun[];
}

/** Words of a line without a gap between them. */
export interface Words {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
}

/** Words of a line without a wide gap between them. */
export interface Segment extends Words {
  /** The words between narrow gaps, which may still be cells of a table. */
  readonly parts: readonly Words[];
}

/** Words of one page on one baseline. */
export interface Line {
  readonly page: number;
  readonly y: number;
  /** Size of the font of most of its words: numbers are often set in another. */
  readonly size: number;
  /** From left to right; never empty. */
  readonly segments: readonly Segment[];
  readonly x0: number;
  readonly x1: number;
  /** Small raised numbers in it, which were taken out. */
  readonly raised: readonly string[];
  /** What it was built of. */
  readonly runs: readonly PageRun[];
}

/** Baselines nearer than this share of the font size are one line: raised numbers are on it. */
const SAME_LINE = 0.5;
/** Words set twice nearly at the same place, for the looks of bold, count once. */
const OVERPRINT = 0.3;
/** A gap wider than this share of the font size stands between cells or columns. */
const WIDE_GAP = 1.8;
/** Words nearer than this are of one cell. */
const NARROW_GAP = 0.35;
/** A gap as wide as this is a space between Chinese characters, and as wide as that between Latin letters, or where a space is written. */
const SPACE_GAP = 0.4;
const WRITTEN_GAP = 0.15;
/** A raised number is at most this large, and raised by at least that, both as shares of the font size of its line. */
const RAISED_SIZE = 0.75;
const RAISED_BY = 0.15;

/** The lines of a page from top to bottom. O(n log n) in the number of runs. */
export function buildLines({ number, runs }: Pick<Page, 'number' | 'runs'>): readonly Line[] {
  const wordy = runs.filter(({ text }) => text.trim() !== '');
  const sorted = [...wordy].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: Line[] = [];
  let group: PageRun[] = [];
  let largest: PageRun | undefined;
  for (const run of sorted) {
    const size = Math.max(run.size, largest?.size ?? 0);
    if (largest !== undefined && run.y - largest.y > SAME_LINE * size) {
      lines.push(buildLine(number, group));
      group = [];
      largest = undefined;
    }
    group.push(run);
    if (largest === undefined || run.size > largest.size) largest = run;
  }
  if (group.length > 0) lines.push(buildLine(number, group));
  return lines.sort((a, b) => a.y - b.y);
}

function buildLine(page: number, group: readonly PageRun[]): Line {
  const largest = group.reduce((best, run) => (run.size > best.size ? run : best));
  const { size: most, y } = largest;
  const isRaised = (run: PageRun): boolean =>
    run.size <= RAISED_SIZE * most &&
    y - run.y >= RAISED_BY * most &&
    /^[[〔]?(?:\d{1,3}|[①-⑳])[\]〕]?$/.test(run.text.trim());
  const raised = group.filter(isRaised).map(({ text }) => text.replace(/[^\d①-⑳]/g, ''));
  const isOnlyRaised = group.every(isRaised);
  const size = findCommonSize(group);
  const segments = joinRuns(group, size, (run) => !isOnlyRaised && isRaised(run));
  const x0 = Math.min(...segments.map((segment) => segment.x0));
  const x1 = Math.max(...segments.map((segment) => segment.x1));
  return { page, y, size, segments, x0, x1, raised, runs: group };
}

function findCommonSize(group: readonly PageRun[]): number {
  const widths = new Map<number, number>();
  let common = 0;
  for (const { size, width } of group) {
    const sum = (widths.get(size) ?? 0) + width;
    widths.set(size, sum);
    if (sum > (widths.get(common) ?? -1)) common = size;
  }
  return common;
}

function joinRuns(
  group: readonly PageRun[],
  size: number,
  isLeftOut: (run: PageRun) => boolean,
): readonly Segment[] {
  const segments: Words[][] = [];
  let last: PageRun | undefined;
  for (const run of [...group].sort((a, b) => a.x - b.x || a.y - b.y)) {
    if (last?.text === run.text && run.x - last.x < OVERPRINT * size) continue;
    // A heading in the next column is large, and so is the gap to it only beside the smaller words.
    const least = last === undefined || isLeftOut(last) ? run.size : Math.min(run.size, last.size);
    const isSpaced = /\s$/.test(last?.text ?? '') || /^\s/.test(run.text);
    last = run;
    const { text, x0, x1 } = trimRun(run);
    const parts = segments.at(-1);
    const part = parts?.at(-1);
    const gap = part === undefined ? Infinity : (x0 - part.x1) / least;
    if (isLeftOut(run)) {
      // Its place is no gap between words.
      if (parts !== undefined && part !== undefined && gap <= NARROW_GAP) {
        parts[parts.length - 1] = { ...part, x1: Math.max(part.x1, x1) };
      }
      continue;
    }
    if (parts === undefined || part === undefined || gap > WIDE_GAP)
      segments.push([{ text, x0, x1 }]);
    else if (gap > NARROW_GAP) parts.push({ text, x0, x1 });
    else {
      const joined = part.text + spaceBetween(part.text, text, gap, isSpaced) + text;
      parts[parts.length - 1] = { text: joined, x0: part.x0, x1: Math.max(part.x1, x1) };
    }
  }
  return segments.map((parts) => joinWords(parts, size));
}

/** The words of a run: white space around them is a part of the gaps. */
function trimRun({ text, x, width }: PageRun): Words {
  const words = text.trim();
  const lead = text.length - text.trimStart().length;
  const step = width / text.length;
  return { text: words, x0: x + step * lead, x1: x + step * (lead + words.length) };
}

/** Words side by side as a segment. */
export function joinWords(parts: readonly Words[], size: number): Segment {
  let text = '';
  let last: Words | undefined;
  for (const part of parts) {
    const gap = last === undefined ? 0 : (part.x0 - last.x1) / size;
    text += (last === undefined ? '' : spaceBetween(text, part.text, gap)) + part.text;
    last = part;
  }
  return { text, x0: parts[0]?.x0 ?? 0, x1: last?.x1 ?? 0, parts };
}

const LATIN_END = /[A-Za-z0-9,.;:)%]$/;
const LATIN_START = /^[A-Za-z0-9(]/;

const CHINESE = /[\u3001-\u9fff\uff01-\uff60]/;

function spaceBetween(before: string, after: string, gap: number, isSpaced = false): string {
  const isLatin = LATIN_END.test(before) && LATIN_START.test(after);
  const isWritten = isSpaced && CHINESE.test(before.slice(-1)) && CHINESE.test(after.charAt(0));
  return gap >= (isLatin || isWritten ? WRITTEN_GAP : SPACE_GAP) ? ' ' : '';
}
