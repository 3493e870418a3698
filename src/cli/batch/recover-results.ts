/**
 * recoverResults: what earlier runs have left, wherever they were stopped.
 *
 * @module
 */
import { existsSync } from 'node:fs';
import { rename, rm, stat, truncate } from 'node:fs/promises';
import {
  type JournalContent,
  type JournalEntry,
  type JournalHeader,
  keyEntry,
  readJournal,
} from './journal';
import type { StorePaths } from './store-paths';

/** A result that is at hand. */
export interface KeptResult {
  readonly entry: JournalEntry;
  /** In the data of the run that was stopped, or in the finished result. */
  readonly source: 'data' | 'target';
  /** Its place among the entries there. */
  readonly index: number;
}

/** What earlier runs have left. */
export interface Recovery {
  readonly results: ReadonlyMap<string, KeptResult>;
  /** Entries of the journal, whose run can be gone on with in place; undefined where there is none. */
  readonly journal: { readonly count: number; readonly bytes: number } | undefined;
  readonly targetCount: number;
  /** Whether there is work of another version or other options, which cannot be used. */
  readonly isOther: boolean;
}

/** The results at hand, each compared with its hash; of two for one file the later. Cuts off what was half-written. */
export async function recoverResults(
  paths: StorePaths,
  header: JournalHeader,
  preamble: Uint8Array,
): Promise<Recovery> {
  await endPublication(paths, header, preamble);
  const finished = await readJournal(paths.manifest, paths.target, header, preamble);
  const stopped = await readJournal(paths.journal, paths.data, header, preamble);
  const results = new Map<string, KeptResult>();
  const add = (source: KeptResult['source'], { entries }: JournalContent): void => {
    entries.forEach((entry, index) => results.set(keyEntry(entry), { entry, source, index }));
  };
  add('target', finished);
  add('data', stopped);
  return {
    results,
    journal: await cutOff(paths, stopped),
    targetCount: (await isWhole(paths.target, finished)) ? finished.entries.length : Number.NaN,
    isOther: finished.kind === 'other' || stopped.kind === 'other',
  };
}

/** A run that was stopped between the renames of its result and of its manifest is finished. */
async function endPublication(
  paths: StorePaths,
  header: JournalHeader,
  preamble: Uint8Array,
): Promise<void> {
  const { target, data, journal, manifest, nextManifest, assembly } = paths;
  // The data was renamed to the target.
  if (existsSync(journal) && !existsSync(data)) await rename(journal, manifest);
  if (!existsSync(nextManifest)) return;
  const next = await readJournal(nextManifest, target, header, preamble);
  if (next.kind === 'found' && (await isWhole(target, next))) {
    await rename(nextManifest, manifest);
    await rm(journal, { force: true });
    await rm(data, { force: true });
  }
  await rm(nextManifest, { force: true });
  await rm(assembly, { force: true });
}

/** Whether the entries are all that a file holds. */
async function isWhole(path: string, { kind, dataBytes }: JournalContent): Promise<boolean> {
  return kind === 'found' && (await stat(path)).size === dataBytes;
}

async function cutOff(
  { journal, data }: StorePaths,
  { kind, entries, journalBytes, dataBytes }: JournalContent,
): Promise<Recovery['journal']> {
  if (kind !== 'found') return undefined;
  await truncate(journal, journalBytes);
  await truncate(data, dataBytes);
  return { count: entries.length, bytes: dataBytes };
}
