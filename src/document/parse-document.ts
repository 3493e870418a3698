/**
 * parseDocument: from the text of a file to a PolicyDocument, as a list of passes over lines and blocks.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../errors';
import { normalizeText } from '../text';
import { findContents } from './contents';
import { describeDocument } from './describe-document';
import { readFrame } from './frame';
import { readFrontMatter } from './front-matter';
import { type Line, readLines } from './lines';
import type { DocumentFacts, PolicyDocument } from './model';
import { findBreadcrumbs, findPageNumbers, isWebNoise } from './noise';
import { buildOutline } from './outline';
import { type LeftOut, reportDiagnostics } from './report-diagnostics';
import { splitGluedBlocks } from './split-blocks';
import { splitGluedLines } from './split-lines';
import { joinWrappedLines, measureWraps } from './wraps';

/** Options of {@link parseDocument}. */
export interface ParseDocumentOptions {
  /** Identifies the document in the caller's collection; not empty. */
  readonly id: string;
  /** Title to use where the caller knows it better than the text. Default: the title found in the text. */
  readonly title?: string | undefined;
  /** What the file says of itself outside its text, as readers give it. Counts as key–value lines of the text do, which go before it. Default: nothing. */
  readonly metadata?: DocumentFacts | undefined;
}

/** Longest text parsed, in UTF-16 code units: 64 Mi. */
export const MAX_TEXT_LENGTH: number = 64 * 1024 * 1024;

/**
 * The structure of a policy document: metadata, section tree, passages, and Diagnostics for what it left out or could not decide.
 *
 * Linear in the length of `source`. Deterministic. Any text gives a result, an empty one an empty document with a Diagnostic.
 *
 * @throws ZhengceError `invalid-argument` where `source` is no string or `id` no non-empty string
 * @throws ZhengceError `input-too-large` above 64 Mi code units
 * @example
 * parseDocument('一、总体要求\n（一）发展目标。到2025年，建成数据交易市场。', { id: 'a' }).passages[0]?.headingPath // => ['一、总体要求', '（一）发展目标']
 */
export function parseDocument(source: string, options: ParseDocumentOptions): PolicyDocument {
  assertArguments(source, options);
  const normalized = normalizeText(source);
  const { lines, leftOut } = selectLines(readLines(normalized.text));
  const { entries, body } = readFrontMatter(lines);
  const { blocks: joined, doubtful } = joinWrappedLines(splitGluedLines(body), measureWraps(body));
  const blocks = splitGluedBlocks(joined);
  const frame = readFrame(blocks);
  const outline = buildOutline(blocks, frame, { source, normalized, documentId: options.id });
  const { sections } = outline;
  const { description, inferences } = describeDocument(
    { source, normalized, blocks, frame, sections, entries, facts: options.metadata ?? {} },
    options.title,
  );
  return Object.freeze({
    id: options.id,
    source,
    ...description,
    sections,
    passages: outline.passages,
    diagnostics: reportDiagnostics({
      source,
      normalized,
      blocks,
      frame,
      outline,
      description,
      inferences,
      leftOut,
      doubtful,
    }),
  });
}

function assertArguments(source: unknown, options: ParseDocumentOptions | undefined): void {
  if (typeof source !== 'string') {
    throw new ZhengceError(
      'invalid-argument',
      `parseDocument: expected a string, received ${describeReceived(source)} (source)`,
    );
  }
  if (typeof options?.id !== 'string' || options.id === '') {
    throw new ZhengceError(
      'invalid-argument',
      `parseDocument: expected a non-empty string, received ${describeReceived(options?.id)} (options.id)`,
    );
  }
  if (source.length > MAX_TEXT_LENGTH) {
    throw new ZhengceError(
      'input-too-large',
      `parseDocument: expected at most ${String(MAX_TEXT_LENGTH)} code units, received "${String(source.length)}" (source)`,
      { details: { limit: MAX_TEXT_LENGTH, length: source.length } },
    );
  }
}

function selectLines(all: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly leftOut: LeftOut;
} {
  const noise: Line[] = [];
  const clean: Line[] = [];
  const crumbs = findBreadcrumbs(all);
  for (const line of all) (crumbs.has(line) || isWebNoise(line) ? noise : clean).push(line);
  const pageNumbers = findPageNumbers(clean, measureWraps(clean));
  const text = pageNumbers.size === 0 ? clean : clean.filter((line) => !pageNumbers.has(line));
  const contents = new Set(findContents(text).flatMap(({ from, to }) => text.slice(from, to)));
  return {
    lines: contents.size === 0 ? text : text.filter((line) => !contents.has(line)),
    leftOut: { contents: [...contents], noise },
  };
}
