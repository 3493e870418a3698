/**
 * parseDocument: from the text of a file to a PolicyDocument, as a list of passes over lines and blocks.
 *
 * @module
 */
import { type Diagnostic, describeReceived, ZhengceError } from '../errors';
import { type MappedText, normalizeText, type Span } from '../text';
import type { Block } from './blocks';
import { findContents } from './contents';
import { describeDocument } from './describe-document';
import { type Frame, readFrame } from './frame';
import { readFrontMatter } from './front-matter';
import { type Line, readLines } from './lines';
import type { DocumentId, PolicyDocument } from './model';
import { findPageNumbers, isWebNoise } from './noise';
import { buildOutline, type Outline } from './outline';
import { splitGluedBlocks } from './split-blocks';
import { joinWrappedLines, measureWraps } from './wraps';

/** Options of {@link parseDocument}. */
export interface ParseDocumentOptions {
  /** Identifies the document in the caller's collection; not empty. */
  readonly id: string;
  /** Title to use where the caller knows it better than the text. Default: the title found in the text. */
  readonly title?: string | undefined;
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
  const profile = measureWraps(body);
  const blocks = splitGluedBlocks(joinWrappedLines(body, profile));
  const frame = readFrame(blocks);
  const outline = buildOutline(blocks, frame, { source, normalized, documentId: options.id });
  const description = describeDocument(blocks, frame, entries, normalized, source, options.title);
  return Object.freeze({
    id: options.id as DocumentId,
    source,
    ...description,
    sections: outline.sections,
    passages: outline.passages,
    diagnostics: Object.freeze([
      ...reportLeftOut(leftOut, normalized),
      ...outline.diagnostics,
      ...reportText(source, blocks, frame, outline, normalized),
      ...reportMissing(description),
    ]),
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

/** Lines that are no part of the document, by reason. */
interface LeftOut {
  readonly contents: readonly Line[];
  readonly noise: readonly Line[];
}

function selectLines(all: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly leftOut: LeftOut;
} {
  const noise: Line[] = [];
  const clean: Line[] = [];
  for (const line of all) (isWebNoise(line) ? noise : clean).push(line);
  const pageNumbers = findPageNumbers(clean, measureWraps(clean));
  const text = clean.filter((line) => !pageNumbers.has(line));
  const contents = new Set(findContents(text).flatMap(({ from, to }) => text.slice(from, to)));
  return {
    lines: contents.size === 0 ? text : text.filter((line) => !contents.has(line)),
    leftOut: { contents: [...contents], noise },
  };
}

function reportLeftOut(
  { contents, noise }: LeftOut,
  normalized: MappedText,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (contents.length > 0)
    found.push(
      createDiagnostic(
        'contents-left-out',
        'info',
        spanOf(contents, normalized),
        `a table of contents of ${String(contents.length)} lines is no part of the passages`,
      ),
    );
  if (noise.length > 0)
    found.push(
      createDiagnostic(
        'noise-left-out',
        'info',
        spanOf(noise, normalized),
        `${String(noise.length)} lines of web page furniture were left out`,
      ),
    );
  return found;
}

/** Unpaired surrogates, replacement characters and NUL: signs of a text that was decoded wrongly. */
const BROKEN =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\ufffd|\0/;

/** Where the first broken character stands, or −1. Quick for a text without one. */
function findBroken(source: string): number {
  const sound = !/[\p{Surrogate}\ufffd\0]/u.test(source);
  return sound ? -1 : source.search(BROKEN);
}

function reportText(
  source: string,
  blocks: readonly Block[],
  frame: Frame,
  outline: Outline,
  normalized: MappedText,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (outline.passages.length === 0) {
    found.push(
      createDiagnostic(
        'no-passages',
        'warning',
        { start: 0, end: source.length },
        'the text has no passage',
      ),
    );
  }
  const broken = findBroken(source);
  if (broken !== -1) {
    found.push(
      createDiagnostic(
        'broken-characters',
        'warning',
        { start: broken, end: broken + 1 },
        'the text has characters that no encoding gives: it may have been decoded wrongly',
      ),
    );
  }
  const last = blocks.at(-1);
  if (last !== undefined && frame.roles[blocks.length - 1] === undefined && isCutOff(last.text)) {
    const end = normalized.spanToSource(last.pieces.at(-1) ?? { start: 0, end: 0 });
    found.push(
      createDiagnostic('text-cut-off', 'warning', end, 'the text ends in the middle of a sentence'),
    );
  }
  return found;
}

function isCutOff(text: string): boolean {
  return text.length >= 60 && /[\u4e00-\u9fffA-Za-z\d、,]$/.test(text);
}

function reportMissing(description: ReturnType<typeof describeDocument>): readonly Diagnostic[] {
  const missing = [
    ...(description.title === undefined ? ['title'] : []),
    ...(description.issuer.length === 0 ? ['issuer'] : []),
    ...(description.issuedOn === undefined ? ['issuedOn'] : []),
    ...(description.region === undefined ? ['region'] : []),
  ];
  if (missing.length === 0) return [];
  return [
    createDiagnostic(
      'metadata-missing',
      'info',
      { start: 0, end: 0 },
      `the text does not say: ${missing.join(', ')}`,
    ),
  ];
}

function spanOf(lines: readonly Line[], normalized: MappedText): Span {
  return normalized.spanToSource({ start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 });
}

function createDiagnostic(
  ruleId: string,
  severity: Diagnostic['severity'],
  span: Span,
  message: string,
): Diagnostic {
  return Object.freeze({ ruleId, severity, span: Object.freeze(span), message });
}
