/**
 * readIsolated: reads in a thread of its own, which is stopped where it takes too long or too much.
 *
 * @module
 */
import { ZhengceError, type ZhengceErrorCode } from '../errors';
import { refuseDamaged } from './read-fault';
import type { ReadContent } from './read-result';
import type { ReaderContext } from './reader-context';
import { giveBack, type ReaderThread, stopThread, takeThread } from './reader-threads';

/** What is to be read in a thread. */
export interface IsolatedReading {
  /** The bytes of the file. Not asked for where the thread has the archive open. */
  readonly load: () => Promise<Uint8Array>;
  /** The way to a document in archives; empty for the file itself. */
  readonly member: readonly string[];
  readonly context: ReaderContext;
  /** Names the content of the archive that the document is in: a thread keeps the last one open. Undefined for a file itself. */
  readonly archive: string | undefined;
}

/** What a thread is told. */
export interface ReadingTask extends Pick<IsolatedReading, 'member' | 'context' | 'archive'> {
  /** Undefined where the thread has the archive open. */
  readonly bytes: Uint8Array | undefined;
}

/** What a thread answers. */
export type ReadingAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'content'; readonly content: ReadContent }
  | {
      readonly kind: 'fault';
      readonly code: ZhengceErrorCode;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    }
  /** `isInstallation`: a part of the program could not be loaded. */
  | { readonly kind: 'defect'; readonly message: string; readonly isInstallation: boolean };

/**
 * The content of a file, read in a thread. Threads are kept for the next file, and do not keep the process alive.
 *
 * @throws ZhengceError as the reader does; `timed-out` beyond `timeoutMs`, `input-too-large` beyond `maxHeapMegabytes`; `read-failed` where no thread could be started, or
 *   its reader not be loaded, whatever is in the file
 */
export async function readIsolated(reading: IsolatedReading): Promise<ReadContent> {
  const { member, context, archive, load } = reading;
  const thread = takeThread(context.limits.maxHeapMegabytes, archive);
  const isOpen = archive !== undefined && thread.archive === archive;
  thread.archive = undefined;
  let bytes: Uint8Array | undefined;
  try {
    bytes = isOpen ? undefined : await load();
  } catch (error) {
    giveBack(thread);
    throw error;
  }
  return runTask(thread, { bytes, member, context, archive });
}

function runTask(thread: ReaderThread, task: ReadingTask): Promise<ReadContent> {
  const { worker } = thread;
  const { path, limits } = task.context;
  return new Promise((resolve, reject) => {
    let isSettled = false;
    const settle = (act: () => void, isReusable: boolean): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (isReusable) giveBack(thread);
      else stopThread(thread);
      act();
    };
    const fail = (error: Error): void => {
      settle(() => {
        reject(error);
      }, false);
    };
    const timer = setTimeout(
      () => {
        // What it answered while this thread was busy with another file is heard first.
        setImmediate(fail, refuseTime(path, limits.timeoutMs));
      },
      Math.min(limits.timeoutMs, MAX_TIMER),
    );
    const onMessage = (answer: ReadingAnswer): void => {
      if (answer.kind === 'ready') return;
      // Said before the thread is given back: another file may take it at once.
      if (answer.kind === 'content') thread.archive = task.archive;
      settle(() => {
        if (answer.kind === 'content') resolve(answer.content);
        else reject(describeAnswer(answer, path));
      }, true);
    };
    const onError = (cause: unknown): void => {
      fail(thread.isReady ? describeCrash(cause, path, thread.heap) : refuseStart(cause, path));
    };
    const onExit = (): void => {
      fail(
        thread.isReady
          ? refuseDamaged(path, 'policy', 'one that stopped its reader')
          : refuseStart('it ended at once', path),
      );
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    worker.postMessage(task);
  });
}

/** Timers of Node count in 32 bits. */
const MAX_TIMER = 2 ** 31 - 1;

function describeAnswer(
  answer: Exclude<ReadingAnswer, { kind: 'content' | 'ready' }>,
  path: string,
): ZhengceError {
  if (answer.kind === 'fault')
    return new ZhengceError(answer.code, answer.message, { details: answer.details });
  if (answer.isInstallation) return refuseStart(answer.message, path);
  return refuseDamaged(path, 'policy', `one that its reader failed on, ${answer.message}`);
}

/** The error for a reader that is not there: it says nothing about the file. */
function refuseStart(cause: unknown, path: string): ZhengceError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `readPolicyFile: expected a reader that can be started, received none, ${reason}: the file was not looked at; more memory, a larger maxHeapMegabytes or a new installation may help (${path})`;
  return new ZhengceError('read-failed', message, { cause });
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
