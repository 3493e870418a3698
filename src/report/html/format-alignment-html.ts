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
import { chooseLimits, type SectionContext, writeDocumentSection } from './document-section';
import { html, type Markup, NOTHING, trustMarkup } from './markup';
import { writeMethodNotes } from './method-notes';
import { STYLE } from './style';
import { say } from './wording';

/** Documents up to which paper shows everything; of more, paper shows what the reader has opened. */
const MAX_OPEN_IN_PRINT = 10;

/**
 * The report as a page that needs nothing but itself: it works from `file://`, can be printed, and runs no script, which its content security policy makes sure of. All text of documents is
 * escaped. Same report, same bytes. Linear in the report.
 *
 * @example
 * await writeFile('report.html', await formatAlignmentHtml(report));
 */
export async function formatAlignmentHtml(report: AlignmentReport): Promise<string> {
  const context = createContext(report);
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
${writeHeader(report)}
<main>
${writeCover(report)}
${chart}
${writeHeatMap(report, context)}
${writeCoverage(report)}
${writeShared(report, context)}
<section id="documents"><h2>${say('逐件台账', 'Document by document')}</h2>
<p class="soft">${say('点开文件查看注意力、任务台账、指标台账与文本复用。', 'Open a document for its emphasis, its two ledgers and its text reuse.')}</p>
${sections}</section>
${writeMethodNotes(report.collection.settings)}
</main>
</body>
</html>
`;
  return page.markup;
}

function createContext({ collection, documents }: AlignmentReport): SectionContext {
  const titles = documents.map(({ title }) => title);
  // Many reports are called 政府工作报告 alike.
  const nameOf = (id: string, title: string | null): string =>
    title === null
      ? id
      : titles.indexOf(title) === titles.lastIndexOf(title)
        ? title
        : `${title}（${id}）`;
  return {
    collection,
    planPassages: new Map(collection.plan?.passages.map((passage) => [passage.id, passage])),
    names: new Map(
      documents.map(({ id, title }, i) => [
        id,
        { name: nameOf(id, title), anchor: `d${String(i + 1)}` },
      ]),
    ),
    isOpenInPrint: documents.length <= MAX_OPEN_IN_PRINT,
    limits: chooseLimits(documents.length),
  };
}

function writeHeader({ collection }: AlignmentReport): Markup {
  const { taxonomy, plan } = collection;
  const doubts = (plan?.diagnostics ?? []).map(
    ({ message }) =>
      html`<p class="warn">${say('注意：所给规划文本涉及的任务很少，可能不是本规划的文本；凡以规划为准的数字均须慎用。', 'Warning: ')}<span class="e" lang="en">${message}</span></p>`,
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
    ['method', say('方法说明', 'Method')],
  ];
  return html`<header><h1>${say('政策对标报告', 'Policy alignment report')}</h1>
<p>${say('对标规划：', 'Plan: ')}${taxonomy.title}</p>${text}${doubts}
<nav aria-label="目录 contents"><ul>${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav></header>`;
}
