/**
 * The part of the report on one document: figures, both ledgers, reuse, its neighbours.
 *
 * @module
 */
import type { AlignmentRecord } from '../alignment-record';
import { writeIndicators } from './indicator-table';
import { markSame } from './mark-same';
import { html, type Markup, NOTHING } from './markup';
import type { SectionContext } from './section-context';
import { writeTasks } from './task-table';
import { formatShare, say, sayTerm } from './wording';

/** The section of a document. */
export function writeDocumentSection(document: AlignmentRecord, context: SectionContext): Markup {
  const { name, anchor } = context.names.get(document.id) ?? { name: document.id, anchor: '' };
  const open = context.isOpenInPrint ? 'doc openprint' : 'doc';
  return html`<details class="${open}" id=${anchor}><summary>${name} <span class=soft>${document.id} · ${writeBrief(document)}</span></summary>
${writeBasis(document)}${writeTasks(document, context)}${writeIndicators(document, context)}${writeReuse(document, context)}${writeNearest(document, context)}
</details>
`;
}

function writeBrief({ measures, peaks }: AlignmentRecord): Markup {
  if (measures.kind === 'unmeasured') return html`${sayTerm(measures.reason)}`;
  const codes = peaks.map(({ code }) => code).join('、');
  return html`${say('覆盖度', 'coverage')} ${formatShare(measures.coverage)} · ${say('趋同度', 'convergence')} ${measures.convergence.toFixed(2)} · ${say('重点', 'peaks')} ${codes}`;
}

function writeBasis(document: AlignmentRecord): Markup {
  const { measures, basis, strength, issuer, issuedOn } = document;
  const facts = [issuer.join('、'), issuedOn ?? ''].filter((fact) => fact !== '').join(' · ');
  const warning =
    measures.kind === 'unmeasured'
      ? html`<p class=warn>${say('不作评分：', 'No scores: ')}${sayTerm(measures.reason)}</p>`
      : NOTHING;
  const parts = [
    html`${basis.taggedPassages} / ${basis.passages} ${say('段', 'passages')}`,
    html`${basis.taggedCharacters} / ${basis.characters} ${say('字', 'characters')}`,
    ...(basis.meanScore === null
      ? []
      : [html`${say('标签平均得分', 'mean tag score')} ${basis.meanScore.toFixed(2)}`]),
    ...(basis.unsureShare === null
      ? []
      : [html`${say('把握不大的段落', 'unsure passages')} ${formatShare(basis.unsureShare)}`]),
  ];
  return html`${facts === '' ? NOTHING : html`<p>${facts}</p>`}${warning}<dl class=figures>${listMeasures(measures)}${writeFigure(
    say('形式力度', 'formal strength'),
    strength.formal?.toFixed(2) ?? '–',
    writeForm(strength),
  )}${writeFigure(
    say('措辞力度', 'wording strength'),
    strength.wording?.toFixed(2) ?? '–',
    html`${strength.marks} ${say('处', 'words')}`,
  )}</dl>
<p class=soft>${say('依据：', 'Rests on: ')}${parts.map((part, i) => html`${i === 0 ? '' : ' · '}${part}`)}</p>`;
}

function listMeasures(measures: AlignmentRecord['measures']): readonly Markup[] {
  if (measures.kind === 'unmeasured') return [];
  const { coverage, weightedCoverage, digitalShare, convergence, diversity } = measures;
  return [
    writeFigure(say('覆盖度', 'coverage'), formatShare(coverage)),
    writeFigure(say('加权覆盖度', 'weighted coverage'), formatShare(weightedCoverage)),
    writeFigure(say('数字化占比', 'digital share'), formatShare(digitalShare)),
    writeFigure(say('趋同度', 'convergence'), convergence.toFixed(2)),
    writeFigure(say('多样性', 'diversity'), diversity.toFixed(1)),
  ];
}

function writeForm({ issuerRank, genreRank }: AlignmentRecord['strength']): Markup {
  if (issuerRank === null || genreRank === null)
    return say('机关或文种不明', 'issuer or genre unknown');
  return html`${sayTerm(issuerRank)} · ${sayTerm(genreRank)}`;
}

/** A figure with its name. */
export function writeFigure(name: Markup, value: string, note: Markup = NOTHING): Markup {
  const below = note === NOTHING ? NOTHING : html`<small>${note}</small>`;
  return html`<div><dt>${name}</dt><dd>${value}${below}</dd></div>`;
}

function writeReuse({ reuse }: AlignmentRecord, { limits }: SectionContext): Markup {
  if (reuse === null) return NOTHING;
  const longest = [...reuse.stretches].sort((a, b) => b.matches - a.matches || a.start - b.start);
  const shown = longest.slice(0, limits.stretches);
  const pairs = shown.map(
    ({ kind, text, planText, identity, matches }) =>
      html`<p class=soft>${sayTerm(kind)} · ${matches} ${say('字相同', 'letters the same')} · ${formatShare(identity)}</p><div class=pair><blockquote>${markSame(text, planText)}</blockquote><blockquote class=plan>${markSame(planText, text)}</blockquote></div>`,
  );
  const list =
    shown.length === 0
      ? NOTHING
      : html`<details><summary>${say('逐段对照', 'Side by side')} (${shown.length} / ${longest.length})</summary>${pairs}</details>`;
  return html`<h4>${say('文本复用', 'Text reuse')}</h4><p>${say('占本文', 'of the document')} ${formatShare(reuse.share)} · ${say('占规划', 'of the plan')} ${formatShare(reuse.planShare)} · ${say('套话部分（另计）', 'of boilerplate, apart')} ${formatShare(reuse.boilerplateShare)}</p>${list}`;
}

function writeNearest({ nearest }: AlignmentRecord, { names, limits }: SectionContext): Markup {
  if (nearest.length === 0) return NOTHING;
  const items = nearest.slice(0, limits.nearest).map(({ id, convergence }, i) => {
    const other = names.get(id);
    return html`${i === 0 ? '' : ' · '}<a href="#${other?.anchor ?? ''}">${other?.name ?? id}</a> ${convergence.toFixed(2)}`;
  });
  return html`<h4>${say('注意力最接近的文件', 'Documents with the nearest emphasis')}</h4><p>${items}</p>`;
}
