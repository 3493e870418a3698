/**
 * runTasks: tags files, in this thread or in several, with the outcomes in the order of the files.
 *
 * @module
 */
import type { Analyzer } from '../../analyzer';
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
  tasks: Iterable<TagTask>,
  jobs: number,
): AsyncGenerator<TagOutcome, void, undefined> {
  const runner = await openRunner(setup, jobs);
  const width = jobs === 1 ? 1 : jobs * WIDTH_A_JOB;
  const sizeOf = ({ payload, entry }: TagOutcome): number =>
    payload.length + (entry?.source.length ?? 0);
  try {
    yield* runInOrder(tasks, runner.run, { width, maxHeld: MAX_HELD, sizeOf });
  } finally {
    await runner.close();
  }
}

async function openRunner(setup: TagSetup, jobs: number): Promise<TagRunner> {
  // Among the sources, in tests and scripts, threads would have to learn TypeScript first.
  if (jobs > 1 && !import.meta.url.endsWith('.ts')) {
    const { openPool } = await import('./open-pool');
    return openPool(setup, jobs);
  }
  let analyzer: Promise<Analyzer> | undefined;
  const getAnalyzer = (): Promise<Analyzer> => (analyzer ??= createSetupAnalyzer(setup));
  return {
    run: (task) => tagFile(getAnalyzer, setup.format, task),
    close: () => Promise.resolve(),
  };
}
