/**
 * Head: what stands above the body of a document, from the issuing bodies in red to the addressee.
 *
 * @module
 */
import type { Block } from './blocks';
import { readBodies } from './bodies';
import { isDateOnly } from './dates';
import { readDocumentNumber } from './document-number';
import type { FrameRole, FrameRoles } from './frame-roles';
import { readMetadataEntries } from './metadata-entries';
import { readOrderNumber } from './order-number';
import { isPassedLine } from './passed-lines';
import { isSameName, readTitle, type Title } from './title';

/** The head of a document. */
export interface Head {
  readonly title: Title | undefined;
  /** Index of the first block after it. */
  readonly next: number;
}

/** Blocks that a head can have at most; beyond it there is body. */
const MAX_HEAD = 40;

/**
 * The head that begins at a block; its roles are written into `roles`. A title that repeats the first with more around it,
 * as a notice around the name of a plan on a web page, takes its place. Reads at most forty blocks.
 */
export function readHead(blocks: readonly Block[], from: number, roles: FrameRoles): Head {
  let title: Title | undefined;
  let i = from;
  for (; i < Math.min(blocks.length, from + MAX_HEAD); i += 1) {
    const length = markHeadBlocks(blocks, i, {
      roles,
      titled: title !== undefined,
      position: i - from,
    });
    if (length > 0) {
      i += length - 1;
      if (roles[i] !== 'addressee') continue;
      i += 1;
      break;
    }
    const found = readTitle(blocks, i);
    if (found === undefined || (title !== undefined && !isSameName(title.text, found.text))) break;
    for (let k = found.from; k < found.to; k += 1) roles[k] = 'title';
    if (title === undefined || found.text.length > title.text.length) title = found;
    i = found.to - 1;
  }
  return { title, next: i };
}

interface HeadState {
  readonly roles: FrameRoles;
  readonly titled: boolean;
  /** Blocks since the head began. */
  readonly position: number;
}

/** Marks what begins at a block and is no title; how many blocks that took, 0 for none. */
function markHeadBlocks(blocks: readonly Block[], index: number, state: HeadState): number {
  const block = blocks[index];
  if (block === undefined) return 0;
  const mark = (role: FrameRole, length = 1): number => {
    for (let i = index; i < index + length; i += 1) state.roles[i] = role;
    return length;
  };
  if (isOrderHead(blocks, index)) return mark('document-number', 2);
  const occasion = measureOccasion(blocks, index, state.position);
  if (occasion > 0) return mark('subtitle', occasion);
  if (isKeyAlone(blocks, index)) return mark('metadata', 2);
  const role = readHeadRole(block, state);
  if (role !== undefined) return mark(role);
  return isRedHead(blocks, index) ? mark('red-head') : 0;
}

/** An opening like 各位代表： of a speech is an addressee, too. */
const ADDRESSEE =
  /^(?:各|全|有关|省|市|县|区|国务院|中央|人民|尊敬的|[\u4e00-\u9fff]{2,20}(?:委员会|人民政府|政府|厅|局|部|委|办公室|公司|大学|学院|协会|代表|委员|单位))[^。!?;]{0,280}:$/;
/** What leads over to the body is no addressee: 根据省委部署，现提出以下意见：. */
const LEADS_OVER = /^(?:根据|按照|为|现|经|近日|一|二)|以下|如下|现将|现就|提出/;
const OFFICE = '(?:省长|市长|主席|主任|部长|州长|区长|县长|盟长|局长|院长|委员长|书记)';
const SPEAKER = new RegExp(
  `^[\\u4e00-\\u9fff ]{0,24}${OFFICE}(?: {1,4}[\\u4e00-\\u9fff· ]{2,16}|[\\u4e00-\\u9fff]{2,3})$`,
);
const REGISTRATION = /^[A-Z]{2,8} ?[—–-] ?\d{4} ?[—–-] ?\d{3,8}$/;
const RED_HEAD = /^(?:[\u4e00-\u9fff ]{2,30})?文 ?件$/;
const NEWS_LINE =
  /^(?:新华社|人民网|中新网|央广网)[^。]{0,20}(?:电|讯)$|^(?:19|20)\d{2}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d{2})?(?: |$)|^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日 ?\d{1,2}[:时]\d{2}/;
const BRACKETED = /^[([【][^()[\]【】]{2,60}[)\]】]$/;
/** Headings that a collection put above the key–value lines of a document. */
const COLLECTION = /^(?:基本信息|文档 ?:.{0,80})$/;

function readHeadRole(block: Block, { titled }: HeadState): FrameRole | undefined {
  const { text } = block;
  if (isMetadata(block)) return 'metadata';
  if (text.length > 320) return undefined;
  if (readDocumentNumber(text)?.length === text.length || readOrderNumber(text) !== undefined)
    return 'document-number';
  if (isDateOnly(text) || isPassedLine(text)) return 'date';
  if (BRACKETED.test(text) && titled) return 'subtitle';
  if (SPEAKER.test(text)) return 'speaker';
  if (!titled && /^附 ?件 ?\d{0,2}$/.test(text)) return 'note';
  if (titled && text.length <= 60 && readBodies(text).length > 0) return 'signature';
  return isAddressee(block) ? 'addressee' : undefined;
}

/** Longest line of the head that is no addressee and no key with its value. */
const MAX_LINE = 80;

function isMetadata({ text, first }: Block): boolean {
  if (text.length > 4000) return false;
  if (readMetadataEntries(text).length > 0) return true;
  if (first.headingMark > 0 && COLLECTION.test(text)) return true;
  return (
    text.length <= MAX_LINE &&
    (REGISTRATION.test(text) || RED_HEAD.test(text) || NEWS_LINE.test(text))
  );
}

function isAddressee({ text, marker }: Block): boolean {
  return marker === undefined && ADDRESSEE.test(text) && !LEADS_OVER.test(text);
}

/** A key whose value stands on the next line: 来源： / 某日报客户端. */
function isKeyAlone(blocks: readonly Block[], index: number): boolean {
  const entries = readMetadataEntries(blocks[index]?.text.slice(0, 24) ?? '');
  const value = blocks[index + 1];
  if (entries.length !== 1 || entries[0]?.value !== '' || value === undefined) return false;
  if (value.marker !== undefined || value.first.headingMark > 0 || value.first.blanksBefore > 0)
    return false;
  return (
    value.text.length <= 24 &&
    !/[。;:!?]$/.test(value.text) &&
    readMetadataEntries(value.text).length === 0
  );
}

/** An order with its number on the next line: 中华人民共和国国务院令 / 第745号. */
function isOrderHead(blocks: readonly Block[], index: number): boolean {
  const order = blocks[index]?.text ?? '';
  const number = blocks[index + 1]?.text ?? '';
  return /(?:令|公告)$/.test(order) && readOrderNumber(`${order} ${number}`) !== undefined;
}

/** Bodies above a document number or the word 文件 are the red head of the notice. */
function isRedHead(blocks: readonly Block[], index: number): boolean {
  if (readBodies(blocks[index]?.text.slice(0, 60) ?? '').length === 0) return false;
  for (let i = index + 1; i < Math.min(index + 8, blocks.length); i += 1) {
    const text = blocks[i]?.text ?? '';
    if (RED_HEAD.test(text) || readDocumentNumber(text)?.length === text.length) return true;
    if (text.length > 60 || readBodies(text).length === 0) return false;
  }
  return false;
}

const MAX_OCCASION_LINES = 3;
const OCCASION_START =
  /^[(—─–―-]{0,3} ?(?:(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?在|[—─–―-]{1,3}[^—─–―-])/;
const OCCASION_END =
  /(?:会议|大会|全会|会)上 ?\)?(?: {1,4}[\u4e00-\u9fff· ]{4,40})?$|(?:讲话|会议|大会)\)?$/;
/** The end of such a line where the text begins in the middle of its head. */
const OCCASION_REST = /^[\u4e00-\u9fff]{0,30}会议上\)?$/;

/**
 * How many blocks, at most three, say at what meeting something was said, 0 for none: ——2026年1月26日在某省第十四届人民代表大会第五次会议上.
 */
function measureOccasion(blocks: readonly Block[], index: number, position: number): number {
  if (position < 3 && OCCASION_REST.test(blocks[index]?.text ?? '')) return 1;
  if (!OCCASION_START.test(blocks[index]?.text ?? '')) return 0;
  let text = '';
  for (let i = 0; i < MAX_OCCASION_LINES; i += 1) {
    text += blocks[index + i]?.text.slice(0, 200) ?? '';
    if (text.length > 120 || /[。;!?]/.test(text)) return 0;
    if (OCCASION_END.test(text)) return i + 1;
  }
  return 0;
}

/** Whether a block opens a speech, wherever it stands: 各位代表：. */
export function isSpeechOpening({ text }: Block): boolean {
  return text.length <= 40 && /^(?:尊敬的)?(?:各?位|同志们)[\u4e00-\u9fff、, ]{0,30}:$/.test(text);
}
