/**
 * Own words: how a text calls the place that it is written for, 我省 or 全市.
 *
 * All patterns are for normalised text.
 *
 * @module
 */
import type { Scope } from './place-names';

/** How a text calls its own place. */
export interface OwnWord {
  readonly scope: Scope;
  readonly word: string;
}

/** The words by scope; 我市 goes before 全省, which a city says of its province. */
const OWN_WORDS: readonly (readonly [Scope, string, string | undefined])[] = [
  ['市', '我市', '全市'],
  ['州', '我州', '全州'],
  ['盟', '我盟', '全盟'],
  ['省', '我省', '全省'],
  ['自治区', '我区', undefined],
];
/** Fewer may be a slip or a quotation. */
const MIN_WORDS = 2;

interface OwnCount extends OwnWord {
  readonly ours: number;
  readonly all: number;
}

/** How a text calls its own place; undefined where it does not, or too seldom to be sure. Linear. */
export function readOwnWord(text: string): OwnWord | undefined {
  const [first] = OWN_WORDS.map(([scope, ours, all]) => countOwn(text, scope, ours, all)).sort(
    (a, b) => b.ours - a.ours || b.all - a.all,
  );
  return first === undefined || first.ours + first.all < MIN_WORDS
    ? undefined
    : { scope: first.scope, word: first.word };
}

function countOwn(text: string, scope: Scope, ours: string, all: string | undefined): OwnCount {
  const counts = { ours: countWord(text, ours), all: all === undefined ? 0 : countWord(text, all) };
  return { scope, word: counts.ours > 0 || all === undefined ? ours : all, ...counts };
}

/** How often a word stands in a text, not counting words that only look like it: 健全市场, 健全省级. Linear. */
export function countWord(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
    if (!isWithinOther(text, at, word)) count += 1;
  return count;
}

function isWithinOther(text: string, at: number, word: string): boolean {
  return (
    (at > 0 && '健安完'.includes(text.charAt(at - 1))) ||
    (at + word.length < text.length && '场级'.includes(text.charAt(at + word.length)))
  );
}
