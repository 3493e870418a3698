/**
 * Targets and entries of the indicator ledger into records.
 *
 * @module
 */
import type { CollectionAlignment, IndicatorEntry } from '../align';
import type { Target } from '../extract';
import type { TaggedDocument } from '../tag';
import type { IndicatorRecord, TargetRecord } from './alignment-record';
import { roundKnown } from './round';

/** The record of an entry; none of what is missing, which the plan's targets say. */
export function createIndicator(
  entry: IndicatorEntry,
  { source }: TaggedDocument,
  plan: TaggedDocument | undefined,
): readonly IndicatorRecord[] {
  if (entry.kind === 'missing') return [];
  const isPaired = entry.kind === 'paired';
  return [
    {
      kind: entry.kind,
      target: createTarget(entry.target, source),
      planTarget: isPaired ? createTarget(entry.planTarget, plan?.source ?? '') : null,
      ambition: isPaired ? entry.ambition : null,
      gap: isPaired ? roundKnown(entry.gap) : null,
      years: isPaired ? (entry.years ?? null) : null,
      reason: isPaired ? (entry.reason ?? null) : null,
    },
  ];
}

/** The plan's targets of a collection, by place: every document has each of them, paired or missing. */
export function listPlanTargets({ alignments }: CollectionAlignment): readonly Target[] {
  const indicators = alignments[0]?.indicators ?? [];
  return indicators
    .flatMap((entry) => (entry.kind === 'new' ? [] : [entry.planTarget]))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The record of a target. */
export function createTarget(target: Target, source: string): TargetRecord {
  const { span, quantity, deadline } = target;
  return {
    passageId: target.passageId,
    start: span.start,
    end: span.end,
    text: source.slice(span.start, span.end),
    indicator: target.indicator,
    kind: target.kind,
    comparator: target.comparator,
    value: quantity?.value ?? null,
    unit: quantity?.baseUnit ?? null,
    perYear: target.perYear,
    deadline: deadline === undefined ? null : formatDeadline(deadline),
  };
}

function formatDeadline({ year, month }: NonNullable<Target['deadline']>): string {
  return month === undefined ? String(year) : `${String(year)}-${String(month).padStart(2, '0')}`;
}
