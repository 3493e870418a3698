/**
 * Derives a first taxonomy from the text of a plan, for a person to edit.
 *
 * @module
 */
import type { Passage, PolicyDocument, Section } from '../../document';
import { type Diagnostic, describeReceived, ZhengceError } from '../../errors';
import type { Segmenter } from '../../segment';
import { loadTaxonomy, type Taxonomy } from '../../taxonomy';
import {
  dividePlan,
  type LeftOut,
  PART_COUNT,
  type PlanDivision,
  type PlanPart,
} from './plan-parts';
import { countTerms, type TermCounts } from './term-counts';
import { type WeighedTerm, weighTerms } from './weigh-terms';

/** Options of {@link deriveTaxonomy}. */
export interface DeriveTaxonomyOptions {
  /** Depth of the headings that become concepts, from 1 within the plan's body. Default: the first with 5 to 40 of them. */
  readonly level?: number;
  /** Id of the taxonomy, of 1 to 64 Latin letters, digits, `.`, `_` and `-`. Default `plan`. */
  readonly id?: string;
  /** What notations begin with: `T` gives `T1`, `T2`, …. Default `T`. */
  readonly notationPrefix?: string;
  /**
   * Least number of times that a term stands in its part. Range 1 and up. Default 2, but 1 for terms of three code
   * units and more in a part of fewer than 150 terms. Raising it gives fewer and surer terms.
   */
  readonly minFrequency?: number;
  /** Most terms of a concept. Range 1 and up, default 40. */
  readonly maxTerms?: number;
}

/** A taxonomy with what was decided on the way. Frozen. */
export interface DerivedTaxonomy {
  /** The draft, to be edited: `serializeTaxonomy` writes its file. */
  readonly taxonomy: Taxonomy;
  /** Depth of the headings that became concepts. */
  readonly level: number;
  /** What was left out or is doubtful; spans point into the document's source. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A first taxonomy of a plan: a concept for each part (see `level`) in the order of the text, grouped by the headings above; terms by log-likelihood keyness of the
 * part against the rest of the plan. `docs/decisions/derive-taxonomy.md` has the rules. Frame chapters and attachments are left out with a Diagnostic. It is made
 * to be edited: the terms say what is peculiar to a part within this plan, not what the part is about.
 * Pure and deterministic; n log n in the text.
 *
 * @throws ZhengceError `invalid-argument` for an option outside its range, or a level without headings; `invalid-input` where the document has no headings
 * @example
 * const document = parseDocument('一、发展数字农业\n推广智慧农机，智慧农机进田间。\n二、发展数字交通\n建设智慧公路，智慧公路成网络。', { id: 'p' });
 * deriveTaxonomy(document, createJiebaSegmenter()).taxonomy.concepts.map(({ prefLabel }) => prefLabel) // => ['发展数字农业', '发展数字交通']
 */
export function deriveTaxonomy(
  document: PolicyDocument,
  segmenter: Segmenter,
  options: DeriveTaxonomyOptions = {},
): DerivedTaxonomy {
  const settings = checkOptions(options);
  const division = dividePlan(document, options.level);
  assertParts(division, options.level);
  const passages = collectPassages(document, division);
  const terms = findTerms(division, passages, segmenter, settings);
  const groups = listGroups(division.parts);
  const groupIds = new Map(groups.map((section, index) => [section, `chapter-${index + 1}`]));
  const file = {
    ...describePlan(document, division, settings.id),
    schemes: [
      ...(groups.length === 0 ? [] : [{ id: 'chapter', prefLabel: '篇章', assignable: false }]),
      { id: 'task', prefLabel: '任务', assignable: true },
    ],
    concepts: [
      ...[...groupIds].map(([section, id]) => ({
        id,
        inScheme: 'chapter',
        prefLabel: cutLabel(section.heading),
      })),
      ...division.parts.map((part, index) =>
        describePart(part, `${settings.notationPrefix}${index + 1}`, {
          passages: passages[index] ?? [],
          group: groupIds.get(part.above.at(-1) ?? part.section),
          terms: terms[index] ?? [],
        }),
      ),
    ],
  };
  return Object.freeze({
    taxonomy: loadTaxonomy(JSON.stringify(file), { fileName: 'derived' }),
    level: division.level,
    diagnostics: Object.freeze(listDiagnostics(division, terms)),
  });
}

type Settings = Required<Omit<DeriveTaxonomyOptions, 'level' | 'minFrequency'>> & {
  readonly minFrequency: number | undefined;
};

function checkOptions(options: DeriveTaxonomyOptions): Settings {
  const settings = {
    id: options.id ?? 'plan',
    notationPrefix: options.notationPrefix ?? 'T',
    minFrequency: options.minFrequency,
    maxTerms: options.maxTerms ?? 40,
  };
  const { level = 1, minFrequency = 1 } = options;
  const { maxTerms } = settings;
  for (const [name, value] of Object.entries({ level, minFrequency, maxTerms })) {
    if (!Number.isSafeInteger(value) || value < 1) throw refuse('a number from 1', value, name);
  }
  if (!/^[\w.-]{1,64}$/.test(settings.id)) {
    throw refuse('1 to 64 Latin letters, digits, ".", "_" and "-"', settings.id, 'id');
  }
  if (!/^[\w.-]{1,24}$/.test(settings.notationPrefix)) {
    throw refuse(
      '1 to 24 Latin letters, digits, ".", "_" and "-"',
      settings.notationPrefix,
      'notationPrefix',
    );
  }
  return settings;
}

function refuse(expected: string, received: unknown, name: string): ZhengceError {
  return new ZhengceError(
    'invalid-argument',
    `deriveTaxonomy: expected ${expected}, received ${describeReceived(received)} (options.${name})`,
  );
}

function assertParts({ parts, leftOut }: PlanDivision, level: number | undefined): void {
  if (parts.length > 0) return;
  const found = leftOut.length === 0 ? 'none' : `only ${leftOut.length} that frame it`;
  throw new ZhengceError(
    'invalid-input',
    `deriveTaxonomy: expected a plan with headings${level === undefined ? '' : ` at level ${level}`}, received ${found} (document)`,
  );
}

/** What of the plan stands in each part and, last, what of its body in none. */
function collectPassages(
  { passages, sections }: PolicyDocument,
  { parts, body }: PlanDivision,
): readonly (readonly Passage[])[] {
  const { start, end } = body?.span ?? { start: 0, end: Infinity };
  const findPart = createFinder(parts.map(({ section }) => section));
  const findAttachment = createFinder(
    body === undefined ? sections.filter(({ kind }) => kind === 'attachment') : [],
  );
  const collected: Passage[][] = [...parts, undefined].map(() => []);
  for (const passage of passages) {
    const offset = passage.span.start;
    if (offset < start || offset >= end || findAttachment(offset) !== undefined) continue;
    collected[findPart(offset) ?? parts.length]?.push(passage);
  }
  return collected;
}

/** Finds the section that an offset is in; sections are disjoint and in order, and so must the offsets be. */
function createFinder(sections: readonly Section[]): (offset: number) => number | undefined {
  let at = 0;
  return (offset) => {
    while (at < sections.length && (sections[at]?.span.end ?? 0) <= offset) at += 1;
    const section = sections[at];
    return section !== undefined && section.span.start <= offset ? at : undefined;
  };
}

function listHeadings(section: Section): string[] {
  return [section.heading, ...section.children.flatMap(listHeadings)].filter((one) => one !== '');
}

function findTerms(
  { parts }: PlanDivision,
  passages: readonly (readonly Passage[])[],
  segmenter: Segmenter,
  settings: Settings,
): readonly (readonly WeighedTerm[])[] {
  const texts = passages.map((own, index) => {
    const section = parts[index]?.section;
    return [
      ...(section === undefined ? [] : listHeadings(section)),
      ...own.map(({ text }) => text),
    ];
  });
  const counted = countTerms(texts, segmenter);
  const whole = addCounts(counted);
  return parts.map(({ section }, index) => {
    const own = counted[index] ?? { counts: new Map(), size: 0 };
    return weighTerms(own, whole, section.heading, settings);
  });
}

function addCounts(parts: readonly TermCounts[]): TermCounts {
  const counts = new Map<string, number>();
  for (const part of parts) {
    for (const [term, count] of part.counts) counts.set(term, (counts.get(term) ?? 0) + count);
  }
  return { counts, size: parts.reduce((sum, { size }) => sum + size, 0) };
}

/** The nearest headings above the parts, each once, in order. */
function listGroups(parts: readonly PlanPart[]): readonly Section[] {
  return [...new Set(parts.flatMap(({ above }) => above.slice(-1)))];
}

const PERIOD = /(\d{4})年?(?:[-—–－~～至]+|到)(\d{4})年?/;

function describePlan(document: PolicyDocument, { body }: PlanDivision, id: string): object {
  const title = body?.heading === undefined || body.heading === '' ? document.title : body.heading;
  const { issuer, issuedOn } = document;
  const [, start, end] = PERIOD.exec(title ?? '') ?? [];
  const period = { start: Number(start), end: Number(end) };
  return {
    id,
    title: title ?? id,
    version: '1',
    ...(issuer.length === 0 ? {} : { issuer: issuer.join('、') }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(period.start > 0 && period.end >= period.start ? { period } : {}),
  };
}

/** What the format takes for a label. */
const LONGEST_LABEL = 64;

/** A heading as a label: on one line, cut at the last mark that leaves it short enough. */
function cutLabel(heading: string): string {
  const label = heading
    .split('\n')
    .map((line) => line.trim())
    .join('');
  if (label.length <= LONGEST_LABEL) return label;
  const short = label.slice(0, LONGEST_LABEL).replace(/[\uD800-\uDBFF]$/, '');
  const mark = Math.max(...['，', '。', '；', '、', ' '].map((one) => short.lastIndexOf(one)));
  return mark > 0 ? short.slice(0, mark) : short;
}

/** What is known of a part. */
interface PartContent {
  readonly passages: readonly Passage[];
  /** Id of the group that it belongs to. */
  readonly group: string | undefined;
  readonly terms: readonly WeighedTerm[];
}

function describePart(part: PlanPart, notation: string, content: PartContent): object {
  const { passages, group, terms } = content;
  return {
    id: notation,
    notation,
    inScheme: 'task',
    prefLabel: cutLabel(part.section.heading),
    scopeNote: describePlace(part, passages),
    ...(group === undefined ? {} : { broader: [group] }),
    ...(terms.length === 0 ? {} : { lexicon: groupTerms(terms) }),
  };
}

/** Where the part stands and how long it is: facts, since a note that says what belongs here is for a person to write. */
function describePlace({ section, above }: PlanPart, passages: readonly Passage[]): string {
  const length = passages.reduce((sum, { text }) => sum + text.length, 0);
  const place = [...above, section].map(({ marker, heading }) =>
    marker === '' ? `“${cutLabel(heading)}”` : `“${marker}”`,
  );
  return `原文${place.join('之')}部分，共${passages.length}段、${length}字。词表由统计得出，请人工审定，并补写归类说明。`;
}

function groupTerms(terms: readonly WeighedTerm[]): readonly object[] {
  const weights = [...new Set(terms.map(({ weight }) => weight))];
  return weights.map((weight) => ({
    weight,
    terms: terms.filter((one) => one.weight === weight).map(({ term }) => term),
  }));
}

function listDiagnostics(
  { parts, leftOut, level }: PlanDivision,
  terms: readonly (readonly WeighedTerm[])[],
): readonly Diagnostic[] {
  const { least, most } = PART_COUNT;
  const span = {
    start: parts[0]?.section.headingSpan.start ?? 0,
    end: parts.at(-1)?.section.span.end ?? 0,
  };
  const isUnusual = parts.length < least || parts.length > most;
  return [
    ...leftOut.map(describeLeftOut),
    ...(isUnusual
      ? [
          report(
            'part-count',
            'warning',
            span,
            `expected ${least} to ${most} parts, received ${parts.length} at level ${level}`,
          ),
        ]
      : []),
    ...parts.flatMap(({ section }, index) => describeDoubts(section, terms[index] ?? [])),
  ];
}

function describeLeftOut({ section, reason }: LeftOut): Diagnostic {
  const what = reason === 'frame' ? 'a frame chapter' : 'an attachment';
  return report(
    `${reason}-left-out`,
    'info',
    section.headingSpan,
    `left out as ${what}: ${section.label}`,
  );
}

function describeDoubts(section: Section, terms: readonly WeighedTerm[]): readonly Diagnostic[] {
  const { headingSpan, heading, label } = section;
  return [
    ...(heading.length > LONGEST_LABEL
      ? [
          report(
            'label-cut',
            'warning',
            headingSpan,
            `cut to ${LONGEST_LABEL} code units: ${label.slice(0, 24)}…`,
          ),
        ]
      : []),
    ...(terms.length === 0
      ? [
          report(
            'no-key-terms',
            'warning',
            headingSpan,
            `no term is peculiar to: ${label.slice(0, 48)}`,
          ),
        ]
      : []),
  ];
}

function report(
  ruleId: string,
  severity: Diagnostic['severity'],
  { start, end }: Diagnostic['span'],
  message: string,
): Diagnostic {
  return Object.freeze({ ruleId, severity, span: Object.freeze({ start, end }), message });
}
