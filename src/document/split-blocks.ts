/**
 * Splits: blocks in which the source lost a line break, 。四、… or 〔2015〕40号各省、… or 。国务院2015年7月1日.
 *
 * @module
 */
import { type Block, sliceBlock } from './blocks';
import { type MarkerStyle, readMarker } from './markers';
import { readBodies, readDocumentNumber } from './metadata';

/** The blocks with lost line breaks restored, in order. Linear. */
export function splitGluedBlocks(blocks: readonly Block[]): readonly Block[] {
  const ordinals = new Map<MarkerStyle, number>();
  return blocks
    .flatMap(splitDocumentNumber)
    .flatMap(splitNote)
    .flatMap(splitSignature)
    .flatMap((block) => splitMarkers(block, ordinals));
}

function splitDocumentNumber(block: Block): readonly Block[] {
  const number = readDocumentNumber(block.text);
  if (number === undefined || number.length === block.text.length) return [block];
  return cut(block, [number.length]);
}

/** A note about publication that further lines were glued to. */
const LEADING_NOTE = /^\((?:此件|本文|此文)[^()]{2,20}\)(?=.)/;

function splitNote(block: Block): readonly Block[] {
  const length = LEADING_NOTE.exec(block.text.slice(0, 30))?.[0].length;
  return length === undefined ? [block] : cut(block, [length]);
}

/** A body, a date and perhaps a note in brackets after a full stop at the end. */
const SIGNATURE =
  /(?<=[。)])([\u4e00-\u9fff ]{2,40}?)((?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)(\([^()]{2,24}\))?$/;
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

/** Where a marker may have been glued on: after a full stop or semicolon, closing marks and spaces included. */
const GLUE = /[。;][”’)“]? {0,4}(?=[第(一二三四五六七八九十])/g;
/** An article glued to the heading of its chapter: 第一章 总则第一条 …. */
const GLUED_ARTICLE = /^第[^ ]{1,6}章 [^第]{2,20}(?=第[一二三四五六七八九十百]{1,5}条 )/;

/**
 * A marker in the middle of a block begins a new one where it counts on from the last marker of its style: the ordinal is
 * what tells a lost line break from an enumeration within a sentence.
 */
function splitMarkers(block: Block, ordinals: Map<MarkerStyle, number>): readonly Block[] {
  note(block.text, ordinals);
  const cuts: number[] = [];
  for (const at of findGluePlaces(block)) {
    const marker = readMarker(block.text.slice(at, at + 24));
    if (marker?.ordinal === undefined || !countsOn(block, marker.style, marker.ordinal, ordinals))
      continue;
    ordinals.set(marker.style, marker.ordinal);
    cuts.push(at);
  }
  return cuts.length === 0 ? [block] : cut(block, cuts);
}

function findGluePlaces({ text, marker }: Block): readonly number[] {
  const article = marker?.kind === 'chapter' ? GLUED_ARTICLE.exec(text) : null;
  const places = [...text.matchAll(GLUE)].map((match) => match.index + match[0].length);
  return article === null ? places : [article[0].length, ...places];
}

function countsOn(
  block: Block,
  style: MarkerStyle,
  ordinal: number,
  ordinals: Map<MarkerStyle, number>,
): boolean {
  if (style === 'paren-han' && block.marker?.style !== 'paren-han') return false;
  return ordinals.get(style) === ordinal - 1;
}

function note(text: string, ordinals: Map<MarkerStyle, number>): void {
  const marker = readMarker(text);
  if (marker?.ordinal !== undefined) ordinals.set(marker.style, marker.ordinal);
}

/** Where a part ends without the stray opening quote that stood between it and the next. */
function trimOpenQuote(text: string, end: number): number {
  return end < text.length && text[end - 1] === '“' ? end - 1 : end;
}

function cut(block: Block, places: readonly number[]): readonly Block[] {
  const bounds = [0, ...places, block.text.length];
  const parts: Block[] = [];
  for (let i = 0; i + 1 < bounds.length; i += 1) {
    const part = sliceBlock(block, bounds[i] ?? 0, trimOpenQuote(block.text, bounds[i + 1] ?? 0));
    if (part !== undefined)
      parts.push({ ...part, blanksAfter: i + 2 < bounds.length ? 0 : block.blanksAfter });
  }
  return parts;
}
