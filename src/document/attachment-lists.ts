/**
 * Attachment lists: 附件：1.… 2.… below the body, which name the attachments and are no attachments themselves.
 *
 * @module
 */
import type { Block } from './blocks';
import type { FrameRoles } from './frame-roles';

const NAMED = /^附 ?件 ?\d{0,2} ?:/;
const ITEM = /^\d{1,2} ?[.、][^。]{2,120}$/;
const MAX_ENTRY = 200;
/** Longest list looked through. */
const MAX_ITEMS = 60;

/** Marks the lists of attachments: numbered names above the signature, the end or the first attachment. Linear. */
export function markAttachmentLists(blocks: readonly Block[], roles: FrameRoles): void {
  for (let i = 0; i < blocks.length; i += 1) {
    if (!beginsList(blocks, i, roles)) continue;
    const to = findListEnd(blocks, i, roles);
    if (!isClosed(blocks, to, roles)) continue;
    for (let k = i; k < to; k += 1) roles[k] = 'attachment-list';
    i = to - 1;
  }
}

function beginsList(blocks: readonly Block[], index: number, roles: FrameRoles): boolean {
  const block = blocks[index];
  if (block?.marker?.style !== 'attachment' || roles[index] !== undefined) return false;
  if (!NAMED.test(block.text) || block.text.length > MAX_ENTRY) return false;
  const alone = block.text.length === block.marker.skip;
  return !alone || ITEM.test(blocks[index + 1]?.text ?? '');
}

function findListEnd(blocks: readonly Block[], index: number, roles: FrameRoles): number {
  let to = index + 1;
  while (to - index < MAX_ITEMS && roles[to] === undefined && isItem(blocks[to])) to += 1;
  return to;
}

function isItem(block: Block | undefined): boolean {
  if (block === undefined || block.text.length > MAX_ENTRY) return false;
  return (
    ITEM.test(block.text) ||
    (NAMED.test(block.text) && block.text.length > (block.marker?.skip ?? 0))
  );
}

/** A list stands above the signature, or at the end, or above the first attachment. */
function isClosed(blocks: readonly Block[], to: number, roles: FrameRoles): boolean {
  const next = blocks[to];
  return next === undefined || roles[to] !== undefined || next.marker?.style === 'attachment';
}
