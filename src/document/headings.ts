/**
 * Headings: whether a block is a heading, a heading that runs into its paragraph, or a paragraph.
 *
 * @module
 */
import type { Block } from './blocks';
import type { Marker } from './markers';
import { isCrossReference } from './markers';

/** What a block is. Offsets count in the block's text. */
export type BlockDecision =
  | { readonly kind: 'paragraph' }
  /** The whole block is a heading; `doubtful` where it might as well be an item without a full stop. */
  | {
      readonly kind: 'heading';
      readonly marker: Marker | undefined;
      readonly headingEnd: number;
      readonly doubtful: boolean;
    }
  /** A heading up to `headingEnd`, then body from `bodyStart`. An empty heading is a numbered paragraph. */
  | {
      readonly kind: 'run-in';
      readonly marker: Marker;
      readonly headingEnd: number;
      readonly bodyStart: number;
    };

/** Longest bare heading, in code units; above DOUBTFUL it is reported. */
const MAX_HEADING = 64;
const DOUBTFUL = 46;
/** Longest heading that runs into its paragraph. */
const MAX_RUN_IN = 42;
/** Longest single sentence with a full stop that is a heading: （二）基本原则。 */
const MAX_CLOSED_HEADING = 36;

/** Words of a full sentence: what has them lays something down and is no heading. */
const SENTENCE = /应当|不得|必须|可以|是指|以下简称|现将|属于|起施行|之一|视为|有权|处以|的,/;

const PARAGRAPH: BlockDecision = { kind: 'paragraph' };

/**
 * What a block is, by its own words and its neighbours. `inArticle` says that it stands within an article of a statute,
 * where numbered lines are items, not headings. Constant time but for the block's first sentence.
 */
export function decideBlock(
  block: Block,
  previous: Block | undefined,
  next: Block | undefined,
  inArticle: boolean,
): BlockDecision {
  const { marker } = block;
  if (marker === undefined) return decideUnmarked(block, previous, next);
  switch (marker.kind) {
    case 'part':
    case 'chapter':
    case 'section':
      return decideDivision(block, marker);
    case 'article':
      return decideArticle(block, marker);
    case 'attachment':
      return decideAttachment(block, marker);
    case 'box':
      return decideBox(block, marker);
    case 'paragraph':
    case 'item':
      return isCrossReference(block.text, marker.length) ? PARAGRAPH : numbered(marker);
    case 'level':
    case 'heading':
    case 'document':
      return decideLevel(block, marker, next, inArticle);
  }
}

function decideDivision(block: Block, marker: Marker): BlockDecision {
  const { text } = block;
  if (isCrossReference(text, marker.length)) return PARAGRAPH;
  const rest = text.slice(marker.skip);
  if (rest.length <= MAX_HEADING && !/[。;]/.test(rest)) return toHeading(block, marker);
  return decideRunIn(block, marker);
}

const CAPTION = /^(?:\([^()]{2,30}\)|【[^【】]{2,30}】|\[[^[\]]{2,30}\])/;

function decideArticle(block: Block, marker: Marker): BlockDecision {
  const { text } = block;
  if (isCrossReference(text, marker.length)) return PARAGRAPH;
  const caption = CAPTION.exec(text.slice(marker.skip))?.[0].length ?? 0;
  const headingEnd = marker.skip + caption;
  return { kind: 'run-in', marker, headingEnd, bodyStart: headingEnd };
}

/** What the title of a box ends in, where its body was glued to it: 专栏1 数据治理工程建立…。 */
const BOX_TITLE = /^.{2,28}?(?:工程|行动|计划|任务|指标|项目|专项|清单|重点)(?=[\u4e00-\u9fff])/;

function decideBox(block: Block, marker: Marker): BlockDecision {
  const rest = block.text.slice(marker.skip);
  if (rest === '') return PARAGRAPH;
  if (rest.length <= MAX_HEADING && !rest.includes('。')) return toHeading(block, marker);
  const title = BOX_TITLE.exec(rest)?.[0].length ?? 0;
  const headingEnd = marker.skip + title;
  return { kind: 'run-in', marker, headingEnd, bodyStart: headingEnd };
}

function decideAttachment(block: Block, marker: Marker): BlockDecision {
  const rest = block.text.slice(marker.skip);
  return rest.length <= MAX_HEADING && !/[。;,]/.test(rest) ? toHeading(block, marker) : PARAGRAPH;
}

function decideLevel(
  block: Block,
  marker: Marker,
  next: Block | undefined,
  inArticle: boolean,
): BlockDecision {
  const rest = block.text.slice(marker.skip);
  if (inArticle || marker.style === 'latin') return numbered(marker);
  const stop = rest.search(/[。!?;]/);
  if (stop === -1) return decideOpen(block, marker, rest);
  if (rest[stop] === ';') return numbered(marker);
  if (stop === rest.length - 1 && findEarlyColon(rest) === -1)
    return decideClosed(block, marker, rest, next);
  return decideRunIn(block, marker);
}

/** No full stop: a heading, unless it is long, or an item that ends in a comma or introduces a list. */
function decideOpen(block: Block, marker: Marker, rest: string): BlockDecision {
  if (rest.length > MAX_HEADING || /[,、]$/.test(rest)) return numbered(marker);
  if (rest.endsWith(':'))
    return rest.length <= 24 && !SENTENCE.test(rest) ? toHeading(block, marker) : numbered(marker);
  if (SENTENCE.test(rest) && rest.length > 20) return numbered(marker);
  return toHeading(block, marker, rest.length > DOUBTFUL);
}

/** One sentence with its full stop: a heading where what follows can be its body, an item where it is followed by its like. */
function decideClosed(
  block: Block,
  marker: Marker,
  rest: string,
  next: Block | undefined,
): BlockDecision {
  const sibling = next?.marker?.style === marker.style;
  const ends = next === undefined;
  if (rest.length > MAX_CLOSED_HEADING || sibling || ends || SENTENCE.test(rest))
    return numbered(marker);
  const opens = next.marker === undefined || next.marker.rank > marker.rank;
  return opens ? toHeading(block, marker) : numbered(marker);
}

function decideRunIn(block: Block, marker: Marker): BlockDecision {
  const rest = block.text.slice(marker.skip);
  const stop = findGap(rest) ?? findRunInEnd(rest);
  if (stop === -1) return numbered(marker);
  return {
    kind: 'run-in',
    marker,
    headingEnd: marker.skip + stop,
    bodyStart: marker.skip + stop + 1,
  };
}

/** A name of a chapter that only a space parts from its paragraph: 2024年工作安排 今年…. */
const NAME_BEFORE_GAP =
  /^[^。!?;:,、 ]{2,24}(?:回顾|安排|要求|目标|任务|措施|原则|思路|自身建设)(?= [\u4e00-\u9fff\d])/;

function findGap(rest: string): number | undefined {
  const start = rest.slice(0, MAX_RUN_IN);
  return start.includes(' ') ? NAME_BEFORE_GAP.exec(start)?.[0].length : undefined;
}

/** Where the colon stands that ends a short name, `发展目标:到2025年…`, or −1. */
function findEarlyColon(rest: string): number {
  const colon = rest.slice(0, 17).indexOf(':');
  return colon > 1 && !/[,、]/.test(rest.slice(0, colon)) ? colon : -1;
}

/** Where the heading of `强化监测。以…` ends, or −1. A colon ends it only early: `发展目标:到2025年…`. */
function findRunInEnd(rest: string): number {
  const stop = rest.slice(0, MAX_RUN_IN + 1).search(/[。!?]/);
  const colon = findEarlyColon(rest);
  if (colon !== -1 && (stop === -1 || colon < stop)) return colon;
  if (stop <= 1 || SENTENCE.test(rest.slice(0, stop)) || /[;:]/.test(rest.slice(0, stop)))
    return -1;
  return (rest.slice(0, stop).match(/,/g)?.length ?? 0) <= 3 ? stop : -1;
}

/** A heading without a number: short, without a full stop, above a paragraph or a numbered heading. */
function decideUnmarked(
  block: Block,
  previous: Block | undefined,
  next: Block | undefined,
): BlockDecision {
  const { text, first } = block;
  const marked = first.headingMark > 0 || first.bold;
  if (marked && text.length <= MAX_HEADING && !/[。;]$/.test(text)) return toUnmarkedHeading(text);
  if (next !== undefined && (isNamedHeading(text) || isQuestionHeading(text)))
    return toUnmarkedHeading(text);
  if (next === undefined || !UNMARKED.test(text) || UNLIKELY.test(text)) return PARAGRAPH;
  const above =
    previous === undefined ||
    /[。!?;:”)]$/.test(previous.text) ||
    previous.marker !== undefined ||
    previous.text.length > MAX_HEADING;
  const below =
    next.text.length >= 50 ||
    (text.length <= 16 && next.text.length >= 24 && next.text.endsWith('。')) ||
    (next.marker !== undefined && next.marker.kind !== 'box' && next.marker.ordinal === 1);
  return above && below ? toUnmarkedHeading(text) : PARAGRAPH;
}

/** Headings that have no number by custom. */
const NAMED = /^(?:前 *言|序 *言|引 *言|注 *释|名词解释|后 *记|结 *语|附 *则|编制说明|起草说明)$/;
const QUESTION = /^(?:问题?|来信内容|回复|答复?|回复内容):$/;

/** Whether a text is a heading that has no number by custom, 前言 or 注释. */
export function isNamedHeading(text: string): boolean {
  return NAMED.test(text);
}

/** Whether a text stands above a question from the public or its answer. */
export function isQuestionHeading(text: string): boolean {
  return QUESTION.test(text);
}

const UNMARKED = /^(?=.{0,30}[\u4e00-\u9fff]{2})[^。!?;:,|\t]{2,36}$/;
const UNLIKELY =
  /^(?:图|表)(?: ?\d| )|^[—─-]|^\d+$|^\(|^[a-z]|如下$|^注 ?\d?$|^(?:联系人|电话|邮箱|地址|序号|单位|抄送)|^谢谢|[、（(]$|\/T ?\d|\d{8}/;

function toUnmarkedHeading(text: string): BlockDecision {
  return { kind: 'heading', marker: undefined, headingEnd: text.length, doubtful: false };
}

function toHeading(block: Block, marker: Marker, doubtful = false): BlockDecision {
  return { kind: 'heading', marker, headingEnd: block.text.length, doubtful };
}

function numbered(marker: Marker): BlockDecision {
  return { kind: 'run-in', marker, headingEnd: marker.skip, bodyStart: marker.skip };
}

/** Where a heading ends without its full stop or colon; without a number the colon belongs to it: 问题：. */
export function trimHeadingEnd(text: string, end: number, marker: Marker | undefined): number {
  const closing = marker === undefined ? /。/ : /[。:]/;
  return closing.test(text[end - 1] ?? '') ? end - 1 : end;
}
