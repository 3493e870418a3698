/**
 * Lines: the physical lines of a text, trimmed, stripped of Markdown marks, with their place.
 *
 * All offsets of this stage count in the normalised text; `parseDocument` maps them back to the source at its end.
 *
 * @module
 */
import { type Marker, readMarker } from './markers';

/** A non-blank physical line. `text` is trimmed and free of Markdown marks; `start`/`end` bound exactly that text. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The marker that the text begins with. */
  readonly marker: Marker | undefined;
  /** Width of the text in columns; see {@link measureColumns}. */
  readonly columns: number;
  /** Columns of white space before the text. */
  readonly indent: number;
  /** How many blank lines stand directly above. */
  readonly blanksBefore: number;
  /** Level of a Markdown heading, 1 to 6; 0 for none. */
  readonly headingMark: number;
  /** Whether the whole line is set in Markdown bold. */
  readonly bold: boolean;
}

// A pattern is tried only where one of the characters above it stands: most lines have none of them.
const LEADING_MARK = '#>-*+';
const LEADING_MARKS = /^(?:(#{1,6})[ \t]+|>[ \t]*|[-*+][ \t]+(?=\S))/;
const DEBRIS_LAST = '↵←↔→↲⏎|<·^“';
/** What character recognition leaves at the ends of lines: arrows, strokes, opening quotes after a stop. */
const DEBRIS_END = /[↵←↔→↲⏎|<·^]$|[。;:,]“$/;
const DEBRIS_FIRST = '“”‘’';
const DEBRIS_START = /^[“”‘’](?:[一二三四五六七八九十]{1,3}、|\(?[一二三四五六七八九十]{1,3}\))/;
const BOLD_MARK = '*_';
const WHOLE_BOLD = /^(\*\*|__)(?=\S)[^*_]+\1$/;

/**
 * The non-blank lines of a normalised text, in order. Linear in its length.
 *
 * @example
 * readLines('## 第一章\n\n  第一条 …').map((line) => line.text) // => ['第一章', '第一条 …']
 */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = readLine(text, start, end, blanks);
    if (line === undefined) blanks += 1;
    else {
      lines.push(line);
      blanks = 0;
    }
    start = end + 1;
  }
  return lines;
}

function readLine(text: string, from: number, to: number, blanksBefore: number): Line | undefined {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  if (start === end) return undefined;
  const indent = start - from;
  const marks = LEADING_MARK.includes(text.charAt(start))
    ? LEADING_MARKS.exec(text.slice(start, Math.min(end, start + 16)))
    : null;
  if (marks !== null && start + marks[0].length < end) start += marks[0].length;
  const bold = isWholeBold(text, start, end);
  if (bold) {
    start += 2;
    end -= 2;
  }
  const row = text[start] === '|';
  while (!row && end > start && endsInDebris(text, start, end)) end -= 1;
  if (beginsWithDebris(text, start, end)) start += 1;
  const headingMark = marks?.[1]?.length ?? 0;
  const words = text.slice(start, end);
  const marker = readMarker(words);
  const columns = measureColumns(words);
  return { start, end, text: words, marker, columns, indent, blanksBefore, headingMark, bold };
}

function isWholeBold(text: string, start: number, end: number): boolean {
  if (!BOLD_MARK.includes(text.charAt(start)) || end - start > MAX_BOLD_LENGTH) return false;
  return WHOLE_BOLD.test(text.slice(start, end));
}

function endsInDebris(text: string, start: number, end: number): boolean {
  if (!DEBRIS_LAST.includes(text.charAt(end - 1))) return false;
  return DEBRIS_END.test(text.slice(Math.max(start, end - 2), end));
}

function beginsWithDebris(text: string, start: number, end: number): boolean {
  if (!DEBRIS_FIRST.includes(text.charAt(start))) return false;
  return DEBRIS_START.test(text.slice(start, start + 8)) && !text.slice(start, end).includes('”');
}

/** A bold line longer than this is an emphasised paragraph; looking no further keeps the check cheap. */
const MAX_BOLD_LENGTH = 200;

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13 || unit === 12 || unit === 11;
}

/** Beyond this many code units a text is wider than any page, whatever its characters. */
const WIDEST = 120;

/** Width of a text in columns: 2 for a Han or full-width character, 1 for the rest; of a very long text its length, which is as good. */
export function measureColumns(text: string): number {
  let columns = text.length;
  if (columns > WIDEST) return columns;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) >= 0x2e80) columns += 1;
  return columns;
}
