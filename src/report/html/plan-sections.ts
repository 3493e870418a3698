/**
 * The plan's side of the report: its passages, each once on the page, and its indicators with who takes them up.
 *
 * @module
 */
import type { AlignmentRecord, AlignmentReport, PlanPassageRecord } from '../alignment-record';
import { cutExcerpt } from '../excerpt';
import { writeTarget } from './indicator-table';
import { html, type Markup, NOTHING } from './markup';
import type { NumberedPassage, SectionContext } from './section-context';
import { say } from './wording';

/** A passage of the plan where it is quoted beside an entry. */
export function writePlanPassage({ text, headingPath }: PlanPassageRecord, most: number): Markup {
  const shown = cutExcerpt(text, { start: 0, end: text.length }, [], most);
  const after = shown.end < text.length ? '…' : '';
  return html`<blockquote class=plan><cite>${say('规划', 'plan')} ${headingPath.at(-1) ?? ''}</cite> ${shown.text}${after}</blockquote>`;
}

/** A button that shows a passage of the plan over the page: a popover, which needs no script. */
export function writePassageButton({ number }: NumberedPassage): Markup {
  return html`<button popovertarget=p${number}>§${number}</button> `;
}

/**
 * The passages that entries refer to, in the plan's order, as popovers: a few hundred documents quote the same passages thousands of times. Paper and browsers without popovers show them as
 * they stand.
 */
export function writePlanPassages(
  { documents }: AlignmentReport,
  { planPassages, limits }: SectionContext,
): Markup {
  if (limits.isPlanInline) return NOTHING;
  const wanted = new Set(
    documents.flatMap(({ tasks }) => tasks.flatMap(({ planPassageIds }) => planPassageIds)),
  );
  const items = [...planPassages.values()]
    .filter(({ passage }) => wanted.has(passage.id))
    .map(
      (each) =>
        html`<li>${writePassageButton(each)}<span class=soft>${each.passage.codes.join('、')}</span> ${each.passage.headingPath.at(-1) ?? ''}${writePopover(each)}</li>
`,
    );
  if (items.length === 0) return NOTHING;
  return html`<section id=plan><h2>${say('规划原文', 'The plan’s text')}</h2>
<p class=soft>${say('台账所引的规划段落，按编号点开；Esc 键关闭。', 'The plan’s passages that the ledgers refer to: open them by number, close them by Esc.')}</p><ul class=passages>${items}</ul></section>`;
}

function writePopover({ number, passage: { headingPath, text } }: NumberedPassage): Markup {
  return html`<div popover class=plan id=p${number}><button popovertarget=p${number} popovertargetaction=hide>${say('关闭', 'close')}</button> <cite>§${number} ${headingPath.join(' › ')}</cite> ${text}</div>`;
}

/** The plan's indicators, each with the documents that name it. */
export function writePlanTargets(
  { collection: { plan }, documents }: AlignmentReport,
  { names }: SectionContext,
): Markup {
  if (plan === null || plan.targets.length === 0 || documents.length === 0) return NOTHING;
  const lacking = documents.map(({ missing }) => new Set(missing));
  const rows = plan.targets.map((target, at) => {
    const holders = documents.filter((_, i) => lacking[i]?.has(at) === false);
    return html`<tr><td>${writeTarget(target)}</td><td class=n>${holders.length}</td><td>${linkDocuments(holders, names)}</td></tr>
`;
  });
  return html`<section id=targets><h2>${say('规划指标与涉及的文件', 'The plan’s indicators, and who takes them up')}</h2><details><summary>${plan.targets.length} ${say('项指标', 'indicators')}</summary><table><thead><tr><th>${say('规划指标', 'indicator')}</th><th class=n>${say('涉及', 'documents')}</th><th>${say('文件', 'which')}</th></tr></thead><tbody>${rows}</tbody></table></details></section>`;
}

/** Documents that are named beside an indicator; of more only the number is told. */
const MAX_NAMED = 20;

function linkDocuments(
  holders: readonly AlignmentRecord[],
  names: SectionContext['names'],
): readonly Markup[] {
  const links = holders.slice(0, MAX_NAMED).map(({ id }, i) => {
    const { name, anchor } = names.get(id) ?? { name: id, anchor: '' };
    return html`${i === 0 ? '' : '、'}<a href="#${anchor}">${name}</a>`;
  });
  return holders.length > MAX_NAMED ? [...links, html`…`] : links;
}
