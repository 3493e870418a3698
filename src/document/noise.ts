/**
 * Noise: what web pages and page layouts put around and into a text: buttons, share links, page numbers, comments.
 *
 * @module
 */
import type { Line } from './lines';
import type { WrapProfile } from './wraps';

const BUTTONS = new Set(
  (
    '下载 打印 全屏 收藏 加大 还原 减小 】 大 中 小 分享 关闭 返回 返回顶部 首页 打印本页 关闭窗口 关闭本页 我要打印 我要分享 ' +
    '我要纠错 纠错 政策全文 正文 全文 原文下载 扫码阅读 朗读 字体大小 复制链接 点击下载 无障碍阅读 长者模式'
  ).split(' '),
);

const FURNITURE: readonly RegExp[] = [
  /^[[【(]? ?字[号体] ?[:：]?/,
  /^(?:分享|转发)(?:到|至)? ?[:：]?(?:微信|微博|QQ|$)/,
  /^(?:微信|微博|QQ空间|新浪微博)(?:分享)?$/,
  /^扫一扫/,
  /^(?:上|下)一(?:篇|条) ?:/,
  /^[[【]? ?相关(?:链接|报道|文档|解读|稿件|阅读|附件|政策|新闻)[\]】]? ?:?$/,
  /^(?:当前位置|您的位置|您所在的位置|你的位置|现在位置) ?:/,
  /^首页 ?[>»]/,
  /^(?:\*\*)?(?:责任编辑|编辑|审核|校对|浏览次数|点击数|点击率|阅读次数|访问量|阅读量|更新时间|检索时间|检索关键词|点击量)(?:\*\*)? ?:/,
  /^[[【]?(?:打印|关闭|收藏|原文下载)[\]】]/,
  /^[[【]?(?:纠错|附件下载|打印本页)[\]】]?$/,
  /^<!--/,
  /^<[a-zA-Z/][^>]{0,80}>$/,
  /^(?:[-*_=] ?){3,}$/,
  /^!?\[[^\]]{0,120}\]\([^)]{0,400}\)$/,
  /^(?:https?|ftp):\/\/\S{0,400}$/,
  /^(?:Copyright|版权所有|主办单位 ?:|承办单位 ?:|网站标识码|ICP备案)/,
];
/** All of them at once, which is much quicker than one after the other. */
const ANY_FURNITURE = new RegExp(FURNITURE.map(({ source }) => source).join('|'));
const PHOTOGRAPHER = /^.{0,60}(?:记者|通讯员) ?[\u4e00-\u9fff ]{2,12}摄$/;
const MAX_NOISE_LENGTH = 500;
/** 【打印本页】: the longest button in its brackets. */
const MAX_BUTTON_LENGTH = 6;

/** Whether a line is web noise. Constant time. */
export function isWebNoise(line: Line): boolean {
  const { text } = line;
  if (text.length > MAX_NOISE_LENGTH) return false;
  if (text.length <= MAX_BUTTON_LENGTH && isButton(text)) return true;
  if (text.endsWith('摄') && PHOTOGRAPHER.test(text)) return true;
  return !/[\p{L}\p{N}]/u.test(text) || ANY_FURNITURE.test(text);
}

function isButton(text: string): boolean {
  if (BUTTONS.has(text)) return true;
  return (
    /^(?:\[|【)?[\u4e00-\u9fff]{2,4}(?:\]|】)?$/.test(text) &&
    BUTTONS.has(text.replace(/[[\]【】]/g, ''))
  );
}

const CRUMB_MARK = /^[>»›]$/;
const MAX_CRUMB = 12;

/**
 * The lines of a breadcrumb that a web page put one a line: 首页 / > / 要闻 / 要闻, with the name of the page's column below it.
 * Linear.
 */
export function findBreadcrumbs(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  lines.forEach((line, index) => {
    if (!CRUMB_MARK.test(line.text)) return;
    const [above, below, column] = [lines[index - 1], lines[index + 1], lines[index + 2]];
    for (const crumb of [line, above, below])
      if (crumb !== undefined && crumb.text.length <= MAX_CRUMB) found.add(crumb);
    if (column !== undefined && column.text === below?.text) found.add(column);
  });
  return found;
}

const DECORATED_NUMBER =
  /^(?:[-—–―·~] ?\d{1,4} ?[-—–―·~]|[—–―] ?\d{1,3}|\d{1,4} ?[-—–―]|第 ?\d{1,4} ?页(?: ?[,/共] ?共? ?\d{1,4} ?页)?|Page \d{1,4}(?: of \d{1,4})?|\d{1,4} ?\/ ?\d{1,4})$/i;
const PLAIN_NUMBER = /^\d{1,3}$/;
/** How far below the page width a line that runs on may stay, in columns. */
const FULL_SLACK = 8;

/**
 * The lines that are page numbers: decorated ones anywhere; bare ones that interrupt a full line of a hard-wrapped text, or
 * stand between lines of text, or count on from page to page. A cell of a table, with cells around it, is none. Linear.
 */
export function findPageNumbers(lines: readonly Line[], { width }: WrapProfile): ReadonlySet<Line> {
  const found = new Set<Line>();
  const bare: number[] = [];
  lines.forEach((line, index) => {
    if (line.text.length > 24) return;
    if (DECORATED_NUMBER.test(line.text)) found.add(line);
    else if (PLAIN_NUMBER.test(line.text)) bare.push(index);
  });
  bare.forEach((index, place) => {
    const line = lines[index];
    if (line === undefined) return;
    const above = lines[index - 1];
    const below = lines[index + 1];
    const inText = isTextLine(above) && isTextLine(below);
    const interrupts = above !== undefined && above.columns >= width - FULL_SLACK;
    const beside = isTextLine(above) || isTextLine(below);
    const follows = followsPageNumber(lines, bare, place, found);
    if (
      (inText && width !== Infinity) ||
      interrupts ||
      follows ||
      (beside && countsOn(lines, bare, place))
    )
      found.add(line);
  });
  return found;
}

/** Whether the line above is the page number before: the number of an empty page. */
function followsPageNumber(
  lines: readonly Line[],
  bare: readonly number[],
  place: number,
  found: ReadonlySet<Line>,
): boolean {
  const index = bare[place] ?? 0;
  const above = lines[index - 1];
  return (
    above !== undefined && found.has(above) && Number(above.text) === Number(lines[index]?.text) - 1
  );
}

/** Whether the bare number before or after is one less or one more and stands apart. */
function countsOn(lines: readonly Line[], bare: readonly number[], place: number): boolean {
  const index = bare[place] ?? 0;
  const value = Number(lines[index]?.text);
  const isNeighbour = (other: number | undefined, step: number): boolean =>
    other !== undefined &&
    Math.abs(other - index) > 2 &&
    Number(lines[other]?.text) === value + step;
  return isNeighbour(bare[place - 1], -1) || isNeighbour(bare[place + 1], 1);
}

/** A line of running text or a numbered heading, not a cell of a table; the edge of the text counts as one. */
function isTextLine(line: Line | undefined): boolean {
  if (line === undefined) return true;
  return line.columns >= 16 || /[。;:、,]|^(?:目 *录|前 *言)$|年 ?\d{1,2} ?月/.test(line.text);
}
