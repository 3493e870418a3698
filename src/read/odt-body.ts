/**
 * readOdtBody: the paragraphs and tables of `content.xml`, numbers computed.
 *
 * @module
 */
import type { WrittenBlock } from './block-writer';
import { type OdtLevel, OUTLINE, renderOdtNumber } from './odt-lists';
import type { ReaderContext } from './reader-context';
import { layOutRow } from './table-rows';
import { parseXml, type XmlAttributes } from './xml-events';

/** What the body of a document holds. */
export interface OdtBody {
  readonly blocks: readonly WrittenBlock[];
  /** The paragraphs of each note, in the order of the document. */
  readonly notes: readonly (readonly string[])[];
  /** Pieces of hidden text, left out. */
  readonly hidden: number;
}

/** What the styles of a document say. */
export interface OdtStyles {
  readonly lists: ReadonlyMap<string, readonly (OdtLevel | undefined)[]>;
  /** Styles of hidden text, as `readHiddenStyles` names them. */
  readonly hidden: ReadonlySet<string>;
}

interface Paragraph {
  readonly words: string[];
  readonly beside: WrittenBlock[];
  readonly level: number | undefined;
  readonly number: string;
  readonly style: string;
}

interface List {
  readonly style: string;
  readonly counts: (number | undefined)[];
}

/** Elements of which nothing is read: what was deleted, comments, citations of notes, forms, readings. */
const SKIPPED: ReadonlySet<string> = new Set(
  'tracked-changes annotation annotation-end note-citation forms ruby-text desc title automatic-styles sequence-decls'.split(
    ' ',
  ),
);
/** The families of the styles of elements. */
const FAMILIES: Readonly<Record<string, string>> = { span: 'text', p: 'paragraph', h: 'paragraph' };
/** Most spaces that one element stands for. */
const MAX_SPACES = 1_000;
const MAX_LIST_DEPTH = 10;

/** The blocks of a body. Linear. */
export function readOdtBody(
  bytes: Uint8Array,
  { lists, hidden }: OdtStyles,
  context: ReaderContext,
): OdtBody {
  const blocks: WrittenBlock[] = [];
  const notes: WrittenBlock[][] = [];
  const sinks: WrittenBlock[][] = [blocks];
  const paragraphs: Paragraph[] = [];
  const rows: WrittenBlock[][][] = [];
  const open: List[] = [];
  const lastCounts = new Map<string, (number | undefined)[]>();
  const outline: (number | undefined)[] = [];
  let skipped = 0;
  let hiddenCount = 0;
  // The first paragraph of an item has its number, the others have none.
  let isNumberDue = false;

  const put = (added: readonly WrittenBlock[]): void => {
    const sink = sinks.at(-1) ?? blocks;
    for (const block of added) sink.push(block);
  };
  const write = (text: string): void => {
    paragraphs.at(-1)?.words.push(text);
  };
  const openList = (attributes: XmlAttributes): void => {
    const parent = open.at(-1);
    const style = attributes['style-name'] ?? parent?.style ?? '';
    const continues =
      attributes['continue-numbering'] === 'true' || attributes['continue-list'] !== undefined;
    const counts = parent?.counts ?? (continues ? lastCounts.get(style) : undefined) ?? [];
    lastCounts.set(style, counts);
    open.push({ style, counts });
  };
  const openItem = (attributes: XmlAttributes, counts: (number | undefined)[]): void => {
    const depth = Math.min(open.length, MAX_LIST_DEPTH) - 1;
    const start = Number(attributes['start-value'] ?? Number.NaN);
    pending = { depth, start: Number.isInteger(start) ? start : undefined, counts };
    isNumberDue = true;
  };
  let pending:
    | { depth: number; start: number | undefined; counts: (number | undefined)[] }
    | undefined;
  const takeNumber = (): string => {
    const list = open.at(-1);
    if (!isNumberDue || list === undefined || pending === undefined) return '';
    isNumberDue = false;
    const levels = lists.get(list.style) ?? [];
    const { depth, start, counts } = pending;
    advance(counts, depth, start ?? levels[depth]?.start ?? 1, start !== undefined);
    return renderOdtNumber(levels, counts, depth);
  };
  const takeOutlineNumber = (level: number): string => {
    const levels = lists.get(OUTLINE) ?? [];
    advance(outline, level - 1, levels[level - 1]?.start ?? 1, false);
    return renderOdtNumber(levels, outline, level - 1);
  };
  const openParagraph = (name: string, attributes: XmlAttributes): void => {
    const stated = name === 'h' ? Number(attributes['outline-level'] ?? 1) : undefined;
    const level = stated !== undefined && stated >= 1 && stated <= 10 ? stated : undefined;
    const listed = takeNumber();
    const number =
      listed === '' && level !== undefined && open.length === 0 ? takeOutlineNumber(level) : listed;
    paragraphs.push({
      words: [],
      beside: [],
      level,
      number,
      style: attributes['style-name'] ?? '',
    });
  };
  const closeParagraph = (): void => {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    const { level, number, words, beside, style } = paragraph;
    const text = number + words.join('').trim();
    const kind = level !== undefined ? 'heading' : style === 'Title' ? 'title' : 'paragraph';
    put([{ kind, text, level }, ...beside]);
  };
  const openElement = (name: string, attributes: XmlAttributes): void => {
    if (name === 'p' || name === 'h') openParagraph(name, attributes);
    else if (name === 'list') openList(attributes);
    else if (name === 'list-item') openItem(attributes, open.at(-1)?.counts ?? []);
    else if (name === 'table-row') rows.push([]);
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      const cell: WrittenBlock[] = [];
      rows.at(-1)?.push(cell);
      sinks.push(cell);
    } else if (name === 'text-box') sinks.push(paragraphs.at(-1)?.beside ?? sinks.at(-1) ?? blocks);
    else if (name === 'note') {
      const note: WrittenBlock[] = [];
      notes.push(note);
      sinks.push(note);
    } else if (name === 's') {
      write(' '.repeat(Math.max(0, Math.min(MAX_SPACES, Number(attributes['c'] ?? 1) || 1))));
    } else if (name === 'tab') write('\t');
    else if (name === 'line-break') write('\n');
  };
  const closeElement = (name: string): void => {
    if (name === 'p' || name === 'h') closeParagraph();
    else if (name === 'list') open.pop();
    else if (name === 'table-cell' || name === 'covered-table-cell' || name === 'note') sinks.pop();
    else if (name === 'table-row') put(layOutRow(rows.pop() ?? []));
    else if (name === 'text-box') {
      const beside = sinks.pop() ?? [];
      beside.forEach((block, i) => {
        if (block.kind === 'paragraph') beside[i] = { ...block, kind: 'text-box' };
      });
    }
  };
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        if (skipped > 0 || SKIPPED.has(name)) skipped += 1;
        else if (hidden.has(`${FAMILIES[name] ?? ''} ${attributes['style-name'] ?? ''}`)) {
          skipped += 1;
          hiddenCount += 1;
        } else openElement(name, attributes);
      },
      close: (name) => {
        if (skipped > 0) skipped -= 1;
        else closeElement(name);
      },
      text: (text) => {
        if (skipped === 0) write(text.replace(/[\t\n\r ]+/g, ' '));
      },
    },
    context,
  );
  return { blocks, notes: notes.map((note) => note.map(({ text }) => text)), hidden: hiddenCount };
}

function advance(
  counts: (number | undefined)[],
  depth: number,
  start: number,
  isRestart: boolean,
): void {
  const last = counts[depth];
  counts[depth] = last === undefined || isRestart ? start : last + 1;
  counts.length = depth + 1;
}
