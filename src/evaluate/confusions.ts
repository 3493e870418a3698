/**
 * listConfusions: which codes are missed, and what is given in their stead.
 *
 * @module
 */

/** A kind of mistake, and how often it was made. */
export interface Confusion {
  /** In gold and not given; null where nothing was missed. */
  readonly missed: string | null;
  /** Given and not in gold; null where nothing was given in its stead. */
  readonly given: string | null;
  /** Samples. */
  readonly count: number;
  /** Ids of samples, the first {@link MAX_EXAMPLES}. */
  readonly examples: readonly string[];
}

/** How many samples a {@link Confusion} names. */
export const MAX_EXAMPLES = 3;

/**
 * The mistakes, most frequent first; ties by missed code, then by given code, in the order of `codes`, none last.
 *
 * In a sample each missed code is paired with each code that was given wrongly, since which one stood for which cannot be known: with two of both, four pairs are counted.
 * A missed code where nothing was given wrongly is paired with none, and so is a wrong one where nothing was missed. Codes outside `codes` are ignored. Linear in the pairs.
 */
export function listConfusions(
  samples: readonly {
    readonly id: string;
    readonly gold: readonly string[];
    readonly predicted: readonly string[];
  }[],
  codes: readonly string[],
): readonly Confusion[] {
  const found = new Map<string, { readonly pair: Pair; readonly ids: string[] }>();
  for (const { id, gold, predicted } of samples) {
    for (const pair of pairMistakes(new Set(gold), new Set(predicted), codes)) {
      const key = pair.join(' ');
      const entry = found.get(key);
      if (entry === undefined) found.set(key, { pair, ids: [id] });
      else entry.ids.push(id);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.ids.length - a.ids.length || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1])
    .map(({ pair: [missed, given], ids }) => ({
      missed: codes[missed] ?? null,
      given: codes[given] ?? null,
      count: ids.length,
      examples: ids.slice(0, MAX_EXAMPLES),
    }));
}

/** A missed and a wrongly given code, as indices into `codes`; its length for none. */
type Pair = readonly [missed: number, given: number];

function pairMistakes(
  gold: ReadonlySet<string>,
  predicted: ReadonlySet<string>,
  codes: readonly string[],
): readonly Pair[] {
  const list = (has: ReadonlySet<string>, lacks: ReadonlySet<string>): readonly number[] =>
    codes.flatMap((code, i) => (has.has(code) && !lacks.has(code) ? [i] : []));
  const missed = list(gold, predicted);
  const given = list(predicted, gold);
  if (missed.length === 0) return given.map((code) => [codes.length, code]);
  if (given.length === 0) return missed.map((code) => [code, codes.length]);
  return missed.flatMap((a) => given.map((b): Pair => [a, b]));
}
