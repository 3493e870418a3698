/**
 * Progress on standard error: a bar on a terminal, a line every few seconds elsewhere, nothing when quiet.
 *
 * @module
 */
import { Presets, SingleBar } from 'cli-progress';
import { createTimeEstimate } from './estimate-time';

/** Shows how far a run has come. */
export interface Progress {
  /** An item is done, of that part of the whole amount. Default: 1. */
  advance(amount?: number): void;
  stop(): void;
}

/** Options of {@link startProgress}. */
export interface StartProgressOptions {
  /** How many there are; undefined where that is not known, and there can be no bar. */
  readonly total: number | undefined;
  /** What the items take together, in a unit that goes by their time better than their number does, such as bytes. Default: their number. */
  readonly amount?: number;
  /** What is counted, in the plural. */
  readonly unit: string;
  readonly quiet: boolean;
}

/** Time between two lines where there is no terminal, in milliseconds. */
const LINE_INTERVAL = 5000;

/** A display that has begun, of the kind that suits standard error. */
export function startProgress({ total, amount, unit, quiet }: StartProgressOptions): Progress {
  if (quiet) return { advance: () => undefined, stop: () => undefined };
  const course = followCourse(total, amount);
  if (process.stderr.isTTY && total !== undefined) return startBar(total, unit, course);
  return startLines(total, unit, course);
}

/** What a file takes whatever is in it, in bytes that take as long. */
const BYTES_A_FILE = 4096;

/** How much a file weighs in the work. */
export function weighFile({ bytes }: { readonly bytes: number }): number {
  return bytes + BYTES_A_FILE;
}

/** How a run goes. */
interface Course {
  readonly advance: (amount: number) => void;
  readonly done: () => number;
  /** Items a second since the beginning. */
  readonly rate: () => string;
  /** Time that is left, in words; undefined where nothing can be said. */
  readonly left: () => string | undefined;
}

function followCourse(total: number | undefined, amount: number | undefined): Course {
  const began = Date.now();
  const estimate = createTimeEstimate(amount ?? total ?? 0);
  let done = 0;
  return {
    advance: (size) => {
      done += 1;
      estimate.advance(size, Date.now());
    },
    done: () => done,
    rate: () => {
      const rate = done / Math.max(0.001, (Date.now() - began) / 1000);
      return rate.toFixed(rate < 10 ? 1 : 0);
    },
    left: () => {
      const left = total === undefined ? undefined : estimate.left();
      return left === undefined ? undefined : formatTime(left);
    },
  };
}

function startBar(total: number, unit: string, course: Course): Progress {
  const format = `{bar} {percentage}% | {value} of {total} ${unit} | {rate}/s | {duration_formatted}, {left} left`;
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  const stop = (): void => {
    bar.stop();
  };
  bar.start(total, 0, { rate: '0', left: '?' });
  // An interrupted process gives the terminal its cursor back.
  process.once('exit', stop);
  return {
    advance: (amount = 1) => {
      course.advance(amount);
      bar.increment({ rate: course.rate(), left: course.left() ?? '?' });
    },
    stop: () => {
      process.off('exit', stop);
      stop();
    },
  };
}

function startLines(total: number | undefined, unit: string, course: Course): Progress {
  const all = total === undefined ? '' : ` of ${String(total)}`;
  let last = Date.now();
  return {
    advance: (amount = 1) => {
      course.advance(amount);
      if (Date.now() - last < LINE_INTERVAL) return;
      last = Date.now();
      const time = course.left();
      const left = time === undefined ? '' : `, ${time} left`;
      process.stderr.write(
        `zhengce: ${String(course.done())}${all} ${unit}, ${course.rate()}/s${left}\n`,
      );
    },
    stop: () => undefined,
  };
}

function formatTime(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 100) return `${String(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${String(minutes)} min` : `${String(Math.ceil(minutes / 60))} h`;
}
