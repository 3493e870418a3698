/**
 * Attachment titles: the short lines below 附件1 that name the attachment.
 *
 * @module
 */
import type { Block } from './blocks';
import type { Frame } from './frame';

/** Lines that the title of an attachment can have. */
const MAX_LINES = 3;
const MAX_LINE = 60;
/** What the titles of attachments end in. */
const TITLE_END = /[表单书案则法南明划释准求式录点标目料函]$/;
/** The head of a table is no title. */
const TABLE_HEAD = /^序 ?号|\S {2,}\S/;

/** The index of the last block of the title below the marker at `index`; `index` itself where there is none. */
export function findAttachmentTitleEnd(
  blocks: readonly Block[],
  index: number,
  { roles }: Frame,
): number {
  let last = index;
  while (
    last - index < MAX_LINES &&
    roles[last + 1] === undefined &&
    isTitleLine(blocks[last + 1])
  ) {
    last += 1;
    if (TITLE_END.test(blocks[last]?.text ?? '')) break;
  }
  return last;
}

function isTitleLine(block: Block | undefined): boolean {
  if (block === undefined || block.marker !== undefined || block.text.length > MAX_LINE)
    return false;
  if (TABLE_HEAD.test(block.text) || /[。;:!?,|\t]/.test(block.text)) return false;
  return /[\u4e00-\u9fff]{2}/.test(block.text);
}
