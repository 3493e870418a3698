/**
 * readDoc: the text of a binary Word document, as Word 97 and later and WPS write it (.doc, .wps).
 *
 * @module
 */
import type { ZhengceError } from '../errors';
import { createBlockWriter } from './block-writer';
import { openCompoundFile } from './compound-file';
import { readDocLists } from './doc-lists';
import { type DocParts, readDocStory } from './doc-story';
import {
  type DocStreams,
  findTable,
  readDocStyles,
  readLeftOut,
  readParagraphs,
  readPieces,
} from './doc-tables';
import { createDocText } from './doc-text';
import { addNote } from './docx-reader';
import { createListNumbering } from './list-numbering';
import { refuseDamaged, refuseEncrypted, refuseFormat, refuseTextless } from './read-fault';
import type { ReadContent } from './read-result';
import type { ReaderContext } from './reader-context';

/** Lengths of the parts of the text, in the order in which they follow one another. */
interface Lengths {
  readonly body: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly macros: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly boxes: number;
}

const WORD = 0xa5ec;
const WORD_95 = 0xa5dc;
const MIN_HEAD = 0x1aa;
const FIRST_UNICODE_VERSION = 193;

/**
 * The text of a doc: body, tables, text boxes after the paragraph that they are anchored to, notes at the end. Comments, headers and footers, and hidden text are
 * left out.
 *
 * @throws ZhengceError `invalid-input`, `input-too-large`, `encrypted-file`; `unsupported-format` for other Office files and Word 95; `no-text`
 */
export function readDoc(bytes: Uint8Array, context: ReaderContext): ReadContent {
  return guard(context, () => readStreams(openStreams(bytes, context), context));
}

/** Throws as `readDoc` does where the streams and their heads show that it would. */
export function checkDoc(bytes: Uint8Array, context: ReaderContext): void {
  guard(context, () => openStreams(bytes, context));
}

function guard<T>({ path }: ReaderContext, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    // A RangeError says that the file points to places that it does not have.
    if (cause instanceof RangeError) {
      throw refuseDamaged(path, 'doc', 'one that points beyond its end', cause);
    }
    throw cause;
  }
}

function openStreams(bytes: Uint8Array, { path }: ReaderContext): DocStreams {
  const file = openCompoundFile(bytes, path);
  if (file.names.includes('EncryptedPackage')) throw refuseEncrypted(path, 'docx');
  const main = file.read('WordDocument');
  if (main === undefined) throw refuseOther(file.names, path);
  const head = toView(main);
  const mark = head.byteLength >= 2 ? head.getUint16(0, true) : 0;
  if (mark === WORD_95) throw refuseFormat(path, 'a Word 95 document', 'save it as .docx');
  if (mark !== WORD || head.byteLength < MIN_HEAD) {
    throw refuseDamaged(path, 'doc', 'one without its head');
  }
  if (head.getUint16(2, true) < FIRST_UNICODE_VERSION) {
    throw refuseFormat(path, 'a document of Word 95 or before', 'save it as .docx');
  }
  const flags = head.getUint16(0x0a, true);
  if ((flags & 0x100) !== 0) throw refuseEncrypted(path, 'doc');
  const table = file.read((flags & 0x200) === 0 ? '0Table' : '1Table');
  if (table === undefined) throw refuseDamaged(path, 'doc', 'one without its tables');
  return { main: head, table: toView(table) };
}

function refuseOther(names: readonly string[], path: string): ZhengceError {
  const kind = names.includes('Workbook') || names.includes('Book') ? 'a spreadsheet' : 'slides';
  const isOther = kind === 'a spreadsheet' || names.includes('PowerPoint Document');
  return isOther
    ? refuseFormat(path, kind, 'save its text as a document')
    : refuseDamaged(path, 'doc', 'one without its text');
}

function toView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readLengths({ main }: DocStreams): Lengths {
  const read = (at: number): number => main.getUint32(at, true);
  return {
    body: read(0x4c),
    footnotes: read(0x50),
    headers: read(0x54),
    macros: read(0x58),
    comments: read(0x5c),
    endnotes: read(0x60),
    boxes: read(0x64),
  };
}

function readStreams(streams: DocStreams, context: ReaderContext): ReadContent {
  const pieces = readPieces(streams, context);
  const leftOut = readLeftOut(streams);
  const text = createDocText(streams.main, pieces, leftOut);
  const lengths = readLengths(streams);
  const { body, footnotes, headers, macros, comments, endnotes } = lengths;
  if (body > text.length) throw refuseDamaged(context.path, 'doc', 'one that breaks off');
  const endnoteStart = body + footnotes + headers + macros + comments;
  const parts: DocParts = {
    text,
    paragraphs: readParagraphs(streams),
    styles: readDocStyles(streams),
    numbering: createListNumbering(readDocLists(streams)),
    boxes: readBoxes(streams, endnoteStart + endnotes, lengths.boxes),
  };
  const writer = createBlockWriter();
  for (const block of readDocStory(parts, 0, body)) writer.add(block);
  for (const [start, table] of [
    [body, FOOTNOTES],
    [endnoteStart, ENDNOTES],
  ] as const) {
    readNotes(streams, table, start).forEach(([from, to], index) => {
      addNote(
        writer,
        index + 1,
        readDocStory(parts, from, Math.min(to, text.length)).map((block) => block.text),
      );
    });
  }
  if (leftOut.some(({ value }) => value === 'hidden')) {
    writer.report('hidden-text-left-out', 'info', 'hidden text was left out');
  }
  const content = writer.finish({ format: 'doc', metadata: {} });
  if (content.text === '' && body > 1) throw refuseTextless(context.path, 'doc', 'one without any');
  return content;
}

const FOOTNOTES = 3;
const ENDNOTES = 47;

/** Where each note begins and ends. The last but one entry of the table is the end of the last note. */
function readNotes(
  streams: DocStreams,
  table: number,
  start: number,
): readonly (readonly [number, number])[] {
  const view = findTable(streams, table);
  const count = Math.floor(view.byteLength / 4);
  const notes: (readonly [number, number])[] = [];
  for (let i = 0; i + 2 < count; i += 1) {
    const from = view.getUint32(i * 4, true);
    const to = view.getUint32(i * 4 + 4, true);
    if (to > from) notes.push([start + from, start + to]);
  }
  return notes;
}

const ANCHORS = 40;
const BOXES = 56;
const ANCHOR_SIZE = 26;
const BOX_SIZE = 22;

/** Where the text of each text box stands, by the place of the character that it is anchored to. */
function readBoxes(
  streams: DocStreams,
  start: number,
  length: number,
): ReadonlyMap<number, readonly [number, number]> {
  const anchors = findTable(streams, ANCHORS);
  const places = new Map<number, number>();
  const anchorCount = Math.floor((anchors.byteLength - 4) / (4 + ANCHOR_SIZE));
  for (let i = 0; i < anchorCount; i += 1) {
    const shape = anchors.getUint32((anchorCount + 1) * 4 + i * ANCHOR_SIZE, true);
    places.set(shape, anchors.getUint32(i * 4, true));
  }
  const boxes = findTable(streams, BOXES);
  const found = new Map<number, readonly [number, number]>();
  const count = Math.floor((boxes.byteLength - 4) / (4 + BOX_SIZE));
  for (let i = 0; i < count; i += 1) {
    const [from, to] = [boxes.getUint32(i * 4, true), boxes.getUint32(i * 4 + 4, true)];
    const place = places.get(boxes.getUint32((count + 1) * 4 + i * BOX_SIZE + 14, true));
    if (place !== undefined && to > from && to <= length)
      found.set(place, [start + from, start + to]);
  }
  return found;
}
