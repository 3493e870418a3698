// What share of policy terms comes out as one token: by frequencies in jieba's dictionary alone, and with the
// pass that fits terms in; and what does that cost over bare jieba? Documents with gold labels are left out.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { createJiebaSegmenter, createTermMatcher } from '../src/segment';
import { policyTerms } from '../test/support/policy-terms';
import { readPolicyTexts } from '../test/support/policy-texts';

type FindEnds = (text: string) => Iterable<number>;

const SHORT_LENGTH = 3;
const matcher = createTermMatcher(policyTerms);

function endsByDictionary(frequency: number): FindEnds {
  const jieba = Jieba.withDict(dict);
  const unknown = policyTerms.filter((term) => jieba.cut(term, false).length > 1);
  const lines = frequency === 0 ? [] : unknown.filter((term) => /^[\p{L}\d+-]+$/u.test(term));
  const dictionary = lines.map((term) => `${term} ${frequency} n\n`).join('');
  if (dictionary !== '') jieba.loadDict(new TextEncoder().encode(dictionary));
  return (text) => {
    let end = 0;
    return jieba.cut(text, true).map((word) => (end += word.length));
  };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}

/** Counts the leftmost-longest occurrences of terms that are tokens. */
function countWhole(findEnds: FindEnds, texts: readonly string[]): Record<string, string> {
  const all = { long: 0, short: 0 };
  const whole = { long: 0, short: 0 };
  let cuttingWords = 0;
  for (const text of texts) {
    const ends = new Set([0, ...findEnds(text)]);
    for (const { start, end } of matcher.find(text)) {
      const kind = end - start > SHORT_LENGTH ? 'long' : 'short';
      all[kind] += 1;
      const hasEdges = ends.has(start) && ends.has(end);
      let isWhole = hasEdges;
      for (let inside = start + 1; inside < end; inside++) isWhole &&= !ends.has(inside);
      if (isWhole) whole[kind] += 1;
      if (!hasEdges && kind === 'short') cuttingWords += 1;
    }
  }
  return {
    'long terms whole': `${percent(whole.long, all.long)} of ${all.long}`,
    'short terms whole': `${percent(whole.short, all.short)} of ${all.short}`,
    'short terms that cut a word': String(cuttingWords),
  };
}

function printShares(texts: readonly string[]): void {
  const segmenter = createJiebaSegmenter({ terms: policyTerms });
  const rows: Record<string, Record<string, string>> = {
    'jieba without terms': countWhole(endsByDictionary(0), texts),
  };
  for (const frequency of [3, 100, 1000, 3000, 10_000, 100_000]) {
    rows[`frequency ${frequency} alone`] = countWhole(endsByDictionary(frequency), texts);
  }
  rows['frequency and pass'] = countWhole((text) => segmenter.boundaries(text), texts);
  console.table(rows);
}

/** Shortest time of each action over the texts in nine alternating rounds. */
function timeAlternating(
  actions: Readonly<Record<string, (text: string) => unknown>>,
  texts: readonly string[],
): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (let round = 0; round < 9; round++) {
    for (const [name, action] of Object.entries(actions)) {
      const start = performance.now();
      for (const text of texts) action(text);
      best.set(name, Math.min(best.get(name) ?? Infinity, performance.now() - start));
    }
  }
  return best;
}

function printCosts(texts: readonly string[]): void {
  const characters = texts.reduce((total, text) => total + text.length, 0);
  const bare = Jieba.withDict(dict);
  const plain = createJiebaSegmenter();
  const withTerms = createJiebaSegmenter({ terms: policyTerms });
  const best = timeAlternating(
    {
      'bare jieba.cut': (text) => bare.cut(text, true),
      'boundaries, no terms': (text) => plain.boundaries(text),
      'boundaries, terms': (text) => withTerms.boundaries(text),
      'segment, terms': (text) => withTerms.segment(text),
      'bare jieba.cutForSearch': (text) => bare.cutForSearch(text, true),
      'segmentForSearch, terms': (text) => withTerms.segmentForSearch(text),
      'term matcher alone': (text) => matcher.scan(text),
    },
    texts,
  );
  const unit = best.get('bare jieba.cut') ?? 1;
  const rows = [...best].map(([name, time]) => [
    name,
    {
      'ratio to bare cut': (time / unit).toFixed(2),
      'M chars/s': (characters / time / 1000).toFixed(1),
    },
  ]);
  console.table(Object.fromEntries(rows));
}

/** Time until the first cut, in milliseconds, of a dictionary that nobody has loaded before. */
function printLoads(): void {
  const time = (action: () => unknown): number => {
    const start = performance.now();
    action();
    return performance.now() - start;
  };
  const rounds = [0, 1, 2, 3].map(() => [
    time(() => Jieba.withDict(dict).cut('政策', true)),
    time(() => createJiebaSegmenter({ terms: policyTerms }).boundaries('政策')),
  ]);
  const [bare, withTerms] = [0, 1].map((at) => Math.min(...rounds.map((round) => round[at]!)));
  console.log(
    `first cut ready: bare ${bare!.toFixed(0)} ms, with ${policyTerms.length} terms ${withTerms!.toFixed(0)} ms`,
  );
}

function main(shared: string): void {
  const texts = readPolicyTexts(shared, { withoutGold: true });
  printLoads();
  printShares(texts);
  printCosts(texts.filter((_, index) => index % 4 === 0));
}

const sharedFolder = resolve(
  import.meta.dirname,
  '..',
  process.env['ZHENGCE_SHARED'] ?? '../shared',
);
if (existsSync(join(sharedFolder, 'data/policies'))) main(sharedFolder);
else console.log('Skipped: needs the shared data; set ZHENGCE_SHARED to its folder.');
