/**
 * readIsolated: reads in a thread of its own, which is stopped where it takes too long or too much.
 *
 * @module
 */
import { Worker } from 'node:worker_threads';
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
      worker.removeAllListeners();
      if (isReusable) giveBack({ worker, heap });
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
    worker.on('message', (answer: ReadingAnswer) => {
      settle(() => {
        if (answer.kind === 'content') resolve(answer.content);
        else reject(describeAnswer(answer, path));
      }, true);
    });
    worker.on('error', (cause) => {
      fail(describeCrash(cause, path, heap));
    });
    worker.on('exit', () => {
      fail(refuseDamaged(path, 'policy', 'one that stopped its reader'));
    });
    worker.ref();
    worker.postMessage(task);
  });
}

/** Timers of Node count in 32 bits. */
const MAX_TIMER = 2 ** 31 - 1;

function takeThread(heap: number): Worker {
  const index = idle.findIndex((thread) => thread.heap === heap);
  const [thread] = index === -1 ? [] : idle.splice(index, 1);
  if (thread !== undefined) return thread.worker;
  const name = IS_SOURCE ? './read-worker.ts' : './read-worker.js';
  return new Worker(new URL(name, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heap },
    // What libraries print about a damaged file is for nobody.
    stdout: true,
    stderr: true,
    ...(IS_SOURCE ? { execArgv: ['--import', 'tsx'] } : {}),
  });
}

function giveBack(thread: IdleThread): void {
  if (idle.length >= MAX_IDLE) {
    stopThread(thread.worker);
    return;
  }
  const { worker } = thread;
  worker.unref();
  // A thread that ends at rest is simply gone.
  const forget = (): void => {
    const index = idle.indexOf(thread);
    if (index !== -1) idle.splice(index, 1);
  };
  worker.on('error', forget);
  worker.on('exit', forget);
  idle.push(thread);
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
