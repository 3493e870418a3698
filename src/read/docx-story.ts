/**
 * readDocxStory: the paragraphs and tables of a docx's body or notes, tracked changes accepted, numbers computed.
 *
 * @module
 */
import type { WrittenBlock } from './block-writer';
import { createDocxFields } from './docx-fields';
import { type FindDocxStyle, isOn } from './docx-styles';
import type { ListDefinition, ListNumbering } from './list-numbering';
import type { ReaderContext } from './reader-context';
import { layOutRow } from './table-rows';
import { parseXml, type XmlAttributes } from './xml-events';

/** What the paragraphs of a story refer to. */
export interface DocxParts {
  readonly findStyle: FindDocxStyle;
  readonly defaultStyleId: string | undefined;
  readonly lists: ReadonlyMap<string, ListDefinition>;
  readonly numbering: ListNumbering;
}

/** What a story holds. */
export interface DocxStory {
  readonly blocks: readonly WrittenBlock[];
  /** Ids of the notes that the text refers to, in its order, `footnote 2`. */
  readonly noteIds: readonly string[];
  /** The blocks of each note, by its id, where the story is one of notes. */
  readonly notes: ReadonlyMap<string, readonly WrittenBlock[]>;
  /** How many runs of hidden text were left out. */
  readonly hidden: number;
}

/** A paragraph on the way. */
interface Paragraph {
  readonly words: string[];
  /** What floats beside it, to be placed after it. */
  readonly beside: WrittenBlock[];
  styleId?: string;
  numId?: string;
  numLevel?: number;
  outline?: number;
  /** Its end is a tracked deletion: it runs into the next one. */
  isEndDeleted: boolean;
}

interface Row {
  readonly cells: WrittenBlock[][];
  isDeleted: boolean;
}

/** Elements of which nothing is read: what was deleted or moved away, former properties, twins for old programs, readings. */
const SKIPPED: ReadonlySet<string> = new Set(
  (
    'del moveFrom Fallback pPrChange rPrChange sectPrChange tblPrChange tblPrExChange tcPrChange trPrChange numberingChange ' +
    'rt delText delInstrText fldData'
  ).split(' '),
);

/** The blocks of `word/document.xml`, `word/footnotes.xml` or `word/endnotes.xml`. Linear. */
export function readDocxStory(
  bytes: Uint8Array,
  parts: DocxParts,
  context: ReaderContext,
): DocxStory {
  const story = createStory(parts);
  parseXml(bytes, story.handler, context);
  return story.finish();
}

function createStory(parts: DocxParts) {
  const blocks: WrittenBlock[] = [];
  const notes = new Map<string, WrittenBlock[]>();
  const noteIds: string[] = [];
  const names: string[] = [];
  const sinks: WrittenBlock[][] = [blocks];
  const paragraphs: Paragraph[] = [];
  const rows: Row[] = [];
  const fields = createDocxFields();
  let skipped = 0;
  let hidden = 0;
  let isRunHidden = false;
  let carried: Pick<Paragraph, 'words' | 'beside'> | undefined;

  const put = (added: readonly WrittenBlock[]): void => {
    const sink = sinks.at(-1) ?? blocks;
    for (const block of added) sink.push(block);
  };
  const write = (text: string): void => {
    if (text === '' || !fields.admitWords()) return;
    if (isRunHidden) hidden += 1;
    else paragraphs.at(-1)?.words.push(text);
  };
  const closeParagraph = (): void => {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    if (carried !== undefined) {
      paragraph.words.unshift(...carried.words);
      paragraph.beside.unshift(...carried.beside);
      carried = undefined;
    }
    if (paragraph.isEndDeleted) carried = paragraph;
    else put([finishParagraph(paragraph, parts), ...paragraph.beside]);
  };
  const openMark = (name: string): boolean => {
    if (name !== 'del' && name !== 'moveFrom') return false;
    const parent = names.at(-1);
    const row = rows.at(-1);
    const paragraph = paragraphs.at(-1);
    if (parent === 'trPr' && row !== undefined) row.isDeleted = true;
    else if (parent === 'rPr' && names.at(-2) === 'pPr' && paragraph !== undefined) {
      paragraph.isEndDeleted = true;
    } else return false;
    return true;
  };
  const openContainer = (name: string, attributes: XmlAttributes): void => {
    if (name === 'p') paragraphs.push({ words: [], beside: [], isEndDeleted: false });
    else if (name === 'r') isRunHidden = false;
    else if (name === 'tr') rows.push({ cells: [], isDeleted: false });
    else if (name === 'tc') {
      const cell: WrittenBlock[] = [];
      rows.at(-1)?.cells.push(cell);
      sinks.push(cell);
    } else if (name === 'txbxContent') sinks.push(paragraphs.at(-1)?.beside ?? blocks);
    else if (name === 'footnote' || name === 'endnote') {
      const note: WrittenBlock[] = [];
      const isSeparator = (attributes['type'] ?? 'normal') !== 'normal';
      if (!isSeparator) notes.set(`${name} ${attributes['id'] ?? ''}`, note);
      sinks.push(note);
    }
  };
  const openWords = (name: string, attributes: XmlAttributes): void => {
    if (name === 'tab') {
      if (names.at(-1) === 'r') write('\t');
    } else if (name === 'br' || name === 'cr') write('\n');
    else if (name === 'noBreakHyphen') write('-');
    else if (name === 'fldChar') write(fields.change(attributes['fldCharType']));
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      noteIds.push(`${name.slice(0, -'Reference'.length)} ${attributes['id'] ?? ''}`);
    } else if (name === 'vanish' && names.at(-1) === 'rPr' && names.at(-2) === 'r') {
      isRunHidden = isOn(attributes['val']);
    }
  };
  const closeContainer = (name: string): void => {
    if (name === 'p') closeParagraph();
    else if (name === 'r') isRunHidden = false;
    else if (name === 'tc' || name === 'footnote' || name === 'endnote') sinks.pop();
    else if (name === 'txbxContent') {
      const beside = sinks.pop() ?? [];
      beside.forEach((block, i) => {
        if (block.kind === 'paragraph') beside[i] = { ...block, kind: 'text-box' };
      });
    } else if (name === 'tr') {
      const row = rows.pop();
      if (row !== undefined && !row.isDeleted) put(layOutRow(row.cells));
    }
  };
  return {
    handler: {
      open: (name: string, attributes: XmlAttributes): void => {
        if (skipped > 0 || (SKIPPED.has(name) && !openMark(name))) {
          skipped += 1;
          return;
        }
        openContainer(name, attributes);
        const paragraph = paragraphs.at(-1);
        if (paragraph !== undefined) readProperty(paragraph, name, attributes, names.at(-1));
        openWords(name, attributes);
        names.push(name);
      },
      close: (name: string): void => {
        if (skipped > 0) {
          skipped -= 1;
          return;
        }
        names.pop();
        closeContainer(name);
      },
      text: (text: string): void => {
        if (skipped > 0) return;
        if (names.at(-1) === 't') write(text);
        else if (names.at(-1) === 'instrText') fields.addCode(text);
      },
    },
    finish: (): DocxStory => {
      if (carried !== undefined) {
        put([{ kind: 'paragraph', text: carried.words.join('') }, ...carried.beside]);
      }
      return { blocks, noteIds, notes, hidden };
    },
  };
}

function readProperty(
  paragraph: Paragraph,
  name: string,
  { val }: XmlAttributes,
  parent: string | undefined,
): void {
  if (val === undefined) return;
  if (name === 'pStyle') paragraph.styleId = val;
  else if (name === 'outlineLvl' && parent === 'pPr') paragraph.outline = Number(val) + 1;
  else if (parent !== 'numPr') return;
  else if (name === 'numId') paragraph.numId = val;
  else if (name === 'ilvl') paragraph.numLevel = Number(val);
}

const BODY_OUTLINE = 10;

function finishParagraph(paragraph: Paragraph, parts: DocxParts): WrittenBlock {
  const styleId = paragraph.styleId ?? parts.defaultStyleId;
  const style = styleId === undefined ? undefined : parts.findStyle(styleId);
  const number = numberParagraph(paragraph, style, parts);
  const text = number + paragraph.words.join('').trim();
  if (style?.name === 'title' || style?.name === '标题') return { kind: 'title', text };
  const level = paragraph.outline ?? style?.outline;
  if (level === undefined || level >= BODY_OUTLINE || !(level >= 1)) {
    return { kind: 'paragraph', text };
  }
  return { kind: 'heading', text, level };
}

function numberParagraph(
  paragraph: Paragraph,
  style: ReturnType<FindDocxStyle>,
  { lists, numbering }: DocxParts,
): string {
  const numId = paragraph.numId ?? style?.numId;
  // 0 takes the numbering away that a style gives.
  if (numId === undefined || numId === '0') return '';
  const byStyle = lists.get(numId)?.levels.findIndex((level) => {
    return level?.styleId !== undefined && level.styleId === style?.numStyleId;
  });
  const inherited = style?.numLevel ?? (byStyle === -1 ? undefined : byStyle);
  return numbering.next(numId, paragraph.numLevel ?? inherited ?? 0);
}
