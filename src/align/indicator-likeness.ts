/**
 * Whether two keys of indicators name one thing.
 *
 * @module
 */

/** Characters that the key of an indicator needs, so that it names one. */
const MIN_KEY = 4;
/** Made of the same characters, and yet two things. */
const OPPOSITES: readonly (readonly [string, string])[] = [['数字产业化', '产业数字化']];

/** How two keys relate: the same words in the same order, or in another. */
export type KeyMatch = 'same' | 'reordered';

/**
 * How two keys match; undefined where they do not. Words may stand in another order (国际互联网出口带宽, 互联网国际出口带宽), but none may be missing: 农村网络零售额 is another indicator than
 * 网络零售额. Keys of less than four characters (交易额, 产值) name nothing, but for GDP and its like. Linear.
 */
export function matchKeys(a: string, b: string): KeyMatch | undefined {
  if (!isName(a) || !isName(b)) return undefined;
  if (a === b) return 'same';
  if (a.length !== b.length || sortCharacters(a) !== sortCharacters(b)) return undefined;
  return OPPOSITES.some(
    ([x, y]) => (a.includes(x) && b.includes(y)) || (a.includes(y) && b.includes(x)),
  )
    ? undefined
    : 'reordered';
}

function isName(key: string): boolean {
  return key.length >= MIN_KEY || /^[A-Z]{3}$/.test(key);
}

function sortCharacters(key: string): string {
  return [...key].sort().join('');
}
