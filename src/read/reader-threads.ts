/**
 * Reader threads: started where there is none at rest, and kept for the next file.
 *
 * @module
 */
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { IS_SOURCE } from './package-folder';

/** A thread that reads files, one at a time. */
export interface ReaderThread {
  readonly worker: Worker;
  /** Its largest heap, in MiB. */
  readonly heap: number;
  /** Whether it has said that it is there: before, what brings it down is no file. */
  isReady: boolean;
  /** The archive that it has kept open, by the key of the last task. */
  archive: string | undefined;
}

interface IdleThread {
  readonly thread: ReaderThread;
  /** Takes it off the list, where it ends at rest. */
  readonly forget: () => void;
}

/** Threads that wait for work. More than this many would only keep memory. */
const MAX_IDLE = 2;
const idle: IdleThread[] = [];

/** A thread of that heap, one that has the archive open where there is such a one. */
export function takeThread(heap: number, archive: string | undefined): ReaderThread {
  const fitting = idle.filter(({ thread }) => thread.heap === heap);
  const chosen = fitting.find(({ thread }) => thread.archive === archive) ?? fitting[0];
  if (chosen === undefined) return startThread(heap);
  const { thread, forget } = chosen;
  forget();
  thread.worker.off('error', forget).off('exit', forget);
  return thread;
}

function startThread(heap: number): ReaderThread {
  const options: WorkerOptions = {
    resourceLimits: { maxOldGenerationSizeMb: heap },
    // What libraries print about a damaged file is for nobody.
    stdout: true,
    stderr: true,
  };
  const worker = IS_SOURCE
    ? new Worker(FROM_SOURCE, { ...options, eval: true })
    : new Worker(new URL('./read-worker.js', import.meta.url), options);
  const thread: ReaderThread = { worker, heap, isReady: false, archive: undefined };
  // Heard from the beginning: the thread may be there before its first file is loaded. Whatever it says, it is there.
  worker.on('message', () => {
    thread.isReady = true;
  });
  return thread;
}

/** Among the sources, in tests and scripts, the thread has to learn TypeScript first. */
const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('./read-worker.ts', import.meta.url).href)});
});`;

/** Keeps a thread for the next file. At rest it does not keep the process alive. */
export function giveBack(thread: ReaderThread): void {
  if (idle.length >= MAX_IDLE) {
    stopThread(thread);
    return;
  }
  const forget = (): void => {
    const index = idle.findIndex((one) => one.thread === thread);
    if (index !== -1) idle.splice(index, 1);
  };
  thread.worker.unref();
  thread.worker.on('error', forget).on('exit', forget);
  idle.push({ thread, forget });
}

/** Ends a thread, whatever it is doing. */
export function stopThread({ worker }: ReaderThread): void {
  // A stopped thread may still report the error that it was stopped for.
  worker.on('error', () => undefined);
  void worker.terminate();
}
