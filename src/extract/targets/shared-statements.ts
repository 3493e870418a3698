/**
 * Reads 分别: the n-th name has the n-th quantity, A和B分别增长6%和7%.
 *
 * All patterns are for folded text.
 *
 * @module
 */
import type { Clause } from './clauses';
import { splitList } from './conjunctions';
import { type IndicatorMatch, readIndicator } from './indicators';
import type { Comparator } from './model';
import { REACH } from './name-choice';
import type { QuantityMatch } from './quantities';
import { readStatement } from './read-statement';
import { splitSharedName } from './shared-names';
import type { Statement } from './statement-model';

const EACH = '分别';
/** What stands between quantities of one row. */
const BETWEEN = /^(?:、|和|与|及|以及)$/;

/**
 * The statements of a clause that gives its names their quantities in turn; undefined where it does not. A name that cannot be parted (城乡居民收入) has all of them; a clause without
 * names (…,分别增长6%、7%) goes on with the names `said` before in its sentence, where they are as many.
 */
export function readShared(
  text: string,
  { quantities }: Clause,
  from: number,
  said: readonly IndicatorMatch[],
): readonly Statement[] | undefined {
  const first = quantities[0];
  if (first === undefined) return undefined;
  const start = Math.max(from, first.start - REACH);
  const at = text.slice(start, first.start).lastIndexOf(EACH);
  const row = takeRow(text, quantities);
  if (at === -1 || row.length < 2) return undefined;
  const behind = start + at + EACH.length;
  const names = readNames(text, { start, end: start + at, behind, row }) ?? said;
  if (names.length !== row.length) return [];
  return row.flatMap((quantity, index) => {
    const above = names[index];
    // Read as if it stood first: the words before the row are said of each.
    const match = { ...quantity, start: first.start, bound: shareBound(row, quantity) };
    const read = readStatement(text, behind, match, { end: quantity.end, above, joined: false });
    if (read === undefined || above === undefined) return [];
    // 粮食、蔬菜分别播种…: what stands before the row is no name of either.
    const isOwn = read.indicator.start >= behind;
    if (isOwn !== above.start >= behind) return [];
    const indicator = isOwn ? above : read.indicator;
    return [{ ...read, indicator, start: Math.min(above.start, first.start), end: quantity.end }];
  });
}

interface Row {
  readonly start: number;
  /** Where 分别 stands. */
  readonly end: number;
  readonly behind: number;
  readonly row: readonly QuantityMatch[];
}

/** The names before 分别, or those between it and the row: 分别完成粮食、油菜面积; none where they cannot be told, undefined where nothing is named. */
function readNames(
  text: string,
  { start, end, behind, row }: Row,
): readonly IndicatorMatch[] | undefined {
  const before = readIndicator(text, start, end);
  if (before !== undefined) return nameEach(before, row);
  const [first] = row;
  const context = { end: behind, above: undefined, joined: false };
  const named =
    first === undefined ? undefined : readStatement(text, behind, first, context)?.indicator;
  return named === undefined ? undefined : nameEach(named, row);
}

/** The quantities that follow each other without a word between. */
function takeRow(text: string, quantities: readonly QuantityMatch[]): readonly QuantityMatch[] {
  const end = quantities.findIndex(
    ({ start }, index) =>
      index > 0 && !BETWEEN.test(text.slice(quantities[index - 1]?.end ?? 0, start)),
  );
  return end === -1 ? quantities : quantities.slice(0, end);
}

/** One name for each; the words as they stand where no name of its own can be made of them: 城乡居民收入, 铁矿石、煤炭接卸能力. */
function nameEach(whole: IndicatorMatch, row: readonly QuantityMatch[]): readonly IndicatorMatch[] {
  const names = splitSharedName(whole.name, row.length) ?? splitByUnit(whole.name, row);
  if (names !== undefined) return names.map((name) => ({ ...whole, name }));
  const isOne = row.length > 2 && !whole.name.includes('、');
  return isOne || whole.name.length < SHORTEST_DOUBLE ? [] : row.map(() => whole);
}

const SHORTEST_DOUBLE = 4;

/** What is measured in other units is another measure, so the names stand by themselves: 播种面积和总产. */
function splitByUnit(name: string, row: readonly QuantityMatch[]): readonly string[] | undefined {
  const units = new Set(row.map(({ quantity }) => quantity.baseUnit));
  const names = units.size === row.length ? splitList(name, row.length) : undefined;
  return names?.every(({ length }) => length > 1) === true ? names : undefined;
}

/** A bound that only the last has is that of all: 5%、6%左右. */
function shareBound(
  row: readonly QuantityMatch[],
  { bound }: QuantityMatch,
): Comparator | undefined {
  const isShared = row.slice(0, -1).every((each) => each.bound === undefined);
  const last = row.at(-1)?.bound;
  return isShared && last !== 'between' ? (bound ?? last) : bound;
}
