/**
 * Passages: paragraphs, with long ones cut at sentence ends.
 *
 * @module
 */
import { joinSpans, type MappedText, type Span, splitSentences } from '../text';
import { type Block, getBlockSpan, sliceBlock } from './blocks';
import type { Passage, PassageId, SectionKind } from './model';

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

/** The blocks that a paragraph is cut into: itself where it is short enough. Cuts stand at sentence ends where there are any. Linear. */
export function cutLongBlock(block: Block): readonly Block[] {
  if (block.text.length <= MAX_PASSAGE_LENGTH) return [block];
  const parts: Block[] = [];
  let from = 0;
  const count = Math.ceil(block.text.length / TARGET_LENGTH);
  const target = Math.ceil(block.text.length / count);
  for (const { end } of listCuttableSpans(block.text)) {
    if (end - from < target && end < block.text.length) continue;
    const part = sliceBlock(block, from, end);
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

/** The passage of a block. Linear in its length. */
export function createPassage(
  block: Block,
  number: number,
  path: HeadingPath,
  context: PassageContext,
): Passage {
  const { source, normalized, documentId } = context;
  const pieces = block.pieces.map((piece) => normalized.spanToSource(piece));
  const outer = normalized.spanToSource(getBlockSpan(block));
  const only = pieces[0];
  return Object.freeze({
    id: `${documentId}#p${String(number)}` as PassageId,
    span: Object.freeze(outer),
    pieces: Object.freeze(pieces),
    text:
      pieces.length === 1 && only !== undefined
        ? source.slice(only.start, only.end)
        : joinSpans(source, pieces).text,
    headingPath: path.texts,
    headingSpans: path.spans,
    headingKinds: path.kinds,
  });
}
