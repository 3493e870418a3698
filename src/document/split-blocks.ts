/**
 * Splits: blocks in which the source lost a line break around an element of the frame, 〔2015〕40号各省、… or
 * 。国务院2015年7月1日.
 *
 * @module
 */
import { type Block, sliceBlock } from './blocks';
import { readBodies } from './bodies';
import { MAX_DOCUMENT_NUMBER, readDocumentNumber } from './document-number';
import { endsInOneOf } from './text-ends';

/** The blocks with lost line breaks restored, in order. Linear. */
export function splitGluedBlocks(blocks: readonly Block[]): readonly Block[] {
  const split: Block[] = [];
  for (const block of blocks) {
    if (isSuspect(block.text)) split.push(...splitBlock(block));
    else split.push(block);
  }
  return split;
}

/** A quick look that leaves out nearly all blocks: none of the splits below happens without one of these. */
function isSuspect(text: string): boolean {
  return (
    endsInOneOf(text, '日)') ||
    /^(?:\([此本]|各位|同志)/.test(text) ||
    text.slice(0, MAX_DOCUMENT_NUMBER).includes('号') ||
    text.slice(0, PUBLICATION_REACH).includes('来源') ||
    (text.includes('索') && INDEX.test(text))
  );
}

function splitBlock(block: Block): readonly Block[] {
  return splitDocumentNumber(block)
    .flatMap(splitNote)
    .flatMap(splitIndex)
    .flatMap(splitSignature)
    .flatMap(splitPublication);
}

/** A sentence that speaks of a document by its number, 根据国发〔2020〕99号文件精神,…: what stands before the number, and behind it. */
const SPEAKS_OF = /^(?:根据|按照|依据|依照|为|落实|贯彻|执行|参照|经|以|由|自|在|对|将|现将|转发)/;
const SPOKEN_OF = /^ ?(?:[文件)]|精神|要求|规定|通知|意见|和|及|与|等|中|的|[,、。;:])/;

function splitDocumentNumber(block: Block): readonly Block[] {
  const { text } = block;
  const number = readDocumentNumber(text);
  if (number === undefined || number.length === text.length) return [block];
  if (SPEAKS_OF.test(number) || SPOKEN_OF.test(text.slice(number.length, number.length + 4)))
    return [block];
  return cut(block, [number.length]);
}

/** A note about publication or the opening of a speech that further lines were glued to. */
const LEADING_NOTE = /^(?:\((?:此件|本文|此文)[^()]{2,20}\)|(?:各位代表|同志们):)(?=.)/;

function splitNote(block: Block): readonly Block[] {
  const length = LEADING_NOTE.exec(block.text.slice(0, 30))?.[0].length;
  return length === undefined ? [block] : cut(block, [length]);
}

/** A body, a date and perhaps a note in brackets after a full stop at the end. */
const SIGNATURE =
  /(?<=[。)])([\u4e00-\u9fff ]{2,40})((?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)(\([^()]{2,24}\))?$/;
const SIGNATURE_REACH = 100;

function splitSignature(block: Block): readonly Block[] {
  const { text } = block;
  const from = Math.max(0, text.length - SIGNATURE_REACH);
  const match = SIGNATURE.exec(text.slice(from));
  if (
    match === null ||
    match.index + from === 0 ||
    readBodies((match[1] ?? '').trim()).length === 0
  )
    return [block];
  const body = from + match.index;
  const date = body + (match[1] ?? '').length;
  const note = date + (match[2] ?? '').length;
  return cut(block, note < text.length ? [body, date, note] : [body, date]);
}

/** Longest title with time and source behind it, in code units. */
const PUBLICATION_REACH = 160;
/** Time and source that a web page put behind a title: …管理规定2022年01月04日 10:02 来源: …. */
const PUBLICATION = /(?<=\D)(?:19|20)\d{2}[年-]\d{1,2}[月-]\d{1,2}日? \d{1,2}:\d{2} {0,4}来源/;

function splitPublication(block: Block): readonly Block[] {
  const at = PUBLICATION.exec(block.text.slice(0, PUBLICATION_REACH))?.index;
  return at === undefined ? [block] : cut(block, [at]);
}

const INDEX = /索 ?引 ?号 ?: ?\d/;

/** The index entries of a web page at the end of a block: …务实有序推进。索 引 号: 000014349/2015-00112 …. */
function splitIndex(block: Block): readonly Block[] {
  const at = block.text.search(INDEX);
  return at <= 0 ? [block] : cut(block, [at]);
}

function cut(block: Block, places: readonly number[]): readonly Block[] {
  const bounds = [0, ...places, block.text.length];
  const parts: Block[] = [];
  for (let i = 0; i + 1 < bounds.length; i += 1) {
    const part = sliceBlock(block, bounds[i] ?? 0, bounds[i + 1] ?? 0);
    if (part !== undefined)
      parts.push({ ...part, blanksAfter: i + 2 < bounds.length ? 0 : block.blanksAfter });
  }
  return parts;
}
