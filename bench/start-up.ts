/**
 * How long until the first passage is tagged? The built package in a fresh process against jieba's own load until its first cut, in turns, medians.
 * `npm run build && npm run bench start-up`
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROUNDS = 9;
/** What readiness may take, as a multiple of jieba's load. */
const BUDGET = 3;
const entry = join(import.meta.dirname, '../dist/index.js');
if (!existsSync(entry)) throw new Error('expected the built package: npm run build');

/** Each program prints the milliseconds from its first line to its first result, then its memory in MB. */
const END = 'console.log(performance.now() - started, process.resourceUsage().maxRSS / 1024);';
const JIEBA = `const started = performance.now();
const { Jieba } = await import('@node-rs/jieba');
const { dict } = await import('@node-rs/jieba/dict.js');
if (Jieba.withDict(dict).cut('推动公共数据资源开放共享', true).length === 0) throw new Error('nothing was cut');
${END}`;
const OURS = `const started = performance.now();
const { builtinTaxonomy, createAnalyzer } = await import(${JSON.stringify(pathToFileURL(entry).href)});
const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
const [result] = analyzer.tagPassages([{ id: 'p', text: '推动公共数据资源开放共享，培育数据要素市场。' }]);
if (result.tags.length === 0) throw new Error('nothing was tagged');
${END}`;

interface Start {
  readonly ms: number;
  readonly memory: number;
}

const jieba: Start[] = [];
const ours: Start[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  jieba.push(start(JIEBA));
  ours.push(start(OURS));
}
report();

function start(program: string): Start {
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
  const [ms = Number.NaN, memory = Number.NaN] = output.trim().split(' ').map(Number);
  return { ms, memory };
}

function report(): void {
  const median = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  // The first round warms the file cache.
  const ratios = ours.slice(1).map(({ ms }, i) => ms / (jieba[i + 1]?.ms ?? Number.NaN));
  const line = (name: string, starts: readonly Start[]): string =>
    `${name.padEnd(28)}${median(starts.slice(1).map(({ ms }) => ms))
      .toFixed(0)
      .padStart(6)} ms  ${median(starts.map(({ memory }) => memory))
      .toFixed(0)
      .padStart(5)} MB`;
  print(line('jieba loaded, first cut', jieba));
  print(line('zhengce ready, first tag', ours));
  print(
    `ready / jieba's load        ${median(ratios).toFixed(2)} (budget ${String(BUDGET)}): ${median(ratios) <= BUDGET ? 'kept' : 'BROKEN'}`,
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
