/**
 * What do many files take, and what do two threads give? `npm run build && npm run bench batch` (ZHENGCE_BENCH_FILES=500 for fewer than 5,000)
 *
 * The shared policies (or the sample documents), repeated with a sentence of their own each, tagged by the built command with one thread, with one that has a single core to itself
 * (where there is `taskset`), and with two, in turns, and by a loop over the library. V8 compiles and collects in threads of its own, so that one thread uses more than one core
 * where there are several. CPU time is told beside wall time, since a busy machine bends the latter. Peak memory also for half of the files: V8 lets its spaces grow over the first thousands.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sharedFolder } from '../test/support/shared-folder';

const FILES = Number(process.env['ZHENGCE_BENCH_FILES'] ?? 5000);
const ROUNDS = Number(process.env['ZHENGCE_BENCH_ROUNDS'] ?? 3);
const root = join(import.meta.dirname, '..');
const command = join(root, 'dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'zhengce-batch-'));
const input = join(folder, 'input');
const half = join(folder, 'half');

const HAS_TASKSET = spawnSync('taskset', ['-c', '0', 'true']).status === 0;

/** Runs in the measured process: writes what it took when it ends. */
const METER = `data:text/javascript,${encodeURIComponent(`
import { isMainThread } from 'node:worker_threads';
import { writeFileSync } from 'node:fs';
if (isMainThread) process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(process.env.ZHENGCE_METER, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }));
});`)}`;

/** The same work by the library, in one thread and without a command line. */
const LOOP = `
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { builtinTaxonomy, createAnalyzer } from ${JSON.stringify(pathToFileURL(join(root, 'dist/index.js')).href)};
import { readPolicyFolder } from ${JSON.stringify(pathToFileURL(join(root, 'dist/node.js')).href)};
const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
const output = createWriteStream(process.argv[2]);
for await (const { kind, id, text, metadata } of readPolicyFolder(process.argv[1])) {
  if (kind !== 'read') throw new Error(id);
  if (!output.write(JSON.stringify(analyzer.tag(analyzer.parse(text, { id, metadata }))) + '\\n')) await once(output, 'drain');
}
output.end();
`;

interface Measured {
  readonly seconds: number;
  /** Of all threads. */
  readonly cpu: number;
  readonly memory: number;
}

try {
  const bytes = createInput();
  const rounds = Array.from({ length: ROUNDS }, () => ({
    loop: measure(['--input-type=module', '--eval', LOOP, input, join(folder, 'loop.jsonl')]),
    core: HAS_TASKSET ? tag(input, 1, ['taskset', '-c', '0']) : undefined,
    one: tag(input, 1),
    two: tag(input, 2),
  }));
  assertSame();
  const small = { one: tag(half, 1), two: tag(half, 2) };
  report(bytes, rounds, small);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function createInput(): number {
  const source =
    sharedFolder === undefined
      ? join(root, 'corpus/documents')
      : join(sharedFolder, 'data/policies');
  const texts = readdirSync(source)
    .sort()
    .map((name) => readFileSync(join(source, name), 'utf8'));
  let bytes = 0;
  for (const path of [input, half]) mkdirSync(path);
  for (let i = 0; i < FILES; i += 1) {
    const text = `${texts[i % texts.length] ?? ''}\n第${String(i)}次印发，推动公共数据开放。\n`;
    const name = `${String(i).padStart(6, '0')}.txt`;
    writeFileSync(join(input, name), text);
    if (i % 2 === 0) writeFileSync(join(half, name), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

function tag(from: string, jobs: number, launcher: readonly string[] = []): Measured {
  const out = join(folder, `out-${String(jobs)}`);
  return measure([command, 'tag', from, '--out', out, '--jobs', String(jobs), '--quiet'], launcher);
}

function measure(args: readonly string[], launcher: readonly string[] = []): Measured {
  const meter = join(folder, 'meter.json');
  const began = performance.now();
  const [program = '', ...rest] = [...launcher, process.execPath, '--import', METER, ...args];
  const { status, stderr } = spawnSync(program, rest, {
    encoding: 'utf8',
    env: { ...process.env, ZHENGCE_METER: meter },
  });
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(stderr);
  const { cpu, memory } = JSON.parse(readFileSync(meter, 'utf8')) as Omit<Measured, 'seconds'>;
  return { seconds, cpu, memory };
}

function assertSame(): void {
  const [one, two] = [1, 2].map((jobs) =>
    readFileSync(join(folder, `out-${String(jobs)}`, 'tags.jsonl')),
  );
  if (one === undefined || two === undefined || !one.equals(two))
    throw new Error('the number of threads changed the output');
  const lines = one.toString().split('\n').length - 1;
  if (lines !== FILES) throw new Error(`${String(lines)} records for ${String(FILES)} files`);
}

type Round = Readonly<Record<'loop' | 'one' | 'two', Measured>> & {
  readonly core: Measured | undefined;
};

function report(
  bytes: number,
  rounds: readonly Round[],
  small: Readonly<Record<'one' | 'two', Measured>>,
): void {
  const median = (pick: (round: Round) => number): number =>
    rounds.map(pick).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? Number.NaN;
  print(
    `${String(FILES)} files, ${(bytes / 1e6).toFixed(1)} MB, medians of ${String(ROUNDS)} rounds; ${String(availableParallelism())} cores, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );
  for (const [name, key] of [
    ['library, one loop', 'loop'],
    ['--jobs 1, one core', 'core'],
    ['zhengce tag --jobs 1', 'one'],
    ['zhengce tag --jobs 2', 'two'],
  ] as const) {
    if (key === 'core' && !HAS_TASKSET) continue;
    const take = (field: keyof Measured): number =>
      median((round) => round[key]?.[field] ?? Number.NaN);
    const seconds = take('seconds');
    print(
      `${name.padEnd(22)}${seconds.toFixed(1).padStart(7)} s  ${(FILES / seconds).toFixed(1).padStart(7)} files/s  ${take('cpu').toFixed(1).padStart(7)} s of CPU  ${take('memory').toFixed(0).padStart(5)} MB`,
    );
  }
  if (HAS_TASKSET) {
    const times = median(({ core, two }) => (core?.seconds ?? Number.NaN) / two.seconds);
    print(`one core to two        ${times.toFixed(2)} times as fast`);
  }
  print(
    `one thread to two      ${median(({ one, two }) => one.seconds / two.seconds).toFixed(2)} times as fast; CPU time ${median(({ one, two }) => two.cpu / one.cpu).toFixed(2)} times, which allows ${median(({ one, two }) => (2 * one.cpu) / two.cpu).toFixed(2)} on two idle cores`,
  );
  print(
    `peak for half         ${small.one.memory.toFixed(0)} MB with one thread, ${small.two.memory.toFixed(0)} MB with two`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
