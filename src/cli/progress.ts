/**
 * Progress on standard error: a bar on a terminal, a line every few seconds elsewhere, nothing when quiet.
 *
 * @module
 */
import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a run has come. */
export interface Progress {
  advance(): void;
  stop(): void;
}

/** Options of {@link startProgress}. */
export interface StartProgressOptions {
  /** How many there are; undefined where that is not known, and there can be no bar. */
  readonly total: number | undefined;
  /** What is counted, in the plural. */
  readonly unit: string;
  readonly quiet: boolean;
}

/** Time between two lines where there is no terminal, in milliseconds. */
const LINE_INTERVAL = 5000;

/** A display that has begun, of the kind that suits standard error. */
export function startProgress({ total, unit, quiet }: StartProgressOptions): Progress {
  if (quiet) return { advance: () => undefined, stop: () => undefined };
  if (process.stderr.isTTY && total !== undefined) return startBar(total, unit);
  return startLines(total, unit);
}

function startBar(total: number, unit: string): Progress {
  const format = `{bar} {percentage}% | {value} of {total} ${unit} | {duration_formatted}, {eta_formatted} left`;
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, etaBuffer: 50, clearOnComplete: true },
    Presets.shades_classic,
  );
  const stop = (): void => {
    bar.stop();
  };
  bar.start(total, 0);
  // An interrupted process gives the terminal its cursor back.
  process.once('exit', stop);
  return {
    advance: () => {
      bar.increment();
    },
    stop: () => {
      process.off('exit', stop);
      stop();
    },
  };
}

function startLines(total: number | undefined, unit: string): Progress {
  const all = total === undefined ? '' : ` of ${String(total)}`;
  let done = 0;
  let last = Date.now();
  return {
    advance: () => {
      done += 1;
      if (Date.now() - last < LINE_INTERVAL) return;
      last = Date.now();
      process.stderr.write(`zhengce: ${String(done)}${all} ${unit}\n`);
    },
    stop: () => undefined,
  };
}
