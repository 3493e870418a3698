/**
 * Suggestions for what somebody has begun to type.
 *
 * @module
 */
import { describeReceived, ZhengceError } from '../../errors';
import { foldText } from '../analyze-text';
import { isFunctionWord } from '../function-words';
import { type CountedHeading, findRank, type Vocabulary } from '../vocabulary';
import { type Pinyin, startsWithPinyin } from './pinyin';

/** Something that one may have begun to type. */
export interface Suggestion {
  /** The query with its last run completed. */
  readonly text: string;
  /** A word of the index, or a heading or title without its numbering. */
  readonly kind: 'term' | 'heading';
  /** Passages that hold the word, or stand under the heading. */
  readonly count: number;
}

/** Options of {@link suggestQueries}. */
export interface SuggestOptions {
  /** Most suggestions. Range 1 to 100, default 10. */
  readonly limit?: number;
  /** Readings, from `loadPinyin`: with them, words are found by pinyin too. */
  readonly pinyin?: Pinyin | undefined;
}

const DEFAULT_LIMIT = 10;
/** Longest beginning that is looked up, in UTF-16 code units. */
const MAX_PREFIX_LENGTH = 60;
/** Longest heading that is suggested: longer ones are sentences. */
const MAX_HEADING_LENGTH = 40;
/** Share of the suggestions that are words, where there are headings enough. */
const TERM_SHARE = 0.6;

/** The numbering of a heading: 第三章, 三、, （三）, 3., 专栏3. */
const MARKER =
  /^(?:第[一二三四五六七八九十百\d]{1,6}[编篇章节条款部]分?|专栏\s?\d{1,3}|[（(][一二三四五六七八九十\d]{1,4}[)）]|[一二三四五六七八九十\d]{1,4}[、.．]|[①-⑳])[\s:：]*/u;

/**
 * What the last run of `prefix` may be the beginning of: words of the index that begin with it, then headings and titles that hold
 * it; with `pinyin`, Chinese words by what Latin letters read (`shujuys`, `sjys`, `shuju yaosu`, `数据ys`). What is typed whole, then by count, most frequent first; ties to the
 * shorter, then in code unit order. The runs before it stay in front. Empty for an empty run. O(terms with that beginning +
 * headings); with pinyin O(terms).
 *
 * @throws ZhengceError `invalid-argument` for a limit outside its range
 */
export function suggestQueries(
  vocabulary: Vocabulary,
  prefix: string,
  options: SuggestOptions = {},
): readonly Suggestion[] {
  const limit = readLimit(options.limit ?? DEFAULT_LIMIT);
  const folded = joinSyllables(foldText(prefix), vocabulary, options.pinyin);
  const run = folded.split(/\s+/u).at(-1) ?? '';
  if (run === '' || run.length > MAX_PREFIX_LENGTH) return Object.freeze([]);
  const head = folded.slice(0, folded.length - run.length);
  const terms = listTerms(vocabulary, run, options.pinyin);
  const headings = listHeadings(vocabulary, run);
  const termLimit = Math.max(Math.ceil(limit * TERM_SHARE), limit - headings.length);
  return Object.freeze(
    [...terms.slice(0, termLimit), ...headings]
      .slice(0, limit)
      .map((suggestion) => Object.freeze({ ...suggestion, text: head + suggestion.text })),
  );
}

/** Pinyin that is typed with spaces between syllables, in one run where a word reads so: gonggong shuju. */
function joinSyllables(folded: string, vocabulary: Vocabulary, pinyin: Pinyin | undefined): string {
  if (pinyin === undefined || !/^[a-z]+(?: [a-z]+)+$/.test(folded)) return folded;
  const joined = folded.replaceAll(' ', '');
  return listPinyinRanks(vocabulary, joined, pinyin).length > 0 ? joined : folded;
}

function readLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit;
  throw new ZhengceError(
    'invalid-argument',
    `suggest: expected an integer from 1 to 100, received ${describeReceived(limit)} (limit)`,
  );
}

function listTerms(
  vocabulary: Vocabulary,
  run: string,
  pinyin: Pinyin | undefined,
): readonly Suggestion[] {
  const ranks = listPrefixRanks(vocabulary, run);
  if (pinyin !== undefined) ranks.push(...listRead(vocabulary, run, pinyin));
  const suggestions = ranks.map(
    (rank): Suggestion => ({
      text: vocabulary.term(rank),
      kind: 'term',
      count: vocabulary.documentFrequency(rank),
    }),
  );
  return suggestions
    .filter(({ text }) => text.length > 1 && !isFunctionWord(text))
    .sort((a, b) => Number(b.text === run) - Number(a.text === run) || compare(a, b));
}

/** The terms that a run reads in Latin letters: all of it, or its end behind Chinese characters, 数据yaosu. */
function listRead(vocabulary: Vocabulary, run: string, pinyin: Pinyin): readonly number[] {
  if (/^[a-z\d']+$/.test(run) && /[a-z]/.test(run))
    return listPinyinRanks(vocabulary, run.replaceAll("'", ''), pinyin);
  const [, written = '', typed = ''] = /^(\p{Script=Han}+)([a-z']+)$/u.exec(run) ?? [];
  if (written === '') return [];
  return listPrefixRanks(vocabulary, written).filter((rank) =>
    startsWithPinyin(
      vocabulary.term(rank).slice(written.length),
      typed.replaceAll("'", ''),
      pinyin,
    ),
  );
}

function listPrefixRanks(vocabulary: Vocabulary, run: string): number[] {
  const ranks: number[] = [];
  for (let rank = findRank(vocabulary, run); rank < vocabulary.termCount; rank++) {
    if (!vocabulary.term(rank).startsWith(run)) break;
    ranks.push(rank);
  }
  return ranks;
}

/** The Chinese terms that begin as typed: those after the Latin ones in code unit order. */
function listPinyinRanks(vocabulary: Vocabulary, typed: string, pinyin: Pinyin): number[] {
  const ranks: number[] = [];
  if (typed === '') return ranks;
  for (let rank = findRank(vocabulary, '\u2e80'); rank < vocabulary.termCount; rank++) {
    if (startsWithPinyin(vocabulary.term(rank), typed, pinyin)) ranks.push(rank);
  }
  return ranks;
}

function listHeadings(vocabulary: Vocabulary, run: string): readonly Suggestion[] {
  const counts = new Map<string, number>();
  for (const { text, count } of vocabulary.headings()) {
    const heading = readHeading({ text, count });
    if (heading === undefined || !foldText(heading).includes(run)) continue;
    counts.set(heading, (counts.get(heading) ?? 0) + count);
  }
  const suggestions = [...counts].map(
    ([text, count]): Suggestion => ({ text, kind: 'heading', count }),
  );
  return suggestions.sort(compare);
}

/** A heading without its numbering; undefined where it is too long to be typed. */
function readHeading({ text }: CountedHeading): string | undefined {
  const heading = text.replace(MARKER, '').trim();
  return heading.length < 2 || heading.length > MAX_HEADING_LENGTH ? undefined : heading;
}

function compare(a: Suggestion, b: Suggestion): number {
  return b.count - a.count || a.text.length - b.text.length || (a.text < b.text ? -1 : 1);
}
