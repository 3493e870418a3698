/**
 * The indicator ledger: the targets of a document and of a plan, paired where they name the same indicator.
 *
 * @module
 */
import type { PolicyDocument } from '../document';
import type { Target } from '../extract';
import type { Ambition, IndicatorEntry } from './model';

/** One side of the ledger. */
export interface TargetSide {
  readonly targets: readonly Target[];
  /** Whether a target is about the plan's subjects: only such a one is told as new. */
  readonly isOnTopic: (target: Target) => boolean;
  readonly region: PolicyDocument['region'];
}

/**
 * The entries: paired ones by place in the document, then the plan's that the document lacks, then the document's that the plan lacks, as far as
 * they stand in tagged passages, each by place.
 *
 * Targets pair that have the same key of indicator; of several with one key those of the same kind and unit pair first, then those with the nearest deadline, each once. Linear, but for targets
 * that share a key, which are compared with each other.
 */
export function createIndicatorLedger(
  own: TargetSide,
  plan: TargetSide | undefined,
): readonly IndicatorEntry[] {
  if (plan === undefined)
    return own.targets.filter(own.isOnTopic).map((target) => ({ kind: 'new', target }));
  const planned = groupByKey(plan.targets);
  const taken = new Set<Target>();
  const partners = new Map<Target, Target>();
  for (const target of own.targets) {
    const free = (planned.get(target.indicatorKey) ?? []).filter((other) => !taken.has(other));
    const [partner] = free.sort(
      (a, b) => rankPartner(target, a) - rankPartner(target, b) || a.span.start - b.span.start,
    );
    if (partner === undefined) continue;
    taken.add(partner);
    partners.set(target, partner);
  }
  return [
    ...[...partners].map(([target, planTarget]) => comparePair(target, planTarget, own, plan)),
    ...plan.targets
      .filter((target) => !taken.has(target))
      .map((planTarget): IndicatorEntry => ({ kind: 'missing', planTarget })),
    ...own.targets
      .filter((target) => !partners.has(target) && own.isOnTopic(target))
      .map((target): IndicatorEntry => ({ kind: 'new', target })),
  ];
}

function groupByKey(targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const group = groups.get(target.indicatorKey);
    if (group === undefined) groups.set(target.indicatorKey, [target]);
    else group.push(target);
  }
  return groups;
}

/** The lower, the better the two suit each other. */
function rankPartner(a: Target, b: Target): number {
  const isSameMeasure = a.kind === b.kind && a.quantity?.baseUnit === b.quantity?.baseUnit;
  const years = Math.abs((a.deadline?.year ?? 0) - (b.deadline?.year ?? 0));
  return (isSameMeasure ? 0 : 10_000) + Math.min(years, 9_999);
}

function comparePair(
  target: Target,
  planTarget: Target,
  own: TargetSide,
  plan: TargetSide,
): IndicatorEntry {
  const years =
    target.deadline === undefined || planTarget.deadline === undefined
      ? undefined
      : target.deadline.year - planTarget.deadline.year;
  const reason = findIncomparability(target, planTarget, own, plan);
  const gap = reason === undefined ? measureGap(target, planTarget) : undefined;
  const ambition = gap === undefined ? 'incomparable' : rateGap(gap, target);
  return { kind: 'paired', target, planTarget, ambition, gap, years, reason };
}

/** Units that count or measure something of a whole: a province's are no share of the country's. */
function isAbsolute({ kind, quantity }: Target): boolean {
  return (
    kind === 'level' && quantity !== undefined && !/^(?:%|个百分点|‰|)$/.test(quantity.baseUnit)
  );
}

function findIncomparability(
  target: Target,
  planTarget: Target,
  own: TargetSide,
  plan: TargetSide,
): string | undefined {
  const [a, b] = [target.quantity, planTarget.quantity];
  if (a === undefined || b === undefined) return 'no number';
  if (target.kind !== planTarget.kind || target.perYear !== planTarget.perYear)
    return 'another kind of target';
  if (a.baseUnit !== b.baseUnit) return 'another unit';
  if (b.value === 0) return 'the plan says zero';
  // Of a whole as of its part, a share can be the same; a number of things cannot.
  if (isAbsolute(target) && own.region?.code !== plan.region?.code) return 'another territory';
  return undefined;
}

function measureGap(target: Target, planTarget: Target): number | undefined {
  const [a, b] = [target.quantity?.value, planTarget.quantity?.value];
  return a === undefined || b === undefined ? undefined : (a - b) / Math.abs(b);
}

/** A target that is to fall is more ambitious where it is lower. */
function rateGap(gap: number, { direction, comparator }: Target): Ambition {
  if (Math.abs(gap) < 1e-9) return 'equal';
  const isUpward = direction !== 'down' && comparator !== 'at-most' && comparator !== 'below';
  return gap > 0 === isUpward ? 'higher' : 'lower';
}
