/**
 * Split lines: lines in which the source lost a line break before a marker, …系统。四、推进…, taken apart.
 *
 * @module
 */
import { type Line, measureColumns } from './lines';
import { isCrossReference, type Marker, type MarkerStyle, readMarker } from './markers';

/** What may be a marker in the middle of a line. */
const CANDIDATE =
  /【?第[一二三四五六七八九十百\d]{1,5}[章条编篇部]|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}\./g;
/** What a marker is glued to: the end of a sentence with its closing marks, and a few spaces. */
const AFTER_STOP = /[。;)][”’)“]? {0,4}$/;
/** The same without any stop: …发展新品牌五、加速…. Only of styles that are nothing else in a sentence. */
const AFTER_WORD = /[\u4e00-\u9fff,]$/;
const BARE_STYLE =
  /^(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|\d{1,2}\.)[\u4e00-\u9fff]{4}/;
/** A line of more code units is no paragraph but a text that lost its line breaks. */
const LOST_BREAKS = 2000;
/** What a marker of such a text is glued to, a page number among it. */
const AFTER_ANY_STOP = /(?:[。;:!?)][”’)“]?|[—-] ?\d{1,3} ?[—-]) {0,4}$/;
const LONGEST_STOP = 12;
/** Longest heading that the first marker below it may be glued to, in code units. */
const MAX_HEADING = 50;
/** Styles whose first marker begins a line of such a text. */
const LEVELS: ReadonlySet<MarkerStyle> = new Set(['han', 'paren-han']);
/** An article or a section glued to the heading of its chapter: 第一章 总则第一条 …. */
const GLUED_ARTICLE =
  /^第[^ ]{1,6}章 {1,4}(?:[^第]{2,20}(?=第[一二三四五六七八九十百]{1,5}条 )|[\u4e00-\u9fff、]{2,20}(?=\d\.\d$))/;
/** Longest marker, in code units. */
const MARKER_REACH = 24;

/** Which markers a text has had so far. */
interface Numbering {
  readonly ordinals: Map<MarkerStyle, number>;
  last: MarkerStyle | undefined;
}

/**
 * The lines with lost line breaks restored, in order. A marker in the middle of a line begins a new one where it counts on
 * from the last marker of its style: the ordinal is what tells a lost line break from an enumeration in a sentence. This
 * comes before wraps are joined, for a heading glued to the end of a paragraph makes a line look full. Linear.
 */
export function splitGluedLines(lines: readonly Line[]): readonly Line[] {
  const numbering: Numbering = { ordinals: new Map(), last: undefined };
  const split: Line[] = [];
  for (const line of lines) {
    note(line.marker, numbering);
    const cuts = findCuts(line, numbering);
    if (cuts.length === 0) split.push(line);
    else for (const part of cutLine(line, cuts)) split.push(part);
  }
  return split;
}

function findCuts(line: Line, numbering: Numbering): readonly number[] {
  const cuts: number[] = [];
  for (const at of findGluePlaces(line.text)) {
    const rest = line.text.slice(at, at + MARKER_REACH);
    const marker = readMarker(rest);
    if (marker?.ordinal === undefined || isCrossReference(rest, marker.length)) continue;
    if (!beginsAnew(line, at, marker) && !countsOn(marker.style, marker.ordinal, numbering))
      continue;
    note(marker, numbering);
    cuts.push(at);
  }
  return cuts;
}

function findGluePlaces(text: string): readonly number[] {
  const article = text.startsWith('第')
    ? GLUED_ARTICLE.exec(text.slice(0, MARKER_REACH * 2))?.[0].length
    : undefined;
  const places = article === undefined ? [] : [article];
  const hasColumns = text.includes('   ');
  // Not matchAll, which makes a copy of the pattern for every line.
  for (let match = CANDIDATE.exec(text); match !== null; match = CANDIDATE.exec(text)) {
    const { index } = match;
    if (index > 0 && index !== article && isGlued(text, index, hasColumns)) places.push(index);
  }
  return places;
}

function isGlued(text: string, index: number, hasColumns: boolean): boolean {
  const before = text.slice(Math.max(0, index - LONGEST_STOP), index);
  if ((text.length > LOST_BREAKS ? AFTER_ANY_STOP : AFTER_STOP).test(before)) return true;
  if (hasColumns || !AFTER_WORD.test(before) || /[第一二三四五六七八九十百]$/.test(before))
    return false;
  return BARE_STYLE.test(text.slice(index, index + 10));
}

/** Divisions whose first one may be glued to what stands above all of them. */
const DIVISIONS: ReadonlySet<MarkerStyle> = new Set(['part', 'chapter', 'article']);

/** An item （三） within a sentence counts on from its like, too: only under such a heading it is one. */
function countsOn(style: MarkerStyle, ordinal: number, { ordinals, last }: Numbering): boolean {
  if (style === 'paren-han' && last !== 'paren-han') return false;
  const before = ordinals.get(style);
  return before === ordinal - 1 || (before === undefined && ordinal === 1 && DIVISIONS.has(style));
}

/** A first marker where nothing could come before it: in a text that lost its breaks, or below the heading that the line is: 一、强化统筹协调1.加强谋划. */
function beginsAnew(
  { text, marker: heading }: Line,
  at: number,
  { style, ordinal }: Marker,
): boolean {
  if (ordinal !== 1) return false;
  if (LEVELS.has(style)) return text.length > LOST_BREAKS;
  const below = style === 'arabic' && heading?.kind === 'level' && LEVELS.has(heading.style);
  return below && at <= MAX_HEADING && !/[。;:]/.test(text.slice(0, at));
}

function note(marker: Marker | undefined, numbering: Numbering): void {
  if (marker?.ordinal === undefined) return;
  numbering.ordinals.set(marker.style, marker.ordinal);
  numbering.last = marker.style;
}

function cutLine(line: Line, places: readonly number[]): readonly Line[] {
  const bounds = [0, ...places, line.text.length];
  const parts: Line[] = [];
  for (let i = 0; i + 1 < bounds.length; i += 1) {
    const part = cutPart(line, bounds[i] ?? 0, bounds[i + 1] ?? 0);
    parts.push(
      i === 0 ? part : { ...part, indent: 0, blanksBefore: 0, headingMark: 0, bold: false },
    );
  }
  return parts;
}

/** Part of a line without the spaces and the stray opening quote that stood between it and the next. */
function cutPart(line: Line, from: number, to: number): Line {
  let end = to;
  while (end > from + 1 && end < line.text.length && /[ “]/.test(line.text[end - 1] ?? ''))
    end -= 1;
  const text = line.text.slice(from, end);
  const columns = measureColumns(text);
  const marker = readMarker(text);
  return { ...line, start: line.start + from, end: line.start + end, text, marker, columns };
}
