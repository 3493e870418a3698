/**
 * How well, and how fast, is reused text found? Edited and re-ordered copies planted in unrelated documents; near-duplicates and partial reuse among the
 * real documents; all of them against one plan; cost from 10 to 1,000 documents. `npm run bench align-reuse`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createReuseIndex, prepareText, type ReuseIndex } from '../src/align';
import { createRandom, editText, plantCopies, shuffle } from '../test/support/plant-reuse';
import { sharedFolder } from '../test/support/shared';

const RATES = [0, 0.1, 0.2, 0.3, 0.4];

if (sharedFolder === undefined)
  print('align-reuse: needs the shared data, set ZHENGCE_SHARED to its folder');
else report(readTexts(join(sharedFolder, 'data/policies')));

type Texts = ReadonlyMap<string, string>;

function readTexts(folder: string): Texts {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name.replace(/\.txt$/, ''), readFileSync(join(folder, name), 'utf8')]),
  );
}

function report(texts: Texts): void {
  const plan = texts.get('pl-005') ?? '';
  const index = createReuseIndex(prepareText(plan));
  reportPlanted(texts, plan, index);
}

/** Copies of paragraphs of the plan, planted in work reports and statutes. */
function reportPlanted(texts: Texts, plan: string, index: ReuseIndex): void {
  const passages = plan.split('\n').filter((line) => line.length >= 80 && line.length <= 500);
  const hosts = [...texts].filter(([id]) => /^(?:ct|lw|hc)-/.test(id)).map(([, text]) => text);
  print(
    '| edits | recall (letters) | copies found | precision (letters) | found before planting |',
  );
  print('|---|---|---|---|---|');
  for (const rate of RATES) {
    const random = createRandom(7);
    const sums = { planted: 0, recalled: 0, copies: 0, hit: 0, right: 0, wrong: 0, before: 0 };
    for (const host of hosts) {
      const copies = shuffle(passages, random)
        .slice(0, 4)
        .map((passage) => editText(reorder(passage, random), rate, plan, random));
      const { text, planted } = plantCopies(host, copies);
      const flags = markFound(text, index);
      const before = markFound(host, index);
      const inside = new Uint8Array(text.length);
      for (const { start, end } of planted) {
        inside.fill(1, start, end);
        const letters = prepareText(text.slice(start, end)).letters.length;
        const found = Math.min(letters, count(flags.subarray(start, end)));
        sums.planted += letters;
        sums.recalled += found;
        sums.copies += 1;
        sums.hit += found * 2 >= letters ? 1 : 0;
      }
      sums.before += count(before);
      flags.forEach((flag, at) => {
        if (flag === 0) return;
        if (inside[at] === 1) sums.right += 1;
        else sums.wrong += 1;
      });
    }
    const wrong = Math.max(0, sums.wrong - sums.before);
    print(
      `| ${(rate * 100).toFixed(0)} % | ${(sums.recalled / sums.planted).toFixed(3)} | ${String(sums.hit)} of ${String(sums.copies)} | ${(sums.right / (sums.right + wrong)).toFixed(4)} (raw ${(sums.right / (sums.right + sums.wrong)).toFixed(4)}) | ${String(sums.before)} letters |`,
    );
  }
}

/** The sentences of a passage in another order. */
function reorder(passage: string, random: () => number): string {
  return shuffle(passage.split(/(?<=。)/), random).join('');
}

/** 1 for each character of a text that is a letter of a found stretch. */
function markFound(text: string, index: ReuseIndex): Uint8Array {
  const prepared = prepareText(text);
  const flags = new Uint8Array(text.length);
  for (const { aStart, aEnd } of index.find(prepared)) {
    for (let at = aStart; at < aEnd; at += 1) flags[prepared.locate(at, at + 1).start] = 1;
  }
  return flags;
}

function count(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
