/**
 * Diagnostics: what the parser left out, could not decide or did not find, in the order of the passes.
 *
 * @module
 */
import type { Diagnostic } from '../errors';
import type { MappedText, Span } from '../text';
import type { Block } from './blocks';
import type { DocumentDescription } from './describe-document';
import type { Frame } from './frame';
import type { Inference } from './infer/inference';
import type { Line } from './lines';
import type { Outline } from './outline';

/** Lines that are no part of the document, by reason. */
export interface LeftOut {
  readonly contents: readonly Line[];
  readonly noise: readonly Line[];
}

/** What the passes found. */
export interface ParsedParts {
  readonly source: string;
  readonly normalized: MappedText;
  readonly blocks: readonly Block[];
  readonly frame: Frame;
  readonly outline: Outline;
  readonly description: DocumentDescription;
  readonly inferences: readonly Inference[];
  readonly leftOut: LeftOut;
  /** Lines that only the page width joined to the line above. */
  readonly doubtful: readonly Line[];
}

/** The Diagnostics of a document, frozen. Linear. */
export function reportDiagnostics(parts: ParsedParts): readonly Diagnostic[] {
  return Object.freeze([
    ...reportLeftOut(parts),
    ...reportWraps(parts),
    ...parts.outline.diagnostics,
    ...reportText(parts),
    ...reportInferred(parts),
    ...reportMissing(parts.description),
  ]);
}

function reportLeftOut({ leftOut, normalized }: ParsedParts): readonly Diagnostic[] {
  const { contents, noise } = leftOut;
  const found: Diagnostic[] = [];
  if (contents.length > 0) {
    const message = `a table of contents of ${String(contents.length)} lines is no part of the passages`;
    found.push(
      createDiagnostic('contents-left-out', 'info', spanOf(contents, normalized), message),
    );
  }
  if (noise.length > 0) {
    const message = `${String(noise.length)} lines of web page furniture were left out`;
    found.push(createDiagnostic('noise-left-out', 'info', spanOf(noise, normalized), message));
  }
  return found;
}

function reportWraps({ doubtful, normalized }: ParsedParts): readonly Diagnostic[] {
  const first = doubtful[0];
  if (first === undefined) return [];
  const message = `${String(doubtful.length)} lines below a full stop at the edge of the page were taken for the same paragraph`;
  return [createDiagnostic('wrap-doubtful', 'info', spanOf([first], normalized), message)];
}

/** Unpaired surrogates, replacement characters and NUL: signs of a text that was decoded wrongly. */
const BROKEN = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\ufffd|\0/;

/** Where the first broken character stands, or −1. Quick for a text without one. */
function findBroken(source: string): number {
  if (source.isWellFormed() && !source.includes('\ufffd') && !source.includes('\0')) return -1;
  return source.search(BROKEN);
}

function reportText(parts: ParsedParts): readonly Diagnostic[] {
  const { source, outline } = parts;
  const found: Diagnostic[] = [];
  if (outline.passages.length === 0) {
    const everything = { start: 0, end: source.length };
    found.push(createDiagnostic('no-passages', 'warning', everything, 'the text has no passage'));
  }
  const broken = findBroken(source);
  if (broken !== -1) {
    const message =
      'the text has characters that no encoding gives: it may have been decoded wrongly';
    const span = { start: broken, end: broken + 1 };
    found.push(createDiagnostic('broken-characters', 'warning', span, message));
  }
  return [...found, ...reportCutOff(parts)];
}

function reportCutOff({ blocks, frame, normalized }: ParsedParts): readonly Diagnostic[] {
  const last = blocks.at(-1);
  if (last === undefined || frame.roles[blocks.length - 1] !== undefined || !isCutOff(last.text))
    return [];
  const span = normalized.spanToSource(last.pieces.at(-1) ?? { start: 0, end: 0 });
  return [
    createDiagnostic('text-cut-off', 'warning', span, 'the text ends in the middle of a sentence'),
  ];
}

function isCutOff(text: string): boolean {
  return text.length >= 60 && /[\u4e00-\u9fffA-Za-z\d、,]$/.test(text);
}

function reportInferred({ inferences, normalized }: ParsedParts): readonly Diagnostic[] {
  return inferences.map((inference) => {
    const { field, because, at } = inference;
    const span = 'headingSpan' in at ? at.headingSpan : normalized.spanToSource(at);
    const message = `${field} ${nameValue(inference)} is inferred ${because}`;
    return createDiagnostic('metadata-inferred', 'info', span, message);
  });
}

function nameValue(inference: Inference): string {
  switch (inference.field) {
    case 'issuer':
      return inference.value.join('、');
    case 'region':
      return inference.value.name;
    case 'genre':
    case 'issuedOn':
      return inference.value;
  }
}

function reportMissing(description: DocumentDescription): readonly Diagnostic[] {
  const missing = [
    ...(description.title === undefined ? ['title'] : []),
    ...(description.issuer.length === 0 ? ['issuer'] : []),
    ...(description.issuedOn === undefined ? ['issuedOn'] : []),
    ...(description.region === undefined ? ['region'] : []),
  ];
  if (missing.length === 0) return [];
  const message = `the text does not say: ${missing.join(', ')}`;
  return [createDiagnostic('metadata-missing', 'info', { start: 0, end: 0 }, message)];
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
