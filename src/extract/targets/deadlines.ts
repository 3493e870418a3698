/**
 * Deadlines in running text: 到2025年, 2024年6月底前, 到“十四五”末, 年底前, 到规划期末.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import { parseChineseNumeral } from '../../text';

/** A deadline where it stands. */
export interface DeadlineMatch {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly month: number | undefined;
  /** Whether the words say that it is still to come: 到…, …前, 力争…. A bare year may be one that is over. */
  readonly ahead: boolean;
}

/** What deadlines of a document are relative to. */
export interface DeadlineContext {
  /** The year that the document is of; undefined where it does not say. */
  readonly year: number | undefined;
  /** Last year of the plan. */
  readonly periodEnd: number | undefined;
}

const ABSOLUTE =
  /((?:力争|争取|确保|计划)?(?:到|至|截至|截止到?|在)?)((?:19|20)\d{2}|[二一][〇○零Oo一二三四五六七八九]{3})(?:年|(?=[,，]))(?:(\d{1,2})月(?:\d{1,2}日)?(?:底|末|份)?|(上半年)|(第?[一二三四1-4]季度)|(?:年)?(底|末|末期|初|内|全年))?((?:之?前|以前)?)/g;
const FIVE_YEAR =
  /((?:到|至|力争|在|截至)?)[“"]?([一二三四五六七八九十]{1,3})五[”"]?(?:规划)?(期?末|期间|时期|期内|结束时|收官之年)((?:之?前)?)/g;
const RELATIVE =
  /((?:力争|争取|到|至|确保|于)?)(今年|本年|明年|后年|年内|年底|年末|全年)(?:(\d{1,2})月(?:\d{1,2}日)?)?((?:年)?(?:底|末))?((?:之?前|以前)?)/g;
const PERIOD_END = /(?:到|至)?(?:本)?规划期?末|到规划期结束|规划期内/g;

/** The deadlines of a folded text, by position. Linear. */
export function findDeadlines(text: string, context: DeadlineContext): readonly DeadlineMatch[] {
  const found = [
    ...[...text.matchAll(ABSOLUTE)].flatMap((match) => readAbsolute(match)),
    ...[...text.matchAll(FIVE_YEAR)].flatMap((match) => readFiveYear(match)),
    ...[...text.matchAll(RELATIVE)].flatMap((match) => readRelative(match, context.year)),
    ...[...text.matchAll(PERIOD_END)].flatMap((match) => readPeriodEnd(match, context.periodEnd)),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((each, i) => i === 0 || each.start >= (found[i - 1]?.end ?? 0));
}

function readAbsolute(match: RegExpExecArray): readonly DeadlineMatch[] {
  const [written, lead = '', digits = '', month, half, quarter, part, before = ''] = match;
  // 2021年1月1日起, 2023—2025年 and 比2020年 set no deadline.
  const year = readYear(digits);
  const behind = match.input.slice(match.index + written.length, match.index + written.length + 2);
  if (year === undefined || /^(?:起|以来|度?[—\-~至]|第)/.test(behind)) return [];
  const preceding = match.input.slice(Math.max(0, match.index - 2), match.index);
  if (lead === '' && /[比较从自由对〔(]$/.test(preceding)) return [];
  return [
    {
      start: match.index,
      end: match.index + written.length,
      year,
      month: readMonth(month, half, quarter, part),
      ahead:
        /到|至(?!截)|力争|争取|确保|计划/.test(lead.replace(/截[至止]到?/, '')) ||
        before.includes('前'),
    },
  ];
}

function readYear(digits: string): number | undefined {
  if (/^\d/.test(digits)) return Number(digits);
  return parseChineseNumeral(digits.replace(/[Oo]/g, '〇'));
}

function readMonth(
  month: string | undefined,
  half: string | undefined,
  quarter: string | undefined,
  part: string | undefined,
): number | undefined {
  if (month !== undefined) {
    const number = Number(month);
    return number >= 1 && number <= 12 ? number : undefined;
  }
  if (half !== undefined) return 6;
  if (quarter !== undefined) {
    const digit = quarter.replace(/第|季度/g, '');
    return 3 * (parseChineseNumeral(digit) ?? 4);
  }
  return part === '底' || part === '末' ? 12 : undefined;
}

/** The 十四五 ends in 2025; before the sixth the plans had other lengths. */
function readFiveYear(match: RegExpExecArray): readonly DeadlineMatch[] {
  const [written, lead = '', count = '', part = '', before = ''] = match;
  const number = parseChineseNumeral(count);
  if (number === undefined || number < 6 || number > 30) return [];
  return [
    {
      start: match.index,
      end: match.index + written.length,
      year: 1955 + 5 * number,
      month: undefined,
      ahead: /末|结束/.test(part) || lead !== '' || before !== '',
    },
  ];
}

const OFFSETS: Readonly<Record<string, number>> = { 明年: 1, 后年: 2 };

function readRelative(match: RegExpExecArray, year: number | undefined): readonly DeadlineMatch[] {
  const [written, lead = '', word = '', month, part, before = ''] = match;
  if (year === undefined) return [];
  const isEnd = part !== undefined || word === '年底' || word === '年末';
  if (word === '全年' && lead === '') return [];
  return [
    {
      start: match.index,
      end: match.index + written.length,
      year: year + (OFFSETS[word] ?? 0),
      month: month === undefined ? (isEnd ? 12 : undefined) : Number(month),
      ahead: lead !== '' || before !== '' || word === '年内' || word === '明年' || word === '后年',
    },
  ];
}

function readPeriodEnd(
  match: RegExpExecArray,
  periodEnd: number | undefined,
): readonly DeadlineMatch[] {
  if (periodEnd === undefined) return [];
  const start = match.index;
  return [{ start, end: start + match[0].length, year: periodEnd, month: undefined, ahead: true }];
}

const PERIOD = /(20\d{2})年?(?:[-—–~～至]+|到)(20\d{2})年?|[“"]([一二三四五六七八九十]{1,3})五[”"]/;

/** The last year of the period that a title names (2021—2025年, “十四五”), or undefined. */
export function readTitlePeriodEnd(title: string): number | undefined {
  const match = PERIOD.exec(title);
  if (match === null) return undefined;
  if (match[2] !== undefined) return Number(match[2]);
  const number = parseChineseNumeral(match[3] ?? '');
  return number === undefined ? undefined : 1955 + 5 * number;
}
