/**
 * The passages of a document as the extractors read them: folded, spaces between Chinese words taken out, with the way back.
 *
 * @module
 */
import type { Passage, PolicyDocument } from '../document';
import { foldMappedText, isHan, joinSpans, type MappedText, type Span } from '../text';

/** A text as rules are matched on it. */
export interface Reading {
  readonly text: string;
  /** Where a stretch of `text` stands in the source. */
  readonly locate: (start: number, end: number) => Span;
}

/** A passage with its reading. */
export interface PassageReading extends Reading {
  readonly passage: Passage;
}

/** The passages of a document, ready to be matched on, in reading order. Linear. */
export function readPassages(document: PolicyDocument): readonly PassageReading[] {
  return document.passages.map((passage) => ({
    passage,
    ...createReading(joinSpans(document.source, passage.pieces)),
  }));
}

/** A stretch of the source, ready to be matched on. Linear in the stretch. */
export function readSpan(source: string, span: Span): Reading {
  return createReading(joinSpans(source, [span]));
}

function createReading(mapped: MappedText): Reading {
  const folded = foldMappedText(mapped);
  const tight = closeSpaces(folded.text);
  return {
    text: tight?.text ?? folded.text,
    locate: (start, end) => {
      const span = tight?.spanToSource({ start, end }) ?? { start, end };
      return Object.freeze(folded.spanToSource(span));
    },
  };
}

/** The text without the spaces that stand beside a Chinese character or mark; undefined where there are none. */
function closeSpaces(text: string): MappedText | undefined {
  if (!text.includes(' ')) return undefined;
  const kept: Span[] = [];
  let start = 0;
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at)) {
    let end = at + 1;
    while (text.charCodeAt(end) === SPACE) end += 1;
    if (end - at < COLUMN_GAP && (isWide(text, at - 1) || isWide(text, end))) {
      kept.push({ start, end: at });
      start = end;
    }
    at = end;
  }
  if (start === 0) return undefined;
  kept.push({ start, end: text.length });
  return joinSpans(text, kept);
}

const SPACE = 0x20;
/** So many spaces part the columns of a table. */
const COLUMN_GAP = 3;
const MARKS = '、。,;:!?()《》“”〈〉〔〕·—%';

function isWide(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  return isHan(text.codePointAt(at) ?? 0) || MARKS.includes(text.charAt(at));
}
