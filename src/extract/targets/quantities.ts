/**
 * Quantities in running text: 1.5万亿元, 80%以上, 不少于二十个, 3—5家, 百分之八十.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { parseChineseNumeral } from '../../text';
import type { Comparator, Quantity } from './model';

/** A quantity where it stands, with the words that bound it. */
export interface QuantityMatch {
  /** Where number and unit begin; words that bound it (不低于) may stand before. */
  readonly start: number;
  /** Behind the unit and the words behind it (以上). */
  readonly end: number;
  readonly quantity: Quantity;
  readonly upper: Quantity | undefined;
  /** Whether the number is written in Chinese: 五十个. */
  readonly spelled: boolean;
  /** What the words behind the unit say; undefined where they say nothing. */
  readonly bound: Comparator | undefined;
}

const DIGITS = '(?:\\d{1,3}(?:,\\d{3}){1,5}(?!\\d)|\\d{1,16})(?:\\.\\d{1,9})?';
const HAN = '[一二三四五六七八九十百千两零〇]';
const SCALE = '(?:万亿|千万|百万|十万|[万亿千百])';
/** Units, longest first within each alternative; what is counted may follow 个. */
const UNITS = [
  '个百分点|百分点|个标准机架|标准机架|个机架|机架|吨标准煤|标准煤|标准箱|标箱|TEU|微克\\/立方米|毫克\\/立方米|微克|毫克|人民币元|美元|欧元|港元|港币|人民币|元',
  '[太吉兆千]比特\\/秒|比特\\/秒|平方公里|平方千米|平方米|立方米|公里|千米|海里|米|毫米|纳米|微米|公顷|平米|亩|公斤|千克|吨|斤|克|升',
  '千瓦时|千瓦|兆瓦|吉瓦|瓦时|瓦|度|GW|MW|kWh|KW|kW|千伏|伏',
  '[EPTZG]B|[EPTGZ]?[Ff][Ll][Oo][Pp][Ss]|[PE](?![A-Za-z\\d])|[TGMK]bps|[Gg]bit\\/s|Tbit\\/s|bps|毫秒|秒',
  '%|‰|个工作日|工作日|个小时|小时|分钟|个月|年|天|周|倍|番|分|岁|级|位',
  '人次|人天|架次|车次|班次|批次|场次|篇次|台\\(套\\)|台套|项次|件次|户次|户|家次|家|人|名|项|件|座|处|条|所|辆|台|套|艘|架|款|种|次|篇|支|批|场|门|册|本|部|只|头|例|张|幅|宗|份|站|段|对|间|栋|棵|株|匹|颗|片|组|期|笔|枚|字|点|口|盏|根|块|队|届|节|类|桩|轮|星|床|层|班|尾|羽|杆|把|标段|端口|节点|车位|泊位|学位|床位|个',
].join('|');
const PER =
  '(?:\\/(?:年|月|日|天|小时|万人|百万人|千人|百户|人|户|平方公里|立方米|升|秒|吨|万元|元|亩|次|公里|万户))?';
const QUANTITY = new RegExp(
  `(?:(百分之)(${HAN}+(?:点${HAN}+)?|${DIGITS})|(?<![\\d.])(${DIGITS})(多|余)?(${SCALE}?)(?:%?(?:左右)?[—~～\\-–至到]+(${DIGITS})(?!\\d{0,4}年)(${SCALE}?))?(多|余|以上)?((?:${UNITS})?)${PER}|((?:${HAN}{1,7}(?:万亿|[万亿])?${HAN}{0,6}|[万亿]))(多|余)?(?:至(${HAN}{1,5}))?(个百分点|个(?:月|工作日|小时)?|家|户|项|座|处|条|所|台|套|支|批次|人次|万元|亿元|元|倍|番|小时|工作日|亩|吨|公里|件|名|人|场|次))`,
  'g',
);

const BOUND_BEHIND: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:\(含\))?及?以上|^起/, 'at-least'],
  [/^(?:\(含\))?(?:及?以下|以内|之内)/, 'at-most'],
  [/^(?:左右|上下|多(?![个家元万亿])|余(?![个家元万亿]))/, 'about'],
];

/** The quantities of a folded text, by position; dates, ordinals and numbers of documents are none. Linear. */
export function findQuantities(text: string): readonly QuantityMatch[] {
  const quoted = findQuotes(text);
  let next = 0;
  return [...text.matchAll(QUANTITY)].flatMap((match) => {
    while ((quoted[next]?.end ?? Infinity) <= match.index) next += 1;
    const isQuoted = (quoted[next]?.start ?? Infinity) <= match.index;
    return isQuoted ? [] : readQuantity(text, match);
  });
}

/** Names and slogans in quotes, titles in 《》: 四个全面 counts nothing. */
function findQuotes(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/“[^“”]{1,40}”|《[^《》]{1,80}》/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** What may stand before a number that counts nothing: 第3, 附件3. */
const NO_COUNT_BEFORE = /(?:第|附件|附表|表|图|专栏|〔|\[|号|条|[A-Za-z-]|\d[.年月:/])$/;
/** Behind a number: of a date, a document, a step. */
const NO_COUNT_BEHIND = /^(?:号|月\d|月(?!度)|日(?!均)|条规定|款|[A-Za-z]|年(?!均|以上|以内|期))/;

function readQuantity(text: string, match: RegExpExecArray): readonly QuantityMatch[] {
  const written = match[0];
  const start = match.index;
  const end = start + written.length;
  if (NO_COUNT_BEFORE.test(text.slice(Math.max(0, start - 3), start))) return [];
  const read =
    match[1] !== undefined
      ? readPercent(match)
      : match[3] !== undefined
        ? readArabic(match)
        : readHan(match);
  if (read === undefined) return [];
  const { quantity, upper } = read;
  if (quantity.unit === '' && NO_COUNT_BEHIND.test(text.slice(end, end + 4))) return [];
  if (quantity.baseUnit === '年' || isYear(quantity)) return [];
  const behind = text.slice(end, end + 6);
  const bound = BOUND_BEHIND.find(([pattern]) => pattern.test(behind));
  const length = bound === undefined ? 0 : (bound[0].exec(behind)?.[0].length ?? 0);
  const inner =
    match[4] !== undefined || match[8] !== undefined || match[11] !== undefined
      ? match[8] === '以上'
        ? 'at-least'
        : 'about'
      : undefined;
  return [
    {
      start,
      end: end + length,
      quantity,
      upper,
      spelled: match[3] === undefined && match[1] === undefined,
      bound: upper === undefined ? (bound?.[1] ?? inner) : 'between',
    },
  ];
}

function isYear({ unit, number }: Quantity): boolean {
  return unit === '' && Number.isInteger(number) && number >= 1900 && number <= 2100;
}

type Read = Pick<QuantityMatch, 'quantity' | 'upper'> | undefined;

function readPercent([, , amount = '']: RegExpExecArray): Read {
  const number = readNumber(amount);
  return number === undefined
    ? undefined
    : { quantity: createQuantity(number, '%'), upper: undefined };
}

function readArabic(match: RegExpExecArray): Read {
  const [written, , , first = '', , scale = '', second, secondScale = '', , unit = ''] = match;
  const number = Number(first.replaceAll(',', ''));
  if (second === undefined) {
    const per = /\/[^/]+$/.exec(written)?.[0] ?? '';
    return {
      quantity: createQuantity(number, scale + (unit.endsWith(per) ? unit : unit + per)),
      upper: undefined,
    };
  }
  const upper = createQuantity(Number(second.replaceAll(',', '')), secondScale + unit);
  return { quantity: createQuantity(number, (scale === '' ? secondScale : scale) + unit), upper };
}

function readHan(match: RegExpExecArray): Read {
  const [, , , , , , , , , , amount = '', , second, unit = ''] = match;
  const number = readNumber(amount);
  if (number === undefined) return undefined;
  const upper = second === undefined ? undefined : readNumber(second);
  return {
    quantity: createQuantity(number, unit),
    upper: upper === undefined ? undefined : createQuantity(upper, unit),
  };
}

function readNumber(text: string): number | undefined {
  const [whole = '', fraction] = text.split('点');
  if (text === '百') return 100;
  const value = /^\d/.test(text) ? Number(text.replaceAll(',', '')) : parseChineseNumeral(whole);
  if (value === undefined || fraction === undefined) return value;
  const digits = [...fraction].map((digit) => parseChineseNumeral(digit) ?? 0).join('');
  return Number(`${value}.${digits}`);
}

const SCALES: Readonly<Record<string, number>> = {
  万亿: 12,
  亿: 8,
  千万: 7,
  百万: 6,
  十万: 5,
  万: 4,
  千: 3,
  百: 2,
};
/** Units that mean the same, and by which power of ten they differ. */
const SAME: Readonly<Record<string, readonly [base: string, exponent: number]>> = {
  百分点: ['个百分点', 0],
  工作日: ['个工作日', 0],
  小时: ['个小时', 0],
  千米: ['公里', 0],
  平方千米: ['平方公里', 0],
  平米: ['平方米', 0],
  千克: ['公斤', 0],
  标准机架: ['个标准机架', 0],
  机架: ['个标准机架', 0],
  个机架: ['个标准机架', 0],
  标箱: ['标准箱', 0],
  TEU: ['标准箱', 0],
  人民币元: ['元', 0],
  人民币: ['元', 0],
  名: ['人', 0],
  位: ['人', 0],
  台套: ['台', 0],
  '台(套)': ['台', 0],
  MW: ['千瓦', 3],
  兆瓦: ['千瓦', 3],
  GW: ['千瓦', 6],
  吉瓦: ['千瓦', 6],
  '太比特/秒': ['bps', 12],
  Tbps: ['bps', 12],
  'Tbit/s': ['bps', 12],
  '吉比特/秒': ['bps', 9],
  Gbps: ['bps', 9],
  'Gbit/s': ['bps', 9],
  'gbit/s': ['bps', 9],
  '兆比特/秒': ['bps', 6],
  Mbps: ['bps', 6],
  Kbps: ['bps', 3],
  '千比特/秒': ['bps', 3],
  '比特/秒': ['bps', 0],
  KW: ['千瓦', 0],
  kW: ['千瓦', 0],
  kWh: ['千瓦时', 0],
  度: ['千瓦时', 0],
};

function findScale(unit: string): string {
  return (
    Object.keys(SCALES).find((each) => unit.startsWith(each) && !unit.startsWith('百分')) ?? ''
  );
}

/** A quantity in its written and its base unit. */
export function createQuantity(number: number, unit: string): Quantity {
  const scale = unit in SAME ? '' : findScale(unit);
  const rest = unit.slice(scale.length);
  const [base, shift] = SAME[rest] ?? [rest, 0];
  const exponent = (SCALES[scale] ?? 0) + shift;
  // Written out as decimal text, because 1.1 * 1e8 is not 110000000.
  const value = Number(`${number}e${exponent}`);
  return Object.freeze({
    number,
    unit,
    value: Number.isFinite(value) ? value : number,
    baseUnit: base,
  });
}
