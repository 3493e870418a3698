/**
 * Titles: names of documents, over one block or several, and the names that a covering notice announces.
 *
 * @module
 */
import type { Block } from './blocks';
import { readBodies } from './bodies';
import { isDateOnly } from './dates';
import { readDocumentNumber } from './document-number';
import { readGenre } from './genres';
import { isPassedLine } from './passed-lines';

/** A title that may run over several blocks. */
export interface Title {
  readonly text: string;
  /** Indexes of its blocks. */
  readonly from: number;
  readonly to: number;
  /** Whether it ends in a genre or is marked as a heading; otherwise only its place speaks for it. */
  readonly certain: boolean;
}

/** Longest title, in code units. */
export const MAX_TITLE_LENGTH = 120;
const MAX_TITLE_LINES = 6;
const TITLE_LINE = /^[^。!?;:]{1,80}$/;
const ENDS_OPEN = /(?:关于|印发|转发|发布|的|和|与|、)$/;

/**
 * The title that begins at a block, or undefined. It is the longest run of lines that ends in a genre 文种; a Markdown heading of the first level needs none. Takes at
 * most six blocks.
 */
export function readTitle(blocks: readonly Block[], from: number): Title | undefined {
  let text = '';
  let marked = false;
  let to = from;
  let complete: { readonly text: string; readonly to: number } | undefined;
  for (; to < blocks.length && to - from < MAX_TITLE_LINES; to += 1) {
    const block = blocks[to];
    if (block === undefined || !isTitleLine(block, to === from)) break;
    if (to > from && (marked || (complete !== undefined && !/^(?:的|\()/.test(block.text)))) break;
    marked ||= block.first.headingMark === 1;
    text = joinTitle(text, closeLetterSpacing(block.text));
    if (text.length > MAX_TITLE_LENGTH) break;
    if (readGenre(text) !== undefined && !isOpen(text)) complete = { text, to: to + 1 };
  }
  if (marked) return { text: complete?.text ?? text, from, to: complete?.to ?? to, certain: true };
  if (complete !== undefined && isPlausible(complete.text))
    return { ...complete, from, certain: true };
  return readDoubtfulTitle(blocks, from);
}

/** Whether a title goes on in the next line. */
function isOpen(text: string): boolean {
  return ENDS_OPEN.test(text) || text.lastIndexOf('《') > text.lastIndexOf('》');
}

/** The very first line of a text is its title where a document number, an addressee or the body follows. */
function readDoubtfulTitle(blocks: readonly Block[], from: number): Title | undefined {
  const block = blocks[from];
  const next = blocks[from + 1];
  if (from !== 0 || block === undefined || next === undefined || !isTitleLine(block, true))
    return undefined;
  const { text } = block;
  if (text.length < 6 || text.length > 40 || readBodies(text).length > 0 || PART_NAME.test(text))
    return undefined;
  const opens =
    next.marker !== undefined ||
    next.text.length > 60 ||
    readDocumentNumber(next.text) !== undefined;
  return opens ? { text, from, to: from + 1, certain: /关于|报告|白皮书/.test(text) } : undefined;
}

/** A heading that a text without its title begins with: 2023年工作回顾. */
const PART_NAME = /(?:回顾|总体要求|指导思想|基本情况|会议上)$/;

/** A line that says on what day something was said. */
const DATED = /^\(?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/;

function isTitleLine(block: Block, first: boolean): boolean {
  const { text, marker } = block;
  if (block.first.headingMark === 1) return text.length <= MAX_TITLE_LENGTH;
  if (
    marker !== undefined ||
    isPassedLine(text) ||
    DATED.test(text) ||
    isDateOnly(text) ||
    !TITLE_LINE.test(text)
  )
    return false;
  return first
    ? /[\u4e00-\u9fff]{2}|[\u4e00-\u9fff] [\u4e00-\u9fff]/.test(text) && !text.startsWith('(')
    : /[\u4e00-\u9fff]|^\(/.test(text);
}

function isPlausible(title: string): boolean {
  return title.length >= 4 && !/^(?:图|表|附件) ?\d/.test(title);
}

function joinTitle(before: string, after: string): string {
  const latin = /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after);
  return latin ? `${before} ${after}` : before + after;
}

const LETTER_SPACED = /^[\u4e00-\u9fff](?: {1,4}[\u4e00-\u9fff]){2,24}$/;

/**
 * A text without the spaces that were put between all of its characters; any other text as it is.
 *
 * @example
 * closeLetterSpacing('政 府 工 作 报 告') // => '政府工作报告'
 */
export function closeLetterSpacing(text: string): string {
  return LETTER_SPACED.test(text) ? text.replace(/ /g, '') : text;
}

/** Whether two titles name the same document: alike but for quotes and spaces, or one with its issuer or notice around it. */
export function isSameName(a: string, b: string): boolean {
  const [short, long] = [keyOf(a), keyOf(b)].sort((x, y) => x.length - y.length);
  return short !== undefined && long !== undefined && short.length >= 4 && long.includes(short);
}

function keyOf(title: string): string {
  return title.replace(/[ _“”"'《》〈〉<>():,]/g, '');
}

/** The names in 《》 or between 印发 and 的通知: what a covering notice announces, as keys for {@link isQuotedTitle}. */
export function readQuotedNames(title: string): readonly string[] {
  const quoted = [...title.matchAll(/《([^》]{4,60})》?/g)].map((match) => match[1] ?? '');
  const announced = /(?:印发|发布|转发)(.{4,60}?)的(?:通知|公告|函)/.exec(title)?.[1];
  return [...quoted, ...(announced === undefined ? [] : [announced])].map(keyOf);
}

/** Whether the block at `index` is one of the quoted names, on one line or on up to four. */
export function isQuotedTitle(
  blocks: readonly Block[],
  index: number,
  quoted: readonly string[],
): boolean {
  if (quoted.length === 0) return false;
  const block = blocks[index];
  if (block === undefined || block.text.length > MAX_TITLE_LENGTH || block.marker !== undefined)
    return false;
  const key = keyOf(block.text);
  if (key.length < 4) return false;
  return quoted.some(
    (name) => name === key || (name.startsWith(key) && endsName(blocks, index, name)),
  );
}

/** A quoted name broken over two or three lines. */
function endsName(blocks: readonly Block[], index: number, name: string): boolean {
  let key = '';
  for (let i = index; i < Math.min(index + 4, blocks.length); i += 1) {
    key += keyOf(blocks[i]?.text.slice(0, MAX_TITLE_LENGTH) ?? '');
    if (key === name || (key.startsWith(name) && key.length <= name.length + 12)) return true;
    if (!name.startsWith(key)) return false;
  }
  return false;
}
