/**
 * watchIndex: keeps an index up to date with folders until it is told to stop.
 *
 * @module
 */
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Analyzer } from '../../analyzer';
import { type PolicySurvey, type ReadPolicyFolderOptions, surveyPolicyFiles } from '../../read';
import { type Problem, printProblem } from '../problems';
import { takeSignals } from '../streams';
import { type IndexStore, openIndexStore } from './index-store';
import { createIndexSaver, type IndexSaver } from './save-index';
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
  const watch = createWatch(options, store, stop.signal);
  try {
    await keepUpToDate(watch, change, folders.update);
  } finally {
    folders.close();
  }
  if (store.isUnsaved && !mayWrite(watch)) {
    say(options, `ended before the files were read, ${out} is as it was`);
    return 0;
  }
  if (store.isUnsaved && !(await watch.saver.saveLast())) return 1;
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
  readonly saver: IndexSaver;
  readonly signal: AbortSignal;
  readonly failed: Map<string, string>;
  /** Problems that were reported, so that each is reported once. */
  readonly reported: Set<string>;
  readonly compare: (survey: PolicySurvey) => SettledSurvey;
  /** The files as the last pass saw them; undefined where it has to be made again. */
  passed: string | undefined;
  /** Whether all files were looked at once. */
  isThrough: boolean;
  /** What was done since the index was written last. */
  done: Omit<IndexUpdate, 'problems'>;
}

const NOTHING_DONE: Watch['done'] = { added: 0, changed: 0, removed: 0 };

function createWatch(options: WatchIndexOptions, store: IndexStore, signal: AbortSignal): Watch {
  const known = [...store.known.values()].map(({ path }) => path);
  return {
    options,
    store,
    saver: createIndexSaver({
      store,
      out: options.out,
      checkpoint: CHECKPOINT_INTERVAL,
      retry: options.rescan,
    }),
    signal,
    failed: new Map(),
    reported: new Set(),
    compare: createSurveyComparison(known).compare,
    passed: undefined,
    isThrough: false,
    done: NOTHING_DONE,
  };
}

async function keepUpToDate(
  watch: Watch,
  change: Latch,
  listen: (folders: readonly string[]) => void,
): Promise<void> {
  const { options, store, signal } = watch;
  while (!signal.aborted) {
    change.reset();
    const survey = await surveyPolicyFiles(options.paths, options.reading);
    // A file given itself is seen from its folder: an editor replaces it.
    const given = survey.files.filter(({ isGiven }) => isGiven).map(({ path }) => dirname(path));
    listen([...survey.folders, ...given]);
    const settled = watch.compare(survey);
    await passOver(watch, settled, survey);
    if (store.isUnsaved && mayWrite(watch)) await saveAndSay(watch);
    if (settled.restless.size === 0) await change.wait(watch.saver.untilRetry() ?? options.rescan);
    await pause(options.settle, signal);
  }
}

/** Brings the index up to the files that have come to rest, unless that was done. */
async function passOver(watch: Watch, settled: SettledSurvey, found: PolicySurvey): Promise<void> {
  const { options, store, signal, reported, saver, done } = watch;
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
    checkpoint: saver.saveWhenDue,
  });
  update.problems.forEach((problem) => {
    report(problem, reported);
  });
  watch.done = {
    added: done.added + update.added,
    changed: done.changed + update.changed,
    removed: done.removed + update.removed,
  };
  watch.isThrough = !signal.aborted;
  if (update.problems.some(({ code }) => RETRIED.has(code))) watch.passed = undefined;
}

/** An index that was there before gives way to one of all files, not to a part of it, and not to nothing because a drive is off. */
function mayWrite({ store, isThrough }: Watch): boolean {
  const hasFiles = store.known.size > 0;
  return store.isReplacing ? isThrough && hasFiles : isThrough || hasFiles;
}

async function saveAndSay(watch: Watch): Promise<void> {
  const { options, store, saver, done } = watch;
  if (!(await saver.save())) return;
  const { added, changed, removed } = done;
  watch.done = NOTHING_DONE;
  say(
    options,
    `${String(added)} added, ${String(changed)} changed, ${String(removed)} removed: ${describe(store)} in ${options.out}`,
  );
}

function report(problem: Problem, reported: Set<string>): void {
  const key = JSON.stringify(problem);
  if (reported.has(key)) return;
  reported.add(key);
  printProblem(problem);
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
