/**
 * What does the whole pipeline cost? Parse, segment and tag over all shared policies (or the sample documents) against bare `cut` of @node-rs/jieba over the
 * same texts, in turns in one run. Tagging segments every passage; segmenting each once more with the terms of the taxonomy kept whole, as search does, is shown
 * apart. `npm run bench pipeline`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { createAnalyzer } from '../src/analyzer';
import type { PolicyDocument } from '../src/document';
import { builtinTaxonomy } from '../src/taxonomy';
import { sharedFolder } from '../test/support/shared';

const ROUNDS = 7;
/** Texts that one side works on before the other does: few enough that a busy machine slows both alike, many enough that each has its own dictionary in the cache. */
const BLOCK = 40;
/** What the pipeline may take, as a multiple of bare cut. */
const BUDGET = 2.5;

const texts = readTexts();
const characters = texts.reduce((sum, text) => sum + text.length, 0);
const jieba = Jieba.withDict(dict);
const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });

assertWorks();
const rounds = Array.from({ length: ROUNDS + 1 }, (_, round) => measureRound(round)).slice(1);
report();

function readTexts(): readonly string[] {
  const folder =
    sharedFolder === undefined
      ? join(import.meta.dirname, '../corpus/documents')
      : join(sharedFolder, 'data/policies');
  const found = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return sharedFolder === undefined ? Array.from({ length: 40 }, () => found).flat() : found;
}

/** Both sides do the work that is timed: words that join to the text, tags with evidence. */
function assertWorks(): void {
  const [text = ''] = texts;
  if (jieba.cut(text, true).join('') !== text) throw new Error('cut lost text');
  const tagged = texts
    .slice(0, 40)
    .map((one, i) => analyzer.tag(analyzer.parse(one, { id: String(i) })));
  if (!tagged.some(({ passages }) => passages.some(({ tags }) => tags.length > 0)))
    throw new Error('nothing was tagged');
}

/** Milliseconds. */
interface Round {
  readonly cut: number;
  readonly parse: number;
  readonly tag: number;
  /** Segmenting every passage once more, terms whole. */
  readonly segment: number;
}

/** Block by block; every other round the pipeline goes first. */
function measureRound(round: number): Round {
  const sums = { cut: 0, parse: 0, tag: 0, segment: 0 };
  globalThis.gc?.();
  for (let from = 0; from < texts.length; from += BLOCK) {
    const block = texts.slice(from, from + BLOCK);
    if (round % 2 === 0) cutBlock(block, sums);
    tagBlock(block, sums);
    if (round % 2 === 1) cutBlock(block, sums);
  }
  return sums;
}

type Sums = { -readonly [side in keyof Round]: number };

function cutBlock(block: readonly string[], sums: Sums): void {
  sums.cut += time(() => {
    for (const text of block) jieba.cut(text, true);
  });
}

/** Documents are let go once they are tagged, as in a run over many files; the texts of passages stay for the segmenter. */
function tagBlock(block: readonly string[], sums: Sums): void {
  const passages: string[] = [];
  for (const text of block) {
    let document: PolicyDocument | undefined;
    sums.parse += time(() => {
      document = analyzer.parse(text, { id: 'text' });
    });
    if (document === undefined) throw new Error('nothing was parsed');
    const parsed = document;
    sums.tag += time(() => analyzer.tag(parsed));
    for (const passage of parsed.passages) passages.push(passage.text);
  }
  sums.segment += time(() => {
    for (const passage of passages) analyzer.segmenter.boundaries(passage);
  });
}

function time(action: () => void): number {
  const started = performance.now();
  action();
  return performance.now() - started;
}

function report(): void {
  const median = (pick: (round: Round) => number): number =>
    rounds.map(pick).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? Number.NaN;
  const cut = median((round) => round.cut);
  const ratio = median((round) => (round.parse + round.tag) / round.cut);
  const speed = (ms: number): string => `${(characters / ms / 1000).toFixed(2)} M characters/s`;
  print(
    `${String(texts.length)} texts, ${(characters / 1e6).toFixed(2)} M characters, medians of ${String(ROUNDS)} rounds`,
  );
  print(`bare cut        ${cut.toFixed(0).padStart(6)} ms   ${speed(cut)}`);
  print(
    `parse           ${median((round) => round.parse)
      .toFixed(0)
      .padStart(6)} ms   ${(median((round) => round.parse / round.cut)).toFixed(2)} of bare cut`,
  );
  print(
    `segment and tag ${median((round) => round.tag)
      .toFixed(0)
      .padStart(6)} ms   ${(median((round) => round.tag / round.cut)).toFixed(2)} of bare cut`,
  );
  print(
    `pipeline / cut  ${ratio.toFixed(2)} (budget ${String(BUDGET)}): ${ratio <= BUDGET ? 'kept' : 'BROKEN'}`,
  );
  print(
    `every passage segmented once more, terms whole: ${median((round) => round.segment / round.cut).toFixed(2)} of bare cut`,
  );
  print(`peak memory     ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
