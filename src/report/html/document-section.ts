/**
 * The part of the report on one document: figures, emphasis, both ledgers, reuse.
 *
 * @module
 */
import type {
  AlignmentRecord,
  CollectionRecord,
  ExcerptRecord,
  IndicatorRecord,
  PlaceRecord,
  PlanPassageRecord,
  TargetRecord,
  TaskRecord,
} from '../alignment-record';
import { cutExcerpt } from '../excerpt';
import { markPlaces, markSame } from './mark-same';
import { html, type Markup, NOTHING } from './markup';
import { sayTarget } from './say-target';
import { formatKnownShare, formatShare, STATUS_WORDS, say, sayTerm } from './wording';

/** What a section refers to. */
export interface SectionContext {
  readonly collection: CollectionRecord;
  readonly planPassages: ReadonlyMap<string, PlanPassageRecord>;
  /** The name of each document and the anchor of its section, by id. */
  readonly names: ReadonlyMap<string, { readonly name: string; readonly anchor: string }>;
  /** Whether paper shows what is folded. */
  readonly isOpenInPrint: boolean;
  readonly limits: SectionLimits;
}

/** How much of a document's entries a section shows; the tables hold all. */
export interface SectionLimits {
  readonly stretches: number;
  readonly indicators: number;
  /** Passages of each side in an entry of the task ledger, and their characters. */
  readonly passages: number;
  readonly characters: number;
  readonly particulars: number;
}

/** Documents up to which sections are long, and up to which they are middling. */
const [FEW_DOCUMENTS, SOME_DOCUMENTS] = [40, 120];

/** The limits for a number of documents, so that the page of a few hundred stays below 5 MB. */
export function chooseLimits(documents: number): SectionLimits {
  if (documents <= FEW_DOCUMENTS)
    return { stretches: 40, indicators: 60, passages: 3, characters: 320, particulars: 20 };
  if (documents <= SOME_DOCUMENTS)
    return { stretches: 12, indicators: 20, passages: 2, characters: 240, particulars: 12 };
  return { stretches: 5, indicators: 6, passages: 1, characters: 150, particulars: 5 };
}

/** The section of a document. */
export function writeDocumentSection(document: AlignmentRecord, context: SectionContext): Markup {
  const { name, anchor } = context.names.get(document.id) ?? { name: document.id, anchor: '' };
  const open = context.isOpenInPrint ? 'doc openprint' : 'doc';
  return html`<details class="${open}" id="${anchor}"><summary>${name} <span class="soft">${document.id} · ${writeBrief(document)}</span></summary>
${writeBasis(document)}${writeEmphasis(document, context)}${writeTasks(document, context)}${writeIndicators(document, context)}${writeReuse(document, context)}${writeNearest(document, context)}
</details>
`;
}

function writeBrief({ measures, peaks }: AlignmentRecord): Markup {
  if (measures.kind === 'unmeasured') return html`${sayTerm(measures.reason)}`;
  const codes = peaks.map(({ code }) => code).join('、');
  return html`${say('覆盖度', 'coverage')} ${formatShare(measures.coverage)} · ${say('趋同度', 'convergence')} ${measures.convergence.toFixed(2)} · ${say('重点', 'peaks')} ${codes}`;
}

function writeBasis({ measures, basis, strength, issuer, issuedOn }: AlignmentRecord): Markup {
  const facts = [issuer.join('、'), issuedOn ?? ''].filter((fact) => fact !== '').join(' · ');
  const warning =
    measures.kind === 'unmeasured'
      ? html`<p class="warn">${say('不作评分：', 'No scores: ')}${sayTerm(measures.reason)}</p>`
      : NOTHING;
  return html`<p>${facts}</p>${warning}<dl class="figures">${
    measures.kind === 'measured'
      ? [
          writeFigure(say('覆盖度', 'coverage'), formatShare(measures.coverage)),
          writeFigure(
            say('加权覆盖度', 'weighted coverage'),
            formatShare(measures.weightedCoverage),
          ),
          writeFigure(say('数字化占比', 'digital share'), formatShare(measures.digitalShare)),
          writeFigure(say('趋同度', 'convergence'), measures.convergence.toFixed(2)),
          writeFigure(say('多样性', 'diversity'), measures.diversity.toFixed(1)),
        ]
      : []
  }${writeFigure(say('形式力度', 'formal strength'), strength.formal?.toFixed(2) ?? '–', writeForm(strength))}${writeFigure(
    say('措辞力度', 'wording strength'),
    strength.wording?.toFixed(2) ?? '–',
    html`${strength.marks} ${say('处', 'words')}`,
  )}</dl>
<p class="soft">${say('依据：', 'Rests on: ')}${basis.taggedPassages} / ${basis.passages} ${say('段', 'passages')} · ${basis.taggedCharacters} / ${basis.characters} ${say('字', 'characters')}${
    basis.meanScore === null
      ? NOTHING
      : html` · ${say('标签平均得分', 'mean tag score')} ${basis.meanScore.toFixed(2)}`
  }${
    basis.unsureShare === null
      ? NOTHING
      : html` · ${say('把握不大的段落', 'unsure passages')} ${formatShare(basis.unsureShare)}`
  }</p>`;
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

/** A bar of a share, with a line at another; both are said in the cells beside it. */
export function writeBar(share: number, plan: number, most: number): Markup {
  const width = (value: number): string => `${((value / most) * 100).toFixed(1)}%`;
  return html`<span class="bar" aria-hidden="true"><i style="width:${width(share)}"></i><b style="left:${width(plan)}"></b></span>`;
}

function writeEmphasis({ concepts }: AlignmentRecord, { collection }: SectionContext): Markup {
  const most = Math.max(0.01, ...concepts.flatMap((each) => [each.emphasis, each.planEmphasis]));
  const labels = new Map(collection.concepts.map(({ code, label }) => [code, label]));
  const rows = concepts
    .filter(({ passages }) => passages > 0)
    .map(
      (each) =>
        html`<tr><th scope="row">${each.code} ${labels.get(each.code) ?? ''}</th><td class="n">${formatShare(each.emphasis)}</td><td class="n">${formatShare(each.planEmphasis)}</td><td>${writeBar(each.emphasis, each.planEmphasis, most)}</td><td class="n">${each.relativeEmphasis?.toFixed(1) ?? '–'}</td><td class="n">${each.similarity?.toFixed(2) ?? '–'}</td><td class="n">${formatKnownShare(each.specificity)}</td></tr>`,
    );
  if (rows.length === 0) return NOTHING;
  return html`<h4>${say('注意力分配', 'Emphasis')}</h4><div class="scroll"><table><thead><tr><th>${say('任务', 'task')}</th><th class="n">${say('本文', 'document')}</th><th class="n">${say('规划', 'plan')}</th><th>${say('条为本文，竖线为规划', 'bar: document, line: plan')}</th><th class="n">${say('相对', 'relative')}</th><th class="n">${say('相似度', 'similarity')}</th><th class="n">${say('明确度', 'specificity')}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function writeTasks({ tasks }: AlignmentRecord, context: SectionContext): Markup {
  const absent = tasks.filter(({ status }) => status === 'absent').map(({ code }) => code);
  const rows = tasks
    .filter(({ status }) => status !== 'absent')
    .map((task) => writeTask(task, context));
  const rest =
    absent.length === 0 ? NOTHING : html`<p>○ ${say('缺失：', 'absent: ')}${absent.join('、')}</p>`;
  if (rows.length === 0) return html`<h4>${say('任务台账', 'Task ledger')}</h4>${rest}`;
  return html`<h4>${say('任务台账', 'Task ledger')}</h4><table class="stack ledger"><thead><tr><th>${say('任务', 'task')}</th><th>${say('状态', 'status')}</th><th>${say('依据', 'passages')}</th></tr></thead><tbody>${rows}</tbody></table>${rest}`;
}

function writeTask(task: TaskRecord, { collection, planPassages, limits }: SectionContext): Markup {
  const label = collection.concepts.find(({ code }) => code === task.code)?.label ?? '';
  const own = task.passages.slice(0, limits.passages);
  const planned = task.planPassageIds
    .slice(0, limits.passages)
    .flatMap((id) => planPassages.get(id) ?? []);
  return html`<tr><th scope="row">${task.code} ${label}</th><td>${writeStatus(task.status)}${writeReason(task)}</td><td><details><summary>${own[0] === undefined ? '–' : shorten(own[0].text)}</summary><div class="pair"><div>${own.map((each) => writeExcerpt(each, limits))}${writeParticulars(task, limits)}</div><div>${planned.map((each) => writePlanPassage(each, limits))}</div></div></details></td></tr>`;
}

/** What decides on a status, the most telling first. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  extended: ['new-measure', 'new-target'],
  localised: ['figure', 'body', 'place'],
};

/** What decided on the status, in a few words; all of it stands with the passages. */
function writeReason({ status, particulars }: TaskRecord): Markup {
  const kinds = REASONS[status] ?? [];
  const [first] = kinds.flatMap((wanted) => particulars.filter(({ kind }) => kind === wanted));
  if (first === undefined) return NOTHING;
  return html`<small class="why">${sayTerm(first.kind)}${say('：', ': ')}${shorten(first.text, 24)}</small>`;
}

/** A status with its mark, which tells statuses apart without colour. */
export function writeStatus(status: string): Markup {
  const [mark, chinese, english] = STATUS_WORDS[status] ?? ['', status, status];
  return html`<span class="status">${mark} ${say(chinese, english)}</span>`;
}

function shorten(text: string, most = 40): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}

function writeExcerpt(excerpt: ExcerptRecord, { characters }: SectionLimits): Markup {
  const { text, start, end, evidence, headingPath } = excerpt;
  const shown = cutExcerpt(
    text,
    { start: 0, end: end - start },
    shift(evidence, -start),
    characters,
  );
  const [before, after] = [shown.start > 0 ? '…' : '', shown.end < text.length ? '…' : ''];
  return html`<blockquote><cite>${headingPath.at(-1) ?? ''}</cite>${before}${markPlaces(shown.text, shown.start, shown.evidence)}${after}</blockquote>`;
}

function shift(places: readonly PlaceRecord[], by: number): readonly PlaceRecord[] {
  return places.map(({ start, end }) => ({ start: start + by, end: end + by }));
}

function writePlanPassage(
  { text, headingPath }: PlanPassageRecord,
  { characters }: SectionLimits,
): Markup {
  const shown = cutExcerpt(text, { start: 0, end: text.length }, [], characters);
  const after = shown.end < text.length ? '…' : '';
  return html`<blockquote class="plan"><cite>${say('规划', 'plan')} ${headingPath.at(-1) ?? ''}</cite>${shown.text}${after}</blockquote>`;
}

function writeParticulars({ particulars }: TaskRecord, limits: SectionLimits): Markup {
  if (particulars.length === 0) return NOTHING;
  const seen = new Map(particulars.map((each) => [`${each.kind} ${each.text}`, each]));
  const shown = [...seen.values()].slice(0, limits.particulars);
  const items = shown.map(
    ({ kind, text }) => html` ${sayTerm(kind)}${say('：', ': ')}${text}${say('；', '; ')}`,
  );
  return html`<p class="tags">${items}${seen.size > shown.length ? '…' : ''}</p>`;
}

function writeIndicators(
  { indicators, missing }: AlignmentRecord,
  { collection, limits }: SectionContext,
): Markup {
  if (indicators.length + missing.length === 0) return NOTHING;
  // Pairs come first, and are what the ledger is read for.
  const rows = indicators.slice(0, limits.indicators).map(writeIndicator);
  const table =
    rows.length === 0
      ? html`<p>${say('没有量化目标。', 'No quantified targets.')}</p>`
      : html`<table class="stack"><thead><tr><th>${say('关系', 'kind')}</th><th>${say('本文', 'document')}</th><th>${say('规划', 'plan')}</th><th>${say('目标高低', 'ambition')}</th></tr></thead><tbody>${rows}</tbody></table>`;
  const more =
    indicators.length === rows.length
      ? NOTHING
      : html`<p class="soft">${say('其余见表格 indicators：', 'The rest stands in the table of indicators: ')}${indicators.length - rows.length}</p>`;
  return html`<h4>${say('指标台账', 'Indicator ledger')}</h4>${table}${more}${writeMissing(missing, collection, limits)}`;
}

function writeMissing(
  missing: readonly number[],
  { plan }: CollectionRecord,
  { indicators }: SectionLimits,
): Markup {
  if (missing.length === 0) return NOTHING;
  const texts = missing
    .slice(0, indicators)
    .flatMap((at) => plan?.targets[at] ?? [])
    .map((target, i) => html`${i === 0 ? '' : '；'}${sayTarget(target)}`);
  const rest = missing.length > texts.length ? '；…' : '';
  return html`<details><summary>${say('规划有而本文未涉及的指标：', 'Indicators of the plan that the document lacks: ')}${missing.length}</summary><p class="soft">${texts}${rest}</p></details>`;
}

function writeIndicator(entry: IndicatorRecord): Markup {
  const { kind, target, planTarget, ambition, gap, years, reason } = entry;
  const rated =
    ambition === null
      ? NOTHING
      : html`${sayTerm(ambition)}${gap === null ? '' : ` ${gap > 0 ? '+' : ''}${(gap * 100).toFixed(0)}%`}${years === null || years === 0 ? NOTHING : html` · ${years > 0 ? '+' : ''}${years} ${say('年', 'years')}`}${reason === null ? NOTHING : html` (${sayTerm(reason)})`}`;
  return html`<tr><td>${sayTerm(kind)}</td><td>${writeTarget(target)}</td><td>${writeTarget(planTarget)}</td><td>${rated}</td></tr>`;
}

function writeTarget(target: TargetRecord | null): Markup {
  if (target === null) return html`–`;
  const { deadline } = target;
  return html`${sayTarget(target)}${deadline === null ? NOTHING : html` <span class="soft">${deadline}</span>`}`;
}

function writeReuse({ reuse }: AlignmentRecord, { limits }: SectionContext): Markup {
  if (reuse === null) return NOTHING;
  const longest = [...reuse.stretches].sort((a, b) => b.matches - a.matches || a.start - b.start);
  const shown = longest.slice(0, limits.stretches);
  const pairs = shown.map(
    ({ kind, text, planText, identity, matches }) =>
      html`<p class="soft">${sayTerm(kind)} · ${matches} ${say('字相同', 'letters the same')} · ${formatShare(identity)}</p><div class="pair"><blockquote>${markSame(text, planText)}</blockquote><blockquote class="plan">${markSame(planText, text)}</blockquote></div>`,
  );
  const list =
    shown.length === 0
      ? NOTHING
      : html`<details><summary>${say('逐段对照', 'Side by side')} (${shown.length} / ${longest.length})</summary>${pairs}</details>`;
  return html`<h4>${say('文本复用', 'Text reuse')}</h4><p>${say('占本文', 'of the document')} ${formatShare(reuse.share)} · ${say('占规划', 'of the plan')} ${formatShare(reuse.planShare)} · ${say('套话部分（另计）', 'of boilerplate, apart')} ${formatShare(reuse.boilerplateShare)}</p>${list}`;
}

function writeNearest({ nearest }: AlignmentRecord, { names }: SectionContext): Markup {
  if (nearest.length === 0) return NOTHING;
  const items = nearest.map(({ id, convergence }) => {
    const other = names.get(id);
    return html`<li><a href="#${other?.anchor ?? ''}">${other?.name ?? id}</a> ${convergence.toFixed(2)}</li>`;
  });
  return html`<h4>${say('注意力最接近的文件', 'Documents with the nearest emphasis')}</h4><ul>${items}</ul>`;
}
