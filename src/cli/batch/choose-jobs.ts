/**
 * chooseJobs: how many files are tagged at a time.
 *
 * @module
 */
import { availableParallelism, totalmem } from 'node:os';
import { describeReceived, ZhengceError } from '../../errors';

/** Most threads that can be asked for. */
const MAX_JOBS = 256;

/** Memory of the machine that a thread should have for itself: dictionary, model and the files under way take about a third of it. */
const BYTES_A_JOB = 512 * 1024 * 1024;

/** Files that are worth a thread, which takes about as long to start as to tag that many. */
export const FILES_A_JOB = 16;

/**
 * The number that `--jobs` says.
 *
 * @throws ZhengceError `invalid-argument` for anything else
 */
export function parseJobs(text: string): number {
  const jobs = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (jobs >= 1 && jobs <= MAX_JOBS) return jobs;
  throw new ZhengceError(
    'invalid-argument',
    `tag: expected a number from 1 to ${String(MAX_JOBS)}, received ${describeReceived(text)} (--jobs)`,
  );
}

/** How many files are tagged at a time: what was asked for, else what the machine has. Never more than there are files. */
export function chooseJobs(asked: number | undefined, files: number): number {
  if (asked !== undefined) return Math.max(1, Math.min(asked, files));
  const fitting = Math.floor(totalmem() / BYTES_A_JOB);
  return Math.max(1, Math.min(availableParallelism(), fitting, Math.ceil(files / FILES_A_JOB)));
}
