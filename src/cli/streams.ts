/**
 * Ends the process rightly when its streams break or it is told to stop.
 *
 * @module
 */
import { constants } from 'node:os';

/** What is called for a signal instead of ending the process. */
let taken: (() => void) | undefined;

/** Has the next signal of each kind call `end`, which brings the work to an end in order. A second one of its kind ends the process at once. */
export function takeSignals(end: () => void): void {
  taken = end;
}

/**
 * Closed pipes and signals end the process in order: whoever has something to tidy up listens to the process's `exit`.
 *
 * A reader that has enough, such as `head`, closes the pipe: no fault, status 0. Standard output that cannot be written: status 1, with a message. A signal:
 * 128 and its number, as a shell says it. Standard error that is closed: the work goes on.
 */
export function guardStreams(): void {
  process.stdout.on('error', endOnOutputFault);
  process.stderr.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      if (taken !== undefined) {
        taken();
        return;
      }
      process.stderr.write('zhengce: interrupted\n');
      process.exit(128 + constants.signals[signal]);
    });
  }
}

function endOnOutputFault({ code, message }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') process.exit(0);
  const received = code ?? message;
  process.stderr.write(
    `zhengce: expected a writable standard output, received ${received} [write-failed]\n`,
  );
  process.exit(1);
}
