/**
 * Frame: what stands around the body of a document and is no passage, and where documents begin.
 *
 * @module
 */
import { markAttachmentLists } from './attachment-lists';
import type { Block } from './blocks';
import type { FrameRole, FrameRoles } from './frame-roles';
import { isSpeechOpening, readHead } from './head';
import { readMetadataEntries } from './metadata-entries';
import { isContact, markImprint, markSignature } from './tail';
import { isQuotedTitle, readQuotedNames, readTitle, type Title } from './title';

/** The frame of a text: a role for the blocks that have one, and where documents begin. */
export interface Frame {
  /** By block index; undefined for body text. */
  readonly roles: readonly (FrameRole | undefined)[];
  readonly title: Title | undefined;
  /** Titles of documents inside the covering notice, in order. */
  readonly innerTitles: readonly Title[];
}

/** The frame of the blocks of a text. Linear. */
export function readFrame(blocks: readonly Block[]): Frame {
  const roles: FrameRoles = new Array<FrameRole | undefined>(blocks.length).fill(undefined);
  const head = readHead(blocks, 0, roles);
  const quoted = head.title === undefined ? [] : readQuotedNames(head.title.text);
  const innerTitles = markBody(blocks, head.next, { roles, quoted });
  markAttachmentLists(blocks, roles);
  return { roles, title: head.title, innerTitles };
}

interface FrameState {
  readonly roles: FrameRoles;
  /** Names of the documents that the title announces. */
  readonly quoted: readonly string[];
}

/** Marks what stands between and below the paragraphs; the titles of documents that begin there. */
function markBody(blocks: readonly Block[], from: number, state: FrameState): readonly Title[] {
  const titles: Title[] = [];
  for (let i = from; i < blocks.length; i += 1) {
    const signatureEnd = markSignature(blocks, i, state.roles);
    const begins = signatureEnd > i || isQuotedTitle(blocks, i, state.quoted);
    const inner = begins ? readInnerHead(blocks, Math.max(signatureEnd, i), state) : undefined;
    if (inner !== undefined) {
      titles.push(inner.title);
      i = inner.next - 1;
    } else if (signatureEnd > i) i = signatureEnd - 1;
    else markLine(blocks, i, state.roles);
  }
  return titles;
}

function readInnerHead(
  blocks: readonly Block[],
  from: number,
  { roles, quoted }: FrameState,
): { readonly title: Title; readonly next: number } | undefined {
  if (blocks[from]?.marker?.style === 'attachment') return undefined;
  const title = readTitle(blocks, from);
  if (title === undefined || !(title.certain || isQuotedTitle(blocks, from, quoted)))
    return undefined;
  for (let k = title.from; k < title.to; k += 1) roles[k] = 'title';
  const head = readHead(blocks, title.to, roles);
  return { title, next: head.title === undefined ? head.next : title.to };
}

/** Blocks after which nobody is addressed any more. */
const MAX_OPENING = 40;
const INDEX_KEY =
  /^(?:索 ?引 ?号|发文机关|发文字号|成文日期|标 +题|时 +效|发布日期)|^来 ?源 ?: ?\S{2,30}$/;

function markLine(blocks: readonly Block[], index: number, roles: FrameRoles): void {
  const block = blocks[index];
  if (block === undefined || roles[index] !== undefined) return;
  if (index < MAX_OPENING && isSpeechOpening(block)) roles[index] = 'addressee';
  else if (isContact(block)) roles[index] = 'note';
  else if (isIndexLine(block)) roles[index] = 'metadata';
  else markImprint(blocks, index, roles);
}

/** A line of the index table of a web page. */
function isIndexLine({ text }: Block): boolean {
  if (text.length > 320) return false;
  const { length } = readMetadataEntries(text);
  return length >= 2 || (length === 1 && INDEX_KEY.test(text));
}
