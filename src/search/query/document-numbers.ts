/**
 * Document numbers 发文字号 in queries: those that the parser of documents knows, in the spellings that people type.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import { NUMBER_CODE, ORDER_SPELLINGS, readOrderParts, writeOrderNumber } from '../../document';

/** A document number in its parts. */
export interface DocumentNumber {
  /** In its normal form: `国发〔2021〕29号`, `工业和信息化部公告2023年第7号`, `国务院令第745号`. */
  readonly number: string;
  /** What stands before year and serial: 国发; with whatever words are typed before it. */
  readonly code: string;
  /** Undefined for an order that counts through the years. */
  readonly year: string | undefined;
  readonly serial: string;
  /** Whether the kind is written out: an order, an announcement. */
  readonly isKind: boolean;
}

/** A document number, and where it ends in the text that it was read from. */
export interface ReadNumber extends DocumentNumber {
  readonly end: number;
}

const CODE = `(?<code>${NUMBER_CODE})`;
/** A code whose last character says so, where neither brackets nor a kind do. */
const PLAIN_CODE = '(?<code>[\\u4e00-\\u9fff]{1,13}[发函规字办])';
const YEAR = '(?<year>(?:19|20)\\d{2})';
const SERIAL = '(?:第\\s?)?(?<serial>\\d{1,5})';

const IN_BRACKETS = `${CODE}\\s?[〔[【(]\\s?${YEAR}\\s?年?\\s?[〕\\]】)]\\s?${SERIAL}\\s?号`;
const WITHOUT_BRACKETS = `${PLAIN_CODE}\\s?${YEAR}\\s?年\\s?${SERIAL}\\s?号`;
/** Only brackets that nothing else has make a number of it. */
const WITHOUT_END = `${CODE}\\s?[〔[【]\\s?${YEAR}\\s?年?\\s?[〕\\]】]\\s?${SERIAL}`;

/** Behind a number, as it is spoken of. */
const FILE = '(?:文件?)?';

const IN_TEXT = [IN_BRACKETS, ...ORDER_SPELLINGS, WITHOUT_BRACKETS];
const ANYWHERE = IN_TEXT.map((pattern) => new RegExp(pattern, 'g'));
const HERE = [...IN_TEXT.map((pattern) => pattern + FILE), WITHOUT_END].map(
  (pattern) => new RegExp(`^${pattern}`),
);

/** Longer than any number is, white space and all. */
const MAX_LENGTH = 60;

/**
 * The document numbers in a folded run, in their normal form, whatever brackets they are typed with; with what words stand before them.
 *
 * @example
 * listDocumentNumbers('国发[2021]29号') // => ['国发〔2021〕29号']
 */
export function listDocumentNumbers(run: string): readonly string[] {
  return ANYWHERE.flatMap((pattern) => [...run.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .flatMap((match) => readParts(match)?.number ?? []);
}

/**
 * The document number that begins at an offset of a folded text; undefined where none does.
 *
 * @example
 * readDocumentNumber('国发[2021] 29号文', 0) // => { number: '国发〔2021〕29号', code: '国发', year: '2021', serial: '29', isKind: false, end: 13 }
 */
export function readDocumentNumber(text: string, at = 0): ReadNumber | undefined {
  const stretch = text.slice(at, at + MAX_LENGTH);
  for (const pattern of HERE) {
    const match = pattern.exec(stretch);
    const parts = match === null ? undefined : readParts(match);
    if (match !== null && parts !== undefined) return { ...parts, end: at + match[0].length };
  }
  return undefined;
}

function readParts({ groups = {} }: RegExpExecArray): DocumentNumber | undefined {
  if (groups['kind'] !== undefined) {
    const order = readOrderParts(groups);
    return order && { ...order, number: writeOrderNumber(order), isKind: true };
  }
  const { code = '', year, serial = '' } = groups as Partial<Record<string, string>>;
  return { number: `${code}〔${year ?? ''}〕${serial}号`, code, year, serial, isKind: false };
}
