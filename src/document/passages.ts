/**
 * Passages: paragraphs, with long ones cut at sentence ends.
 *
 * @module
 */
import { type MappedText, type Span, splitSentences } from '../text';
import { getBlockSpan, sliceWords, type Words } from './blocks';
import type { Passage, PassageId, SectionKind } from './model';
import { readPieces } from './source-reader';

/** A paragraph longer than this, in UTF-16 code units, is cut into passages. */
export const MAX_PASSAGE_LENGTH = 900;
/** About how long the passages are that a long paragraph is cut into. */
const TARGET_LENGTH = 600;

/** The headings above a passage. */
export interface HeadingPath {
  readonly texts: readonly string[];
  readonly spans: readonly Span[];
  readonly kinds: readonly SectionKind[];
}

/** What passages are made with. */
export interface PassageContext {
  readonly source: string;
  readonly normalized: MappedText;
  readonly documentId: string;
}

/** What a paragraph is cut into: itself where it is short enough. Cuts stand at sentence ends where there are any. Linear. */
export function cutLongParagraph(paragraph: Words): readonly Words[] {
  const { text } = paragraph;
  if (text.length <= MAX_PASSAGE_LENGTH) return [paragraph];
  const parts: Words[] = [];
  let from = 0;
  const count = Math.ceil(text.length / TARGET_LENGTH);
  const target = Math.ceil(text.length / count);
  for (const { end } of listCuttableSpans(text)) {
    if (end - from < target && end < text.length) continue;
    const part = sliceWords(paragraph, from, end);
    if (part !== undefined) parts.push(part);
    from = end;
  }
  return parts;
}

/** Sentences, with those that are too long cut into equal parts between characters. */
function listCuttableSpans(text: string): readonly Span[] {
  return splitSentences(text).flatMap(({ start, end }) => {
    if (end - start <= MAX_PASSAGE_LENGTH) return [{ start, end }];
    const spans: Span[] = [];
    for (let from = start; from < end; ) {
      let to = Math.min(end, from + TARGET_LENGTH);
      if (to < end && isLowSurrogate(text.charCodeAt(to))) to += 1;
      spans.push({ start: from, end: to });
      from = to;
    }
    return spans;
  });
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The passage of some words. Linear in their length. */
export function createPassage(
  words: Words,
  number: number,
  path: HeadingPath,
  context: PassageContext,
): Passage {
  const { source, normalized, documentId } = context;
  const pieces = words.pieces.map((piece) => normalized.spanToSource(piece));
  const outer = normalized.spanToSource(getBlockSpan(words));
  return Object.freeze({
    id: `${documentId}#p${String(number)}` as PassageId,
    span: Object.freeze(outer),
    pieces: Object.freeze(pieces),
    text: readPieces(source, pieces),
    headingPath: path.texts,
    headingSpans: path.spans,
    headingKinds: path.kinds,
  });
}
