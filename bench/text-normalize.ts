// What normalising costs a character: policy text, the same with \r\n, hostile text, traditional text.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { normalizeText, splitSentences } from '../src/text';
import { sharedFolder } from '../test/support/shared';

const RUNS = 5;

function readTexts(): readonly string[] {
  if (sharedFolder === undefined) {
    console.log('no shared data (ZHENGCE_SHARED): a made-up text instead');
    return Array.from({ length: 100 }, () =>
      '推进数据要素市场化配置，加快５Ｇ网络建设。\n'.repeat(500),
    );
  }
  const folder = join(sharedFolder, 'data/policies');
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** Prints the fastest of some runs, in nanoseconds a character. */
function time(name: string, texts: readonly string[], work: (text: string) => unknown): void {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  let best = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    for (const text of texts) work(text);
    best = Math.min(best, performance.now() - start);
  }
  const perCharacter = ((best * 1e6) / length).toFixed(1);
  console.log(
    `${name.padEnd(44)} ${String(length).padStart(9)} chars ${perCharacter.padStart(7)} ns/char`,
  );
}

function timeOnce(name: string, work: () => unknown): void {
  const start = performance.now();
  work();
  console.log(`${name.padEnd(44)} ${(performance.now() - start).toFixed(1).padStart(23)} ms`);
}

timeOnce('folding table, first call', () => normalizeText('，'));
timeOnce('conversion tables, first traditional text', () => normalizeText('數'));

const texts = readTexts();
const folded = texts.map((text) => normalizeText(text).text);
for (const text of folded) assert.equal(normalizeText(text).text, text);
const toTraditional = Converter({ from: 'cn', to: 't' });
const toSimplified = Converter({ from: 't', to: 'cn' });
const traditional = folded.slice(0, 60).map((text) => toTraditional(text));
for (const text of traditional) assert.equal(normalizeText(text).text, toSimplified(text));

time('normalizeText, as crawled', texts, normalizeText);
time('normalizeText, nothing to fold', folded, normalizeText);
time(
  'normalizeText, \\r\\n',
  texts.map((text) => text.replaceAll('\n', '\r\n')),
  normalizeText,
);
time('normalizeText, one string', [texts.join('')], normalizeText);
time('normalizeText, traditional', traditional, normalizeText);
time('opencc-js t2s alone, traditional', traditional, toSimplified);
time('opencc-js t2s alone, as crawled', texts, toSimplified);
time('splitSentences', texts, splitSentences);

for (const [name, unit] of [
  ['NUL', '\u0000'],
  ['zero-width', 'a\u200b'],
  ['\\r\\n', '\r\n'],
  ['lone surrogates', '\ud800'],
  ['traditional', '數'],
] as const) {
  const small = unit.repeat(1e6 / unit.length);
  time(`hostile 1 M, ${name}`, [small], normalizeText);
  time(`hostile 10 M, ${name}`, [small.repeat(10)], normalizeText);
}
