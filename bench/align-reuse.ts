/**
 * How well, and how fast, is reused text found? Edited and re-ordered copies planted in unrelated documents; near-duplicates and partial reuse among the
 * real documents; all of them against one plan; cost from 10 to 1,000 documents. `npm run bench align-reuse`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CollectionText,
  createReuseIndex,
  findSharedTexts,
  prepareDocument,
  prepareText,
  type ReuseIndex,
} from '../src/align';
import { parseDocument } from '../src/document';
import { createRandom } from '../src/evaluate/random';
import { editText, plantCopies, shuffle } from '../test/support/plant-reuse';
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
  print(
    'Copies of four paragraphs, edited and with their sentences in another order, in each of 222 unrelated documents.',
  );
  print('\nThe 13th plan, on which the settings were chosen (pl-005):\n');
  reportPlanted(texts, 'pl-005');
  print('\nAnother source, looked at once (pl-002, action outline on big data):\n');
  reportPlanted(texts, 'pl-002');
  const documents = prepareAll(texts);
  reportShared(documents);
  reportPlanCost(documents);
  reportGrowth(texts);
}

function prepareAll(texts: Texts): readonly CollectionText[] {
  return [...texts].map(([id, text]) => ({
    id,
    text: prepareDocument(parseDocument(text, { id })),
  }));
}

/** Near-duplicates and partial copies among all documents. */
function reportShared(documents: readonly CollectionText[]): void {
  const { groups, pairs } = findSharedTexts(documents);
  print(
    `\nNear-duplicates among ${String(documents.length)} documents: ${String(groups.length)} groups\n`,
  );
  for (const group of groups) print(`- ${group.join(' = ')}`);
  print('\n| partial copies | share of a | share of b | word for word of a | of b |');
  print('|---|---|---|---|---|');
  for (const pair of pairs) {
    if (Math.min(pair.shareOfA, pair.shareOfB) >= 0.96) continue;
    const shares = [pair.shareOfA, pair.shareOfB, pair.verbatimOfA, pair.verbatimOfB];
    print(`| ${pair.a} ${pair.b} | ${shares.map((share) => share.toFixed(2)).join(' | ')} |`);
  }
}

/** All documents against the plan, and how many of an unrelated kind have anything in common with it. */
function reportPlanCost(documents: readonly CollectionText[]): void {
  const plan = documents.find(({ id }) => id === 'pl-005')?.text ?? prepareText('');
  const began = performance.now();
  const index = createReuseIndex(plan);
  const found = documents.map(({ id, text }) => ({
    id,
    text,
    matches: id === 'pl-005' ? [] : index.find(text),
  }));
  const seconds = (performance.now() - began) / 1000;
  print(`\nAll ${String(documents.length)} documents against pl-005: ${seconds.toFixed(1)} s`);
  const statutes = found.filter(({ id }) => id.startsWith('lw-'));
  const letters = statutes.reduce((sum, { text }) => sum + text.letters.length, 0);
  const reused = statutes
    .flatMap(({ matches }) => matches)
    .reduce((sum, { aStart, aEnd }) => sum + aEnd - aStart, 0);
  print(
    `Statutes, unrelated to it: ${String(reused)} of ${String(letters)} letters told as reused`,
  );
}

/** Time a million characters, for more and more documents: thirds of the real ones. */
function reportGrowth(texts: Texts): void {
  const pieces = [...texts].flatMap(([id, text]) =>
    [0, 1, 2].map((third) => {
      const size = Math.ceil(text.length / 3);
      return {
        id: `${id}.${String(third)}`,
        text: prepareText(text.slice(third * size, (third + 1) * size)),
      };
    }),
  );
  const picked = shuffle(pieces, createRandom(11));
  const index = createReuseIndex(prepareText(texts.get('pl-005') ?? ''));
  print(
    '\n| documents | M letters | against the plan, s | s a M letters | among themselves, s | s a M letters |',
  );
  print('|---|---|---|---|---|---|');
  for (const size of [10, 30, 100, 300, 1000]) {
    const documents = picked.slice(0, size);
    const millions = documents.reduce((sum, { text }) => sum + text.letters.length, 0) / 1e6;
    const against = time(() => {
      for (const { text } of documents) index.find(text);
    });
    const among = time(() => {
      findSharedTexts(documents);
    });
    print(
      `| ${String(size)} | ${millions.toFixed(2)} | ${against.toFixed(2)} | ${(against / millions).toFixed(2)} | ${among.toFixed(2)} | ${(among / millions).toFixed(2)} |`,
    );
  }
}

function time(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

/** Copies of paragraphs of the plan, planted in work reports and statutes. */
function reportPlanted(texts: Texts, source: string): void {
  const plan = texts.get(source) ?? '';
  const index = createReuseIndex(prepareText(plan));
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
