/**
 * openPool: threads that tag files.
 *
 * @module
 */
import { Piscina } from 'piscina';
import { ZhengceError } from '../../errors';
import { hasCode } from '../error-code';
import { describePlace, describeProblem } from '../problems';
import type { TagRunner } from './run-tasks';
import { createFailure, type TagOutcome, type TagTask } from './tag-file';
import type { TagSetup } from './tag-setup';

/** Young objects of a thread, in MiB. With the 48 of Node a file's objects outlive the many collections, which takes a sixth more time and no less memory. */
const YOUNG_GENERATION = 192;

/** While one file is fetched, which takes some ten turns of the event loop, another is tagged. */
const FILES_A_THREAD = 2;

type Pool = Piscina<TagTask, TagOutcome | string>;

/**
 * A runner with threads of its own. A thread that ends takes the files with it that it was at; each is tried again with a thread to itself, so that only a file that brings that one
 * down as well is lost. Threads that cannot start, or cannot make what they tag with, reject the task.
 *
 * This module and the thread's stand side by side in `dist/`, where it is loaded by `import()`.
 */
export function openPool(setup: TagSetup, jobs: number): TagRunner {
  const pool = startThreads(setup, jobs, FILES_A_THREAD);
  let single: Pool | undefined;
  let hasStarted = false;
  const waiting = new Set<(error: Error) => void>();
  pool.on('error', (cause: unknown) => {
    // Later, it is a thread at rest that ended, and another takes its place.
    if (!hasStarted) for (const reject of waiting) reject(refuseStart(cause));
  });
  const tag = async (task: TagTask): Promise<TagOutcome | string> => {
    try {
      const outcome = await pool.run(task);
      hasStarted = true;
      return outcome;
    } catch {
      single ??= startThreads(setup, 1, 1).on('error', () => undefined);
      return tagAlone(single, task);
    }
  };
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.add(reject);
        void tag(task).then((outcome) => {
          waiting.delete(reject);
          if (typeof outcome === 'string') reject(refuseStart(outcome));
          else resolve(outcome);
        });
      }),
    close: async () => {
      await Promise.all([pool.destroy(), single?.destroy()]);
    },
  };
}

function startThreads(setup: TagSetup, threads: number, files: number): Pool {
  return new Piscina<TagTask, TagOutcome | string>({
    filename: new URL('./tag-worker.js', import.meta.url).href,
    name: 'tagTask',
    workerData: setup,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: files,
    // What has to wait keeps its place: results are wanted in the order of the files.
    stricterFIFO: true,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
    // A thread that sleeps between tasks would not hear of the readers that it has started.
    atomics: 'disabled',
  });
}

async function tagAlone(pool: Pool, task: TagTask): Promise<TagOutcome | string> {
  try {
    return await pool.run(task);
  } catch (error) {
    return createFailure(describeProblem(describePlace(task.file), describeCrash(error)));
  }
}

function describeCrash(error: unknown): unknown {
  if (!hasCode(error, 'ERR_WORKER_OUT_OF_MEMORY')) return error;
  const message =
    'expected a file that is tagged within the memory of a thread, received a larger one';
  return new ZhengceError('input-too-large', message, { cause: error });
}

function refuseStart(cause: unknown): Error {
  return new Error(`tag: a thread could not start: ${String(cause)}`, { cause });
}
