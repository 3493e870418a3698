// How fast is search beside wink-bm25-text-search, MiniSearch, Orama and FlexSearch, all given the same tokens? Every engine runs in a
// process of its own. Times are processor time, so that other work on the machine weighs on none; an engine gets at most 6 GB of heap and
// ZHENGCE_BENCH_MINUTES=10 of processor time. What it did not reach is printed as a dash, with the reason and how far it came; it is not asked at
// a larger size then. ZHENGCE_BENCH_SIZES=2000,20000 measures other numbers of passages, ZHENGCE_BENCH_GROWTH=200000 other ones of growth,
// ZHENGCE_BENCH_ENGINES=ours,wink other engines, ZHENGCE_BENCH_GROWTH_ENGINES=ours others that grow. It needs the shared data, and a shell that
// knows ulimit.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldText, listTerms } from '../src/search/analyze-text';
import { createJiebaSegmenter } from '../src/segment';
import { sharedFolder } from '../test/support/shared-folder';
import { loadStard } from '../test/support/stard';
import {
  type BenchIndex,
  type EngineName,
  type Snapshot,
  searchEngines,
} from './support/search-engines';

const SIZES = (process.env['ZHENGCE_BENCH_SIZES'] ?? '2000,20000,100000').split(',').map(Number);
/** Articles are repeated up to these. */
const GROWTH = (process.env['ZHENGCE_BENCH_GROWTH'] ?? '250000,500000,1000000')
  .split(',')
  .map(Number);
const MINUTES = Number(process.env['ZHENGCE_BENCH_MINUTES'] ?? 10);
const HEAP_MB = 6000;
const QUERY_COUNT = 200;
const WARM_UP = 20;
const LIMIT = 10;

interface Material {
  readonly lines: readonly string[];
  readonly queries: readonly (readonly string[])[];
}

const COLUMNS = ['buildMs', 'heapMb', 'snapshotMb', 'loadMs', 'p50Ms', 'p95Ms'] as const;

/** What was measured, and how many passages were added and queries answered by then; undefined where the engine did not get so far. */
type Figures = Partial<Record<(typeof COLUMNS)[number] | 'added' | 'answered', number>>;

interface Row extends Figures {
  readonly engine: string;
  readonly passages: number;
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

/** The lines again and again, each time under other numbers; says how many were taken. */
function* repeatLines(lines: readonly string[], size: number): Generator<string> {
  for (let i = 0; i < size; i++) {
    if (i % 10_000 === 0) report({ added: i });
    yield lines[i % lines.length]!;
  }
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

/** Milliseconds of processor time so far, of all threads. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Heap and buffers in use. Buffers are let go of some time after what held them: hence several rounds. */
async function usedMemory(): Promise<number> {
  for (let round = 0; round < 5; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
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

/** Measures, and writes every figure as a line as soon as it is known. */
async function measure(engine: EngineName, passages: number, file: string): Promise<void> {
  const { lines, queries } = JSON.parse(readFileSync(file, 'utf8')) as Material;
  const used = lines.slice(0, Math.min(passages, lines.length));
  const tool = searchEngines[engine];
  const memory = await usedMemory();
  const start = processorTime();
  const index = await tool.build(repeatLines(used, passages));
  report({ buildMs: processorTime() - start });
  report({ heapMb: ((await usedMemory()) - memory) / 2 ** 20 });
  const probes = passages === used.length ? makeProbes(used) : [];
  await assertProbes(engine, index, probes);
  await measureSnapshot(engine, index, probes);
  // Last: they may take all the time that is left.
  await timeQueries(engine, index, queries);
}

async function measureSnapshot(
  engine: EngineName,
  index: BenchIndex,
  probes: ReturnType<typeof makeProbes>,
): Promise<void> {
  const snapshot = await index.save();
  report({ snapshotMb: sizeOf(snapshot) / 2 ** 20 });
  const start = processorTime();
  const loaded = await searchEngines[engine].load(snapshot);
  report({ loadMs: processorTime() - start });
  await assertProbes(engine, loaded, probes);
}

async function assertProbes(
  engine: string,
  index: BenchIndex,
  probes: ReturnType<typeof makeProbes>,
): Promise<void> {
  for (const [token, expected] of probes) {
    const found = await index.search([token], LIMIT);
    if (!found.includes(expected))
      throw new Error(
        `${engine}: expected passage ${expected} for ${token}, received ${found.join(' ')}`,
      );
  }
}

async function timeQueries(
  engine: string,
  index: BenchIndex,
  queries: Material['queries'],
): Promise<void> {
  for (const query of queries.slice(0, WARM_UP)) await index.search(query, LIMIT);
  const times: number[] = [];
  for (const query of queries) {
    const start = processorTime();
    const found = await index.search(query, LIMIT);
    times.push(processorTime() - start);
    if (found.length === 0) throw new Error(`${engine}: nothing found for ${query.join(' ')}`);
    if (times.length % 20 === 0 || times.length === queries.length)
      report({
        answered: times.length,
        p50Ms: quantile(times, 0.5),
        p95Ms: quantile(times, 0.95),
      });
  }
}

function report(figures: Figures): void {
  console.log(JSON.stringify(figures));
}

/** Measures in a process of its own; prints why, where that does not come to its end. */
function measureApart(engine: string, passages: number, file: string): Row {
  const { status, signal, stdout, stderr } = spawnSync(
    'sh',
    [
      '-c',
      `ulimit -t ${MINUTES * 60} && exec "$0" "$@"`,
      process.execPath,
      '--expose-gc',
      `--max-old-space-size=${HEAP_MB}`,
      '--import',
      'tsx',
      import.meta.filename,
      engine,
      String(passages),
      file,
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 24 },
  );
  const figures = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Figures);
  const row: Row = Object.assign({ engine, passages }, ...figures) as Row;
  console.error(JSON.stringify(row));
  if (status === 0) return row;
  console.log(
    `${engine}, ${passages} passages, not done: ${describeEnd(signal, stderr)}${describeReached(row)}`,
  );
  if (engine === 'ours') process.exitCode = 1;
  return row;
}

/** How far an engine came. */
function describeReached({ buildMs, added = 0, answered = 0 }: Row): string {
  if (buildMs === undefined) return `, after ${added} passages`;
  return `, after ${answered} queries`;
}

/** Rows of the engines at each size; one that did not come to its end is not asked at the next. */
function measureSizes(sizes: readonly number[], engines: readonly string[], file: string): Row[] {
  const isDone = ({ answered }: Row): boolean => answered === QUERY_COUNT;
  const rows: Row[] = [];
  let asked = engines;
  for (const size of sizes) {
    const own = asked.map((engine) => measureApart(engine, size, file));
    rows.push(...own);
    asked = own.filter(isDone).map(({ engine }) => engine);
  }
  return rows;
}

/** Out of time, out of memory, or what the engine threw. */
function describeEnd(signal: NodeJS.Signals | null, stderr: string): string {
  if (signal === 'SIGXCPU' || signal === 'SIGKILL') return `over ${MINUTES} minutes`;
  if (stderr.includes('heap out of memory')) return `over ${HEAP_MB} MB of heap`;
  return /^\w*Error.*/mu.exec(stderr)?.[0] ?? `ended by ${String(signal)}`;
}

function printTable(rows: readonly Row[]): void {
  console.table(
    rows.map(({ engine, passages, ...figures }) => ({
      engine,
      passages,
      ...Object.fromEntries(
        COLUMNS.map((name) => [name, Number(figures[name]?.toPrecision(3)) || '–']),
      ),
    })),
  );
}

/** The size that floors are set for. */
const FLOOR_SIZE = 100_000;

/** The ratios at {@link FLOOR_SIZE} beside what is asked of them. */
function printFloors(rows: readonly Row[]): void {
  if (!SIZES.includes(FLOOR_SIZE)) return;
  const at = (engine: EngineName): Figures =>
    rows.find((row) => row.engine === engine && row.passages === FLOOR_SIZE) ?? {};
  const [own, wink, mini] = [at('ours'), at('wink'), at('minisearch')];
  const over = (a: number | undefined, b: number | undefined): number =>
    (a ?? Number.NaN) / (b ?? Number.NaN);
  const floors: readonly (readonly [string, number, number])[] = [
    ['median query, times faster than wink', over(wink.p50Ms, own.p50Ms), 40],
    ['median query, times faster than MiniSearch', over(mini.p50Ms, own.p50Ms), 40],
    ['build, times faster than wink', over(wink.buildMs, own.buildMs), 2],
    ['snapshot, times smaller than that of MiniSearch', over(mini.snapshotMb, own.snapshotMb), 2],
    ['load, times faster than build', over(own.buildMs, own.loadMs), 20],
  ];
  console.log(`\nAt ${FLOOR_SIZE} passages:`);
  for (const [name, ratio, floor] of floors)
    console.log(
      `${Number.isNaN(ratio) ? '–   ' : ratio >= floor ? 'ok  ' : 'MISS'} ${name}: ${ratio.toFixed(1)} (floor ${floor})`,
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
    const rows = measureSizes(SIZES, names, file);
    printTable(rows);
    printFloors(rows);
    console.log('\nGrowth, articles repeated:');
    const growing = process.env['ZHENGCE_BENCH_GROWTH_ENGINES']?.split(',') ?? names;
    printTable(measureSizes(GROWTH, growing, file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [engine, passages, file] = process.argv.slice(2);
if (engine === undefined || passages === undefined || file === undefined) main();
else await measure(engine as EngineName, Number(passages), file);
