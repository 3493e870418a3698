/**
 * compareCoders: how far the annotators agree with each other, the ceiling of what can be measured.
 *
 * @module
 */
import { type Agreement, computeKappa } from './cohen-kappa';
import { countTags } from './count-tags';
import type { HitCounts } from './precision-recall';
import { averageCounts } from './score-tags';

/** Two coders, by their places from 1, and how far they agree on the samples that both have coded. */
export interface CoderPair {
  /** From 1. */
  readonly first: number;
  /** Above `first`. */
  readonly second: number;
  /** Those that both have coded; at least 1. */
  readonly samples: number;
  /** The same whichever of the two counts as gold. */
  readonly microF1: number;
  /** Over the concepts of the evaluation's macro average. */
  readonly macroF1: number;
  /** Mean of Cohen's kappa over the concepts for which it is defined; null where there is none. */
  readonly kappa: number | null;
}

/** Cohen's kappa of one concept. */
export interface ConceptKappa {
  /** Notation: `T1`. */
  readonly code: string;
  /** Mean over the pairs of coders for which it is defined; null where there is none. */
  readonly kappa: number | null;
}

/** How far annotators agree. */
export interface CoderAgreement {
  /** The most that a sample has. */
  readonly coders: number;
  /** Those with samples in common, 1 and 2 first, then 1 and 3. */
  readonly pairs: readonly CoderPair[];
  /** Means over the pairs. */
  readonly microF1: number;
  /** Mean over the pairs. */
  readonly macroF1: number;
  /** Mean over the pairs for which it is defined; null where there is none. */
  readonly kappa: number | null;
  /** In the order of `codes`. */
  readonly concepts: readonly ConceptKappa[];
}

/** Options of {@link compareCoders}. */
export interface CompareCodersOptions {
  /** The codes that count; others are ignored. */
  readonly codes: readonly string[];
  /** The codes of the macro average. Default: all. */
  readonly macroCodes?: readonly string[];
}

/**
 * The agreement of every two coders over the samples that both have coded; undefined where no sample has two. `coders[i]` are the codes that coder i + 1 gave, [] for none.
 * Linear in samples × pairs.
 */
export function compareCoders(
  samples: readonly { readonly coders?: readonly (readonly string[])[] | undefined }[],
  { codes, macroCodes = codes }: CompareCodersOptions,
): CoderAgreement | undefined {
  const most = samples.reduce((count, { coders }) => Math.max(count, coders?.length ?? 0), 0);
  const macro = new Set(macroCodes);
  const compared = listPairs(most).flatMap(([first, second]) => {
    const rows = selectRows(samples, first, second);
    return rows.length === 0 ? [] : [comparePair(first, second, rows, codes, macro)];
  });
  if (compared.length === 0) return undefined;
  const pairs = compared.map(({ pair }) => pair);
  return {
    coders: most,
    pairs,
    microF1: average(pairs.map(({ microF1 }) => microF1)) ?? 0,
    macroF1: average(pairs.map(({ macroF1 }) => macroF1)) ?? 0,
    kappa: average(pairs.map(({ kappa }) => kappa)),
    concepts: codes.map((code, i) => ({
      code,
      kappa: average(compared.map(({ kappas }) => kappas[i])),
    })),
  };
}

/** What two coders gave to a sample; the first counts as gold, the other as predicted. */
interface Row {
  readonly gold: readonly string[];
  readonly predicted: readonly string[];
}

function listPairs(count: number): readonly (readonly [number, number])[] {
  const coders = Array.from({ length: count }, (_, i) => i);
  return coders.flatMap((first) =>
    coders.slice(first + 1).map((second) => [first, second] as const),
  );
}

function selectRows(
  samples: readonly { readonly coders?: readonly (readonly string[])[] | undefined }[],
  first: number,
  second: number,
): readonly Row[] {
  return samples.flatMap(({ coders }) => {
    const [gold, predicted] = [coders?.[first], coders?.[second]];
    return gold === undefined || predicted === undefined ? [] : [{ gold, predicted }];
  });
}

function comparePair(
  first: number,
  second: number,
  rows: readonly Row[],
  codes: readonly string[],
  macroCodes: ReadonlySet<string>,
): { readonly pair: CoderPair; readonly kappas: readonly (number | undefined)[] } {
  const counts = countTags(rows, codes);
  const { micro, macro } = averageCounts(codes, counts, macroCodes);
  const kappas = counts.map((count) => computeKappa(toAgreement(count, rows.length)));
  return {
    pair: {
      first: first + 1,
      second: second + 1,
      samples: rows.length,
      microF1: micro.f1,
      macroF1: macro.f1,
      kappa: average(kappas),
    },
    kappas,
  };
}

function toAgreement({ hits, predicted, gold }: HitCounts, samples: number): Agreement {
  return {
    both: hits,
    onlyFirst: gold - hits,
    onlySecond: predicted - hits,
    neither: samples - gold - predicted + hits,
  };
}

/** The mean of the values that there are; null where there is none. */
function average(values: readonly (number | null | undefined)[]): number | null {
  const known = values.filter((value) => value !== null && value !== undefined);
  if (known.length === 0) return null;
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
