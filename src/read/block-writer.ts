/**
 * createBlockWriter: puts paragraphs one a line into a text, and says where each stands.
 *
 * @module
 */
import type { Diagnostic, DiagnosticSeverity } from '../errors';
import type {
  PolicyFileFormat,
  ReadBlock,
  ReadBlockKind,
  ReadContent,
  ReadMetadata,
} from './read-result';

/** A paragraph to be written. White space around it is left out; a paragraph without words is none. */
export interface WrittenBlock {
  readonly kind: ReadBlockKind;
  readonly text: string;
  readonly level?: number | undefined;
  readonly page?: number | undefined;
}

/** What a reader says beside the text. */
export interface ContentFacts {
  readonly format: PolicyFileFormat;
  readonly metadata: ReadMetadata;
  readonly pageCount?: number | undefined;
}

/** Gathers the text of a document, its blocks and its Diagnostics. */
export interface BlockWriter {
  /** Adds a paragraph on a line of its own. */
  add(block: WrittenBlock): void;
  /** Adds words to the paragraph added last; on another page they are a block of their own. */
  extend(block: WrittenBlock, gap: string): void;
  /** Adds a Diagnostic at the place that the text has reached. */
  report(ruleId: string, severity: DiagnosticSeverity, message: string): void;
  finish(facts: ContentFacts): ReadContent;
}

/** A writer without any text yet. */
export function createBlockWriter(): BlockWriter {
  const pieces: string[] = [];
  const blocks: ReadBlock[] = [];
  const diagnostics: Diagnostic[] = [];
  let length = 0;
  const put = (block: WrittenBlock, gap: string, continued: boolean): void => {
    const text = block.text.trim();
    if (text === '') return;
    const separator = blocks.length === 0 ? '' : gap;
    const start = length + separator.length;
    const { kind, level, page } = block;
    const span = Object.freeze({ start, end: start + text.length });
    blocks.push(Object.freeze({ kind, span, level, page, continued }));
    pieces.push(separator, text);
    length = span.end;
  };
  const lengthen = (last: ReadBlock, text: string): void => {
    length += text.length;
    pieces.push(text);
    const span = Object.freeze({ start: last.span.start, end: length });
    blocks[blocks.length - 1] = Object.freeze({ ...last, span });
  };
  return {
    add: (block) => {
      put(block, '\n', false);
    },
    extend: (block, gap) => {
      const last = blocks.at(-1);
      if (last === undefined || last.page !== block.page) put(block, gap, last !== undefined);
      else lengthen(last, gap + block.text.trim());
    },
    report: (ruleId, severity, message) => {
      diagnostics.push({ ruleId, severity, span: { start: length, end: length }, message });
    },
    finish: ({ format, metadata, pageCount }) => ({
      format,
      text: pieces.join(''),
      encoding: undefined,
      metadata,
      blocks: Object.freeze(blocks),
      pageCount,
      diagnostics: Object.freeze(diagnostics),
    }),
  };
}
