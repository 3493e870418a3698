/**
 * Document numbers and numbers of standards in running text, in their normal form: 按照财库[2022]3号 gives 财库〔2022〕3号.
 *
 * All patterns are for folded text.
 *
 * @module
 */

/** A number where it stands in a text. */
export interface NumberMatch {
  readonly start: number;
  readonly end: number;
  /** In its normal form. */
  readonly number: string;
}

/** 〔2022〕3号, with the brackets that files really have; what stands before is cut afterwards. */
const YEAR_AND_SERIAL = /[〔[【(<〈]((?:19|20)\d{2})年?[〕\]】)>〉](?:第)?(\d{1,5})号/g;
/** 公告2023年第7号, 令第52号. */
const SERIAL_OF_KIND = /(公告|令)(?:[〔[(]?((?:19|20)\d{2})[〕\])]?年?,?)?第(\d{1,4})号/g;
/** GB/T 35273-2020, DB33/T 2350-2021, YD/T 1234.1—2020. */
const STANDARD =
  /(?<![A-Za-z0-9/])((?:GB|DB\d{2}|YD|HJ|JR|SJ|GA|MZ|WS|LD|NY|SL|JT|AQ|CJJ|JGJ|TB|MH|SN|QX|CH|TD|YY)(?:\/[TZ])?) ?(\d{3,6}(?:\.\d{1,3})?)(?:~\d{3,6}\.\d{1,3})?(?: ?[-—–~]+ ?((?:19|20)\d{2})(?!\d))?/g;

/** Longest 机关代字, in code units: 工信部联通信 has six. */
const LONGEST_CODE = 14;
/** Latin letters occur in it: 京数ZC. */
const CODE_CHARACTER = /[\u4e00-\u9fffA-Za-z]/;
/** Words that may stand before the code without a mark between. */
const LEAD_INS =
  '根据 依据 按照 参照 依照 遵照 按 依 据 落实 贯彻 执行 结合 对照 印发的 印发 下发的 下发 转发的 转发 发布的 发布 出台的 出台 制定的 通过的 的 《 文件 和 及 与 以及 等 见 经 以 原 请 至 关于 对 现 即 为 在 由 将 是 如 如下 号 了 精神 要求 规定'.split(
    ' ',
  );
/** Issuers in full before their code: 市政府办公室浙政办发. */
/** The same before issuers, whose names hold 和: 工业和信息化部. */
const ISSUER_LEAD_INS = LEAD_INS.filter((word) => !/^[和与及据号对是在为由将]$/.test(word));
const GLUED_ISSUERS =
  '人民政府办公厅 人民政府办公室 人民政府 政府办公厅 政府办公室 办公厅 办公室 委员会 总局 国务院 管理局'.split(
    ' ',
  );
/** Codes end in what was done, or the body. */
const NO_CODE = /(?:年|月|日|合同|编号|编|收文|批|卷|项目|备案|证|字号)$/;

/** The document numbers of a folded text, by position. Linear. */
export function findDocumentNumbers(text: string): readonly NumberMatch[] {
  const found = [...findSerials(text), ...findKinds(text), ...findStandards(text)];
  return found.sort((a, b) => a.start - b.start || b.end - a.end).filter(isFirst);
}

function isFirst({ start }: NumberMatch, index: number, all: readonly NumberMatch[]): boolean {
  return index === 0 || (all[index - 1]?.end ?? 0) <= start;
}

function findSerials(text: string): readonly NumberMatch[] {
  return [...text.matchAll(YEAR_AND_SERIAL)].flatMap((match) => {
    const [written, year = '', serial = ''] = match;
    const code = readCode(text, match.index);
    if (code === undefined) return [];
    const start = match.index - code.length;
    const end = match.index + written.length;
    return [{ start, end, number: `${code}〔${year}〕${serial}号` }];
  });
}

/** The 机关代字 that ends at `end`, without what leads in to it; undefined where none stands there. */
function readCode(text: string, end: number): string | undefined {
  let start = end;
  while (end - start < LONGEST_CODE + 10 && CODE_CHARACTER.test(text.charAt(start - 1))) start -= 1;
  const words = text.slice(start, end);
  const code = cutBehind(cutBehind(words, LEAD_INS), GLUED_ISSUERS);
  if (code.length < 2 || code.length > LONGEST_CODE || NO_CODE.test(code)) return undefined;
  return code;
}

/** What stands behind the last of the words, two code units at least. */
function cutBehind(text: string, words: readonly string[]): string {
  const ends = words.map((word) => {
    const at = text.lastIndexOf(word, text.length - 2 - word.length);
    return at === -1 ? 0 : at + word.length;
  });
  return text.slice(Math.max(0, ...ends));
}

function findKinds(text: string): readonly NumberMatch[] {
  return [...text.matchAll(SERIAL_OF_KIND)].flatMap((match) => {
    const [written, kind = '', year, serial = ''] = match;
    const issuer = readIssuer(text, match.index);
    if (issuer === '') return [];
    const start = match.index - issuer.length;
    const number = `${issuer}${kind}${year === undefined ? '' : `${year}年`}第${serial}号`;
    return [{ start, end: match.index + written.length, number }];
  });
}

/** The bodies that end at `end`, several parted by 、. */
function readIssuer(text: string, end: number): string {
  const from = Math.max(0, end - 60);
  const before = text.slice(from, end);
  const cut = Math.max(...Array.from('。,;:()《》“”〈〉\n', (mark) => before.lastIndexOf(mark)));
  return cutBehind(before.slice(cut + 1), ISSUER_LEAD_INS);
}

function findStandards(text: string): readonly NumberMatch[] {
  return [...text.matchAll(STANDARD)].map((match) => {
    const [written, body = '', serial = '', year] = match;
    const start = match.index;
    return {
      start,
      end: start + written.length,
      number: `${body}${serial}${year === undefined ? '' : `-${year}`}`,
    };
  });
}
