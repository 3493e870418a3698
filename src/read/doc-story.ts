/**
 * readDocStory: the paragraphs and tables of a binary Word document, tracked changes accepted, numbers computed.
 *
 * @module
 */
import type { WrittenBlock } from './block-writer';
import { type DocProperties, type DocStyle, findPlaced, type PlacedProperties } from './doc-tables';
import type { DocText } from './doc-text';
import { findBaseWords, MAX_FIELD_CODE } from './field-words';
import type { ListNumbering } from './list-numbering';
import { layOutRow } from './table-rows';

/** What the paragraphs of a story refer to. */
export interface DocParts {
  readonly text: DocText;
  readonly paragraphs: readonly PlacedProperties<DocProperties>[];
  readonly styles: readonly (DocStyle | undefined)[];
  readonly numbering: ListNumbering;
  /** What floats beside the text, by the place of its anchor. */
  readonly boxes: ReadonlyMap<number, readonly [start: number, end: number]>;
}

const PARAGRAPH_END = 0x0d;
const CELL_END = 0x07;
const PAGE_END = 0x0c;
const LINE_END = 0x0b;
const FIELD_BEGIN = 0x13;
const FIELD_SEPARATOR = 0x14;
const FIELD_END = 0x15;
const DRAWING = 0x08;
const HARD_HYPHEN = 0x1e;
const MAX_CHAIN = 64;
const TITLE_STYLE = 62;

/** The blocks of a stretch of the text. Linear in its length, each character with a logarithmic look-up. */
export function readDocStory(parts: DocParts, start: number, end: number): readonly WrittenBlock[] {
  const { text, boxes } = parts;
  const blocks: WrittenBlock[] = [];
  const steps = findFieldCodes(text, start, end);
  let codeDepth = 0;
  let words: string[] = [];
  let beside: WrittenBlock[] = [];
  let cell: WrittenBlock[] = [];
  let row: WrittenBlock[][] = [];
  const closeRow = (): void => {
    if (cell.length > 0) row.push(cell);
    blocks.push(...layOutRow(row));
    row = [];
    cell = [];
  };
  const closeParagraph = (unit: number, place: number): void => {
    const properties = findPlaced(parts.paragraphs, place) ?? { style: 0 };
    const isInTable = properties.inTable === true || unit === CELL_END;
    if (isInTable && properties.isRowEnd === true) {
      words = [];
      closeRow();
      return;
    }
    if (!isInTable && (row.length > 0 || cell.length > 0)) closeRow();
    const block = finishParagraph(words.join(''), properties, parts);
    (isInTable ? cell : blocks).push(block, ...beside);
    words = [];
    beside = [];
    if (unit === CELL_END) {
      row.push(cell);
      cell = [];
    }
  };
  for (let at = start; at < end; at += 1) {
    const { unit, place, isLeftOut } = text.read(at);
    codeDepth += steps[at - start] ?? 0;
    if (codeDepth > 0) continue;
    // A paragraph whose end was deleted runs into the next one.
    if (isLeftOut) continue;
    if (unit === PARAGRAPH_END || unit === CELL_END || unit === PAGE_END)
      closeParagraph(unit, place);
    else if (unit === DRAWING) beside.push(...readBox(parts, boxes.get(at)));
    else words.push(toText(unit));
  }
  if (words.some((word) => word !== '') || beside.length > 0) closeParagraph(PARAGRAPH_END, -1);
  if (row.length > 0 || cell.length > 0) closeRow();
  return blocks;
}

function readBox(
  parts: DocParts,
  box: readonly [number, number] | undefined,
): readonly WrittenBlock[] {
  if (box === undefined) return [];
  // A box holds no boxes, so that no two can hold each other.
  const blocks = readDocStory({ ...parts, boxes: new Map() }, box[0], box[1]);
  return blocks.map((block) =>
    block.kind === 'paragraph' ? { ...block, kind: 'text-box' } : block,
  );
}

function toText(unit: number): string {
  if (unit === LINE_END) return '\n';
  if (unit === 9) return '\t';
  if (unit === HARD_HYPHEN) return '-';
  return unit < 32 ? '' : String.fromCharCode(unit);
}

/**
 * Where fields' codes begin and end, marks included, as steps up and down of their depth. A field that is never closed has no code: its words are text.
 */
function findFieldCodes(text: DocText, start: number, end: number): Int32Array {
  const steps = new Int32Array(Math.max(0, end - start) + 1);
  const open: { readonly from: number; separator?: number }[] = [];
  for (let at = start; at < end; at += 1) {
    const { unit } = text.read(at);
    if (unit === FIELD_BEGIN) open.push({ from: at });
    else if (unit === FIELD_SEPARATOR) {
      const field = open.at(-1);
      if (field !== undefined) field.separator ??= at;
    } else if (unit === FIELD_END) {
      const field = open.pop();
      if (field === undefined) continue;
      const { from, separator = at } = field;
      step(steps, from - start, 1);
      step(steps, separator - start + 1, -1);
      // A field without a result may show a part of its code.
      const base = at - separator > 1 ? undefined : findBaseWords(readCode(text, from, separator));
      if (base === undefined) continue;
      step(steps, from - start + 1 + base.start, -1);
      step(steps, from - start + 1 + base.end, 1);
    }
  }
  return steps;
}

function readCode(text: DocText, from: number, end: number): string {
  const length = Math.min(end - from - 1, MAX_FIELD_CODE);
  return String.fromCharCode(...Array.from({ length }, (_, i) => text.read(from + 1 + i).unit));
}

function step(steps: Int32Array, index: number, by: number): void {
  steps[index] = (steps[index] ?? 0) + by;
}

function finishParagraph(words: string, own: DocProperties, parts: DocParts): WrittenBlock {
  const style = resolveStyle(own.style, parts.styles);
  const list = own.list ?? style.list ?? 0;
  const level = own.listLevel ?? style.listLevel ?? 0;
  const number = list === 0 ? '' : parts.numbering.next(String(list), level);
  const text = number + words.trim();
  if (style.builtin === TITLE_STYLE) return { kind: 'title', text };
  const outline = own.outline ?? style.outline;
  return outline !== undefined && outline <= 9
    ? { kind: 'heading', text, level: outline }
    : { kind: 'paragraph', text };
}

function resolveStyle(index: number, styles: readonly (DocStyle | undefined)[]): Partial<DocStyle> {
  const first = styles[index];
  const builtin = first?.builtin ?? 0;
  const resolved: { -readonly [K in keyof DocStyle]?: DocStyle[K] } = { builtin };
  if (builtin >= 1 && builtin <= 9) resolved.outline = builtin;
  let style = first;
  for (let link = 0; link < MAX_CHAIN && style !== undefined; link += 1) {
    if (style.list !== undefined) resolved.list ??= style.list;
    if (style.listLevel !== undefined) resolved.listLevel ??= style.listLevel;
    if (style.outline !== undefined) resolved.outline ??= style.outline;
    style = styles[style.base];
  }
  return resolved;
}
