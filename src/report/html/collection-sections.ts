/**
 * The parts of the report on the collection: cover figures, emphasis, heat map, coverage, copies.
 *
 * @module
 */
import type { AlignmentRecord, AlignmentReport } from '../alignment-record';
import { drawBars } from './charts';
import { writeFigure } from './document-section';
import { html, type Markup, NOTHING, trustMarkup } from './markup';
import type { SectionContext } from './section-context';
import { listShades, shadeOf } from './style';
import { writeStatus } from './task-table';
import { formatShare, STATUS_WORDS, say } from './wording';

type Measured = Extract<AlignmentRecord['measures'], { kind: 'measured' }>;

function listMeasured({ documents }: AlignmentReport): readonly Measured[] {
  return documents.flatMap(({ measures }) => (measures.kind === 'measured' ? [measures] : []));
}

/** The cover figures. */
export function writeCover(report: AlignmentReport): Markup {
  const measured = listMeasured(report);
  const median = (name: Exclude<keyof Measured, 'kind'>): number => {
    const values = measured.map((each) => each[name]).sort((a, b) => a - b);
    const upper = values[Math.floor(values.length / 2)] ?? 0;
    return (upper + (values[Math.ceil(values.length / 2) - 1] ?? upper)) / 2;
  };
  const middle = say('中位数', 'median');
  const figures = [
    writeFigure(
      say('文件', 'documents'),
      String(report.documents.length),
      html`${measured.length} ${say('件有评分', 'with scores')}`,
    ),
    writeFigure(say('覆盖度', 'coverage'), formatShare(median('coverage')), middle),
    writeFigure(
      say('加权覆盖度', 'weighted coverage'),
      formatShare(median('weightedCoverage')),
      middle,
    ),
    writeFigure(say('数字化占比', 'digital share'), formatShare(median('digitalShare')), middle),
    writeFigure(say('趋同度', 'convergence'), median('convergence').toFixed(2), middle),
    writeFigure(
      say('多样性', 'diversity'),
      median('diversity').toFixed(1),
      html`${say('中位数，共', 'median, of')} ${report.collection.concepts.length}`,
    ),
  ];
  return html`<section id="cover"><h2>${say('总览', 'Overview')}</h2><dl class=figures>${figures}</dl></section>`;
}

/** The emphasis of the collection against the plan's: a chart, and the table that says the same. */
export async function writeEmphasisChart({ collection }: AlignmentReport): Promise<Markup> {
  const { concepts, planEmphasis, reference } = collection;
  if (reference.length === 0) return NOTHING;
  const svg = await drawBars(
    concepts.map(({ code }) => code),
    [
      { name: '文件 documents', color: '#1f5688', values: reference, isHatched: false },
      { name: '规划 plan', color: '#d5dbe2', values: planEmphasis, isHatched: true },
    ],
  );
  const rows = concepts.map(
    ({ code, label }, i) =>
      html`<tr><th scope=row>${code} ${label}</th><td class=n>${formatShare(reference[i] ?? 0)}</td><td class=n>${formatShare(planEmphasis[i] ?? 0)}</td></tr>`,
  );
  const basis =
    collection.plan === null
      ? say(
          '未提供规划文本，规划各任务取相等的占比。',
          'The plan’s text is not given: equal shares for all its tasks.',
        )
      : say('规划占比由其文本计算。', 'The plan’s shares are those of its text.');
  return html`<section id="emphasis"><h2>${say('注意力分配：文件均值与规划', 'Emphasis: mean of the documents, and the plan')}</h2>
<div class="beside"><figure><div role="img" aria-label="各任务注意力占比，数值见所附表格 / Emphasis of each task; the figures stand in the table beside">${trustMarkup(svg)}</div><figcaption>${basis}</figcaption></figure>
<div class=scroll><table><thead><tr><th>${say('任务', 'task')}</th><th class=n>${say('文件均值', 'mean of documents')}</th><th class=n>${say('规划', 'plan')}</th></tr></thead><tbody>${rows}</tbody></table></div></div></section>`;
}

/** The heat map of documents and concepts: a table with figures, shaded. */
export function writeHeatMap(
  { collection, documents }: AlignmentReport,
  { names }: SectionContext,
): Markup {
  const head = collection.concepts.map(
    ({ code, label }) => html`<th scope="col" title="${label}">${code}</th>`,
  );
  const rows = documents.map(({ id, concepts, measures }) => {
    const { name, anchor } = names.get(id) ?? { name: id, anchor: '' };
    const cells = concepts.map(({ emphasis }) =>
      measures.kind === 'unmeasured'
        ? html`<td>–</td>`
        : html`<td class=${shadeOf(emphasis)}>${(emphasis * 100).toFixed(0)}</td>`,
    );
    return html`<tr><th scope=row title="${name}"><a href="#${anchor}">${name}</a></th>${cells}</tr>
`;
  });
  const plan = collection.planEmphasis.map(
    (share) => html`<td class=${shadeOf(share)}>${(share * 100).toFixed(0)}</td>`,
  );
  const key = listShades().map(({ name, label }) => html`<li class="${name}">${label}</li>`);
  return html`<section id="heat"><h2>${say('热力图：文件与任务', 'Heat map: documents and tasks')}</h2>
<p class=soft>${say('格中为该任务占文件已标注字数的百分比；颜色越深占比越高。', 'Cells hold the percentage of a document’s tagged characters; the darker, the more.')}</p><ul class="key">${key}</ul>
<div class="heatbox" tabindex="0" role="region" aria-label="热力图 heat map"><table class="heat"><thead><tr><th scope="col">${say('文件', 'document')}</th>${head}</tr></thead><tbody><tr><th scope=row>${say('规划', 'plan')}</th>${plan}</tr>${rows}</tbody></table></div></section>`;
}

/** How far each concept is taken up. */
export function writeCoverage({ collection, documents }: AlignmentReport): Markup {
  const statuses = Object.keys(STATUS_WORDS);
  const rows = collection.concepts.map(({ code, label }, i) => {
    const counts = statuses.map(
      (status) => documents.filter(({ tasks }) => tasks[i]?.status === status).length,
    );
    const taken = documents.length - (counts[0] ?? 0);
    const share = documents.length === 0 ? 0 : taken / documents.length;
    const cells = counts.map((count) => html`<td class=n>${count}</td>`);
    return html`<tr><th scope=row>${code} ${label}</th><td class=n>${formatShare(share)}</td><td><span class=bar aria-hidden=true style=--s:${(share * 100).toFixed(1)}%></span></td>${cells}</tr>`;
  });
  const head = statuses.map((status) => html`<th class=n>${writeStatus(status)}</th>`);
  return html`<section id="coverage"><h2>${say('任务覆盖', 'Coverage of the tasks')}</h2><div class=scroll><table><thead><tr><th>${say('任务', 'task')}</th><th class=n colspan="2">${say('涉及的文件', 'documents')}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** Documents that share text with one another. */
export function writeShared(
  { collection: { groups, pairs } }: AlignmentReport,
  { names }: SectionContext,
): Markup {
  if (pairs.length === 0) return NOTHING;
  const link = (id: string): Markup =>
    html`<a href="#${names.get(id)?.anchor ?? ''}">${names.get(id)?.name ?? id}</a>`;
  const lists = groups.map(
    (group) =>
      html`<li>${group.map((id, i) => html`${i === 0 ? '' : ' = '}${link(id)} <span class=soft>${id}</span>`)}</li>`,
  );
  const member = new Map(groups.flatMap((group, i) => group.map((id) => [id, i] as const)));
  const partial = pairs.filter(({ a, b }) => {
    const group = member.get(a);
    return group === undefined || group !== member.get(b);
  });
  const rows = partial.map(
    (pair) =>
      html`<tr><td>${link(pair.a)}</td><td class=n>${formatShare(pair.shareOfA)}</td><td>${link(pair.b)}</td><td class=n>${formatShare(pair.shareOfB)}</td><td class=n>${formatShare(pair.verbatimOfA)} / ${formatShare(pair.verbatimOfB)}</td></tr>`,
  );
  return html`<section id="shared"><h2>${say('重复与相互借用的文件', 'Copies and shared text')}</h2>${
    lists.length === 0
      ? NOTHING
      : html`<h3>${say('近似重复', 'Near-duplicates')}</h3><ul>${lists}</ul>`
  }${
    rows.length === 0
      ? NOTHING
      : html`<h3>${say('部分借用', 'Partial copies')}</h3><div class=scroll><table><thead><tr><th>${say('文件一', 'first')}</th><th class=n>${say('借用占比', 'share')}</th><th>${say('文件二', 'second')}</th><th class=n>${say('借用占比', 'share')}</th><th class=n>${say('逐字相同', 'word for word')}</th></tr></thead><tbody>${rows}</tbody></table></div>`
  }</section>`;
}
