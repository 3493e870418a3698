/**
 * Progress on standard error: a bar on a terminal, a line every few seconds elsewhere, nothing when quiet.
 *
 * @module
 */
import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a run has come. */
export interface Progress {
  start(total: number): void;
  advance(): void;
  stop(): void;
}

/** Time between two lines where there is no terminal, in milliseconds. */
const LINE_INTERVAL = 5000;

/** The progress display that suits standard error. */
export function createProgress(quiet: boolean): Progress {
  if (quiet) return { start: () => undefined, advance: () => undefined, stop: () => undefined };
  return process.stderr.isTTY ? createBar() : createLines();
}

function createBar(): Progress {
  const bar = new SingleBar(
    {
      format: '{bar} {percentage}% | {value}/{total} files | {duration_formatted}, {eta_formatted} left',
      stream: process.stderr,
      hideCursor: true,
      etaBuffer: 50,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  return {
    start: (total) => {
      bar.start(total, 0);
    },
    advance: () => {
      bar.increment();
    },
    stop: () => {
      bar.stop();
    },
  };
}

function createLines(): Progress {
  let total = 0;
  let done = 0;
  let last = 0;
  return {
    start: (count) => {
      total = count;
      last = Date.now();
    },
    advance: () => {
      done += 1;
      if (Date.now() - last < LINE_INTERVAL) return;
      last = Date.now();
      process.stderr.write(`zhengce: ${String(done)} of ${String(total)} files\n`);
    },
    stop: () => undefined,
  };
}
