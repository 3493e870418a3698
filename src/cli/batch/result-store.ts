/**
 * The result store: results as they are made, kept on disk so that a run can be gone on with, and made into one file at the end.
 *
 * Results are appended to a data file, then a line about them to a journal. Killed between the two, the result is made again; what is in the journal is in the data. The
 * result has its name only when it is whole. docs/decisions/batch.md
 *
 * @module
 */
import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { PolicyFile } from '../../read';
import { attemptWrite } from '../output';
import { assembleResults } from './assemble-results';
import {
  formatJournalHeader,
  formatJournalLine,
  type JournalEntry,
  type JournalHeader,
  keyEntry,
} from './journal';
import { type KeptResult, type Recovery, recoverResults } from './recover-results';
import type { StorePaths } from './store-paths';

/** A store under way. */
export interface ResultStore {
  /** How many results of earlier runs are at hand. */
  readonly recovered: number;
  /** Whether there was work that cannot be used, or was not asked for. */
  readonly setAside: 'nothing' | 'other-options' | 'not-resumed';
  /** How many results of this run are kept so far. */
  count(): number;
  find(file: PolicyFile): JournalEntry | undefined;
  /** Takes the result at hand as that of the next file. */
  keep(file: PolicyFile): void;
  /** Takes a new result as that of the next file. */
  add(entry: Omit<JournalEntry, 'offset' | 'length'>, payload: Uint8Array): Promise<void>;
  /** Makes the result whole, of what was taken, in that order. */
  finish(): Promise<void>;
  /** Lets go of it as it is. */
  close(): Promise<void>;
}

/** Options of {@link openResultStore}. */
export interface OpenResultStoreOptions {
  readonly header: JournalHeader;
  /** Bytes before the first result. */
  readonly preamble: Uint8Array;
  /** Whether results of earlier runs are used. */
  readonly resume: boolean;
}

/**
 * Opens a store, whose lock the caller holds. Nothing that is finished is touched before `finish`.
 *
 * @throws ZhengceError `write-failed`
 */
export async function openResultStore(
  paths: StorePaths,
  options: OpenResultStoreOptions,
): Promise<ResultStore> {
  return attemptWrite(paths.target, async () =>
    createStore(paths, options, await recover(paths, options)),
  );
}

const NOTHING_RECOVERED: Recovery = {
  results: new Map(),
  journal: undefined,
  targetCount: Number.NaN,
  isOther: false,
};

async function recover(
  paths: StorePaths,
  { header, preamble, resume }: OpenResultStoreOptions,
): Promise<Recovery> {
  const hadJournal = existsSync(paths.journal);
  const recovery = resume ? await recoverResults(paths, header, preamble) : NOTHING_RECOVERED;
  if (recovery.journal === undefined) await removeRun(paths);
  return resume ? recovery : { ...recovery, isOther: hadJournal };
}

/** The journal first: data without a journal is nothing, a journal without data a run to be published. */
async function removeRun({ journal, data, assembly, nextManifest }: StorePaths): Promise<void> {
  for (const path of [journal, data, nextManifest, assembly]) await rm(path, { force: true });
}

interface Writers {
  readonly data: FileHandle;
  readonly journal: FileHandle;
}

function createStore(
  paths: StorePaths,
  { header, preamble, resume }: OpenResultStoreOptions,
  { results, journal, targetCount, isOther }: Recovery,
): ResultStore {
  let writers: Writers | undefined;
  let [lines, offset] = [journal?.count ?? 0, journal?.bytes ?? preamble.length];
  let taken = 0;
  /** Whether all that was taken stands in one place, in order. */
  const isStraight = { data: true, target: true };
  /** Kept where results may come from several places; else the journal has the order. */
  const order: KeptResult[] | undefined = results.size === 0 ? undefined : [];

  const take = (result: KeptResult): void => {
    for (const source of ['data', 'target'] as const)
      if (result.source !== source || result.index !== taken) isStraight[source] = false;
    order?.push(result);
    taken += 1;
  };
  const openWriters = async (): Promise<Writers> => {
    const isNew = journal === undefined;
    // The data first: a journal without data is a run to be published.
    const data = await open(paths.data, 'a');
    if (isNew) await data.writeFile(preamble);
    const lineFile = await open(paths.journal, 'a');
    if (isNew) await lineFile.writeFile(formatJournalHeader(header));
    return { data, journal: lineFile };
  };
  const closeWriters = async (): Promise<void> => {
    const { data, journal: lineFile } = writers ?? {};
    writers = undefined;
    await data?.close();
    await lineFile?.close();
  };
  const publish = async (): Promise<void> => {
    if (isStraight.target && taken === targetCount) {
      await closeWriters();
      await removeRun(paths);
      return;
    }
    writers ??= await openWriters();
    await writers.data.sync();
    await writers.journal.sync();
    await closeWriters();
    if (isStraight.data && taken === lines) {
      await rename(paths.data, paths.target);
      await rename(paths.journal, paths.manifest);
      return;
    }
    await assembleResults(paths, { header, preamble, order: order ?? [] });
    await removeRun(paths);
  };

  return {
    recovered: results.size,
    setAside: isOther ? (resume ? 'other-options' : 'not-resumed') : 'nothing',
    count: () => taken,
    find: (file) => results.get(keyEntry(file))?.entry,
    keep: (file) => {
      const result = results.get(keyEntry(file));
      if (result !== undefined) take(result);
    },
    add: (partial, payload) =>
      attemptWrite(paths.target, async () => {
        writers ??= await openWriters();
        const entry: JournalEntry = { ...partial, offset, length: payload.length };
        await writers.data.writeFile(payload);
        await writers.journal.writeFile(formatJournalLine(entry));
        take({ entry, source: 'data', index: lines });
        lines += 1;
        offset += payload.length;
      }),
    finish: () => attemptWrite(paths.target, publish),
    close: closeWriters,
  };
}
