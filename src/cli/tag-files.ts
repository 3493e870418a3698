/**
 * Tags files: lists them, hands them to one thread or several, writes what comes back in the order of the files, and says how it went.
 *
 * @module
 */
import { type ListedPolicyFile, listPolicyFiles, type PolicyFileList } from '../read';
import { chooseJobs } from './batch/choose-jobs';
import { type ResultSink, withResultSink } from './batch/result-sink';
import { createRunReport, describeSkipped, type RunReport } from './batch/run-report';
import { runTasks } from './batch/run-tasks';
import type { TagSetup } from './batch/tag-setup';
import { describeProblem, type Problem, printProblem } from './problems';
import { startProgress, weighFile } from './progress';
import { type ReviewTarget, writeReviewFile } from './review-file';
import { createReviewList, type ReviewList } from './review-list';
import { nameShard, type Shard, selectShard } from './shard';

/** Options of {@link tagFiles}. */
export interface TagFilesOptions {
  /** Folder to write to; standard output where undefined. */
  readonly out: string | undefined;
  readonly shard: Shard | undefined;
  /** Files at a time; chosen by the machine where undefined. The output does not depend on it. */
  readonly jobs: number | undefined;
  /** Whether results of earlier runs are used where neither the file nor the options have changed. */
  readonly resume: boolean;
  /** Where the list of passages to check goes; none where undefined. With it every file is tagged, results at hand or not. */
  readonly review: ReviewTarget | undefined;
  /** No progress and no summary; problems are listed all the same. */
  readonly quiet: boolean;
}

/**
 * Tags the files under `paths`; the exit status: 0, or 1 where an input failed or there was none. One file that fails does not stop the others. Where no
 * file is found nothing is written.
 *
 * @throws ZhengceError `write-failed`; `input-too-large` where a workbook would have more rows than Excel allows
 */
export async function tagFiles(
  setup: TagSetup,
  paths: readonly string[],
  options: TagFilesOptions,
): Promise<number> {
  const began = Date.now();
  const listed = await listPolicyFiles(paths, setup.reading);
  const { shard, out, quiet } = options;
  const problems = listProblems(listed, shard);
  if (listed.files.length === 0) return reportNothingFound(listed, problems);
  const files = shard === undefined ? listed.files : selectShard(listed.files, shard);
  const report = createRunReport({ out, suffix: nameShard(shard) });
  try {
    await writeResults({ setup, files, problems, report, options });
  } finally {
    await report.close();
  }
  report.printProblems();
  if (!quiet) report.printSummary(Date.now() - began, listed.skipped.length);
  return report.failed > 0 ? 1 : 0;
}

/** Every shard sees what could not be listed; only the first reports it, so that it is reported once. */
function listProblems({ failures }: PolicyFileList, shard: Shard | undefined): readonly Problem[] {
  if (shard !== undefined && shard.index !== 1) return [];
  return failures.map(({ path, error }) => describeProblem(path, error));
}

interface Run {
  readonly setup: TagSetup;
  readonly files: readonly ListedPolicyFile[];
  /** Of listing them. */
  readonly problems: readonly Problem[];
  readonly report: RunReport;
  readonly options: TagFilesOptions;
}

async function writeResults(run: Run): Promise<void> {
  const { setup, files, options } = run;
  const { out, shard, resume, quiet } = options;
  const name = `tags${nameShard(shard)}.${setup.format}`;
  await withResultSink(
    { setup, out, name, shard, resume, quiet, files: files.length },
    async (sink) => {
      for (const problem of run.problems) await run.report.addProblem(problem);
      const review = createReviewList(options.review?.limit ?? 0);
      await takeOutcomes(run, sink, review);
      if (options.review !== undefined) await writeReviewFile(options.review, review.entries());
      // The lists before the result: where that is, they are.
      await run.report.publish();
    },
  );
}

async function takeOutcomes(
  { setup, files, report, options }: Run,
  sink: ResultSink,
  review: ReviewList,
): Promise<void> {
  const tasks = files.map((file) => ({
    file,
    known: options.review === undefined ? sink.known(file) : undefined,
  }));
  const jobs = chooseJobs(options.jobs, files.length);
  const progress = startProgress({
    total: files.length,
    amount: files.reduce((sum, file) => sum + weighFile(file), 0),
    unit: 'files',
    quiet: isSilent(options),
  });
  const waiting = files.values();
  try {
    for await (const outcome of runTasks(setup, tasks, jobs)) {
      const { value: file } = waiting.next() as IteratorYieldResult<ListedPolicyFile>;
      review.add(outcome.toReview);
      await report.add(file, outcome, await sink.take(file, outcome));
      progress.advance(weighFile(file));
    }
  } finally {
    progress.stop();
  }
}

/** Records that scroll by on the same terminal show the progress themselves; a bar would break them. */
function isSilent({ out, quiet }: TagFilesOptions): boolean {
  return quiet || (out === undefined && process.stdout.isTTY);
}

function reportNothingFound({ skipped }: PolicyFileList, problems: readonly Problem[]): number {
  problems.forEach(printProblem);
  const passed = skipped.length === 0 ? '' : `; ${describeSkipped(skipped.length)}`;
  process.stderr.write(`zhengce: no policy file under the paths given${passed}\n`);
  return 1;
}
