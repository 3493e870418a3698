// Contracts that hold for every parsed document, whatever its text.
import { expect } from 'vitest';
import type { Passage, PolicyDocument, Section } from '../../src/document';

/** Fails where a document breaks a contract of the model: spans, pieces, texts, paths, levels. */
export function checkDocument(document: PolicyDocument): void {
  checkPassages(document);
  checkSections(document, document.sections, 1, 0, document.source.length);
  for (const { span } of document.diagnostics) checkSpan(document, span, 0, document.source.length);
  if (document.titleSpan !== undefined)
    checkSpan(document, document.titleSpan, 0, document.source.length);
  expect(Object.isFrozen(document)).toBe(true);
}

function checkPassages(document: PolicyDocument): void {
  let reached = 0;
  document.passages.forEach((passage, index) => {
    expect(passage.id).toBe(`${document.id}#p${String(index + 1)}`);
    checkSpan(document, passage.span, reached, document.source.length);
    expect(passage.span.end).toBeGreaterThan(passage.span.start);
    checkPieces(document, passage);
    checkPath(document, passage);
    reached = passage.span.end;
  });
}

/** Pieces lie in the span, from its start to its end, and are the text when joined. */
function checkPieces({ source }: PolicyDocument, { span, pieces, text }: Passage): void {
  expect(pieces.length).toBeGreaterThan(0);
  expect(pieces[0]?.start).toBe(span.start);
  expect(pieces.at(-1)?.end).toBe(span.end);
  let reached = span.start;
  for (const piece of pieces) {
    expect(piece.start).toBeGreaterThanOrEqual(reached);
    expect(piece.end).toBeGreaterThan(piece.start);
    reached = piece.end;
  }
  if (pieces.length === 1) expect(text).toBe(source.slice(span.start, span.end));
  else
    expect(squeeze(text)).toBe(
      squeeze(pieces.map(({ start, end }) => source.slice(start, end)).join('')),
    );
}

/** Headings stand above the passage, and the source has their words where they say. */
function checkPath({ source }: PolicyDocument, passage: Passage): void {
  const { headingPath, headingSpans, headingKinds } = passage;
  expect(headingSpans).toHaveLength(headingPath.length);
  expect(headingKinds).toHaveLength(headingPath.length);
  headingPath.forEach((label, depth) => {
    const span = headingSpans[depth]!;
    expect(span.end).toBeLessThanOrEqual(passage.span.start);
    checkLabel(source, span, label);
  });
}

/** The words of a label in their order; page numbers or marks may stand between the lines of a heading in the source. */
function checkLabel(source: string, span: { start: number; end: number }, label: string): void {
  const words = source.slice(span.start, span.end);
  if (squeeze(words) === squeeze(label)) return;
  let at = 0;
  for (const character of squeeze(label)) {
    at = words.indexOf(character, at) + 1;
    expect(at, `${label} in ${words}`).toBeGreaterThan(0);
  }
}

function checkSections(
  document: PolicyDocument,
  sections: readonly Section[],
  level: number,
  start: number,
  end: number,
): void {
  let reached = start;
  for (const section of sections) {
    expect(section.level).toBe(level);
    checkSpan(document, section.span, reached, end);
    checkSpan(document, section.headingSpan, section.span.start, section.span.end);
    expect(section.headingSpan.start).toBe(section.span.start);
    checkLabel(document.source, section.headingSpan, section.label);
    expect(squeeze(section.label)).toContain(squeeze(section.marker));
    expect(squeeze(section.label).endsWith(squeeze(section.heading))).toBe(true);
    checkSections(document, section.children, level + 1, section.headingSpan.end, section.span.end);
    reached = section.span.end;
  }
}

function checkSpan(
  { source }: PolicyDocument,
  span: { readonly start: number; readonly end: number },
  low: number,
  high: number,
): void {
  expect(span.start, JSON.stringify(source.slice(0, 80))).toBeGreaterThanOrEqual(low);
  expect(span.end).toBeGreaterThanOrEqual(span.start);
  expect(span.end).toBeLessThanOrEqual(high);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
