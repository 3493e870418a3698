/**
 * From which share of common letters on are two texts copies of one document? Copies as crawlers leave them (web noise in front, a tail cut off, a few characters edited) against revisions (sentences
 * rewritten), made of the shared documents. The threshold is chosen on every other document and judged on the rest. `npm run bench align-duplicates`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSharedTexts, prepareText } from '../src/align';
import { DEFAULT_DUPLICATE_SETTINGS } from '../src/align/find-duplicates';
import { createRandom } from '../src/evaluate/random';
import { editText, shuffle } from '../test/support/plant-reuse';
import { sharedFolder } from '../test/support/shared';

/** A pair of texts: whether they are copies, and the smaller of the two shares. */
interface Judged {
  readonly isCopy: boolean;
  readonly share: number;
}

const LEAST = 1_500;
const MOST = 12_000;
/** Shares of sentences that a revision rewrites. */
const REWRITTEN = [0.1, 0.15, 0.2, 0.3];

if (sharedFolder === undefined)
  print('align-duplicates: needs the shared data, set ZHENGCE_SHARED to its folder');
else report(readTexts(join(sharedFolder, 'data/policies')));

function readTexts(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter(({ length }) => length >= LEAST && length <= MOST);
}

function report(texts: readonly string[]): void {
  const random = createRandom(29);
  const halves = [0, 1].map((half) =>
    texts
      .filter((_, i) => i % 2 === half)
      .flatMap((text, i, all) => judge(text, all[(i + 1) % all.length] ?? '', random)),
  );
  const [chosenOn = [], judgedOn = []] = halves;
  const best = chooseThreshold(chosenOn);
  print(`${String(texts.length)} documents of ${String(LEAST)} to ${String(MOST)} characters`);
  print(
    `chosen on one half: ${best.toFixed(3)}; the default is ${String(DEFAULT_DUPLICATE_SETTINGS.minDuplicate)}\n`,
  );
  print('| threshold | half | copies told as copies | revisions told as copies |');
  print('|---|---|---|---|');
  for (const threshold of [best, DEFAULT_DUPLICATE_SETTINGS.minDuplicate]) {
    printRow(threshold, 'chosen on', chosenOn);
    printRow(threshold, 'judged on', judgedOn);
  }
}

/** A document against its copies and its revisions; `other` lends the words that are put in. */
function judge(text: string, other: string, random: () => number): readonly Judged[] {
  const copies = [0, 0.005, 0.02].map((rate) => {
    const noise = other.slice(0, Math.floor(random() * 0.03 * text.length));
    const kept = text.slice(0, Math.floor((1 - random() * 0.03) * text.length));
    return {
      isCopy: true,
      share: compare(text, `${noise}\n${editText(kept, rate, other, random)}`),
    };
  });
  const foreign = shuffle(cutSentences(other), random);
  const revisions = REWRITTEN.map((rate) => {
    let next = 0;
    const revised = cutSentences(text).map((sentence) => {
      if (random() >= rate) return sentence;
      next += 1;
      return foreign[next % foreign.length] ?? '';
    });
    return { isCopy: false, share: compare(text, revised.join('')) };
  });
  return [...copies, ...revisions];
}

function cutSentences(text: string): readonly string[] {
  return text.split(/(?<=[。；\n])/).filter(({ length }) => length > 0);
}

function compare(a: string, b: string): number {
  const { pairs } = findSharedTexts([
    { id: 'a', text: prepareText(a) },
    { id: 'b', text: prepareText(b) },
  ]);
  const [pair] = pairs;
  return pair === undefined ? 0 : Math.min(pair.shareOfA, pair.shareOfB);
}

/** The threshold with the fewest mistakes; of several the middle of them. */
function chooseThreshold(judged: readonly Judged[]): number {
  const candidates = Array.from({ length: 200 }, (_, i) => 0.8 + i / 1000);
  const mistakes = candidates.map(
    (threshold) => judged.filter(({ isCopy, share }) => isCopy !== share >= threshold).length,
  );
  const least = Math.min(...mistakes);
  const best = candidates.filter((_, i) => mistakes[i] === least);
  return best[Math.floor(best.length / 2)] ?? 0;
}

function printRow(threshold: number, half: string, judged: readonly Judged[]): void {
  const told = (isCopy: boolean): string => {
    const all = judged.filter((each) => each.isCopy === isCopy);
    const hits = all.filter(({ share }) => share >= threshold).length;
    return `${String(hits)} of ${String(all.length)}`;
  };
  print(`| ${threshold.toFixed(3)} | ${half} | ${told(true)} | ${told(false)} |`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
