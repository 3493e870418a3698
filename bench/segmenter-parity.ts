// How alike do @node-rs/jieba and nodejieba cut real policy text (every fourth document), and how do their speeds compare?
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createJiebaSegmenter, type Segmenter } from '../src/segment';
import { nodejiebaSegmenter } from '../src/segment/nodejieba';
import { policyTerms } from '../test/support/policy-terms';
import { readPolicyTexts } from '../test/support/policy-texts';

interface Agreement {
  tokens: number;
  otherTokens: number;
  same: number;
  boundaries: number;
  otherBoundaries: number;
  sameBoundaries: number;
  paragraphs: number;
  sameParagraphs: number;
}

function compare(one: Segmenter, other: Segmenter, paragraphs: readonly string[]): Agreement {
  const sum: Agreement = {
    tokens: 0,
    otherTokens: 0,
    same: 0,
    boundaries: 0,
    otherBoundaries: 0,
    sameBoundaries: 0,
    paragraphs: paragraphs.length,
    sameParagraphs: 0,
  };
  for (const paragraph of paragraphs) {
    const tokens = one.segment(paragraph);
    const otherTokens = other.segment(paragraph);
    for (const list of [tokens, otherTokens]) {
      if (list.map((token) => token.text).join('') !== paragraph) throw new Error('Text was lost.');
    }
    const spans = new Set(otherTokens.map(({ start, end }) => `${start},${end}`));
    const ends = new Set(otherTokens.map(({ end }) => end));
    const same = tokens.filter(({ start, end }) => spans.has(`${start},${end}`)).length;
    sum.tokens += tokens.length;
    sum.otherTokens += otherTokens.length;
    sum.same += same;
    // The end of the paragraph is a boundary for everyone and says nothing.
    sum.boundaries += tokens.length - 1;
    sum.otherBoundaries += otherTokens.length - 1;
    sum.sameBoundaries += tokens.filter(({ end }) => ends.has(end)).length - 1;
    if (same === tokens.length && same === otherTokens.length) sum.sameParagraphs += 1;
  }
  return sum;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}

function printAgreement(name: string, sum: Agreement): void {
  console.log(`\n${name}`);
  console.table({
    'identical tokens, of jieba': percent(sum.same, sum.tokens),
    'identical tokens, of nodejieba': percent(sum.same, sum.otherTokens),
    'boundary F1': ((2 * sum.sameBoundaries) / (sum.boundaries + sum.otherBoundaries)).toFixed(4),
    'paragraphs cut alike': percent(sum.sameParagraphs, sum.paragraphs),
    tokens: `${sum.tokens} and ${sum.otherTokens}`,
  });
}

/** The shortest of five rounds, in milliseconds; the rounds of the segmenters alternate. */
function timeBoth(
  segmenters: readonly Segmenter[],
  paragraphs: readonly string[],
): readonly number[] {
  const best = segmenters.map(() => Infinity);
  for (let round = 0; round < 5; round++) {
    segmenters.forEach((segmenter, index) => {
      const start = performance.now();
      for (const paragraph of paragraphs) segmenter.segment(paragraph);
      best[index] = Math.min(best[index]!, performance.now() - start);
    });
  }
  return best;
}

function main(shared: string): void {
  const paragraphs = readPolicyTexts(shared)
    .filter((_, index) => index % 4 === 0)
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.trim() !== '');
  const characters = paragraphs.reduce((total, paragraph) => total + paragraph.length, 0);
  console.log(`${paragraphs.length} paragraphs, ${characters} characters`);
  for (const [name, terms] of [
    ['without terms', []],
    [`with ${policyTerms.length} terms`, policyTerms],
  ] as const) {
    const jieba = createJiebaSegmenter({ terms });
    const nodejieba = nodejiebaSegmenter({ terms });
    printAgreement(name, compare(jieba, nodejieba, paragraphs));
    const [fast, slow] = timeBoth([jieba, nodejieba], paragraphs);
    console.log(
      `nodejieba takes ${(slow! / fast!).toFixed(2)} times as long ` +
        `(${(characters / fast! / 1000).toFixed(1)} and ${(characters / slow! / 1000).toFixed(1)} M characters/s)`,
    );
  }
}

const sharedFolder = resolve(
  import.meta.dirname,
  '..',
  process.env['ZHENGCE_SHARED'] ?? '../shared',
);
if (existsSync(join(sharedFolder, 'data/policies'))) main(sharedFolder);
else console.log('Skipped: needs the shared data; set ZHENGCE_SHARED to its folder.');
