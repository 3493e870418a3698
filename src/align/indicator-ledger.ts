/**
 * The indicator ledger: the targets of a document and of a plan, paired where they name the same indicator.
 *
 * @module
 */
import type { PolicyDocument } from '../document';
import type { Target } from '../extract';
import { type KeyMatch, matchKeys } from './indicator-likeness';
import type { Ambition, IndicatorEntry } from './model';

/** One side of the ledger. */
export interface TargetSide {
  readonly targets: readonly Target[];
  /** Whether a target is about the plan's subjects: only such a one is told as new. */
  readonly isOnTopic: (target: Target) => boolean;
  readonly region: PolicyDocument['region'];
}

/**
 * The entries: paired ones by place in the document, then the plan's that the document lacks, then the document's that the plan lacks, as far as they are on topic, each by place.
 *
 * A target that a side says twice (in its text and in its table of indicators) counts once, where it stands first. Targets pair that name one indicator (`matchKeys`); of several of the plan's those of
 * the same kind and unit come first, then those with the same words, then those with the nearest deadline. Several targets of a document may pair with one of the plan: a level and a growth of
 * 网络零售额, say. An indicator that is paired at all is not told as missing, though the plan sets it for other years too. Time grows with the product of both sides.
 */
export function createIndicatorLedger(
  own: TargetSide,
  plan: TargetSide | undefined,
): readonly IndicatorEntry[] {
  const targets = dropRepeated(own.targets);
  if (plan === undefined)
    return targets.filter(own.isOnTopic).map((target) => ({ kind: 'new', target }));
  const planned = dropRepeated(plan.targets);
  const partners = pairTargets(targets, planned);
  const paired = [...partners.values()];
  return [
    ...[...partners].map(([target, planTarget]) => comparePair(target, planTarget, own, plan)),
    ...planned
      .filter((target) => !paired.some((other) => isSameIndicator(target, other)))
      .map((planTarget): IndicatorEntry => ({ kind: 'missing', planTarget })),
    ...targets
      .filter((target) => !partners.has(target) && own.isOnTopic(target))
      .map((target): IndicatorEntry => ({ kind: 'new', target })),
  ];
}

function dropRepeated(targets: readonly Target[]): readonly Target[] {
  const seen = new Set<string>();
  return targets.filter((target) => {
    const identity = identifyTarget(target);
    const isNew = !seen.has(identity);
    seen.add(identity);
    return isNew;
  });
}

/** The same for targets that say the same of one indicator, wherever they stand. */
export function identifyTarget(target: Target): string {
  const { kind, indicatorKey, quantity, upper, perYear, deadline } = target;
  return [
    kind,
    indicatorKey,
    quantity?.value,
    quantity?.baseUnit,
    upper?.value,
    perYear,
    deadline?.year,
  ].join(' ');
}

function isSameIndicator(a: Target, b: Target): boolean {
  return a === b || matchKeys(a.indicatorKey, b.indicatorKey) !== undefined;
}

function pairTargets(
  own: readonly Target[],
  planned: readonly Target[],
): ReadonlyMap<Target, Target> {
  const partners = new Map<Target, Target>();
  for (const target of own) {
    const [best] = planned
      .flatMap((other) => {
        const match = matchKeys(target.indicatorKey, other.indicatorKey);
        return match === undefined ? [] : [{ other, rank: rankPartner(target, other, match) }];
      })
      .sort((a, b) => a.rank - b.rank || a.other.span.start - b.other.span.start);
    if (best !== undefined) partners.set(target, best.other);
  }
  return partners;
}

/** The lower, the better the two suit each other. */
function rankPartner(a: Target, b: Target, match: KeyMatch): number {
  const isSameMeasure = a.kind === b.kind && a.quantity?.baseUnit === b.quantity?.baseUnit;
  const years = Math.abs((a.deadline?.year ?? 0) - (b.deadline?.year ?? 0));
  return (isSameMeasure ? 0 : 100_000) + (match === 'same' ? 0 : 10_000) + Math.min(years, 9_999);
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
    kind === 'level' && quantity !== undefined && !/^(?:%|个百分点|‰)?$/.test(quantity.baseUnit)
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
  // The growth of one year is measured as growth a year is.
  const isSamePace = target.kind === 'growth' || target.perYear === planTarget.perYear;
  if (target.kind !== planTarget.kind || !isSamePace) return 'another kind of target';
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
