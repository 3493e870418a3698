/**
 * watchIndex: keeps an index up to date with folders until it is told to stop.
 *
 * @module
 */
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Analyzer } from '../../analyzer';
import { ZhengceError } from '../../errors';
import { type PolicySurvey, type ReadPolicyFolderOptions, surveyPolicyFiles } from '../../read';
import { describeProblem, type Problem, printProblem } from '../problems';
import { takeSignals } from '../streams';
import { type IndexStore, openIndexStore } from './index-store';
import { createSurveyComparison, type SettledSurvey } from './settle-files';
import { type IndexUpdate, RETRIED, updateIndex } from './update-index';
import { watchFolders } from './watch-folders';

/** Options of {@link watchIndex}. */
export interface WatchIndexOptions {
  readonly analyzer: Analyzer;
  readonly paths: readonly string[];
  readonly out: string;
  /** Which files are wanted, and bounds of the readers. */
  readonly reading: ReadPolicyFolderOptions;
  /** Stands for everything but the files that the index depends on. */
  readonly settings: string;
  /** How long a file has to stay the same before it is read, in milliseconds. */
  readonly settle: number;
  /** How often the folders are looked at where the system tells of no change, in milliseconds. */
  readonly rescan: number;
  readonly quiet: boolean;
}

/** Least time between two writings of an index that is not complete yet, in milliseconds. */
const CHECKPOINT_INTERVAL = 60_000;

/** Resolves with the exit status, 0, when a signal has ended it and the index is whole; 1 where the index could not be written. */
export async function watchIndex(options: WatchIndexOptions): Promise<number> {
  const { out, analyzer, settings } = options;
  const stop = new AbortController();
  takeSignals(() => {
    stop.abort();
  });
  const store = await openIndexStore({ path: out, analyzer, settings });
  say(options, `watching for changes, ${describe(store)} in ${out}; Ctrl-C ends it`);
  const change = createLatch(stop.signal);
  const folders = watchFolders(change.set);
  try {
    await keepUpToDate(createWatch(options, store, stop.signal), change, folders.update);
  } finally {
    folders.close();
  }
  if (store.isUnsaved && !(await save(store, new Set()))) return 1;
  say(options, `ended, ${describe(store)} in ${out}`);
  return 0;
}

function describe({ passageCount, known }: IndexStore): string {
  return `${String(passageCount)} passages of ${String(known.size)} files`;
}

function say({ quiet }: WatchIndexOptions, message: string): void {
  if (!quiet) process.stderr.write(`zhengce: ${message}\n`);
}

/** What a watch keeps between passes. */
interface Watch {
  readonly options: WatchIndexOptions;
  readonly store: IndexStore;
  readonly signal: AbortSignal;
  readonly failed: Map<string, string>;
  /** Problems that were reported, so that each is reported once. */
  readonly reported: Set<string>;
  readonly compare: (survey: PolicySurvey) => SettledSurvey;
  /** The files as the last pass saw them; undefined where it has to be made again. */
  passed: string | undefined;
  /** When the index was written last, or the watch began. */
  saved: number;
}

function createWatch(options: WatchIndexOptions, store: IndexStore, signal: AbortSignal): Watch {
  const known = [...store.known.values()].map(({ path }) => path);
  return {
    options,
    store,
    signal,
    failed: new Map(),
    reported: new Set(),
    compare: createSurveyComparison(known).compare,
    passed: undefined,
    saved: Date.now(),
  };
}

async function keepUpToDate(
  watch: Watch,
  change: Latch,
  listen: (folders: readonly string[]) => void,
): Promise<void> {
  const { options, signal } = watch;
  while (!signal.aborted) {
    change.reset();
    const survey = await surveyPolicyFiles(options.paths, options.reading);
    // A file given itself is seen from its folder: an editor replaces it.
    const given = survey.files.filter(({ isGiven }) => isGiven).map(({ path }) => dirname(path));
    listen([...survey.folders, ...given]);
    const settled = watch.compare(survey);
    await passOver(watch, settled, survey);
    if (settled.restless.size === 0) await change.wait(options.rescan);
    await pause(options.settle, signal);
  }
}

/** Brings the index up to the files that have come to rest, unless that was done. */
async function passOver(watch: Watch, settled: SettledSurvey, found: PolicySurvey): Promise<void> {
  const { options, store, signal, reported } = watch;
  const { stamps, restless } = settled;
  // What has just gone is restless for one survey, and only the next may take it out.
  const state = JSON.stringify([
    [...stamps],
    [...restless],
    found.failures.map(({ path }) => path),
  ]);
  const isFirstLook = watch.passed === undefined && stamps.size === 0 && restless.size > 0;
  if (state === watch.passed || isFirstLook) return;
  watch.passed = state;
  const update = await updateIndex({
    ...options,
    store,
    found,
    survey: settled,
    failed: watch.failed,
    signal,
    checkpoint: () => saveWhenDue(watch),
  });
  update.problems.forEach((problem) => {
    report(problem, reported);
  });
  const isPassing = update.problems.some(({ code }) => RETRIED.has(code));
  if (isPassing || signal.aborted) watch.passed = undefined;
  if (store.isUnsaved && (await save(store, reported))) {
    watch.saved = Date.now();
    say(options, `${describeUpdate(update)}: ${describe(store)} in ${options.out}`);
  } else if (store.isUnsaved) watch.passed = undefined;
}

function describeUpdate({ added, changed, removed }: IndexUpdate): string {
  return `${String(added)} added, ${String(changed)} changed, ${String(removed)} removed`;
}

function report(problem: Problem, reported: Set<string>): void {
  const key = JSON.stringify(problem);
  if (reported.has(key)) return;
  reported.add(key);
  printProblem(problem);
}

async function saveWhenDue(watch: Watch): Promise<void> {
  if (Date.now() - watch.saved < CHECKPOINT_INTERVAL) return;
  await save(watch.store, watch.reported);
  watch.saved = Date.now();
}

/** Whether the index could be written. Where not, that is a problem, and the work goes on. */
async function save(store: IndexStore, reported: Set<string>): Promise<boolean> {
  try {
    await store.save();
    return true;
  } catch (error) {
    if (!(error instanceof ZhengceError)) throw error;
    report(describeProblem('index', error), reported);
    return false;
  }
}

/** Something that happens while nobody may be waiting for it. */
interface Latch {
  readonly set: () => void;
  readonly reset: () => void;
  /** Resolves when it was set, after that many milliseconds, or when the signal says so. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

function createLatch(signal: AbortSignal): Latch {
  let event = new AbortController();
  return {
    set: () => {
      event.abort();
    },
    reset: () => {
      event = new AbortController();
    },
    wait: (milliseconds) => pause(milliseconds, AbortSignal.any([signal, event.signal])),
  };
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal });
  } catch {
    // Woken before the time: that is what the signal is for.
  }
}
