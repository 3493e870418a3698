/**
 * readHtmlMetadata: what a page says of itself in its meta tags and its index table, as government sites have them.
 *
 * @module
 */
import type { HtmlElement, HtmlPage } from './html-tree';
import { isTitle } from './package-metadata';
import type { ReadMetadata } from './read-result';

type Key = keyof ReadMetadata;
type Facts = Partial<Record<Key, string>>;

/** Names of meta tags in small letters: those of the standard for government sites, then the general ones. The first that has a value counts. */
const META_NAMES: readonly (readonly [Key, readonly string[]])[] = [
  ['title', ['articletitle', 'og:title', 'dc.title']],
  ['publishedOn', ['pubdate', 'publishdate', 'article:published_time', 'dc.date', 'others']],
  ['source', ['contentsource', 'dc.source', 'source']],
  ['author', ['author', 'dc.creator']],
  ['keywords', ['keywords']],
  ['url', ['url', 'og:url']],
];
/** Labels of index tables: 索引号 and what stands around it. */
const LABELS: readonly (readonly [Key, RegExp])[] = [
  ['issuer', /^(?:发文机关|发布机构|发文机构|发布单位|发文单位|制定机关)$/],
  ['documentNumber', /^(?:发文字号|发文号|文号|文件编号)$/],
  ['issuedOn', /^(?:成文日期|签发日期|发文日期|生成日期|印发日期)$/],
  ['publishedOn', /^(?:发布日期|发布时间|公开日期|公布日期)$/],
  ['title', /^(?:标题|文件名称|名称)$/],
];
const MAX_VALUE = 300;
/** Longest text of an element that is looked at for labels. */
const MAX_LABELLED = 400;

/** The metadata of a page, meta tags before the index table. Linear. */
export function readHtmlMetadata({ metas, root, title }: HtmlPage): ReadMetadata {
  const facts: Facts = {};
  for (const [key, names] of META_NAMES) {
    const value = names
      .map((name) => findMeta(metas, name))
      .find((content) => content !== undefined);
    if (value !== undefined && isFitting(key, value)) facts[key] = value;
  }
  readIndexTable(root, facts);
  // Behind the title of the text the title of a page names column and site.
  const own = title.split(/[_|]| - /)[0]?.trim() ?? '';
  if (isTitle(own)) facts.title ??= own.slice(0, MAX_VALUE);
  return facts;
}

function findMeta(metas: HtmlPage['metas'], name: string): string | undefined {
  const found = metas.find(
    (meta) => (meta['name'] ?? meta['property'] ?? '').toLowerCase() === name,
  );
  const content = found?.['content']?.trim().slice(0, MAX_VALUE) ?? '';
  return content === '' ? undefined : content;
}

/** Some sites put a date into a tag of another name; a date has to look like one. */
function isFitting(key: Key, value: string): boolean {
  if (key === 'title') return isTitle(value);
  return key !== 'publishedOn' || /\d{4}[-/年.]\d{1,2}/.test(value);
}

/** Pairs of label and value: in cells or list items side by side, or in one element with a colon. */
function readIndexTable(root: HtmlElement, facts: Facts): void {
  const texts: string[] = [];
  collectShortTexts(root, texts);
  texts.forEach((text, index) => {
    const colon = text.search(/[：:]/);
    const label = (colon === -1 ? text : text.slice(0, colon)).replace(/[\s【】[\]]+/g, '');
    const key = LABELS.find(([, pattern]) => pattern.test(label))?.[0];
    if (key === undefined) return;
    const inline = colon === -1 ? '' : text.slice(colon + 1).trim();
    const value = inline === '' ? (texts[index + 1] ?? '') : inline;
    if (value !== '' && value.length <= MAX_VALUE && !isLabel(value)) facts[key] ??= value;
  });
}

function isLabel(text: string): boolean {
  const label = text.replace(/[\s：:【】[\]]+/g, '');
  return (
    LABELS.some(([, pattern]) => pattern.test(label)) || /^(?:索引号|主题分类|主题词)$/.test(label)
  );
}

const UNITS: ReadonlySet<string> = new Set('td th li dt dd p span b strong label div'.split(' '));

/** The texts of the innermost units, in order. */
function collectShortTexts(element: HtmlElement, texts: string[]): void {
  const inner = element.children.filter(
    (child): child is HtmlElement => typeof child !== 'string' && child.name !== 'br',
  );
  if (inner.length === 0 && UNITS.has(element.name)) {
    const text = element.children
      .filter((child) => typeof child === 'string')
      .join(' ')
      .trim();
    if (text !== '' && text.length <= MAX_LABELLED) texts.push(text);
    return;
  }
  for (const child of element.children) {
    if (typeof child !== 'string') collectShortTexts(child, texts);
    else if (child.trim() !== '' && child.length <= MAX_LABELLED) texts.push(child.trim());
  }
}
