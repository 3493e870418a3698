/**
 * Wraps: which physical lines are one paragraph that a fixed page width had cut.
 *
 * @module
 */
import { type Block, createBlock } from './blocks';
import { readBodies } from './bodies';
import { readDocumentNumber } from './document-number';
import type { Line } from './lines';
import { isCrossReference, type Marker } from './markers';
import { endsInOneOf } from './text-ends';

/** How a text is wrapped. */
export interface WrapProfile {
  /** Columns of a full line; Infinity where the text is not hard-wrapped. */
  readonly width: number;
  /** Whether the first lines of paragraphs, and only they, are indented. */
  readonly indented: boolean;
}

/** The blocks of a text, and the places where only the page width told whether a paragraph goes on. */
export interface JoinedLines {
  readonly blocks: readonly Block[];
  /** Lines joined to a line above that ends in a full stop at the very edge of the page. */
  readonly doubtful: readonly Line[];
}

/** Lines of fewer columns say nothing about the page width. */
const MIN_COLUMNS = 30;
/** No page of text is wider; lines beyond are paragraphs. */
const MAX_COLUMNS = 120;
/** Share of long lines that must end in mid-sentence before a text counts as hard-wrapped. */
const MIN_OPEN_SHARE = 0.35;
/** Fewer lines that end in mid-sentence are headings. */
const MIN_OPEN_LINES = 4;
/** Share of lines clearly wider than the width above which the text is not hard-wrapped: its paragraphs are lines. */
const MAX_WIDER_SHARE = 0.35;
const WIDER = 1.2;
/** Full lines of one page differ by this many columns: kinsoku shifts and half-width characters. */
const WINDOW = 6;
/** Share of the open lines that the commonest width must hold; below it the lines are of all lengths, like table rows. */
const MIN_PEAK_SHARE = 0.3;
const UNWRAPPED: WrapProfile = { width: Infinity, indented: false };
/** How far below the width a full line may stay: a first-line indent of two characters and a kinsoku shift of one. */
const SLACK = 7;
/** The same for the first line of a paragraph, whose indent may have been lost. */
const FIRST_SLACK = 11;
/**
 * A line that ends in a full stop within this many columns of the width goes on in the next line more often than not: a
 * paragraph ends at the very edge of the page once in some 26, but has four or five sentences that may.
 */
const BRIM = 1;
/** A line of this many columns that ends in mid-sentence was cut, whatever the rest of the text looks like. */
const SURELY_CUT = 120;
/** An indent of this many columns begins a paragraph. */
const INDENT = 2;

/** What the last character of a sentence can be, its closing marks included. */
const CLOSED_LAST = '。!?”"’\'』」》)]';
const CLOSED_END = /[。!?][”"’』」》)\]]{0,3}$|[。;]\([^()]{2,80}\)$/;
/** Longest note in brackets with the full stop before it, in code units. */
const CLOSED_REACH = 84;
/** What the last character of a line can be that no sentence ends with. */
const OPEN_LAST = '，、,(（《“「〈—-/';
/** Longest name with its subscript, in code units. */
const SUBSCRIPT_REACH = 6;
/** A name whose subscript the source put on a line of its own: PM2.5. */
const SUBSCRIPT_END = /(?:PM ?(?:2\.5|10)|CO ?2)$/;
/** A dash begins a bullet of its own: ——坚持创新驱动. */
const DASH_START = /^[—─-]{2}/;
/** What no paragraph begins with: a closing mark, or the last character or two of a sentence. */
const CONTINUATION_START = /^[，、。,;:)》”」〉%]|^[\u4e00-\u9fff][。,;]|^[\u4e00-\u9fff]{2}[。;]/;

/** The wrap profile of a text's lines. Linear. */
export function measureWraps(lines: readonly Line[]): WrapProfile {
  const open = new Array<number>(MAX_COLUMNS + 1).fill(0);
  const all = new Array<number>(MAX_COLUMNS + 2).fill(0);
  let indents = 0;
  for (const { text, columns, indent } of lines) {
    if (columns < MIN_COLUMNS) continue;
    count(all, Math.min(columns, MAX_COLUMNS + 1));
    if (indent >= INDENT) indents += 1;
    if (columns <= MAX_COLUMNS && !endsInOneOf(text, ';:') && !isClosed(text)) count(open, columns);
  }
  const total = sum(all);
  const opened = sum(open);
  if (opened < MIN_OPEN_LINES || opened < MIN_OPEN_SHARE * total) return UNWRAPPED;
  const width = findCommonWidth(open);
  if (sum(open.slice(Math.max(0, width - WINDOW), width + 1)) < MIN_PEAK_SHARE * opened)
    return UNWRAPPED;
  if (sum(all.slice(Math.floor(width * WIDER) + 1)) > MAX_WIDER_SHARE * total) return UNWRAPPED;
  return { width, indented: indents > 0 && indents < total / 2 };
}

/** The widest line of the commonest group of widths, outliers aside. */
function findCommonWidth(open: readonly number[]): number {
  let width = MIN_COLUMNS;
  let most = -1;
  for (let to = MIN_COLUMNS; to <= MAX_COLUMNS; to += 1) {
    const held = sum(open.slice(Math.max(0, to - WINDOW + 1), to + 1));
    if (held > most) {
      most = held;
      width = to;
    }
  }
  return width;
}

function count(histogram: number[], at: number): void {
  histogram[at] = (histogram[at] ?? 0) + 1;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** The blocks of a text's lines, in order. Linear. */
export function joinWrappedLines(lines: readonly Line[], profile: WrapProfile): JoinedLines {
  const blocks: Block[] = [];
  const doubtful: Line[] = [];
  let group: Line[] = [];
  let columns = 0;
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    if (previous !== undefined) {
      if (continues({ previous, line, first: group.length === 1, columns }, profile)) {
        if (isClosed(previous.text)) doubtful.push(line);
      } else {
        blocks.push(createBlock(group, line.blanksBefore));
        group = [];
        columns = 0;
      }
    }
    group.push(line);
    columns += line.columns;
  });
  if (group.length > 0) blocks.push(createBlock(group));
  return { blocks, doubtful };
}

/** Two lines that may be one paragraph. */
interface Seam {
  readonly previous: Line;
  readonly line: Line;
  /** Whether `previous` is the first line of its paragraph. */
  readonly first: boolean;
  /** Columns of the paragraph so far. */
  readonly columns: number;
}

function continues(seam: Seam, profile: WrapProfile): boolean {
  const { previous, line, first } = seam;
  if (isSetApart(previous) || isSetApart(line)) return false;
  const cut = isCut(seam, profile);
  const { marker } = line;
  if (marker !== undefined && !standsInSentence(line.text, marker, previous.text, cut))
    return false;
  if (CONTINUATION_START.test(line.text) || (first && isLoneMarker(previous))) return true;
  if (previous.text.endsWith(':') || DASH_START.test(line.text)) return false;
  if (profile.indented && line.indent >= INDENT && previous.indent < INDENT && !first) return false;
  return goesOn(seam, profile, cut);
}

/** Whether the line above was cut by its length: full, or so long that only its end can be missing. */
function isCut({ previous, first, columns }: Seam, { width }: WrapProfile): boolean {
  const own = previous.columns;
  return (
    own >= width - (first ? FIRST_SLACK : SLACK) ||
    (width === Infinity ? columns : own) >= SURELY_CUT
  );
}

function goesOn({ previous, line }: Seam, { width }: WrapProfile, cut: boolean): boolean {
  const columns = previous.columns;
  if (isClosed(previous.text)) return columns >= width - BRIM && line.indent < INDENT;
  if (previous.text.endsWith(';')) return cut && columns < SURELY_CUT && line.indent < INDENT;
  if (columns >= MIN_COLUMNS && isOpen(previous.text)) return true;
  return cut && !(line.blanksBefore > 0 && isSigned(line.text));
}

/** Whether a text ends with its sentence, closing quotes and a note in brackets aside. */
function isClosed(text: string): boolean {
  return endsInOneOf(text, CLOSED_LAST) && CLOSED_END.test(text.slice(-CLOSED_REACH));
}

/** Whether a text ends where no sentence can. */
function isOpen(text: string): boolean {
  return endsInOneOf(text, OPEN_LAST) || SUBSCRIPT_END.test(text.slice(-SUBSCRIPT_REACH));
}

/** A body's name or a document number alone on its line belongs to the frame, not to a sentence. */
function isSigned(text: string): boolean {
  if (text.length < 3 || text.length > 30) return false;
  return readBodies(text).length > 0 || readDocumentNumber(text)?.length === text.length;
}

/** A bold key with its value, or a key with an address. */
const KEY_LINE = /^\*\*[^*]{2,12}\*\* ?:|^[^:]{2,12}: ?\[?https?:/;

/** Headings, bold lines, key–value lines and table rows are never part of a wrapped paragraph. */
function isSetApart({ headingMark, bold, text }: Line): boolean {
  if (headingMark > 0 || bold || text.startsWith('|') || text.includes('\t')) return true;
  return KEY_LINE.test(text);
}

/** A marker alone on its line belongs to the next one: `1.1` above `适用范围`. */
function isLoneMarker({ text, marker }: Line): boolean {
  if (marker === undefined || text.length > 12 || marker.skip < text.length) return false;
  return marker.kind === 'level' || (marker.kind === 'box' && marker.ordinal !== undefined);
}

/**
 * A marker at the start of a wrapped line may be the middle of a sentence: 按照 / 第十二条规定, or 2.5 / 3. of a figure.
 */
function standsInSentence(text: string, marker: Marker, before: string, cut: boolean): boolean {
  if (DIVISIONS.has(marker.kind)) {
    const spaced = text[marker.length] === ' ';
    return isCrossReference(text, marker.length) || (cut && !spaced && isReferring(before));
  }
  if (!cut || endsInOneOf(before, ';:') || isClosed(before)) return false;
  if (/^[项款目]/.test(text.slice(marker.length))) return true;
  if (marker.style === 'arabic' && NUMBERED_WORDS.test(text)) return false;
  return (
    marker.style === 'latin' ||
    (marker.style.startsWith('decimal') && !/^[\d.]+ /.test(text)) ||
    (endsInOneOf(before, OPEN_LAST) && marker.style !== 'han' && marker.style !== 'paren-han')
  );
}

/** A number before a word numbers it; a figure that a wrap cut goes on with digits. */
const NUMBERED_WORDS = /^\d{1,3}\.[\u4e00-\u9fff]{4}/;

const DIVISIONS: ReadonlySet<string> = new Set([
  'part',
  'chapter',
  'section',
  'article',
  'paragraph',
  'item',
]);

/** Longest of the words below, in code units. */
const REFERRING_REACH = 2;
/** Words before a reference: 根据本办法 / 第五条. */
const REFERRING_END =
  /(?:根据|按照|依照|依据|违反|适用|符合|执行|参照|有|本法|条例|规定|办法|本章|、|和|或|及|与|至|，|,)$/;

function isReferring(text: string): boolean {
  return REFERRING_END.test(text.slice(-REFERRING_REACH));
}
