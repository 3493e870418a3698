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

/**
 * A runner with threads of its own. A thread that a file brings down costs that file, and another thread takes its place. Threads that cannot start, or cannot make what they tag
 * with, reject the task.
 *
 * This module and the thread's stand side by side in `dist/`, where it is loaded by `import()`.
 */
export function openPool(setup: TagSetup, jobs: number): TagRunner {
  const pool = new Piscina<TagTask, TagOutcome | string>({
    filename: new URL('./tag-worker.js', import.meta.url).href,
    name: 'tagTask',
    workerData: setup,
    minThreads: jobs,
    maxThreads: jobs,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
    // A thread that sleeps between tasks would not hear of the readers that it has started.
    atomics: 'disabled',
  });
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
    } catch (error) {
      return createFailure(describeProblem(describePlace(task.file), describeCrash(error)));
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
    close: () => pool.destroy(),
  };
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
