/**
 * Reads mutated real files of every format, and reports what came of it: no reader may hang, crash, or take more memory than its bound.
 * `npx tsx scripts/fuzz-readers.ts [MUTATIONS a format, default 2000] [FORMAT...]`
 *
 * As in production a thread reads file after file, with the heap and the time that a reader may have, and is stopped beyond (`timed-out`); one that falls over is a defect. A new
 * one goes on behind the file.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DEFAULT_READ_LIMITS } from '../src/read/read-limits';
import { FUZZED_FORMATS, type FuzzOutcome, mutateFiles } from '../test/support/fuzz-readers';
import type { FuzzTask } from './fuzz-readers-thread';

const SEED = 1;
const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('fuzz-readers-thread.ts', import.meta.url).href)});
});`;

/** Outcomes of the files from a number on, until all are read or one has brought the thread down. */
function readFrom(task: FuzzTask, onOutcome: (outcome: FuzzOutcome) => void): Promise<void> {
  const { maxHeapMegabytes, timeoutMs } = DEFAULT_READ_LIMITS;
  const worker = new Worker(FROM_SOURCE, {
    eval: true,
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
  });
  let left = task.count - task.from;
  return new Promise((resolve) => {
    const end = (outcome: string, error?: string): void => {
      clearTimeout(timer);
      worker.removeAllListeners().on('error', () => undefined);
      if (left > 0) onOutcome({ outcome, time: 0, ...(error === undefined ? {} : { error }) });
      void worker.terminate().then(() => {
        resolve();
      });
    };
    const timer = setTimeout(end, timeoutMs, 'timed-out');
    worker.on('message', (outcome: FuzzOutcome) => {
      left -= 1;
      onOutcome(outcome);
      timer.refresh();
      if (left === 0) end('read');
    });
    worker.on('error', (error) => {
      end('defect', `brought its thread down: ${String(error)}`);
    });
    worker.on('exit', () => {
      end('defect', 'ended its thread');
    });
  });
}

async function fuzzFormat(format: string, count: number): Promise<void> {
  const counts = new Map<string, number>();
  const defects: { number: number; error: string }[] = [];
  let [done, slowest, memory] = [0, 0, 0];
  while (done < count) {
    await readFrom({ format, seed: SEED, from: done, count }, ({ outcome, time, error }) => {
      if (error !== undefined) defects.push({ number: done, error });
      done += 1;
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      slowest = Math.max(slowest, time);
      memory = Math.max(memory, process.memoryUsage.rss());
    });
  }
  const listed = [...counts].sort().map(([code, times]) => `${code} ${String(times)}`);
  console.log(
    `${format.padEnd(5)} ${String(count)} mutations: ${listed.join(', ')}; slowest ${slowest.toFixed(0)} ms of processor time; largest resident set ${(memory / 1e6).toFixed(0)} MB`,
  );
  for (const { number, error } of defects) {
    console.log(`  DEFECT ${keepFile(format, number)}: ${error}`);
    process.exitCode = 1;
  }
}

/** Where the file of that number is put, to be looked at. */
function keepFile(format: string, number: number): string {
  const files = mutateFiles(format, SEED);
  for (let i = 0; i < number; i += 1) files.next();
  const path = join(tmpdir(), `fuzz-${String(number)}.${format}`);
  writeFileSync(path, files.next().value);
  return path;
}

async function main(): Promise<void> {
  const [count = '2000', ...formats] = process.argv.slice(2);
  for (const format of formats.length > 0 ? formats : FUZZED_FORMATS)
    await fuzzFormat(format, Number(count));
}

void main();
