/**
 * Metadata entries: key–value lines, 发布机构：…, in front matter and in the index tables of web pages.
 *
 * All patterns are for normalised text.
 *
 * @module
 */

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
/** The same at the start of a text, to leave at once where no key stands there. */
const KEY_START = new RegExp(`^${KEY_PATTERN.source}`);

/** Longest key with its marks and spaces, in code units. */
const MAX_KEY = 20;

/** A key with its value, in the order of the text. */
export interface MetadataEntry {
  readonly key: MetadataKey;
  readonly value: string;
}

/** The key–value pairs of a line that begins with a known key; empty for any other line. Linear. */
export function readMetadataEntries(text: string): readonly MetadataEntry[] {
  const colon = text.indexOf(':');
  if (colon === -1 || colon > MAX_KEY || !KEY_START.test(text)) return [];
  const matches = [...text.matchAll(KEY_PATTERN)];
  return matches.map((match, index) => {
    const groups = match.groups ?? {};
    const key = KEYS.find(([name]) => groups[name] !== undefined)?.[0] ?? 'other';
    const value = text.slice(match.index + match[0].length, matches[index + 1]?.index).trim();
    return { key, value: value.replace(/^["']|["']$/g, '') };
  });
}
