/**
 * Tail: what stands below the body of a document: signature, date, notes, contacts, imprint.
 *
 * @module
 */
import type { Block } from './blocks';
import { readBodies } from './bodies';
import { isDateOnly } from './dates';
import type { FrameRoles } from './frame-roles';
import { isImprint } from './imprint';
import { endsInOneOf } from './text-ends';

const NOTE =
  /^[([【](?:此件|此文|本文|来源|联系|内部|主动公开|依申请|抄送|信息公开|附件|公开)[^()[\]【】]{0,60}[)\]】]$/;
const MAX_SIGNATURE_LINES = 12;
const MAX_SIGNATURE_LENGTH = 40;

/** Marks a date that stands alone with the names above it and the notes below; the index after them, or `index` for none. */
export function markSignature(blocks: readonly Block[], index: number, roles: FrameRoles): number {
  const text = blocks[index]?.text;
  if (text === undefined || text.length > 90 || roles[index] !== undefined) return index;
  if (NOTE.test(text)) {
    roles[index] = 'note';
    return index;
  }
  if (!isDateOnly(text) && !isSignedLine(text)) return index;
  const from = findSignatureStart(blocks, index, roles);
  if (from === index && isDateOnly(text) && !/[日)]$/.test(text)) return index;
  for (let i = from; i < index; i += 1) roles[i] = 'signature';
  roles[index] = isDateOnly(text) ? 'date' : 'signature';
  return markNotes(blocks, index + 1, roles);
}

/** Notes, and a second date: signed on one day, published on another. */
function markNotes(blocks: readonly Block[], from: number, roles: FrameRoles): number {
  let next = from;
  while (isTailNote(blocks[next]?.text ?? '')) {
    roles[next] = 'note';
    next += 1;
  }
  return next;
}

function isTailNote(text: string): boolean {
  return (
    NOTE.test(text) ||
    (text.length <= 24 && /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?:签发|发布|印发)$/.test(text))
  );
}

/** Body and date in one line: 国务院 2015年7月1日; or a date with what was done then: 2018年7月30日签发. */
const SIGNED_LINE =
  /^(?:[\u4e00-\u9fff ]{2,30}(?:院|府|厅|局|部|委|会|办|室|署|行) {1,20})?(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日(?:签发)?$/;

function isSignedLine(text: string): boolean {
  return endsInOneOf(text, '日发') && SIGNED_LINE.test(text);
}

/** Where the names above a date begin. Looks at twelve blocks at most. */
function findSignatureStart(blocks: readonly Block[], date: number, roles: FrameRoles): number {
  let from = date;
  let named = date;
  while (from > 0 && date - from < MAX_SIGNATURE_LINES) {
    const block = blocks[from - 1];
    if (block === undefined || roles[from - 1] !== undefined || block.marker !== undefined) break;
    if (block.text.length > MAX_SIGNATURE_LENGTH || /[。;:!?,]/.test(block.text)) break;
    from -= 1;
    if (readBodies(block.text).length > 0 || /^[\u4e00-\u9fff ]+$/.test(block.text)) named = from;
  }
  return isSignature(blocks.slice(named, date)) ? named : date;
}

function isSignature(blocks: readonly Block[]): boolean {
  const first = blocks[0];
  if (first === undefined) return false;
  const whole = blocks.map((block) => block.text).join('');
  return (
    readBodies(whole).length > 0 ||
    readBodies(first.text).length > 0 ||
    /[部委局厅办院会]/.test(whole)
  );
}

/** 版记: who else gets the document, and when it was printed. */
const COPIES = /^(?:抄送|抄报|主送|分送|印发) ?:/;
/** How many blocks the list of who gets a copy can run over. */
const MAX_COPIES = 6;

/** Marks the imprint that begins at a block: 抄送 with its continuation down to the line of printing. */
export function markImprint(blocks: readonly Block[], index: number, roles: FrameRoles): void {
  const text = blocks[index]?.text ?? '';
  if (text.length > 400) return;
  if (isPrinted(text)) roles[index] = 'note';
  if (!COPIES.test(text)) return;
  const to = findImprintEnd(blocks, index);
  for (let i = index; i < to; i += 1) roles[i] ??= 'note';
}

function findImprintEnd(blocks: readonly Block[], index: number): number {
  const limit = Math.min(blocks.length, index + MAX_COPIES);
  for (let i = index; i < limit; i += 1) if (isPrinted(blocks[i]?.text ?? '')) return i + 1;
  return limit === blocks.length && blocks.slice(index).every(({ text }) => text.length <= 120)
    ? limit
    : index + 1;
}

function isPrinted(text: string): boolean {
  return endsInOneOf(text, '印发制') && isImprint(text);
}

const CONTACT_KEY =
  /^(?:[\u4e00-\u9fff]{0,6}(?:联系人|联系方式|电 ?话|传 ?真|邮 ?箱|邮 ?编)|联 系 人|邮政编码|电子邮件|E-?mail|[\u4e00-\u9fff]{0,4}地 ?址|网 ?址|技术支持单位)[\u4e00-\u9fff]{0,8}:[^。;]{0,100}$/i;
const TELEPHONE = /(?<!\d)(?:\d{3,4}-\d{7,8}|1[3-9]\d{9})(?!\d)/;
const EMAIL = /^[\w.-]{2,30}@[\w.-]{3,40}$/;
const MAX_CONTACT = 110;

/** Whether a block tells whom to ask: a name with a telephone number, an address, and no sentence. */
export function isContact({ text, marker }: Block): boolean {
  if (
    text.length > MAX_CONTACT ||
    marker !== undefined ||
    text.includes('\t') ||
    text.includes('|')
  )
    return false;
  if (text.includes(':') && CONTACT_KEY.test(text)) return true;
  return text.length <= 60 && !/[。;,]/.test(text) && (isNumbered(text) || EMAIL.test(text));
}

/** A name with a telephone number; a number alone is a cell of a table. */
function isNumbered(text: string): boolean {
  return TELEPHONE.test(text) && /[\u4e00-\u9fff]{2}/.test(text);
}
