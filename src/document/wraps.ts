/**
 * Wraps: which physical lines are one paragraph that a fixed page width had cut.
 *
 * @module
 */
import { type Block, createBlock } from './blocks';
import { type Line, measureColumns } from './lines';
import { isCrossReference, type Marker, readMarker } from './markers';

/** How a text is wrapped. */
export interface WrapProfile {
  /** Columns of a full line; Infinity where the text is not hard-wrapped. */
  readonly width: number;
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
const MAX_WIDER_SHARE = 0.2;
const WIDER = 1.2;
const UNWRAPPED: WrapProfile = { width: Infinity };
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

const CLOSED_END = /[。!?！？][”"’』」》)\]]{0,3}$/;
const OPEN_END = /[，、,(（《“「〈—\-/]$/;
/** A dash begins a bullet of its own: ——坚持创新驱动. */
const DASH_START = /^[—─-]{2}/;
const CONTINUATION_START = /^[，、。,;:：；)）》”」〉%％]/;

/** The wrap profile of a text's lines. Linear, but for one sort of the widths. */
export function measureWraps(lines: readonly Line[]): WrapProfile {
  const open: number[] = [];
  const all: number[] = [];
  for (const { text } of lines) {
    const columns = measureColumns(text);
    if (columns < MIN_COLUMNS) continue;
    all.push(columns);
    if (columns <= MAX_COLUMNS && !CLOSED_END.test(text) && !/[;:]$/.test(text)) open.push(columns);
  }
  if (open.length < MIN_OPEN_LINES || open.length < MIN_OPEN_SHARE * all.length) return UNWRAPPED;
  open.sort((a, b) => a - b);
  const width = open[Math.floor(open.length * 0.9)] ?? Infinity;
  const wider = all.filter((columns) => columns > width * WIDER).length;
  return wider > MAX_WIDER_SHARE * all.length ? UNWRAPPED : { width };
}

/** The blocks of a text's lines, in order. Linear. */
export function joinWrappedLines(lines: readonly Line[], profile: WrapProfile): readonly Block[] {
  const blocks: Block[] = [];
  let group: Line[] = [];
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    if (previous !== undefined && !continues(previous, line, profile, group)) {
      blocks.push(createBlock(group, line.blanksBefore));
      group = [];
    }
    group.push(line);
  });
  if (group.length > 0) blocks.push(createBlock(group));
  return blocks;
}

function continues(
  previous: Line,
  line: Line,
  { width }: WrapProfile,
  group: readonly Line[],
): boolean {
  if (isSetApart(previous) || isSetApart(line)) return false;
  const columns = measureColumns(previous.text);
  const full = columns >= width - (group.length === 1 ? FIRST_SLACK : SLACK);
  const cut = full || columns >= SURELY_CUT;
  const marker = readMarker(line.text);
  if (marker !== undefined && !standsInSentence(line.text, marker, previous.text, cut))
    return false;
  if (CONTINUATION_START.test(line.text) || (group.length === 1 && isLoneMarker(previous.text)))
    return true;
  if (/:$/.test(previous.text) || DASH_START.test(line.text)) return false;
  if (CLOSED_END.test(previous.text)) return columns >= width - BRIM && line.indent < 2;
  if (previous.text.endsWith(';')) return full && line.indent < 2;
  return cut || (OPEN_END.test(previous.text) && columns >= MIN_COLUMNS);
}

/** Headings, bold lines and table rows are never part of a wrapped paragraph. */
function isSetApart(line: Line): boolean {
  return line.headingMark > 0 || line.bold || line.text.startsWith('|') || line.text.includes('\t');
}

/** A marker alone on its line belongs to the next one: `1.1` above `适用范围`. */
function isLoneMarker(text: string): boolean {
  const marker = text.length <= 12 ? readMarker(text) : undefined;
  if (marker === undefined || marker.skip < text.length) return false;
  return marker.kind === 'level' || (marker.kind === 'box' && marker.ordinal !== undefined);
}

/**
 * A marker at the start of a wrapped line may be the middle of a sentence: 按照 / 第十二条规定, or 2.5 / 3. of a figure.
 */
function standsInSentence(text: string, marker: Marker, before: string, cut: boolean): boolean {
  if (
    marker.kind === 'article' ||
    marker.kind === 'chapter' ||
    marker.kind === 'section' ||
    marker.kind === 'part'
  ) {
    const spaced = text[marker.length] === ' ';
    return isCrossReference(text, marker.length) || (cut && !spaced && REFERRING_END.test(before));
  }
  if (!cut || CLOSED_END.test(before) || /[;:]$/.test(before)) return false;
  if (/^[项款目]/.test(text.slice(marker.length))) return true;
  return (
    marker.style === 'latin' ||
    (marker.style.startsWith('decimal') && !/^[\d.]+ /.test(text)) ||
    (OPEN_END.test(before) && marker.style !== 'han' && marker.style !== 'paren-han')
  );
}

/** Words before a reference: 根据本办法 / 第五条. */
const REFERRING_END =
  /(?:根据|按照|依照|依据|违反|适用|符合|执行|参照|有|本法|条例|规定|办法|本章|、|和|或|及|与|至|，)$/;
