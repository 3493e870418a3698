/**
 * The task ledger of a document as a table: status, emphasis beside the plan's, and the passages of both sides.
 *
 * @module
 */
import type {
  AlignmentRecord,
  ConceptRecord,
  ExcerptRecord,
  PlaceRecord,
  TaskRecord,
} from '../alignment-record';
import { cutExcerpt, cutText, type Excerpt } from '../excerpt';
import { markPlaces } from './mark-same';
import { html, type Markup, NOTHING } from './markup';
import { writePassageButton, writePlanPassage } from './plan-sections';
import type { SectionContext, SectionLimits } from './section-context';
import { formatKnownShare, formatShare, STATUS_WORDS, say, sayTerm } from './wording';

/** The ledger; tasks that a document does not speak of are only named. */
export function writeTasks({ tasks, concepts }: AlignmentRecord, context: SectionContext): Markup {
  const absent = tasks.filter(({ status }) => status === 'absent').map(({ code }) => code);
  const figures = new Map(concepts.map((concept) => [concept.code, concept]));
  const most = Math.max(0.01, ...concepts.flatMap((each) => [each.emphasis, each.planEmphasis]));
  const rows = tasks
    .filter(({ status }) => status !== 'absent')
    .map((task) => writeTask(task, figures.get(task.code), most, context));
  const rest =
    absent.length === 0 ? NOTHING : html`<p>○ ${say('缺失：', 'absent: ')}${absent.join('、')}</p>`;
  const title = html`<h4>${say('任务台账', 'Task ledger')}</h4>`;
  if (rows.length === 0) return html`${title}${rest}`;
  return html`${title}<table class="stack ledger"><thead><tr><th>${say('任务', 'task')}</th><th>${say('状态', 'status')}</th><th class=b>${say('本文 / 规划', 'share / plan’s')}</th><th>${say('相对', 'relative')}</th><th>${say('相似度', 'similarity')}</th><th>${say('明确度', 'specificity')}</th><th>${say('依据', 'passages')}</th></tr></thead><tbody>${rows}</tbody></table>${rest}`;
}

function writeTask(
  task: TaskRecord,
  concept: ConceptRecord | undefined,
  most: number,
  context: SectionContext,
): Markup {
  const label = context.collection.concepts.find(({ code }) => code === task.code)?.label ?? '';
  const { emphasis = 0, planEmphasis = 0 } = concept ?? {};
  return html`<tr><th scope=row>${task.code} ${label}</th><td class=st>${writeStatus(task.status)}${writeReason(task)}${writeDoubt(task)}</td><td class=b style=--s:${scale(emphasis, most)}%;--p:${scale(planEmphasis, most)}%>${formatShare(emphasis)} / ${formatShare(planEmphasis)}</td><td>${concept?.relativeEmphasis?.toFixed(1) ?? '–'}</td><td>${concept?.similarity?.toFixed(2) ?? '–'}</td><td>${formatKnownShare(concept?.specificity ?? null)}</td><td>${writePassages(task, context)}</td></tr>
`;
}

/** A share as a percentage of the largest: the length of a bar, where its line stands. */
function scale(share: number, most: number): string {
  return ((share / most) * 100).toFixed(0);
}

/** A status with its mark, which tells statuses apart without colour. */
export function writeStatus(status: string): Markup {
  const [mark, chinese, english] = STATUS_WORDS[status] ?? ['', status, status];
  return html`${mark} ${say(chinese, english)}`;
}

/** What decides on a status, the most telling first. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  extended: ['new-measure', 'new-target'],
  localised: ['figure', 'measure', 'body', 'place'],
};

type ParticularRecord = TaskRecord['particulars'][number];

function findReason({ status, particulars }: TaskRecord): ParticularRecord | undefined {
  const kinds = REASONS[status] ?? [];
  return kinds.flatMap((wanted) => particulars.filter(({ kind }) => kind === wanted))[0];
}

/** UTF-16 code units of what decided that stand beside a status. */
const REASON_LENGTH = 24;

/** What decided on the status, in a few words. */
function writeReason(task: TaskRecord): Markup {
  const reason = findReason(task);
  if (reason === undefined) return NOTHING;
  const text = tidy(reason.text);
  const shown = text.length <= REASON_LENGTH ? text : `${cutText(text, REASON_LENGTH)}…`;
  return html`<small>${sayTerm(reason.kind)}${shown}</small>`;
}

/** The best passage, of which a folded entry shows the beginning; unfolded the rest, and what the plan says. */
function writePassages(task: TaskRecord, context: SectionContext): Markup {
  const { limits } = context;
  const [best, ...others] = task.passages.slice(0, limits.passages);
  if (best === undefined) return html`–`;
  return html`<details><summary><span>${writeExcerpt(best, limits)}</span></summary>${others.map((each) => html`<blockquote>${writeExcerpt(each, limits)}</blockquote>`)}${writeParticulars(task, limits)}${writePlan(task, context)}</details>`;
}

function writeExcerpt(excerpt: ExcerptRecord, { characters }: SectionLimits): Markup {
  const { text, start, end, evidence, headingPath, isCutBefore, isCutAfter } = excerpt;
  const shown = cutExcerpt(
    text,
    { start: 0, end: end - start },
    shift(evidence, -start),
    characters,
  );
  const before = isCutBefore || shown.start > 0 ? '…' : '';
  const after = isCutAfter || shown.end < text.length ? '…' : '';
  const heading = headingPath.at(-1);
  const lead = measureLead(shown);
  const marked = markPlaces(shown.text.slice(lead), shown.start + lead, shown.evidence);
  const far =
    lead === 0 ? before : html`<em class=far>${before}${tidy(shown.text.slice(0, lead))}</em>`;
  return html`${heading === undefined ? NOTHING : html`<cite>${heading}</cite> `}${far}${marked}${after}`;
}

/** UTF-16 code units before the first evidence that a folded excerpt shows. */
const NEAR = 20;

/** What stands too far before the first evidence for the two lines of a folded excerpt. */
function measureLead({ start, text, evidence }: Excerpt): number {
  const lead = (evidence[0]?.start ?? start) - start - NEAR;
  return lead <= NEAR || text.length === 0 ? 0 : lead;
}

/** Score in [0, 1] below which a tag is more probably wrong than right. */
const SURE = 0.5;

/** Says where no tag that an entry rests on is more probably right than wrong. */
function writeDoubt({ passages }: TaskRecord): Markup {
  const score = Math.max(0, ...passages.map((each) => each.score));
  return score >= SURE
    ? NOTHING
    : html`<small>${say('把握不大', 'unsure')}${score.toFixed(2)}</small>`;
}

function shift(places: readonly PlaceRecord[], by: number): readonly PlaceRecord[] {
  return places.map(({ start, end }) => ({ start: start + by, end: end + by }));
}

function writePlan(
  { planPassageIds }: TaskRecord,
  { planPassages, limits }: SectionContext,
): Markup {
  const planned = planPassageIds.flatMap((id) => planPassages.get(id) ?? []);
  if (planned.length === 0) return NOTHING;
  if (limits.isPlanInline)
    return html`${planned.map((each) => writePlanPassage(each.passage, limits.characters))}`;
  return html`<p class=tags><b>${say('规划原文', 'plan')}</b> ${planned.map(writePassageButton)}</p>`;
}

/** What else the passages name, by kind, the same words once. */
function writeParticulars(task: TaskRecord, limits: SectionLimits): Markup {
  const seen = new Map(task.particulars.map((each) => [nameParticular(each), each]));
  const reason = findReason(task);
  // What is whole beside the status is not said again.
  if (reason !== undefined && reason.text.length <= REASON_LENGTH)
    seen.delete(nameParticular(reason));
  if (seen.size === 0) return NOTHING;
  const shown = [...seen.values()].slice(0, limits.particulars);
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  const groups = kinds.map((wanted) => {
    const texts = shown.filter(({ kind }) => kind === wanted).map(({ text }) => tidy(text));
    return html`<b>${sayTerm(wanted)}</b> ${texts.join('；')} `;
  });
  return html`<p class=tags>${groups}${seen.size > shown.length ? '…' : ''}</p>`;
}

function nameParticular({ kind, text }: ParticularRecord): string {
  return `${kind} ${tidy(text)}`;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
