/**
 * The indicator ledger of a document as a table.
 *
 * @module
 */
import type { AlignmentRecord, IndicatorRecord, TargetRecord } from '../alignment-record';
import { html, type Markup, NOTHING } from './markup';
import { sayTarget } from './say-target';
import type { SectionContext } from './section-context';
import { say, sayTerm } from './wording';

/** The ledger: pairs first, then what is new, then what is missing. */
export function writeIndicators(document: AlignmentRecord, context: SectionContext): Markup {
  const { indicators, missing } = document;
  if (indicators.length + missing.length === 0) return NOTHING;
  // Pairs come first, and are what the ledger is read for.
  const rows = indicators.slice(0, context.limits.indicators).map(writeIndicator);
  const table =
    rows.length === 0
      ? html`<p>${say('没有量化目标。', 'No quantified targets.')}</p>`
      : html`<table class=stack><thead><tr><th>${say('关系', 'kind')}</th><th>${say('本文', 'document')}</th><th>${say('规划', 'plan')}</th><th>${say('目标高低', 'ambition')}</th></tr></thead><tbody>${rows}</tbody></table>`;
  const more =
    indicators.length === rows.length
      ? NOTHING
      : html`<p class=soft>${say('其余见表格 indicators：', 'The rest stands in the table of indicators: ')}${indicators.length - rows.length}</p>`;
  return html`<h4>${say('指标台账', 'Indicator ledger')}</h4>${table}${more}${writeMissing(document, context)}`;
}

function writeMissing(
  { missing }: AlignmentRecord,
  { collection: { plan }, limits }: SectionContext,
): Markup {
  if (missing.length === 0 || plan === null) return NOTHING;
  const count = html`${say('规划有而本文未涉及的指标：', 'Indicators of the plan that the document lacks: ')}${missing.length} / ${plan.targets.length}`;
  if (!limits.isPlanInline) return html`<p><a href="#targets">${count}</a></p>`;
  const texts = missing
    .slice(0, limits.indicators)
    .flatMap((at) => plan.targets[at] ?? [])
    .map((target, i) => html`${i === 0 ? '' : '；'}${sayTarget(target)}`);
  const rest = missing.length > texts.length ? '；…' : '';
  return html`<details><summary>${count}</summary><p class=soft>${texts}${rest}</p></details>`;
}

function writeIndicator(entry: IndicatorRecord): Markup {
  const { kind, target, planTarget } = entry;
  return html`<tr><td>${sayTerm(kind)}</td><td>${writeTarget(target)}</td><td>${writeTarget(planTarget)}</td><td>${writeAmbition(entry)}</td></tr>`;
}

function writeAmbition({ ambition, gap, years, reason }: IndicatorRecord): Markup {
  if (ambition === null) return NOTHING;
  const sign = (value: number): string => (value > 0 ? '+' : '');
  return html`${sayTerm(ambition)}${gap === null ? '' : ` ${sign(gap)}${(gap * 100).toFixed(0)}%`}${
    years === null || years === 0 ? NOTHING : html` · ${sign(years)}${years} ${say('年', 'years')}`
  }${reason === null ? NOTHING : html` (${sayTerm(reason)})`}`;
}

/** A target with its deadline. */
export function writeTarget(target: TargetRecord | null): Markup {
  if (target === null) return html`–`;
  const { deadline } = target;
  return html`${sayTarget(target)}${deadline === null ? NOTHING : html` <span class=soft>${deadline}</span>`}`;
}
