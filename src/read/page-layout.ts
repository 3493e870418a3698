/**
 * layOutPages: from words on pages to paragraphs: running heads out, columns in order, wraps joined, notes at the end.
 *
 * @module
 */
import type { BlockWriter } from './block-writer';
import { type Region, splitColumns } from './page-columns';
import { buildLines, type Line, type Page } from './page-lines';
import { type PageNote, takeNotes } from './page-notes';
import { findTableRows } from './page-tables';
import { findRunningHeads } from './running-heads';

/** Writes the text of pages. O(n log n) in the number of runs. */
export function layOutPages(pages: readonly Page[], writer: BlockWriter): void {
  const all = pages.map(buildLines);
  const heads = findRunningHeads(pages, all);
  const bodies = all.map((lines) => lines.filter((line) => !heads.has(line)));
  const bodySize = findCommonSize(bodies);
  const notes: PageNote[] = [];
  const regions: Region[] = [];
  for (const lines of bodies) {
    const taken = takeNotes(lines, bodySize);
    notes.push(...taken.notes);
    regions.push(...splitColumns(taken.text));
  }
  const flow: Flow = { writer, last: undefined, pitch: findPitch(regions) };
  const margins = findMargins(regions, findMedian(pages.map(({ width }) => width)));
  for (const region of regions) writeRegion(fitMargins(region, margins), flow);
  for (const { mark, text, page } of notes) {
    writer.add({ kind: 'note', text: `[${mark}]${text}`, page });
  }
  if (heads.size > 0) {
    const message = `${String(heads.size)} running heads and page numbers were left out`;
    writer.report('running-heads-left-out', 'info', message);
  }
}

/** Where the writing has come to. */
interface Flow {
  readonly writer: BlockWriter;
  /** The last line of a paragraph that may go on, and its region. */
  last: { readonly line: Line; readonly region: Region } | undefined;
  /** Distance of the lines of a paragraph, in font sizes. */
  readonly pitch: number;
}

/** The font size of most characters. */
function findCommonSize(pages: readonly (readonly Line[])[]): number {
  const counts = new Map<number, number>();
  for (const { size, segments } of pages.flat()) {
    const key = Math.round(size * 4) / 4;
    const length = segments.reduce((sum, { text }) => sum + text.length, 0);
    counts.set(key, (counts.get(key) ?? 0) + length);
  }
  return findCommonest(counts) ?? 0;
}

function findCommonest(counts: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}

function findPitch(regions: readonly Region[]): number {
  const counts = new Map<number, number>();
  for (const { lines } of regions) {
    for (let i = 1; i < lines.length; i += 1) {
      const [above, line] = [lines[i - 1], lines[i]];
      if (above === undefined || line === undefined) continue;
      const pitch = Math.round(((line.y - above.y) / line.size) * 20) / 20;
      if (pitch > 0.8 && pitch < 4) counts.set(pitch, (counts.get(pitch) ?? 0) + 1);
    }
  }
  return findCommonest(counts) ?? 1.5;
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

/** The text of a page is at least this wide, as a share of the page: short lines alone do not show it. */
const MIN_TEXT_WIDTH = 0.5;

/** The margins of most pages. */
function findMargins(regions: readonly Region[], width: number): Margins | undefined {
  const whole = regions.filter(({ isColumn }) => !isColumn);
  if (whole.length === 0) return undefined;
  const left = findMedian(whole.map((region) => region.left));
  const right = findMedian(whole.map((region) => region.right));
  return { left, right: Math.max(right, left + MIN_TEXT_WIDTH * width) };
}

function findMedian(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >>> 1] ?? 0;
}

/** A page of short lines shows no margins of its own, so it has those of the others. */
function fitMargins(region: Region, margins: Margins | undefined): Region {
  if (margins === undefined || region.isColumn) return region;
  const size = region.lines[0]?.size ?? 0;
  const { left, right } = region;
  return {
    ...region,
    left: left > margins.left + size ? margins.left : left,
    right: right < margins.right - size ? margins.right : right,
  };
}

function writeRegion(region: Region, flow: Flow): void {
  const { lines } = region;
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (line === undefined) break;
    const table = line.segments.length > 1 ? findTableRows(lines, i) : undefined;
    if (table === undefined) {
      writeLine(line, region, flow);
      i += 1;
      continue;
    }
    for (const row of table.rows) {
      flow.writer.add({ kind: 'table-row', text: row.join('\t'), page: line.page });
    }
    flow.last = undefined;
    i = table.end;
  }
}

function writeLine(line: Line, region: Region, flow: Flow): void {
  const text = readText(line);
  const { last, writer } = flow;
  if (last === undefined || !goesOn(line, region, last, flow.pitch)) {
    writer.add({ kind: 'paragraph', text, page: line.page });
  } else {
    writer.extend(
      { kind: 'paragraph', text, page: line.page },
      gapBetween(readText(last.line), text),
    );
  }
  flow.last = { line, region };
}

function readText({ segments }: Line): string {
  return segments.map(({ text }) => text).join('　');
}

/** A space between Latin words. A number that is cut is one: some writers break Chinese lines between any two characters. */
function gapBetween(before: string, after: string): string {
  if (/[\u4e00-\u9fff]\d+$/.test(before) && /^\d/.test(after)) return '';
  return /[A-Za-z0-9,.;:]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? ' ' : '';
}

/** Font sizes that differ by no more than this share are the same. */
const SAME_SIZE = 0.12;
/** A line that begins so far to the right of the margin, in font sizes, is indented. */
const INDENT = 1.2;
/** More than this share above the usual distance, a gap stands between paragraphs. */
const WIDER = 1.25;
/** The middle of a centred line is this near that of the text, in font sizes. */
const CENTRE = 0.6;
const MARKER =
  /^(?:第[一二三四五六七八九十百零〇\d]{1,6}[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d))/;
const SENTENCE_END = /[。！？；：…”』）)]$/;

/** Whether a line goes on with the paragraph of the one before. */
function goesOn(
  line: Line,
  region: Region,
  last: NonNullable<Flow['last']>,
  pitch: number,
): boolean {
  const { size } = line;
  const above = last.line;
  if (Math.abs(size - above.size) > SAME_SIZE * size) return false;
  const words = readText(line);
  if (line.x0 > region.left + INDENT * size) {
    if (!isCentred(line, region) || !isCentred(above, last.region)) return false;
    // A date in brackets below a title is a line of its own.
    if (/^[（(][^）)]*[）)]$/.test(words)) return false;
  }
  if (above.x1 + measureFirstUnit(words, size) < last.region.right) return false;
  if (MARKER.test(words) && SENTENCE_END.test(readText(above))) return false;
  const isBelow = line.page === above.page && line.y > above.y;
  return !isBelow || (line.y - above.y) / size <= pitch * WIDER;
}

function isCentred({ x0, x1, size }: Line, { left, right }: Region): boolean {
  return Math.abs(x0 - left - (right - x1)) < 2 * CENTRE * size;
}

/** Width of what cannot be parted at the start of a line: had it fitted on the line above, it would stand there. */
function measureFirstUnit(words: string, size: number): number {
  const opening = /^[“‘（《〈【「『〔［([]+/.exec(words)?.[0].length ?? 0;
  const latin = /^[\w.,%:/?&=#+~-]+/.exec(words.slice(opening))?.[0].length ?? 0;
  if (latin > 0) return (opening + latin * 0.55 + 1) * size;
  const closing =
    /^.[，。、；：！？”’）》〉】」』〕］]+/.exec(words.slice(opening))?.[0].length ?? 1;
  return (opening + closing + 0.6) * size;
}
