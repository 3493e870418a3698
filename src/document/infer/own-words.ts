/**
 * Own words: how a text calls the place that it is written for, 我省 or 全市.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import type { Scope } from './place-names';

/** How a text calls its own place; the country where it speaks of no place within it so. */
export interface OwnWord {
  readonly scope: Scope | '国';
  readonly word: string;
  readonly count: number;
  /** Where the word stands first. */
  readonly at: number;
}

/** Code units that are read. */
const MAX_READ = 6000;
/** Fewer may be a slip or a quotation. */
const MIN_WORDS = 2;

/** What follows 我 and 全 in such words. */
const SCOPES: ReadonlyMap<string, Scope | '国'> = new Map([
  ['市', '市'],
  ['州', '州'],
  ['盟', '盟'],
  ['省', '省'],
  ['区', '自治区'],
  ['国', '国'],
]);
const OURS = '我'.charCodeAt(0);
const ALL = '全'.charCodeAt(0);

interface OwnCount {
  ours: number;
  all: number;
  readonly at: number;
  readonly word: string;
}

/**
 * How a text calls its own place; undefined where it does not, or too seldom to be sure. 我市 goes before 全省, which a city says of its province, and every place
 * before 我国. Reads six thousand code units at most.
 */
export function readOwnWord(text: string): OwnWord | undefined {
  const counts = countOwnWords(text);
  const country = counts.get('国');
  counts.delete('国');
  const [first] = [...counts].sort(([, a], [, b]) => b.ours - a.ours || b.all - a.all);
  if (first === undefined && country !== undefined && country.ours >= MIN_WORDS)
    return { scope: '国', word: '我国', count: country.ours, at: country.at };
  if (first === undefined) return undefined;
  const [scope, { ours, all, word, at }] = first;
  return ours + all < MIN_WORDS ? undefined : { scope, word, count: ours + all, at };
}

function countOwnWords(text: string): Map<Scope | '国', OwnCount> {
  const counts = new Map<Scope | '国', OwnCount>();
  const end = Math.min(text.length, MAX_READ) - 1;
  for (let at = 0; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== OURS && unit !== ALL) continue;
    const scope = SCOPES.get(text.charAt(at + 1));
    if (scope === undefined || isOther(text, at, unit, scope)) continue;
    const count = counts.get(scope) ?? { ours: 0, all: 0, at, word: text.slice(at, at + 2) };
    if (unit === OURS) count.ours += 1;
    else count.all += 1;
    counts.set(scope, count);
  }
  return counts;
}

/** Words that only look like these: 健全市场, 健全省级, 全国, 全区域. */
function isOther(text: string, at: number, unit: number, scope: Scope | '国'): boolean {
  if (unit === ALL && (scope === '国' || scope === '自治区')) return true;
  return (
    (at > 0 && '健安完'.includes(text.charAt(at - 1))) ||
    (at + 2 < text.length && '场级'.includes(text.charAt(at + 2)))
  );
}
