/**
 * updateIndex: one pass over the files that have changed.
 *
 * @module
 */
import type { Analyzer } from '../../analyzer';
import { listSurveyedFiles, type PolicySurvey, type ReadPolicyFolderOptions } from '../../read';
import { hashContent } from '../batch/hashes';
import { describeProblem, type Problem } from '../problems';
import { startProgress } from '../progress';
import { tagListedFile } from '../tag-listed-file';
import type { IndexStore } from './index-store';
import type { IndexedFile } from './manifest';
import { type FileToRead, keyOf, planChanges } from './plan-changes';
import type { SettledSurvey } from './settle-files';

/** What a pass needs. */
export interface UpdateIndexOptions {
  readonly analyzer: Analyzer;
  readonly store: IndexStore;
  readonly paths: readonly string[];
  readonly reading: ReadPolicyFolderOptions;
  /** What stands under the paths, and what of it has come to rest. */
  readonly found: PolicySurvey;
  readonly survey: SettledSurvey;
  /** Files that failed before, by key, with their stamps: not read again until they change. */
  readonly failed: Map<string, string>;
  /** Called after each file; saves where that is due. */
  readonly checkpoint: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly quiet: boolean;
}

/** What a pass did. */
export interface IndexUpdate {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly problems: readonly Problem[];
}

/** Documents that are held before they go into the index. */
const BATCH_SIZE = 64;

/** Brings the index up to the files, in the order of the list; ends early where the signal says so, what is done by then being done. */
export async function updateIndex(options: UpdateIndexOptions): Promise<IndexUpdate> {
  const { store, paths, reading, found, survey, quiet } = options;
  const listed = await listSurveyedFiles(found, reading);
  const plan = planChanges({ listed, survey, known: store.known, roots: paths });
  const isNamedAnew = new Set(plan.read.map(({ file }) => keyOf(file)));
  const removed = plan.remove.filter((file) => !isNamedAnew.has(keyOf(file))).length;
  store.remove(plan.remove);
  const toRead = plan.read.filter(({ file, stamp }) => options.failed.get(keyOf(file)) !== stamp);
  const isShown = toRead.length > BATCH_SIZE;
  const progress = startProgress({ total: toRead.length, unit: 'files', quiet: quiet || !isShown });
  try {
    const done = await readFiles(toRead, options, () => {
      progress.advance();
    });
    const broken = listed.failures
      .filter(({ path }) => !isRestless(path, survey))
      .map(({ path, error }) => describeProblem(path, error));
    return { ...done, removed, problems: [...broken, ...done.problems] };
  } finally {
    progress.stop();
  }
}

/** Whether a path is, or is in, an archive that is still being written. */
function isRestless(path: string, { restless }: SettledSurvey): boolean {
  return restless.has(path) || [...restless].some((archive) => path.startsWith(`${archive}/`));
}

async function readFiles(
  files: readonly FileToRead[],
  options: UpdateIndexOptions,
  advance: () => void,
): Promise<Omit<IndexUpdate, 'removed'>> {
  const { store, failed, signal } = options;
  const problems: Problem[] = [];
  const count = { added: 0, changed: 0 };
  let batch: Parameters<IndexStore['add']>[0][number][] = [];
  const flush = (): void => {
    store.add(batch);
    batch = [];
  };
  for (const next of files) {
    if (signal.aborted) break;
    const key = keyOf(next.file);
    const outcome = await readChanged(next, options);
    if (outcome === 'same') store.touch({ ...describeFile(next), hash: next.known?.hash ?? '' });
    else if ('code' in outcome) {
      problems.push(outcome);
      // What could not be opened or took too long may do better another time.
      if (!RETRIED.has(outcome.code)) failed.set(key, next.stamp);
      if (next.known !== undefined) store.remove([next.known]);
    } else {
      failed.delete(key);
      batch.push(outcome);
      count[next.known === undefined ? 'added' : 'changed'] += 1;
      if (batch.length >= BATCH_SIZE) {
        flush();
        await options.checkpoint();
      }
    }
    advance();
  }
  flush();
  return { ...count, problems };
}

/** Codes of faults that may pass. */
export const RETRIED: ReadonlySet<string> = new Set(['read-failed', 'timed-out']);

async function readChanged(
  next: FileToRead,
  { analyzer, reading }: UpdateIndexOptions,
): Promise<'same' | Problem | Parameters<IndexStore['add']>[0][number]> {
  // Before the text is read: what changes afterwards changes the stamp as well.
  const hash = await hashContent(next.file, reading);
  if (hash !== undefined && hash === next.known?.hash) return 'same';
  const document = await tagListedFile(analyzer, next.file, reading);
  if ('code' in document) return document;
  return { file: { ...describeFile(next), hash: hash ?? '' }, document };
}

function describeFile({ file, stamp }: FileToRead): Omit<IndexedFile, 'hash'> {
  const { path, member, id } = file;
  return { path, id, stamp, ...(member === undefined ? {} : { member }) };
}
