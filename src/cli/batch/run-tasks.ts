/**
 * runTasks: tags files, in threads or for a few of them in this one, with the outcomes in the order of the files.
 *
 * @module
 */
import type { Analyzer } from '../../analyzer';
import { FILES_A_JOB } from './choose-jobs';
import { runInOrder } from './in-order';
import { type TagOutcome, type TagTask, tagFile } from './tag-file';
import { createSetupAnalyzer, type TagSetup } from './tag-setup';

/** Tags files, however it does so. */
export interface TagRunner {
  readonly run: (task: TagTask) => Promise<TagOutcome>;
  close(): Promise<void>;
}

/** Files under way or done and waiting for one before them, a thread: enough to keep the others busy while one is slow. */
const WIDTH_A_JOB = 32;

/** Bytes of records that wait for one before them. */
const MAX_HELD = 64 * 1024 * 1024;

/** Outcomes in the order of the tasks. Memory does not grow with their number. */
export async function* runTasks(
  setup: TagSetup,
  tasks: readonly TagTask[],
  jobs: number,
): AsyncGenerator<TagOutcome, void, undefined> {
  const isThreaded = usesThreads(jobs, tasks.length);
  const runner = isThreaded ? await openThreads(setup, jobs) : openHere(setup);
  const width = isThreaded ? jobs * WIDTH_A_JOB : 1;
  const sizeOf = ({ payload, entry }: TagOutcome): number =>
    payload.length + (entry?.source.length ?? 0);
  try {
    yield* runInOrder(tasks, runner.run, { width, maxHeld: MAX_HELD, sizeOf });
  } finally {
    await runner.close();
  }
}

/** One thread is worth its start as well: what a file brings down then is not this process. */
function usesThreads(jobs: number, files: number): boolean {
  // Among the sources, in tests and scripts, threads would have to learn TypeScript first.
  return (jobs > 1 || files > FILES_A_JOB) && !import.meta.url.endsWith('.ts');
}

async function openThreads(setup: TagSetup, jobs: number): Promise<TagRunner> {
  const { openPool } = await import('./open-pool');
  return openPool(setup, jobs);
}

function openHere(setup: TagSetup): TagRunner {
  let analyzer: Promise<Analyzer> | undefined;
  const getAnalyzer = (): Promise<Analyzer> => (analyzer ??= createSetupAnalyzer(setup));
  return {
    run: (task) => tagFile(getAnalyzer, setup, task),
    close: () => Promise.resolve(),
  };
}
