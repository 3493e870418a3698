/**
 * Own words: how a text calls the place that it is written for, 我省 or 全市.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import { PLACE_READ } from './inference';
import type { Scope } from './place-names';

/** How a text calls its own place; the country where it speaks of no place within it so. */
export interface OwnWord {
  readonly scope: Scope | '国';
  readonly word: string;
  readonly count: number;
  /** Where the word stands first. */
  readonly at: number;
}

/** Fewer may be a slip or a quotation. */
const MIN_WORDS = 2;

/** What follows 我, 本 and 全 in such words. */
const SCOPES: ReadonlyMap<string, Scope | '国'> = new Map([
  ['县', '县'],
  ['旗', '旗'],
  ['市', '市'],
  ['州', '州'],
  ['盟', '盟'],
  ['区', '自治区'],
  ['省', '省'],
  ['国', '国'],
]);
/** How wide a scope is: a city says 全省 of its province, a province seldom 全市 of a city. */
const WIDTHS: Readonly<Partial<Record<Scope, number>>> = { 县: 1, 旗: 1, 自治区: 3, 省: 4 };
const CITY_WIDTH = 2;
const ALL = '全';

interface OwnCount {
  ours: number;
  all: number;
  readonly at: number;
  readonly word: string;
}

/** How a text calls its own place, and whether it calls any place within the country its own, be it once. */
export interface OwnWords {
  readonly word: OwnWord | undefined;
  readonly hasLocal: boolean;
}

/**
 * How a text calls its own place; without a word where it does not, or too seldom to be sure. 我市 goes before 全省, which a city says of its province, of two that are
 * both said with 全 the narrower goes first, and every place before 我国, even one that is named too seldom. Reads six thousand code units at most.
 */
export function readOwnWords(text: string): OwnWords {
  const { places, country } = countOwnWords(text);
  return { word: chooseWord(places, country), hasLocal: places.size > 0 };
}

function chooseWord(
  places: ReadonlyMap<Scope, OwnCount>,
  country: OwnCount | undefined,
): OwnWord | undefined {
  const [first] = [...places]
    .filter(([, { ours, all }]) => ours + all >= MIN_WORDS)
    .sort(
      ([scope, count], [other, others]) =>
        others.ours - count.ours || getWidth(scope) - getWidth(other) || others.all - count.all,
    );
  if (first !== undefined) {
    const [scope, { ours, all, word, at }] = first;
    return { scope, word, count: ours + all, at };
  }
  if (places.size > 0 || country === undefined || country.ours < MIN_WORDS) return undefined;
  return { scope: '国', word: country.word, count: country.ours, at: country.at };
}

function getWidth(scope: Scope): number {
  return WIDTHS[scope] ?? CITY_WIDTH;
}

interface OwnCounts {
  readonly places: ReadonlyMap<Scope, OwnCount>;
  readonly country: OwnCount | undefined;
}

function countOwnWords(text: string): OwnCounts {
  const counts = new Map<Scope | '国', OwnCount>();
  const end = Math.min(text.length, PLACE_READ) - 1;
  for (let at = 0; at < end; at += 1) {
    const owner = text.charAt(at);
    if (owner !== '我' && owner !== '本' && owner !== ALL) continue;
    const scope = SCOPES.get(text.charAt(at + 1));
    if (scope === undefined || isOther(text, at, scope)) continue;
    const count = counts.get(scope) ?? { ours: 0, all: 0, at, word: text.slice(at, at + 2) };
    if (owner === ALL) count.all += 1;
    else count.ours += 1;
    counts.set(scope, count);
  }
  const country = counts.get('国');
  counts.delete('国');
  return { places: counts as Map<Scope, OwnCount>, country };
}

/** What words end in that only look like these: 健全市场, 安全市, 资本市场, 成本县. */
const BEFORE: Readonly<Record<string, string>> = { 全: '健安完', 本: '资日成样基根文版' };

/** Words that only look like these: 健全市场, 健全省级, 资本市场, 全国, 本国, 全区域. */
function isOther(text: string, at: number, scope: Scope | '国'): boolean {
  const owner = text.charAt(at);
  if (scope === '国' && owner !== '我') return true;
  return (
    (at > 0 && (BEFORE[owner] ?? '').includes(text.charAt(at - 1))) ||
    (at + 2 < text.length && '场级域块'.includes(text.charAt(at + 2)))
  );
}
