/**
 * What a document has of its own for a task: places, bodies, figures and named measures.
 *
 * @module
 */
import type { Target } from '../extract';
import type { TaggedPassage } from '../tag';
import type { Span } from '../text';
import type { DocumentFacts } from './document-facts';
import { identifyTarget } from './indicator-ledger';
import type { Ambition, IndicatorEntry, Particular } from './model';
import { type Nearness, overlaps } from './nearness';
import type { IsNewName, Named } from './new-names';
import { scoreOf } from './pair-passages';

/** What decides on particulars. */
export interface ParticularsInput {
  readonly facts: DocumentFacts;
  /** Whether the plan's text lacks what is named; undefined where it is not given. */
  readonly isNewName: IsNewName | undefined;
  readonly ambitions: Ambitions;
  /** The amounts that the plan's passages of the task name: `identifyAmount`. */
  readonly plannedAmounts: ReadonlySet<string>;
  /** Score that the tag of the passage needs for what it names to extend the plan. */
  readonly minScoreToExtend: number;
}

/** How targets that are paired with one of the plan's stand to it, by `identifyTarget`. */
export type Ambitions = ReadonlyMap<string, Ambition>;

/** The ambitions of an indicator ledger. */
export function readAmbitions(indicators: readonly IndicatorEntry[]): Ambitions {
  return new Map(
    indicators.flatMap((entry) =>
      entry.kind === 'paired' ? [[identifyTarget(entry.target), entry.ambition] as const] : [],
    ),
  );
}

/** The same for the same amount, however it is written. */
export function identifyAmount({ value, baseUnit }: NonNullable<Target['quantity']>): string {
  return `${String(value)} ${baseUnit}`;
}

/**
 * The particulars of a passage for the concept with a code, by place. Targets, places and named measures count where their sentence speaks of the concept, mere figures and what is to extend the
 * plan where their clause does; responsible bodies stand at the end of a passage and count for all of it.
 */
export function listParticulars(
  passage: TaggedPassage,
  code: string,
  input: ParticularsInput,
  nearness: Nearness,
): readonly Particular[] {
  const { answersPlan, isInClause } = nearness;
  const isSure = scoreOf(passage, code) >= input.minScoreToExtend;
  const isNear = (span: Span): boolean => answersPlan || nearness.isInSentence(span);
  const isNew = (named: Named): boolean => input.isNewName?.(named) === true;
  const extendsPlan = (span: Span): boolean => isSure && isInClause(span);
  return [
    ...listTargets(passage, input, isNear, (named, span) => extendsPlan(span) && isNew(named)),
    ...listFigures(passage, input, nearness),
    ...(isSure
      ? listMeasures(passage, input, nearness, (measure) => isNear(measure) && isNew(measure))
      : []),
    ...listPlaces(passage, input, isNear),
    ...listBodies(passage, input),
  ].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function listTargets(
  { id }: TaggedPassage,
  { facts, ambitions }: ParticularsInput,
  isNear: (span: Span) => boolean,
  isExtension: (named: Named, span: Span) => boolean,
): readonly Particular[] {
  return (
    (facts.targetsOf.get(id) ?? [])
      .filter(({ quantity, span }) => quantity !== undefined && isNear(span))
      // A figure that only repeats the plan's is none of the document's own.
      .filter((target) => ambitions.get(identifyTarget(target)) !== 'equal')
      .map((target): Particular => {
        const { indicator, indicatorKey, span } = target;
        const named = { name: indicator, core: indicatorKey, isQuoted: false };
        const isNew = !ambitions.has(identifyTarget(target)) && isExtension(named, span);
        return { kind: isNew ? 'new-target' : 'figure', passageId: id, span };
      })
  );
}

/** Clauses with figures outside of targets: what was reached, what something costs. */
function listFigures(
  { id }: TaggedPassage,
  { facts, plannedAmounts }: ParticularsInput,
  { isInClause, findClause, answersPlan }: Nearness,
): readonly Particular[] {
  const targets = facts.targetsOf.get(id) ?? [];
  const clauses = (facts.figuresOf.get(id) ?? [])
    .filter(({ quantity }) => !plannedAmounts.has(identifyAmount(quantity)))
    .filter((figure) => !targets.some(({ span }) => overlaps(span, figure)))
    .filter((figure) => answersPlan || isInClause(figure))
    .map(findClause);
  return [...new Set(clauses)].map((span) => ({ kind: 'figure', passageId: id, span }));
}

function listMeasures(
  { id }: TaggedPassage,
  { facts }: ParticularsInput,
  { isInClause }: Nearness,
  isOwn: (measure: Named & Span) => boolean,
): readonly Particular[] {
  return (facts.measuresOf.get(id) ?? []).filter(isOwn).map((measure) => ({
    kind: isInClause(measure) ? 'new-measure' : 'measure',
    passageId: id,
    span: { start: measure.start, end: measure.end },
  }));
}

function listPlaces(
  { id }: TaggedPassage,
  { facts }: ParticularsInput,
  isNear: (span: Span) => boolean,
): readonly Particular[] {
  return (facts.placesOf.get(id) ?? [])
    .filter(isNear)
    .map((span) => ({ kind: 'place', passageId: id, span }));
}

function listBodies({ id }: TaggedPassage, { facts }: ParticularsInput): readonly Particular[] {
  return (facts.bodiesOf.get(id) ?? [])
    .filter(({ level }) => level !== 'country')
    .map(({ span }) => ({ kind: 'body', passageId: id, span }));
}
