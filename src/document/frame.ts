/**
 * Frame: what stands around the body of a document and is no passage: title, document number, addressee, signature,
 * date, notes, the list of attachments. Elements of GB/T 9704-2012.
 *
 * @module
 */
import type { Block } from './blocks';
import {
  isDateOnly,
  isPassedLine,
  readBodies,
  readDocumentNumber,
  readGenre,
  readMetadataEntries,
} from './metadata';

/** What a block is where it is no body text. */
export type FrameRole =
  | 'title'
  | 'subtitle'
  | 'document-number'
  | 'addressee'
  | 'speaker'
  | 'date'
  | 'signature'
  | 'note'
  | 'metadata'
  | 'attachment-list';

/** The frame of a text: a role for the blocks that have one, and where documents begin. */
export interface Frame {
  /** By block index; undefined for body text. */
  readonly roles: readonly (FrameRole | undefined)[];
  readonly title: Title | undefined;
  /** Titles of documents inside the covering notice, in order. */
  readonly innerTitles: readonly Title[];
}

/** A title that may run over several blocks. */
export interface Title {
  readonly text: string;
  /** Indexes of its blocks. */
  readonly from: number;
  readonly to: number;
  /** Whether it ends in a genre or is marked as a heading; otherwise only its place speaks for it. */
  readonly certain: boolean;
}

type Roles = (FrameRole | undefined)[];

/** The frame of the blocks of a text. Linear. */
export function readFrame(blocks: readonly Block[]): Frame {
  const roles: Roles = new Array<FrameRole | undefined>(blocks.length).fill(undefined);
  const head = readHead(blocks, 0, roles);
  const innerTitles: Title[] = [];
  const quoted = head.title === undefined ? [] : readQuotedNames(head.title.text);
  for (let i = head.next; i < blocks.length; i += 1) {
    const signatureEnd = markSignature(blocks, i, roles);
    const begins = signatureEnd > i || isQuotedTitle(blocks, i, quoted);
    if (!begins) {
      markMetadata(blocks, i, roles);
      continue;
    }
    const inner = readInnerHead(blocks, Math.max(signatureEnd, i), roles, quoted);
    if (inner !== undefined) {
      innerTitles.push(inner.title);
      i = inner.next - 1;
    } else if (signatureEnd > i) i = signatureEnd - 1;
  }
  markAttachmentLists(blocks, roles);
  return { roles, title: head.title, innerTitles };
}

interface Head {
  readonly title: Title | undefined;
  readonly next: number;
}

/** Blocks that a head can have at most; beyond it there is body. */
const MAX_HEAD = 40;

function readHead(blocks: readonly Block[], from: number, roles: Roles): Head {
  let title: Title | undefined;
  let i = from;
  for (; i < Math.min(blocks.length, from + MAX_HEAD); i += 1) {
    const block = blocks[i];
    if (block === undefined) break;
    const role = readHeadRole(block, title !== undefined, i - from);
    if (role !== undefined) {
      roles[i] = role;
      if (role === 'addressee') {
        i += 1;
        break;
      }
      continue;
    }
    const found = readTitle(blocks, i);
    if (found === undefined || (title !== undefined && !sameName(title.text, found.text))) break;
    for (let k = found.from; k < found.to; k += 1) roles[k] = 'title';
    title ??= found;
    i = found.to - 1;
  }
  return { title, next: i };
}

/** An opening like 各位代表： of a speech is an addressee, too. */
const ADDRESSEE =
  /^(?:各|全|有关|省|市|县|区|国务院|中央|人民|尊敬的|[\u4e00-\u9fff]{2,20}(?:委员会|人民政府|政府|厅|局|部|委|办公室|公司|大学|学院|协会|代表|委员|单位))[^。!?;]{0,280}:$/;
const SPEAKER =
  /^[\u4e00-\u9fff ]{0,24}(?:省长|市长|主席|主任|部长|州长|区长|县长|盟长|局长|院长|委员长|书记)(?: ?[\u4e00-\u9fff·]){2,6}$/;
const REGISTRATION = /^[A-Z]{2,8} ?[—–-] ?\d{4} ?[—–-] ?\d{3,8}$/;
const RED_HEAD = /^(?:[\u4e00-\u9fff ]{2,30})?文 ?件$/;
const SUBTITLE = /^[—─-]{1,3}.{4,80}(?:上|会议|讲话|大会)$/;
const NEWS_LINE =
  /^(?:新华社|人民网|中新网|央广网)[^。]{0,20}(?:电|讯)$|^(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d{2})?(?: |$)/;
const BRACKETED = /^[([【][^()[\]【】]{2,60}[)\]】]$/;

function readHeadRole(block: Block, titled: boolean, position: number): FrameRole | undefined {
  const { text } = block;
  if (text.length > 320) return undefined;
  if (
    readMetadataEntries(text).length > 0 ||
    REGISTRATION.test(text) ||
    RED_HEAD.test(text) ||
    NEWS_LINE.test(text)
  )
    return 'metadata';
  if (readDocumentNumber(text)?.length === text.length) return 'document-number';
  if (
    isDateOnly(text) ||
    isPassedLine(text) ||
    (position < 3 && /^.{0,30}\d{4}年\d{1,2}月\d{1,2}日在.{2,60}会议上$/.test(text))
  )
    return 'date';
  if (SUBTITLE.test(text)) return 'subtitle';
  if (BRACKETED.test(text) && titled) return 'subtitle';
  if (SPEAKER.test(text)) return 'speaker';
  return block.marker === undefined && ADDRESSEE.test(text) ? 'addressee' : undefined;
}

const MAX_TITLE_LINES = 6;
const MAX_TITLE_LENGTH = 120;
const TITLE_LINE = /^[^。!?;:]{1,80}$/;
const ENDS_OPEN = /(?:关于|印发|转发|发布|的|和|与|、|《[^》]*)$/;

function readTitle(blocks: readonly Block[], from: number): Title | undefined {
  let text = '';
  let marked = false;
  let to = from;
  let complete: { text: string; to: number } | undefined;
  for (; to < blocks.length && to - from < MAX_TITLE_LINES; to += 1) {
    const block = blocks[to];
    if (block === undefined || !isTitleLine(block, to === from)) break;
    if (to > from && (marked || (complete !== undefined && !/^(?:的|\()/.test(block.text)))) break;
    marked ||= block.first.headingMark === 1;
    text += needsSpace(text, block.text) ? ` ${block.text}` : block.text;
    if (text.length > MAX_TITLE_LENGTH) break;
    if (readGenre(text) !== undefined && !ENDS_OPEN.test(text)) complete = { text, to: to + 1 };
  }
  if (marked) return { text: complete?.text ?? text, from, to: complete?.to ?? to, certain: true };
  if (complete !== undefined && isPlausible(complete.text))
    return { ...complete, from, certain: true };
  return readDoubtfulTitle(blocks, from);
}

/** The very first line of a text is its title where a document number, an addressee or the body follows. */
function readDoubtfulTitle(blocks: readonly Block[], from: number): Title | undefined {
  const block = blocks[from];
  const next = blocks[from + 1];
  if (from !== 0 || block === undefined || next === undefined || !isTitleLine(block, true))
    return undefined;
  const { text } = block;
  if (text.length < 6 || text.length > 40 || readBodies(text).length > 0) return undefined;
  const opens =
    next.marker !== undefined ||
    next.text.length > 60 ||
    readDocumentNumber(next.text) !== undefined;
  return opens ? { text, from, to: from + 1, certain: /关于|报告|白皮书/.test(text) } : undefined;
}

function isTitleLine(block: Block, first: boolean): boolean {
  const { text, marker } = block;
  if (marker !== undefined || isPassedLine(text)) return false;
  return (
    TITLE_LINE.test(text) &&
    (first ? /[\u4e00-\u9fff]{2}/ : /[\u4e00-\u9fff]|^\(/).test(text) &&
    (!first || !text.startsWith('('))
  );
}

function isPlausible(title: string): boolean {
  return title.length >= 4 && !/^(?:图|表|附件) ?\d/.test(title);
}

function needsSpace(before: string, after: string): boolean {
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after);
}

function sameName(a: string, b: string): boolean {
  return (
    nameKey(a) === nameKey(b) || nameKey(a).endsWith(nameKey(b)) || nameKey(b).endsWith(nameKey(a))
  );
}

function nameKey(title: string): string {
  return title.replace(/[ _“”"'《》〈〉<>():,]/g, '');
}

/** Names in 《》 or between 印发 and 的通知: what a covering notice announces. */
function readQuotedNames(title: string): readonly string[] {
  const quoted = [...title.matchAll(/《([^》]{4,60})》?/g)].map((match) => match[1] ?? '');
  const announced = /(?:印发|发布|转发)(.{4,60}?)的(?:通知|公告|函)/.exec(title)?.[1];
  return [...quoted, ...(announced === undefined ? [] : [announced])].map(nameKey);
}

function isQuotedTitle(
  blocks: readonly Block[],
  index: number,
  quoted: readonly string[],
): boolean {
  if (quoted.length === 0) return false;
  const block = blocks[index];
  if (block === undefined || block.text.length > MAX_TITLE_LENGTH || block.marker !== undefined)
    return false;
  const key = nameKey(block.text);
  return (
    key.length >= 4 &&
    quoted.some(
      (name) => name === key || (name.startsWith(key) && startsWithRest(blocks, index, name)),
    )
  );
}

/** A quoted name broken over two or three lines. */
function startsWithRest(blocks: readonly Block[], index: number, name: string): boolean {
  let key = '';
  for (let i = index; i < Math.min(index + 4, blocks.length); i += 1) {
    key += nameKey(blocks[i]?.text ?? '');
    if (key === name || (key.startsWith(name) && key.length <= name.length + 12)) return true;
    if (!name.startsWith(key)) return false;
  }
  return false;
}

function readInnerHead(
  blocks: readonly Block[],
  from: number,
  roles: Roles,
  quoted: readonly string[],
): { readonly title: Title; readonly next: number } | undefined {
  if (blocks[from]?.marker?.style === 'attachment') return undefined;
  const title = readTitle(blocks, from);
  if (title === undefined || !(title.certain || isQuotedTitle(blocks, from, quoted)))
    return undefined;
  for (let k = title.from; k < title.to; k += 1) roles[k] = 'title';
  const head = readHead(blocks, title.to, roles);
  return { title, next: head.title === undefined ? head.next : title.to };
}

const NOTE =
  /^[([【](?:此件|此文|本文|联系|内部|主动公开|依申请|抄送|信息公开|附件|公开)[^()[\]【】]{0,60}[)\]】]$/;
const MAX_SIGNATURE_LINES = 12;
const MAX_SIGNATURE_LENGTH = 40;

/** Marks a date that stands alone with the names above it and the notes below; the index after them, or `index` for none. */
function markSignature(blocks: readonly Block[], index: number, roles: Roles): number {
  const block = blocks[index];
  if (block === undefined || roles[index] !== undefined) return index;
  if (NOTE.test(block.text)) {
    roles[index] = 'note';
    return index;
  }
  if (!isDateOnly(block.text) && !SIGNED_LINE.test(block.text)) return index;
  const from = findSignatureStart(blocks, index, roles);
  if (from === index && isDateOnly(block.text) && !/[日)]$/.test(block.text)) return index;
  for (let i = from; i < index; i += 1) roles[i] = 'signature';
  roles[index] = isDateOnly(block.text) ? 'date' : 'signature';
  let next = index + 1;
  while (NOTE.test(blocks[next]?.text ?? '')) {
    roles[next] = 'note';
    next += 1;
  }
  return next;
}

/** Body and date in one line: 国务院 2015年7月1日. */
const SIGNED_LINE =
  /^[\u4e00-\u9fff ]{2,30}(?:院|府|厅|局|部|委|会|办|室|署|行) {1,20}(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日$/;

function findSignatureStart(blocks: readonly Block[], date: number, roles: Roles): number {
  let from = date;
  let named = date;
  while (from > 0 && date - from < MAX_SIGNATURE_LINES) {
    const block = blocks[from - 1];
    if (block === undefined || roles[from - 1] !== undefined || block.marker !== undefined) break;
    if (block.text.length > MAX_SIGNATURE_LENGTH || /[。;:!?,]/.test(block.text)) break;
    from -= 1;
    if (readBodies(block.text).length > 0 || /^[\u4e00-\u9fff ]+$/.test(block.text)) named = from;
  }
  const first = blocks[named];
  const whole = blocks
    .slice(named, date)
    .map((block) => block.text)
    .join('');
  return first !== undefined &&
    (readBodies(whole).length > 0 ||
      readBodies(first.text).length > 0 ||
      /[部委局厅办院会]/.test(whole))
    ? named
    : date;
}

/** 版记: who else gets the document, and when it was printed. */
const IMPRINT =
  /^(?:抄送|抄报|主送|分送|印发) ?:|^[\u4e00-\u9fff ]{2,40} *(?:19|20)\d{2}年\d{1,2}月\d{1,2}日 ?印(?:发|制)?$/;

function markMetadata(blocks: readonly Block[], index: number, roles: Roles): void {
  const text = blocks[index]?.text ?? '';
  if (text.length > 320) return;
  if (IMPRINT.test(text)) roles[index] = 'note';
  const entries = readMetadataEntries(text);
  if (
    entries.length >= 2 ||
    (entries.length === 1 &&
      /^(?:索 ?引 ?号|发文机关|发文字号|成文日期|标 +题|时 +效|发布日期)/.test(text))
  )
    roles[index] = 'metadata';
}

/** 附件：1.… with the numbered lines after it names attachments; the attachments themselves begin with 附件1 alone on a line. */
function markAttachmentLists(blocks: readonly Block[], roles: Roles): void {
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i];
    if (block?.marker?.style !== 'attachment' || roles[i] !== undefined) continue;
    const rest = block.text.slice(block.marker.skip);
    if (
      !/^附 ?件 ?\d? ?:/.test(block.text) ||
      rest === '' ||
      rest.length > 200 ||
      !isFollowedBySignature(blocks, i, roles)
    )
      continue;
    roles[i] = 'attachment-list';
    for (
      let k = i + 1;
      /^\d{1,2} ?[.、]/.test(blocks[k]?.text ?? '') && roles[k] === undefined;
      k += 1
    )
      roles[k] = 'attachment-list';
  }
}

/** An attachment list stands above the signature, or at the end, or above the first attachment. */
function isFollowedBySignature(blocks: readonly Block[], index: number, roles: Roles): boolean {
  let i = index + 1;
  while (
    /^\d{1,2} ?[.、][^。]{2,80}$|^附 ?件 ?\d{1,2} ?:/.test(blocks[i]?.text ?? '') &&
    roles[i] === undefined
  )
    i += 1;
  const next = blocks[i];
  return next === undefined || roles[i] !== undefined || next.marker?.style === 'attachment';
}
