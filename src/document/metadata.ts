/**
 * Metadata: document number, dates, genre, issuing bodies, read from titles, signatures and key–value lines.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import { parseChineseNumeral } from '../text';
import type { Genre } from './model';

const NUMBER_PATTERN =
  /(?:[\u4e00-\u9fff]{1,14}[A-Za-z]{0,3}[\u4e00-\u9fff]{0,4} ?[〔[【(] ?(?:19|20)\d{2} ?[〕\]】)] ?第? ?\d{1,5} ?号|[\u4e00-\u9fff]{2,16}(?:公告|令) ?(?:19|20)\d{2} ?年 ?第 ?\d{1,4} ?号)/;
const NUMBER_START = new RegExp(`^${NUMBER_PATTERN.source}`);

/** The document number 发文字号 that a text begins with, as written, or undefined. */
export function readDocumentNumber(text: string): string | undefined {
  return NUMBER_START.exec(text.slice(0, 60))?.[0];
}

/**
 * A document number in its normal form: tortoise-shell brackets, no spaces.
 *
 * @example
 * normalizeDocumentNumber('国发 [2021] 29 号') // => '国发〔2021〕29号'
 */
export function normalizeDocumentNumber(written: string): string {
  return written.replace(/ /g, '').replace(/[[【(]((?:19|20)\d{2})[\]】)]/, '〔$1〕');
}

const HAN_DIGITS = '〇○零Oo一二三四五六七八九';
const DATE = new RegExp(
  `(?:((?:19|20)\\d{2})|([二一][${HAN_DIGITS}]{3})) ?(?:年 ?(?:(\\d{1,2}|[一二三四五六七八九十]{1,2}) ?月(?: ?(\\d{1,2}|[一二三四五六七八九十]{1,3}) ?日)?)?|[-./](\\d{1,2})[-./](\\d{1,2}))`,
);
const DATE_ONLY = new RegExp(`^\\(? ?${DATE.source} ?\\)?$`);

/**
 * The first date of a text as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or undefined where there is none or it cannot be.
 *
 * @example
 * readDate('二〇二一年十二月三日') // => '2021-12-03'
 */
export function readDate(text: string): string | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, digits, han, monthText, dayText, dashMonth, dashDay] = match;
  const year = digits ?? readHanYear(han ?? '');
  const month = readSmallNumber(monthText ?? dashMonth);
  const day = readSmallNumber(dayText ?? dashDay);
  if (month === undefined) return year;
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return year;
  const parts = day === undefined ? [month] : [month, day];
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** Whether a text is a date and nothing else, brackets aside. */
export function isDateOnly(text: string): boolean {
  return text.length <= 20 && DATE_ONLY.test(text);
}

function readHanYear(han: string): string {
  return [...han]
    .map((char) => (/[〇○零Oo]/.test(char) ? 0 : '一二三四五六七八九'.indexOf(char) + 1))
    .join('');
}

function readSmallNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseChineseNumeral(text);
}

/** Longest first, so that 工作报告 is found before 报告. */
const GENRES: readonly Genre[] = [
  '工作报告',
  '决议',
  '决定',
  '命令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '纪要',
  '条例',
  '规定',
  '办法',
  '细则',
  '规则',
  '规章',
  '章程',
  '规划',
  '纲要',
  '计划',
  '方案',
  '要点',
  '措施',
  '指南',
  '指引',
  '标准',
  '规范',
  '目录',
  '清单',
  '讲话',
  '倡议',
  '解读',
  '答复',
  '函',
  '法',
];
const GENRE_END = new RegExp(
  `(${GENRES.join('|')})(?:全文|正文)?[》”"]?(?: ?\\([^()]{1,40}\\)|(?:19|20)\\d{2}年?)*$`,
);

/**
 * The genre 文种 that a title ends in, brackets after it aside, or undefined.
 *
 * @example
 * readGenre('智慧养老服务行动计划(2021-2025年)') // => '计划'
 */
export function readGenre(title: string): Genre | undefined {
  const genre = GENRE_END.exec(title)?.[1] as Genre | undefined;
  return genre === '法' && /(?:办|方|做|看|说|立|执|司|守)法$/.test(title) ? undefined : genre;
}

/** Endings of the names of bodies that issue documents. */
const BODY_SUFFIX =
  '(?:人民政府办公厅|人民政府办公室|人民政府|政府办公厅|政府办公室|办公厅|办公室|委员会|常务委员会|领导小组|联席会议|代表大会|国务院|党中央|中共中央|总局|管理局|监管局|委|部|厅|局|署|院|行|会|中心|集团|团|政府|协会|学会|基金会|政协|军委|法院|检察院|大学|公司|司|处|科)';
const BODY = new RegExp(`^[\\u4e00-\\u9fff()]{0,26}${BODY_SUFFIX}$`);
const GLUED_BODIES = /^(中共中央办公厅|中共中央)(?=国务院)/;

/**
 * The bodies named in a text that names nothing else, split at spaces and 、; empty where anything else stands in it.
 *
 * @example
 * readBodies('国家发展改革委 财政部') // => ['国家发展改革委', '财政部']
 */
export function readBodies(text: string): readonly string[] {
  const glued = text
    .replace(GLUED_BODIES, '$1 ')
    .replace(/(?<=[厅部委局])(?=国家|全国)/, ' ')
    .replace(/等(?:[一二三四五六七八九十百]{1,4}|\d{1,3})?个?部门$/, '');
  const names = glued.split(/[ 、,]+/).filter((name) => name !== '');
  const joined = (names.every((name) => name.length === 1) ? [names.join('')] : names).flatMap(
    splitRepeatedPlace,
  );
  return joined.length > 0 && joined.every((name) => BODY.test(name) && !/关于|的|和$/.test(name))
    ? joined
    : [];
}

/** Two names glued together, known by the place that both begin with: 某市公安局某市财政局. */
function splitRepeatedPlace(name: string): readonly string[] {
  const place = /^[\u4e00-\u9fff]{2,3}[省市州县区]/.exec(name)?.[0];
  const again = place === undefined ? -1 : name.indexOf(place, place.length);
  if (again === -1 || !BODY.test(name.slice(0, again))) return [name];
  return [name.slice(0, again), ...splitRepeatedPlace(name.slice(again))];
}

/**
 * The issuing bodies that a title begins with, before 关于, 印发 or 转发.
 *
 * @example
 * readTitleIssuers('国务院关于加强数字政府建设的指导意见') // => ['国务院']
 */
export function readTitleIssuers(title: string): readonly string[] {
  const cut = title.search(/对[“《]|关于|印发|转发|公告|令$|批复/);
  return cut <= 0 ? [] : readBodies(title.slice(0, cut).trim());
}

const REPORT_TITLE =
  /^(?:(?:19|20)\d{2} ?年)?([\u4e00-\u9fff]{2,12}?(?:省|市|自治区|自治州|州|盟|区|县|旗))(?:人民)?政府工作报告/;
const SPEAKS_FOR = /代表([\u4e00-\u9fff]{2,12}人民政府)/;
/** ——2026年1月26日在某省第十四届人民代表大会第五次会议上. */
const CONGRESS =
  /在([\u4e00-\u9fff]{2,12}?(?:省|市|自治区|自治州|州|盟|区|县|旗))第[一二三四五六七八九十]{1,3}届\n?人民代表大会/;
/** 某省省长 / 某市人民政府市长. */
const SPEAKER_OF =
  /(?:^|\n| )([\u4e00-\u9fff]{2,12}?(?:省|市|自治区|自治州|州|盟|区|县|旗))(?:人民政府)?(?:省长|市长|主席|州长|盟长|区长|县长|旗长)(?=[ \n\u4e00-\u9fff])/;
const CHARGED = /受(国务院|[\u4e00-\u9fff]{2,12}人民政府)委托/;
const NAMELESS = /^(?:市|省|区|县|州|自治区|自治州|盟|旗)?人民政府$/;

/** The government that a work report is by, from its title or its opening words, or undefined. */
export function readReportIssuer(title: string, opening: string): string | undefined {
  const named = REPORT_TITLE.exec(title)?.[1];
  if (named !== undefined) return `${named}人民政府`;
  const congress = CONGRESS.exec(opening)?.[1];
  if (congress !== undefined) return `${congress}人民政府`;
  const speaker = SPEAKER_OF.exec(opening)?.[1];
  if (speaker !== undefined) return `${speaker}人民政府`;
  const spoken = (SPEAKS_FOR.exec(opening) ?? CHARGED.exec(opening))?.[1];
  return spoken === undefined || NAMELESS.test(spoken) ? undefined : spoken;
}

const PASSED =
  /^(?:\(? ?)(?:19|20)\d{2}年\d{1,2}月\d{1,2}日 ?([\u4e00-\u9fff]{2,30}?)(?:第[一二三四五六七八九十百]{1,6}届)?([\u4e00-\u9fff]{0,20}?(?:委员会|代表大会))?第[一二三四五六七八九十百\d]{1,6}次(?:常务|全体)?会议/;

/** 2017年4月11日某市人民政府令第87号公布. */
const DECREED =
  /^\(? ?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日 ?([\u4e00-\u9fff]{2,24}(?:政府|部|委员会|局|署|院|厅))令/;

/** Whether a line says when and by whom a statute was passed, amended or published. */
export function isPassedLine(text: string): boolean {
  return /^\(? ?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日.{0,200}(?:通过|公布|发布|修正|修订|批准|施行|令第)/.test(
    text,
  );
}

/** The body that passed a statute, by the line that says so, or undefined. */
export function readPassedIssuer(text: string): string | undefined {
  if (!isPassedLine(text)) return undefined;
  const decreed = DECREED.exec(text)?.[1];
  if (decreed !== undefined) return decreed;
  const match = PASSED.exec(text);
  return match === null ? undefined : `${match[1] ?? ''}${match[2] ?? ''}`.replace(/第.*届/, '');
}

/** What key–value lines and front matter can say. */
export type MetadataKey =
  | 'title'
  | 'issuer'
  | 'documentNumber'
  | 'issuedOn'
  | 'publishedOn'
  | 'other';

const KEYS: readonly (readonly [MetadataKey, string])[] = [
  ['issuer', '发文机关|发布机构|发文机构|发布单位|发文单位|制定机关|issuer|agency'],
  ['issuedOn', '成文日期|签发日期|发文日期|生成日期|印发日期|issuedOn'],
  ['publishedOn', '发布日期|发布时间|发表时间|公开日期|时间|date'],
  ['documentNumber', '发文字号|发文号|文 {0,4}号|文件编号|documentNumber'],
  ['title', '标 {0,4}题|文件名称|名 {0,4}称|title'],
  [
    'other',
    '文档类型|索 ?引 ?号|主题分类|时 {0,4}效|有效性|公开方式|公开范围|公开目录|分类|来源|信息来源|原文链接|检索时间|检索关键词|更新时间|主题词|公文种类|组配分类|统一编号|登记号|废止日期|效力状态|source|tags?|category|keywords|url|author|layout',
  ],
];
const KEY_PATTERN = new RegExp(
  `(?:^|[ \\t|])(?:\\*\\*)?(?:${KEYS.map(([key, words]) => `(?<${key}>${words})`).join('|')})(?:\\*\\*)? ?:`,
  'g',
);

/** A key with its value, in the order of the text. */
export interface MetadataEntry {
  readonly key: MetadataKey;
  readonly value: string;
}

/** The key–value pairs of a line that begins with a known key; empty for any other line. Linear. */
export function readMetadataEntries(text: string): readonly MetadataEntry[] {
  const matches = [...text.matchAll(KEY_PATTERN)];
  if (matches[0]?.index !== 0) return [];
  return matches.map((match, index) => {
    const groups = match.groups ?? {};
    const key = KEYS.find(([name]) => groups[name] !== undefined)?.[0] ?? 'other';
    const value = text.slice(match.index + match[0].length, matches[index + 1]?.index).trim();
    return { key, value: value.replace(/^["']|["']$/g, '') };
  });
}
