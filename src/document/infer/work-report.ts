/**
 * Work reports: what a government's report to its congress says of itself where it has no title.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import type { Section } from '../model';
import type { Scope } from './place-names';

/** How a report is opened: 我代表市人民政府向大会报告工作. */
const OPENED =
  /代表(?:[\u4e00-\u9fff]{0,12}?)(省|自治区|自治州|市|州|盟|地区|区|县|旗)(?:人民)?政府,?向(?:本次|这次)?(?:大会|会议)[^。]{0,8}工作(?:报告)?/;

/** The opening words of a report. */
export interface ReportOpening {
  readonly scope: Scope;
  readonly words: string;
  /** Where the words begin in the paragraph. */
  readonly start: number;
}

/** The words that open a work report in a paragraph, or undefined. Linear. */
export function readReportOpening(text: string): ReportOpening | undefined {
  const match = text.includes('代表') ? OPENED.exec(text) : null;
  if (match === null) return undefined;
  const scope = match[1] === '自治州' ? '州' : (match[1] as Scope);
  return { scope, words: match[0], start: match.index };
}

const YEAR = /20\d{2} ?年/;
const YEARS = /(20\d{2}) ?年/g;
/** Several years looked back on do not say in which the report is given. */
const LONGER = /以来|20\d{2} ?年?(?:-|—|~|至|到) ?20\d{2}/;
const LOOKS_BACK = /回顾|总结|情况/;
const LOOKS_AHEAD = /工作|目标|任务|安排|要求|思路|计划/;
/** Longer ones are sentences. */
const MAX_HEADING = 40;

/** The years that the chapters of a report are about. */
export interface ReportYears {
  /** The year looked back on. */
  readonly past: number;
  /** The heading over it. */
  readonly back: Section;
  /** The heading over the year planned, or over the year looked back on where there is none. */
  readonly heading: Section;
  readonly planned: number | undefined;
}

/** The years of a report, by its headings `2023年工作回顾` and `2024年工作安排`; undefined where it has no such headings. A plan for one year stands below what was done in the year before. Linear in the number of headings. */
export function readReportYears(sections: readonly Section[]): ReportYears | undefined {
  const headings = listChapters(sections, 2).filter(
    ({ heading }) => heading.length <= MAX_HEADING && YEAR.test(heading),
  );
  const plans = indexPlans(headings);
  const planOf = (back: Section): Section | undefined => plans.get(readYear(back) + 1);
  const back =
    headings.find(
      (each) =>
        LOOKS_BACK.test(each.heading) && (!LONGER.test(each.heading) || planOf(each) !== undefined),
    ) ?? headings.find((each) => planOf(each) !== undefined);
  if (back === undefined) return undefined;
  const ahead = planOf(back);
  const past = readYear(back);
  const planned = ahead === undefined ? undefined : past + 1;
  return { past, back, heading: ahead ?? back, planned };
}

/** The first heading that plans a year, by the year. */
function indexPlans(headings: readonly Section[]): ReadonlyMap<number, Section> {
  const plans = new Map<number, Section>();
  for (const section of headings) {
    const { heading } = section;
    if (!LOOKS_AHEAD.test(heading) || LOOKS_BACK.test(heading)) continue;
    const year = readYear(section);
    if (!plans.has(year)) plans.set(year, section);
  }
  return plans;
}

/** The last year that a heading names. */
function readYear({ heading }: Section): number {
  return Number([...heading.matchAll(YEARS)].at(-1)?.[1]);
}

function listChapters(sections: readonly Section[], depth: number): readonly Section[] {
  return depth === 0
    ? []
    : sections.flatMap((section) => [section, ...listChapters(section.children, depth - 1)]);
}
