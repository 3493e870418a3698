/**
 * The report as one HTML file: no script, no network, in Chinese with an English switch.
 *
 * @module
 */
import type { AlignmentReport } from '../alignment-record';
import {
  writeCover,
  writeCoverage,
  writeEmphasisChart,
  writeHeatMap,
  writeShared,
} from './collection-sections';
import { writeDocumentSection } from './document-section';
import { html, type Markup, NOTHING, trustMarkup } from './markup';
import { writeMethodNotes } from './method-notes';
import { writePlanPassages, writePlanTargets } from './plan-sections';
import { createSectionContext, type SectionContext } from './section-context';
import { STYLE } from './style';
import { say } from './wording';

/**
 * The report as a page that needs nothing but itself: it works from `file://`, can be printed, and runs no script, which its content security policy makes sure of. All text of documents is
 * escaped. Same report, same bytes. Linear in the report.
 *
 * @example
 * await writeFile('report.html', await formatAlignmentHtml(report));
 */
export async function formatAlignmentHtml(report: AlignmentReport): Promise<string> {
  const context = createSectionContext(report);
  const chart = await writeEmphasisChart(report);
  const sections = report.documents.map((document) => writeDocumentSection(document, context));
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${report.collection.taxonomy.title} 对标报告 · alignment report</title>
<style>${trustMarkup(STYLE)}</style>
</head>
<body>
<input class="lang" type="radio" name="lang" id="lang-zh" checked aria-label="中文">
<input class="lang" type="radio" name="lang" id="lang-en" aria-label="English">
<div class="switch"><label for="lang-zh">中文</label><label for="lang-en" lang="en">English</label></div>
${writeHeader(report.collection, context)}
<main>
${writeCover(report)}
${chart}
${writeHeatMap(report, context)}
${writeCoverage(report)}
${writeShared(report, context)}
<section id="documents"><h2>${say('逐件台账', 'Document by document')}</h2>
<p class=soft>${say('点开文件查看任务台账、指标台账与文本复用。', 'Open a document for its two ledgers and its text reuse.')} ${sayLimits(context)}</p>
${sections}</section>
${writePlanTargets(report, context)}
${writePlanPassages(report, context)}
${writeMethodNotes(report.collection.settings)}
</main>
</body>
</html>
`;
  return leaveOutEndTags(page.markup);
}

/** What the page leaves to the tables. */
function sayLimits({ limits: { passages, characters } }: SectionContext): Markup {
  const [most, long] = [String(passages), String(characters)];
  return say(
    `每项任务至多列 ${most} 段本文原文，每段至多 ${long} 字；其余见 zhengce align 所写的各表。`,
    `Of a task at most ${most} of the document’s passages are shown, of each at most ${long} characters; all else stands in the tables that zhengce align writes.`,
  );
}

/** End tags that HTML does not ask for: a tenth of a large report. All text is escaped, so these are the page's own. */
function leaveOutEndTags(page: string): string {
  return page.replaceAll(/<\/(?:td|th|tr|li|dt|dd|thead|tbody)>/g, '');
}

function writeHeader(
  { taxonomy, plan }: AlignmentReport['collection'],
  { limits }: SectionContext,
): Markup {
  const hasTargets = plan !== null && plan.targets.length > 0;
  const doubts = (plan?.diagnostics ?? []).map(
    ({ message }) =>
      html`<p class=warn>${say('注意：所给规划文本涉及的任务很少，可能不是本规划的文本；凡以规划为准的数字均须慎用。', `Warning: ${message}`)}</p>`,
  );
  const text =
    plan === null
      ? NOTHING
      : html`<p>${say('规划文本：', 'Text of the plan: ')}${plan.title ?? plan.id}</p>`;
  const links: readonly (readonly [id: string, name: Markup])[] = [
    ['cover', say('总览', 'Overview')],
    ['emphasis', say('注意力分配', 'Emphasis')],
    ['heat', say('热力图', 'Heat map')],
    ['coverage', say('任务覆盖', 'Coverage')],
    ['documents', say('逐件台账', 'Documents')],
    ...(hasTargets ? [['targets', say('规划指标', 'Indicators of the plan')] as const] : []),
    ...(plan === null || limits.isPlanInline
      ? []
      : [['plan', say('规划原文', 'Text of the plan')] as const]),
    ['method', say('方法说明', 'Method')],
  ];
  return html`<header><h1>${say('政策对标报告', 'Policy alignment report')}</h1>
<p>${say('对标规划：', 'Plan: ')}${taxonomy.title}</p>${text}${doubts}
<nav aria-label="目录 contents"><ul>${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav></header>`;
}
