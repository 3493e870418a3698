// How fast is search beside wink-bm25-text-search, MiniSearch, Orama and FlexSearch, all given the same tokens? Every engine runs in a
// process of its own. ZHENGCE_BENCH_SIZES=2000,20000 measures other numbers of passages, ZHENGCE_BENCH_GROWTH=200000 other ones of ours alone,
// ZHENGCE_BENCH_ENGINES=ours,wink other engines; it needs the shared data.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldText, listTerms } from '../src/search/analyze-text';
import { createJiebaSegmenter } from '../src/segment';
import { sharedFolder } from '../test/support/shared-folder';
import { loadStard } from '../test/support/stard';
import { type EngineName, type Snapshot, searchEngines } from './support/search-engines';

const SIZES = (process.env['ZHENGCE_BENCH_SIZES'] ?? '2000,20000,100000').split(',').map(Number);
/** Ours alone grows to this. */
const GROWTH = (process.env['ZHENGCE_BENCH_GROWTH'] ?? '1000000').split(',').map(Number);
const QUERY_COUNT = 200;
const WARM_UP = 20;
const LIMIT = 10;

interface Material {
  readonly lines: readonly string[];
  readonly queries: readonly (readonly string[])[];
}

interface Figures {
  readonly engine: string;
  readonly passages: number;
  readonly buildMs: number;
  readonly heapMb: number;
  readonly snapshotMb: number;
  readonly loadMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** Articles of statutes and lay questions as the words that search sees. */
function makeMaterial(shared: string, size: number): Material {
  const segmenter = createJiebaSegmenter();
  const cut = (text: string): string[] =>
    listTerms(segmenter, foldText(text)).map(({ text: term }) => term);
  const { documents, queries } = loadStard(shared);
  const passages = documents.flatMap((document) => document.passages).slice(0, size);
  return {
    lines: passages.map(({ text }) => cut(text).join(' ')),
    queries: queries.slice(0, QUERY_COUNT).map(({ text }) => [...new Set(cut(text))]),
  };
}

/** The lines again and again, each time under other numbers. */
function* repeatLines(lines: readonly string[], size: number): Generator<string> {
  for (let i = 0; i < size; i++) yield lines[i % lines.length]!;
}

/** Words that one passage alone has, with its number: whoever finds anything finds that. */
function makeProbes(lines: readonly string[]): readonly (readonly [string, number])[] {
  const places = new Map<string, number>();
  lines.forEach((line, i) => {
    for (const token of new Set(line.split(' '))) places.set(token, places.has(token) ? -1 : i);
  });
  // Longer than one character, so that engines that complete words are asked the same.
  const found = [...places].filter(([token, at]) => at >= 0 && /^\p{Script=Han}{3,}$/u.test(token));
  const step = Math.max(1, Math.floor(found.length / 20));
  return found.filter((_, i) => i % step === 0).slice(0, 20);
}

function usedMemory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function sizeOf(snapshot: Snapshot): number {
  if (snapshot instanceof Uint8Array) return snapshot.length;
  return snapshot.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
}

async function measure(engine: EngineName, passages: number, file: string): Promise<Figures> {
  const { lines, queries } = JSON.parse(readFileSync(file, 'utf8')) as Material;
  const used = lines.slice(0, Math.min(passages, lines.length));
  const tool = searchEngines[engine];
  const memory = usedMemory();
  const start = performance.now();
  let index = await tool.build(repeatLines(used, passages));
  const buildMs = performance.now() - start;
  const heapMb = (usedMemory() - memory) / 2 ** 20;
  const snapshot = await index.save();
  const loadStart = performance.now();
  index = await tool.load(snapshot);
  const loadMs = performance.now() - loadStart;
  for (const [token, expected] of passages === used.length ? makeProbes(used) : []) {
    const found = await index.search([token], LIMIT);
    if (!found.includes(expected))
      throw new Error(
        `${engine}: expected passage ${expected} for ${token}, received ${found.join(' ')}`,
      );
  }
  for (const query of queries.slice(0, WARM_UP)) await index.search(query, LIMIT);
  const times: number[] = [];
  for (const query of queries) {
    const queryStart = performance.now();
    const found = await index.search(query, LIMIT);
    times.push(performance.now() - queryStart);
    if (found.length === 0) throw new Error(`${engine}: nothing found for ${query.join(' ')}`);
  }
  const [p50Ms, p95Ms] = [quantile(times, 0.5), quantile(times, 0.95)];
  const snapshotMb = sizeOf(snapshot) / 2 ** 20;
  return { engine, passages, buildMs, heapMb, snapshotMb, loadMs, p50Ms, p95Ms };
}

/** Measures in a process of its own; undefined, with the reason printed, where that fails. */
function measureApart(engine: string, passages: number, file: string): Figures | undefined {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=6000',
      '--import',
      'tsx',
      import.meta.filename,
      engine,
      String(passages),
      file,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 24 },
  );
  if (status === 0) {
    console.error(stdout.trim());
    return JSON.parse(stdout) as Figures;
  }
  console.log(`${engine}, ${passages} passages: failed, status ${status}`);
  process.exitCode = 1;
  return undefined;
}

function printTable(rows: readonly Figures[]): void {
  console.table(
    rows.map(({ engine, passages, ...figures }) => ({
      engine,
      passages,
      ...Object.fromEntries(
        Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(3))]),
      ),
    })),
  );
}

/** The ratios at the greatest size beside what is asked of them. */
function printFloors(rows: readonly Figures[]): void {
  const size = Math.max(...rows.map(({ passages }) => passages));
  const at = (engine: EngineName): Figures | undefined =>
    rows.find((row) => row.engine === engine && row.passages === size);
  const [own, wink, mini] = [at('ours'), at('wink'), at('minisearch')];
  if (own === undefined || wink === undefined || mini === undefined) return;
  const floors: readonly (readonly [string, number, number])[] = [
    ['median query, times faster than wink', wink.p50Ms / own.p50Ms, 40],
    ['median query, times faster than MiniSearch', mini.p50Ms / own.p50Ms, 40],
    ['build, times faster than wink', wink.buildMs / own.buildMs, 2],
    ['snapshot, times smaller than that of MiniSearch', mini.snapshotMb / own.snapshotMb, 2],
    ['load, times faster than build', own.buildMs / own.loadMs, 20],
  ];
  console.log(`\nAt ${size} passages:`);
  for (const [name, ratio, floor] of floors)
    console.log(
      `${ratio >= floor ? 'ok  ' : 'MISS'} ${name}: ${ratio.toFixed(1)} (floor ${floor})`,
    );
}

function main(): void {
  if (sharedFolder === undefined) {
    console.log('needs the shared data: set ZHENGCE_SHARED to its folder');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'zhengce-bench-'));
  const file = join(folder, 'tokens.json');
  try {
    writeFileSync(file, JSON.stringify(makeMaterial(sharedFolder, Math.max(...SIZES))));
    const names = process.env['ZHENGCE_BENCH_ENGINES']?.split(',') ?? Object.keys(searchEngines);
    const rows = SIZES.flatMap((size) =>
      names.flatMap((engine) => measureApart(engine, size, file) ?? []),
    );
    printTable(rows);
    printFloors(rows);
    console.log('\nGrowth of ours, articles repeated:');
    printTable(GROWTH.flatMap((size) => measureApart('ours', size, file) ?? []));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [engine, passages, file] = process.argv.slice(2);
if (engine === undefined || passages === undefined || file === undefined) main();
else console.log(JSON.stringify(await measure(engine as EngineName, Number(passages), file)));
