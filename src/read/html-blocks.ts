/**
 * collectHtmlBlocks: the paragraphs, headings and tables of an element, as a browser shows them.
 *
 * @module
 */
import type { WrittenBlock } from './block-writer';
import type { HtmlElement, HtmlNode } from './html-tree';
import { formatListNumber } from './number-formats';
import { layOutRow } from './table-rows';

/** Elements that stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'html body address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr ' +
    'legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption'
  ).split(' '),
);

/** The blocks on the way. */
interface Collector {
  readonly blocks: WrittenBlock[];
  words: string[];
  /** Level of the heading that is open. */
  level: number | undefined;
  readonly isLeftOut: (node: HtmlNode) => boolean;
}

/** The blocks of an element, without what `isLeftOut` says. Linear. */
export function collectHtmlBlocks(
  element: HtmlElement,
  isLeftOut: (node: HtmlNode) => boolean,
): readonly WrittenBlock[] {
  const collector: Collector = { blocks: [], words: [], level: undefined, isLeftOut };
  walk(element, collector);
  flush(collector);
  return collector.blocks;
}

function walk(element: HtmlElement, collector: Collector): void {
  for (const child of element.children) {
    if (typeof child === 'string') collector.words.push(child);
    else if (!collector.isLeftOut(child)) walkElement(child, collector);
  }
}

function walkElement(element: HtmlElement, collector: Collector): void {
  const { name } = element;
  if (name === 'br' || name === 'hr') {
    flush(collector);
    return;
  }
  const mark = readNoteMark(element);
  if (mark !== undefined) {
    // In the text it would part words; at its own note it stands for the number.
    if (collector.words.join('').trim() === '') collector.words.push(`[${mark}]`);
    return;
  }
  if (!BLOCKS.has(name)) {
    walk(element, collector);
    return;
  }
  flush(collector);
  if (name === 'tr') {
    collector.blocks.push(...layOutRow(collectCells(element, collector)));
    return;
  }
  const before = collector.level;
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) collector.level = Number(level);
  if (name === 'ol') walkNumbered(element, collector);
  else walk(element, collector);
  flush(collector);
  collector.level = before;
}

/** The number of a note that an element refers to or begins, as word processors write it: a link within the page. */
function readNoteMark({ name, attributes, children }: HtmlElement): string | undefined {
  if (name !== 'a' || attributes['href']?.startsWith('#') !== true) return undefined;
  let node: HtmlNode | undefined = children[0];
  while (node !== undefined && typeof node !== 'string') node = node.children[0];
  return /^\s*\[?(\d{1,3})\]?\s*$/.exec(node ?? '')?.[1];
}

function collectCells(
  row: HtmlElement,
  { isLeftOut }: Collector,
): readonly (readonly WrittenBlock[])[] {
  const cells: (readonly WrittenBlock[])[] = [];
  for (const child of row.children) {
    if (typeof child === 'string' || isLeftOut(child)) continue;
    cells.push(collectHtmlBlocks(child, isLeftOut));
  }
  return cells;
}

const LIST_TYPES: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const LIST_STYLES: readonly (readonly [pattern: RegExp, format: string])[] = [
  [/cjk-ideographic|simp-chinese-informal|trad-chinese-informal/, 'chineseCounting'],
  [/simp-chinese-formal/, 'chineseLegalSimplified'],
  [/cjk-heavenly-stem/, 'ideographTraditional'],
  [/lower-alpha|lower-latin/, 'lowerLetter'],
  [/upper-alpha|upper-latin/, 'upperLetter'],
  [/lower-roman/, 'lowerRoman'],
  [/upper-roman/, 'upperRoman'],
  [/none/, 'none'],
];

/** Items of a numbered list have their numbers before them, as they are shown. */
function walkNumbered(list: HtmlElement, collector: Collector): void {
  const { type = '', start = '', style = '', class: classes = '' } = list.attributes;
  const styled = LIST_STYLES.find(([pattern]) => pattern.test(`${style} ${classes}`))?.[1];
  const format = styled ?? LIST_TYPES[type] ?? 'decimal';
  let number = Number.parseInt(start, 10);
  if (!Number.isInteger(number)) number = 1;
  for (const child of list.children) {
    if (typeof child === 'string' || collector.isLeftOut(child)) continue;
    if (child.name === 'li') {
      flush(collector);
      const value = Number.parseInt(child.attributes['value'] ?? '', 10);
      if (Number.isInteger(value)) number = value;
      const label = formatListNumber(number, format);
      const hasOwnList = child.children.every((node) =>
        typeof node === 'string' ? node.trim() === '' : node.name === 'ol' || node.name === 'ul',
      );
      if (label !== '' && !hasOwnList)
        collector.words.push(`${label}${/[一-鿿]$/.test(label) ? '、' : '. '}`);
      number += 1;
    }
    walkItem(child, collector);
  }
}

/** The first paragraph of an item goes on after the number. */
function walkItem(item: HtmlElement, collector: Collector): void {
  const [first, ...rest] = item.children.filter(
    (node) => typeof node !== 'string' || node.trim() !== '',
  );
  if (first !== undefined && typeof first !== 'string' && first.name === 'p') {
    walk(first, collector);
    flush(collector);
    walk({ ...item, children: rest }, collector);
  } else walk(item, collector);
  flush(collector);
}

/** Ends a paragraph. White space counts once, but for the ideographic space, which writers put on purpose. */
function flush(collector: Collector): void {
  const text = collector.words
    .join('')
    .replace(/[\t\n\f\r \u00a0\u200b\ufeff]+/g, ' ')
    .trim();
  collector.words = [];
  if (text === '') return;
  const { level } = collector;
  collector.blocks.push(
    level === undefined ? { kind: 'paragraph', text } : { kind: 'heading', text, level },
  );
}
