// The thread of scripts/fuzz-readers.ts: reads mutated files of a format from a number on, and tells what came of each.
import { parentPort, workerData } from 'node:worker_threads';
import { mutateFiles, readMutated } from '../test/support/fuzz-readers';

/** Which files a thread reads. */
export interface FuzzTask {
  readonly format: string;
  readonly seed: number;
  readonly from: number;
  readonly count: number;
}

async function run({ format, seed, from, count }: FuzzTask): Promise<void> {
  const files = mutateFiles(format, seed);
  for (let number = 0; number < count; number += 1) {
    const bytes = files.next().value;
    if (number >= from) parentPort?.postMessage(await readMutated(bytes, format));
  }
}

void run(workerData as FuzzTask);
