/**
 * readIsolated: reads in a thread of its own, which is stopped where it takes too long or too much.
 *
 * @module
 */
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { ZhengceError, type ZhengceErrorCode } from '../errors';
import { IS_SOURCE } from './package-folder';
import { refuseDamaged } from './read-fault';
import type { ReadContent } from './read-result';
import type { ReaderContext } from './reader-context';

/** What a thread is to read. */
export interface ReadingTask {
  readonly bytes: Uint8Array;
  /** The way to a document in archives; empty for the file itself. */
  readonly member: readonly string[];
  readonly context: ReaderContext;
}

/** What a thread answers. */
export type ReadingAnswer =
  | { readonly kind: 'content'; readonly content: ReadContent }
  | {
      readonly kind: 'fault';
      readonly code: ZhengceErrorCode;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'defect'; readonly message: string };

/** A thread at rest, and the heap it was given. */
interface IdleThread {
  readonly worker: Worker;
  readonly heap: number;
  /** Takes it off the list, where it ends at rest. */
  readonly forget: () => void;
}

/** Threads that wait for work. More than this many would only keep memory. */
const MAX_IDLE = 2;
const idle: IdleThread[] = [];

/**
 * The content of a file, read in a thread. Threads are kept for the next file, and do not keep the process alive.
 *
 * @throws ZhengceError as the reader does; `timed-out` beyond `timeoutMs`, `input-too-large` beyond `maxHeapMegabytes`
 */
export function readIsolated(task: ReadingTask): Promise<ReadContent> {
  const { path, limits } = task.context;
  const heap = limits.maxHeapMegabytes;
  const worker = takeThread(heap);
  return new Promise((resolve, reject) => {
    let isSettled = false;
    const settle = (act: () => void, isReusable: boolean): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (isReusable) giveBack(worker, heap);
      else stopThread(worker);
      act();
    };
    const fail = (error: Error): void => {
      settle(() => {
        reject(error);
      }, false);
    };
    const timer = setTimeout(
      () => {
        fail(refuseTime(path, limits.timeoutMs));
      },
      Math.min(limits.timeoutMs, MAX_TIMER),
    );
    const onMessage = (answer: ReadingAnswer): void => {
      settle(() => {
        if (answer.kind === 'content') resolve(answer.content);
        else reject(describeAnswer(answer, path));
      }, true);
    };
    const onError = (cause: unknown): void => {
      fail(describeCrash(cause, path, heap));
    };
    const onExit = (): void => {
      fail(refuseDamaged(path, 'policy', 'one that stopped its reader'));
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    worker.postMessage(task);
  });
}

/** Timers of Node count in 32 bits. */
const MAX_TIMER = 2 ** 31 - 1;

function takeThread(heap: number): Worker {
  const index = idle.findIndex((thread) => thread.heap === heap);
  const [thread] = index === -1 ? [] : idle.splice(index, 1);
  if (thread !== undefined) {
    thread.worker.off('error', thread.forget).off('exit', thread.forget);
    return thread.worker;
  }
  const options: WorkerOptions = {
    resourceLimits: { maxOldGenerationSizeMb: heap },
    // What libraries print about a damaged file is for nobody.
    stdout: true,
    stderr: true,
  };
  return IS_SOURCE
    ? new Worker(FROM_SOURCE, { ...options, eval: true })
    : new Worker(new URL('./read-worker.js', import.meta.url), options);
}

/** Among the sources, in tests and scripts, the thread has to learn TypeScript first. */
const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('./read-worker.ts', import.meta.url).href)});
});`;

function giveBack(worker: Worker, heap: number): void {
  if (idle.length >= MAX_IDLE) {
    stopThread(worker);
    return;
  }
  const forget = (): void => {
    const index = idle.findIndex((thread) => thread.worker === worker);
    if (index !== -1) idle.splice(index, 1);
  };
  worker.unref();
  worker.on('error', forget).on('exit', forget);
  idle.push({ worker, heap, forget });
}

function stopThread(worker: Worker): void {
  // A stopped thread may still report the error that it was stopped for.
  worker.on('error', () => undefined);
  void worker.terminate();
}

function describeAnswer(
  answer: Exclude<ReadingAnswer, { kind: 'content' }>,
  path: string,
): ZhengceError {
  if (answer.kind === 'defect') {
    return refuseDamaged(path, 'policy', `one that its reader failed on, ${answer.message}`);
  }
  return new ZhengceError(answer.code, answer.message, { details: answer.details });
}

function describeCrash(cause: unknown, path: string, heap: number): ZhengceError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code !== 'ERR_WORKER_OUT_OF_MEMORY') {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return refuseDamaged(path, 'policy', `one that its reader failed on, ${reason}`, cause);
  }
  const message = `readPolicyFile: expected a file that is read within a heap of ${String(heap)} MiB, received a larger one (${path})`;
  return new ZhengceError('input-too-large', message, {
    details: { limit: heap, name: 'maxHeapMegabytes' },
    cause,
  });
}

function refuseTime(path: string, limit: number): ZhengceError {
  const message = `readPolicyFile: expected a file that is read within ${String(limit)} ms, received a slower one (${path})`;
  return new ZhengceError('timed-out', message, { details: { limit, name: 'timeoutMs' } });
}
