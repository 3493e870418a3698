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
  const format = `{bar} {percentage}% | {value} of {total} ${unit} | {rate}/s | {duration_formatted}, {eta_formatted} left`;
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, etaBuffer: 50, clearOnComplete: true },
    Presets.shades_classic,
  );
  const stop = (): void => {
    bar.stop();
  };
  const began = Date.now();
  bar.start(total, 0, { rate: '0' });
  // An interrupted process gives the terminal its cursor back.
  process.once('exit', stop);
  let done = 0;
  return {
    advance: () => {
      done += 1;
      bar.increment({ rate: formatRate(done, began) });
    },
    stop: () => {
      process.off('exit', stop);
      stop();
    },
  };
}

function startLines(total: number | undefined, unit: string): Progress {
  const all = total === undefined ? '' : ` of ${String(total)}`;
  const began = Date.now();
  let done = 0;
  let last = began;
  return {
    advance: () => {
      done += 1;
      if (Date.now() - last < LINE_INTERVAL) return;
      last = Date.now();
      const left =
        total === undefined ? '' : `, ${formatLeft(total - done, done, last - began)} left`;
      process.stderr.write(
        `zhengce: ${String(done)}${all} ${unit}, ${formatRate(done, began)}/s${left}\n`,
      );
    },
    stop: () => undefined,
  };
}

/** Items a second since the beginning. */
function formatRate(done: number, began: number): string {
  const rate = done / Math.max(0.001, (Date.now() - began) / 1000);
  return rate.toFixed(rate < 10 ? 1 : 0);
}

function formatLeft(left: number, done: number, milliseconds: number): string {
  const seconds = Math.ceil((milliseconds / 1000 / done) * left);
  if (seconds < 100) return `${String(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${String(minutes)} min` : `${String(Math.ceil(minutes / 60))} h`;
}
