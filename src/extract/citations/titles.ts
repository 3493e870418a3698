/**
 * Titles in 《》: where they stand, which of them name documents, and their normal form.
 *
 * All patterns are for folded text.
 *
 * @module
 */

/** A title in 《》, the marks included in its place. */
export interface TitleMatch {
  readonly start: number;
  readonly end: number;
  /** The words between the marks, as they stand there. */
  readonly words: string;
}

/** Longest title, in code units. */
const LONGEST_TITLE = 120;

/** The texts in 《》, outermost ones, by position. A 《 that nothing closes within 120 code units opens none. Linear. */
export function findTitles(text: string): readonly TitleMatch[] {
  const found: TitleMatch[] = [];
  let at = text.indexOf('《');
  while (at !== -1) {
    const end = findClose(text, at);
    if (end === undefined) at = text.indexOf('《', at + 1);
    else {
      found.push({ start: at, end, words: text.slice(at + 1, end - 1) });
      at = text.indexOf('《', end);
    }
  }
  return found;
}

/** Where the 《 at `start` is closed, behind its 》. */
function findClose(text: string, start: number): number | undefined {
  let depth = 0;
  const limit = Math.min(text.length, start + LONGEST_TITLE);
  for (let at = start; at < limit; at += 1) {
    const mark = text.charAt(at);
    if (mark === '《') depth += 1;
    else if (mark === '》') depth -= 1;
    else if (mark === '\n') return undefined;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** Endings of the titles of documents, brackets after them aside. */
const DOCUMENT_END =
  /(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|工作报告|批复|条例|规定|办法|细则|规则|规章|章程|规划|纲要|计划|方案|要点|措施|举措|指南|指引|导则|标准|规范|规程|要求|目录|清单|体系|倡议|宣言|法|法典|宪法|协定|协议|公约|议定书|宪章|政策|若干政策|设想|蓝图|布局|大纲|准则|守则|制度|预案|行动|工程|说明|白皮书|规范条件|基本条件|指导原则|中国制造2025|解释|建议|任务书|路线图|总图|条款|函|纪要|令|方法|模型|分级|架构|术语|接口|框架)$/;
/** What may stand behind the genre. */
const AFTER_GENRE =
  /(?:\([^()]{1,40}\))?(?:(?:19|20)\d{2}(?:年版|版|年本|年)?)?(?:\([^()]{1,40}\))?$/;
/** Texts that people fill in or sign, works and periodicals that end alike. */
const NO_DOCUMENT =
  /(?:申报书|申请书|申请表|申报表|承诺书|承诺函|委托书|任务分工表|分工表|汇总表|登记表|推荐表|合同|合同示范文本|示范文本|协议书|报告书|日报|晚报|回执|证书|许可证|身份证|执照|清单表|说明书|看法|书法|兵法)$|^(?:公告|目录|清单|说明|通知|标准|函|政策)$/;

/** Whether the words in 《》 name a document, and not a book, a film or a form. Linear in the words. */
export function isDocumentTitle(words: string): boolean {
  const bare = words.replace(AFTER_GENRE, '');
  if (words === '中国制造2025') return true;
  if (NO_DOCUMENT.test(bare)) return false;
  return DOCUMENT_END.test(bare) || /^(?:关于|.{2,20}关于)/.test(bare);
}

/**
 * A title in its normal form: no spaces between Chinese words, full-width brackets, one kind of dash and quotes.
 *
 * @example
 * normalizeTitle('数据安全管理办法(试行)') // => '数据安全管理办法（试行）'
 */
export function normalizeTitle(words: string): string {
  return words
    .replace(/ /g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .replace(/,/g, '，')
    .replace(/:/g, '：')
    .replace(/《/g, '〈')
    .replace(/》/g, '〉')
    .replace(/[-–—~～]{1,4}(?=(?:19|20)\d{2})/g, '—');
}
