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

/** Characters that the key of an indicator needs, so that it names one. */
const MIN_KEY = 4;
/** Likeness from which on two keys name one indicator: Dice's coefficient of their pairs of characters. */
const MIN_LIKENESS = 0.75;

/**
 * The entries: paired ones by place in the document, then the plan's that the document lacks, then the document's that the plan lacks, as far as they stand in tagged passages, each by place.
 *
 * Targets pair that have the same key of indicator, or keys that are nearly the same and one kind and unit; of several those of the same kind and unit pair first, then the likest, then those with
 * the nearest deadline, each once. Keys of less than four characters name nothing and pair with nothing. Time grows with the product of both sides.
 */
export function createIndicatorLedger(
  own: TargetSide,
  plan: TargetSide | undefined,
): readonly IndicatorEntry[] {
  if (plan === undefined)
    return own.targets.filter(own.isOnTopic).map((target) => ({ kind: 'new', target }));
  const partners = pairTargets(own.targets, plan.targets);
  const taken = new Set(partners.values());
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

function pairTargets(
  own: readonly Target[],
  planned: readonly Target[],
): ReadonlyMap<Target, Target> {
  const keys = planned.map(({ indicatorKey }) => listCharacterPairs(indicatorKey));
  const taken = new Set<Target>();
  const partners = new Map<Target, Target>();
  for (const target of own) {
    if (target.indicatorKey.length < MIN_KEY) continue;
    const key = listCharacterPairs(target.indicatorKey);
    const [best] = planned
      .map((other, i) => ({ other, likeness: measureLikeness(key, keys[i] ?? new Set()) }))
      .filter(({ other, likeness }) => !taken.has(other) && isPair(target, other, likeness))
      .sort(
        (a, b) =>
          rankPartner(target, a.other) - rankPartner(target, b.other) ||
          b.likeness - a.likeness ||
          a.other.span.start - b.other.span.start,
      );
    if (best === undefined) continue;
    taken.add(best.other);
    partners.set(target, best.other);
  }
  return partners;
}

function isPair(target: Target, other: Target, likeness: number): boolean {
  if (target.indicatorKey === other.indicatorKey) return true;
  return likeness >= MIN_LIKENESS && isSameMeasure(target, other);
}

function listCharacterPairs(key: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= key.length; at += 1) pairs.add(key.slice(at, at + 2));
  return pairs;
}

/** 2·|A ∩ B| / (|A| + |B|): Dice (1945). */
function measureLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function isSameMeasure(a: Target, b: Target): boolean {
  return a.kind === b.kind && a.quantity?.baseUnit === b.quantity?.baseUnit;
}

/** The lower, the better the two suit each other. */
function rankPartner(a: Target, b: Target): number {
  const years = Math.abs((a.deadline?.year ?? 0) - (b.deadline?.year ?? 0));
  return (isSameMeasure(a, b) ? 0 : 10_000) + Math.min(years, 9_999);
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
