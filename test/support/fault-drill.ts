// Interrupts `zhengce tag` again and again, goes on with --resume, and compares what comes of it with an undisturbed run.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../src/evaluate/random';
import { commandPath } from './run-cli';

/** What a run has left, file by file, the hidden folder aside. */
export type Results = ReadonlyMap<string, Buffer>;

/** The files of an output folder that a user sees. */
export function readResults(out: string): Results {
  const names = readdirSync(out).filter((name) => !name.startsWith('.'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(out, name))]));
}

/** The names of files that two runs do not agree in. */
export function compareResults(a: Results, b: Results): readonly string[] {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => {
    const [one, other] = [a.get(name), b.get(name)];
    return one === undefined || other === undefined || !one.equals(other);
  });
}

/** What became of a run. */
export interface DrillRun {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** Runs `zhengce tag` to its end. */
export function runTag(args: readonly string[]): DrillRun {
  const { status, signal, stderr } = spawnSync(process.execPath, [commandPath, 'tag', ...args], {
    encoding: 'utf8',
  });
  return { status, signal, stderr };
}

/** Options of {@link killAndResume}. */
export interface KillOptions {
  readonly input: string;
  readonly out: string;
  readonly kills: number;
  readonly files: number;
  readonly seed: number;
  readonly args: readonly string[];
  /** Called after each kill. */
  readonly onKill?: (killed: Killed) => void;
}

/** A run that was stopped. */
export interface Killed extends DrillRun {
  /** Files in the journal when it was stopped. */
  readonly done: number;
}

/**
 * Runs with --resume, each run killed when it has come to a place drawn at random, every fourth while it starts, and the last one left to its end. SIGKILL, and every third time
 * SIGINT. Throws where a result stands under its name before it is whole.
 */
export async function killAndResume(options: KillOptions): Promise<DrillRun> {
  const { input, out, kills, files, seed, onKill } = options;
  const random = createRandom(seed);
  // In order, so that each run gets somewhere.
  const places = Array.from({ length: kills }, () => Math.floor(random() * files * 0.8)).sort(
    (a, b) => a - b,
  );
  const args = [input, '--out', out, '--resume', ...options.args];
  const target = join(out, 'tags.jsonl');
  const journal = join(out, '.zhengce/tags.jsonl.journal');
  let isWhole = false;
  for (const [i, place] of places.entries()) {
    const before = countLines(journal);
    const child = spawn(process.execPath, [commandPath, 'tag', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = watch(child);
    if (i % 4 === 3) await wait(random() * 600);
    else await reach(child, journal, Math.max(before + 1, place), random() * 30);
    child.kill(i % 3 === 2 ? 'SIGINT' : 'SIGKILL');
    const run = await ended;
    // On a busy machine a run may end before the signal comes; its result stays from then on.
    isWhole ||= run.status !== null && run.status !== 130;
    if (existsSync(target) !== isWhole) throw new Error(`half a result, or none: ${run.stderr}`);
    onKill?.({ ...run, done: Math.max(0, countLines(journal) - 1) });
  }
  return runTag(args);
}

function watch(child: ChildProcess): Promise<DrillRun> {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve) => {
    child.once('close', (status, signal) => {
      resolve({ status, signal, stderr });
    });
  });
}

/** Waits until a journal has so many lines, or the process has ended, and a little longer. */
async function reach(
  child: ChildProcess,
  journal: string,
  lines: number,
  longer: number,
): Promise<void> {
  while (child.exitCode === null && child.signalCode === null && countLines(journal) < lines)
    await wait(5);
  await wait(longer);
}

function countLines(path: string): number {
  if (!existsSync(path)) return 0;
  const bytes = readFileSync(path);
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** A small file system of its own at a folder; undefined where this machine does not let one be mounted. */
export function mountSmall(folder: string, kibibytes: number): SmallDisk | undefined {
  const size = `size=${String(kibibytes)}k`;
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]).status !== 0)
    return undefined;
  const filler = join(folder, 'filler');
  return {
    fill: (bytes) => {
      writeFileSync(filler, new Uint8Array(bytes));
    },
    free: () => {
      rmSync(filler);
    },
    setReadOnly: (isReadOnly) => {
      spawnSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder]);
    },
    unmount: () => {
      spawnSync('umount', [folder]);
    },
  };
}

/** A file system of few bytes. */
export interface SmallDisk {
  /** Takes bytes away from it. */
  readonly fill: (bytes: number) => void;
  readonly free: () => void;
  readonly setReadOnly: (isReadOnly: boolean) => void;
  readonly unmount: () => void;
}
