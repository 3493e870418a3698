/**
 * Tables of the binary Word format ([MS-DOC]): pieces of text, properties of characters and paragraphs, styles.
 *
 * @module
 */
import { refuseBeyond, refuseDamaged } from './read-fault';
import type { ReaderContext } from './reader-context';

/** The two streams of a document, and the head of the first. */
export interface DocStreams {
  readonly main: DataView;
  readonly table: DataView;
}

/** A stretch of a stream that the head of the document points to: `index` counts the pairs of FibRgFcLcb97. */
export function findTable({ main, table }: DocStreams, index: number): DataView {
  const at = 0x9a + index * 8;
  if (at + 8 > main.byteLength) return new DataView(new ArrayBuffer(0));
  const start = main.getUint32(at, true);
  const length = main.getUint32(at + 4, true);
  if (start > table.byteLength) return new DataView(new ArrayBuffer(0));
  const size = Math.min(length, table.byteLength - start);
  return new DataView(table.buffer, table.byteOffset + start, size);
}

/** A stretch of text that lies in one piece in the file. */
export interface DocPiece {
  /** Where it begins in the text, in characters. */
  readonly start: number;
  readonly end: number;
  /** Where it begins in the main stream, in bytes. */
  readonly place: number;
  /** 1 for a code page, 2 for UTF-16. */
  readonly width: 1 | 2;
}

const CLX = 33;

/** The pieces of the text, in order. */
export function readPieces(
  streams: DocStreams,
  { path, limits }: ReaderContext,
): readonly DocPiece[] {
  const clx = findTable(streams, CLX);
  let at = 0;
  while (at + 3 <= clx.byteLength && clx.getUint8(at) === 1) at += 3 + clx.getUint16(at + 1, true);
  if (at + 5 > clx.byteLength || clx.getUint8(at) !== 2) {
    throw refuseDamaged(path, 'doc', 'one without its table of pieces');
  }
  const size = Math.min(clx.getUint32(at + 1, true), clx.byteLength - at - 5);
  const count = Math.floor((size - 4) / 12);
  const from = at + 5;
  const pieces: DocPiece[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = clx.getUint32(from + i * 4, true);
    const end = clx.getUint32(from + i * 4 + 4, true);
    const code = clx.getUint32(from + (count + 1) * 4 + i * 8 + 2, true);
    const isNarrow = (code & 0x40000000) !== 0;
    const place = code & 0x3fffffff;
    if (end < start || start !== (pieces.at(-1)?.end ?? 0)) {
      throw refuseDamaged(path, 'doc', 'one whose pieces are out of order');
    }
    const piece: DocPiece = isNarrow
      ? { start, end, place: place >>> 1, width: 1 }
      : { start, end, place, width: 2 };
    if (piece.place + (end - start) * piece.width > streams.main.byteLength) {
      throw refuseDamaged(path, 'doc', 'one that breaks off');
    }
    pieces.push(piece);
  }
  const length = pieces.at(-1)?.end ?? 0;
  if (length * 2 > limits.maxExpandedBytes) {
    throw refuseBeyond(path, limits, 'maxExpandedBytes', length * 2, 'unpacked bytes in all');
  }
  return pieces;
}

/** Calls for every property of a list of them: its code, and where its value stands. Stops where the list breaks off. */
export function eachProperty(
  view: DataView,
  from: number,
  to: number,
  call: (code: number, at: number) => void,
): void {
  const end = Math.min(to, view.byteLength);
  for (let at = from; at + 3 <= end; ) {
    const code = view.getUint16(at, true);
    const value = at + 2;
    const size = sizeOf(code, view, value);
    if (value + size > end) return;
    call(code, code >>> 13 === 6 ? value + 1 : value);
    at = value + size;
  }
}

const TABLE_DEFINITION = 0xd608;
const SIZES: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3];

function sizeOf(code: number, view: DataView, value: number): number {
  const kind = code >>> 13;
  if (kind !== 6) return SIZES[kind] ?? 1;
  if (code === TABLE_DEFINITION)
    return value + 2 <= view.byteLength ? view.getUint16(value, true) + 1 : 1;
  return view.getUint8(value) + 1;
}

/** Properties that hold from one place of the main stream to another. */
export interface PlacedProperties<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

const PAGE = 512;
const CHARACTER_PAGES = 12;
const PARAGRAPH_PAGES = 13;

/** What of a page of properties is read: where the entry of a run is. */
type ReadRun<T> = (page: DataView, count: number, run: number) => T | undefined;

function readPages<T>(
  streams: DocStreams,
  index: number,
  read: ReadRun<T>,
): readonly PlacedProperties<T>[] {
  const { main } = streams;
  const table = findTable(streams, index);
  const pages = Math.floor((table.byteLength - 4) / 8);
  const placed: PlacedProperties<T>[] = [];
  for (let i = 0; i < pages; i += 1) {
    const at = (table.getUint32((pages + 1) * 4 + i * 4, true) & 0x3fffff) * PAGE;
    if (at + PAGE > main.byteLength) continue;
    const page = new DataView(main.buffer, main.byteOffset + at, PAGE);
    const count = page.getUint8(PAGE - 1);
    if ((count + 1) * 4 > PAGE) continue;
    for (let run = 0; run < count; run += 1) {
      const value = read(page, count, run);
      if (value === undefined) continue;
      placed.push({
        start: page.getUint32(run * 4, true),
        end: page.getUint32(run * 4 + 4, true),
        value,
      });
    }
  }
  return placed.sort((a, b) => a.start - b.start);
}

const DELETED = 0x0800;
const HIDDEN = 0x083c;

/** Stretches of the main stream whose characters were deleted or are hidden. */
export function readLeftOut(
  streams: DocStreams,
): readonly PlacedProperties<'deleted' | 'hidden'>[] {
  return readPages(streams, CHARACTER_PAGES, (page, count, run) => {
    const at = page.getUint8((count + 1) * 4 + run) * 2;
    if (at === 0) return undefined;
    let found: 'deleted' | 'hidden' | undefined;
    eachProperty(page, at + 1, at + 1 + page.getUint8(at), (code, value) => {
      const isOn = page.getUint8(value) === 1;
      if (code === DELETED) found = isOn ? 'deleted' : found === 'deleted' ? undefined : found;
      else if (code === HIDDEN && isOn) found ??= 'hidden';
    });
    return found;
  });
}

/** What is known of a paragraph. */
export interface DocProperties {
  style: number;
  /** List that it is numbered by, from 1; 0 for none. */
  list?: number;
  listLevel?: number;
  /** Depth of a heading, from 1. */
  outline?: number;
  inTable?: boolean;
  /** The end of a row. */
  isRowEnd?: boolean;
}

/** Paragraphs by where they stand in the main stream. */
export function readParagraphs(streams: DocStreams): readonly PlacedProperties<DocProperties>[] {
  return readPages(streams, PARAGRAPH_PAGES, (page, count, run) => {
    const offset = (count + 1) * 4 + run * 13;
    if (offset >= PAGE) return undefined;
    const at = page.getUint8(offset) * 2;
    if (at === 0) return { style: 0 };
    const half = page.getUint8(at);
    const from = half === 0 ? at + 2 : at + 1;
    const size = half === 0 ? page.getUint8(at + 1) * 2 : half * 2 - 1;
    if (from + 2 > PAGE) return { style: 0 };
    const properties: DocProperties = { style: page.getUint16(from, true) };
    readParagraphProperties(page, from + 2, from + size, properties);
    return properties;
  });
}

function readParagraphProperties(
  view: DataView,
  from: number,
  to: number,
  properties: DocProperties,
): void {
  eachProperty(view, from, to, (code, value) => {
    if (code === 0x2416) properties.inTable = view.getUint8(value) === 1;
    else if (code === 0x2417) properties.isRowEnd = view.getUint8(value) === 1;
    else if (code === 0x260a) properties.listLevel = view.getUint8(value);
    else if (code === 0x460b) properties.list = view.getUint16(value, true);
    else if (code === 0x2640) properties.outline = view.getUint8(value) + 1;
    else if (code === 0x4600) properties.style = view.getUint16(value, true);
  });
}

/** The properties that hold at a place, or undefined. Logarithmic. */
export function findPlaced<T>(
  placed: readonly PlacedProperties<T>[],
  place: number,
): T | undefined {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((placed[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const found = placed[low - 1];
  return found !== undefined && place < found.end ? found.value : undefined;
}

/** A paragraph style. */
export interface DocStyle extends DocProperties {
  /** Number of a built-in style: 1 to 9 the headings, 62 the title. */
  readonly builtin: number;
  readonly base: number;
}

const STYLES = 1;

/** The styles by their number, nothing inherited yet. */
export function readDocStyles(streams: DocStreams): readonly (DocStyle | undefined)[] {
  const sheet = findTable(streams, STYLES);
  if (sheet.byteLength < 6) return [];
  const head = sheet.getUint16(0, true);
  const count = sheet.getUint16(2, true);
  const base = sheet.getUint16(4, true);
  const styles: (DocStyle | undefined)[] = [];
  let at = head + 2;
  for (let i = 0; i < count && at + 2 <= sheet.byteLength; i += 1) {
    const size = sheet.getUint16(at, true);
    styles.push(size === 0 ? undefined : readStyle(sheet, at + 2, size, base));
    at += 2 + size;
  }
  return styles;
}

function readStyle(sheet: DataView, at: number, size: number, base: number): DocStyle | undefined {
  const end = Math.min(at + size, sheet.byteLength);
  if (at + base + 2 > end || base < 10) return undefined;
  const kind = sheet.getUint16(at + 2, true);
  // 1 is a paragraph style; others have no paragraphs.
  if ((kind & 15) !== 1) return undefined;
  const style = { builtin: sheet.getUint16(at, true) & 0xfff, base: kind >>> 4, style: 0 };
  const nameLength = sheet.getUint16(at + base, true);
  const from = at + base + 2 + nameLength * 2 + 2;
  if (from + 4 > end) return style;
  const length = sheet.getUint16(from, true);
  readParagraphProperties(sheet, from + 4, Math.min(from + 2 + length, end), style);
  return { ...style, style: 0 };
}
