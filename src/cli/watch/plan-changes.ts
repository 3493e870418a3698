/**
 * planChanges: what has to be done so that an index holds what a folder holds.
 *
 * @module
 */

import type { ListedPolicyFile, PolicyFileList } from '../../read';
import { hasCode } from '../error-code';
import { describePlace } from '../problems';
import type { IndexedFile } from './manifest';
import type { SettledSurvey } from './settle-files';

/** A file that has to be read, with its stamp. */
export interface FileToRead {
  readonly file: ListedPolicyFile;
  readonly stamp: string;
  /** What the index holds of it, where only its content may have changed. */
  readonly known: IndexedFile | undefined;
}

/** What has to be done, in this order. */
export interface ChangePlan {
  /** Documents to take out: their files are gone, or are named otherwise now. */
  readonly remove: readonly IndexedFile[];
  /** In the order of the list. */
  readonly read: readonly FileToRead[];
}

/** What {@link planChanges} goes by. */
export interface PlanChangesInput {
  readonly listed: PolicyFileList;
  readonly survey: SettledSurvey;
  /** What the index holds, by {@link keyOf}. */
  readonly known: ReadonlyMap<string, IndexedFile>;
  /** The paths that are watched. */
  readonly roots: readonly string[];
}

/** What names a document of a folder: its file, and the way to it in an archive. */
export function keyOf({ path, member = [] }: Pick<IndexedFile, 'path' | 'member'>): string {
  return [path, ...member].join('\0');
}

/**
 * The changes. Files that have not come to rest are left as they are, and so is what stands below a place that cannot be read: a drive that is not
 * there has lost no documents. A file whose id is still that of a document left so waits for it. Linear in the files, but for the failures among them.
 */
export function planChanges({ listed, survey, known, roots }: PlanChangesInput): ChangePlan {
  const present = new Set(listed.files.map(keyOf));
  const isUnreadable = createUnreadableTest(listed, roots);
  const remove: IndexedFile[] = [];
  const left: IndexedFile[] = [];
  const read: FileToRead[] = [];
  for (const [key, file] of known) {
    if (survey.restless.has(file.path) || (!present.has(key) && isUnreadable(file)))
      left.push(file);
    else if (!present.has(key)) remove.push(file);
  }
  const waiting = findWaiting(listed, left, known);
  for (const file of listed.files) {
    const stamp = survey.stamps.get(file.path);
    const indexed = known.get(keyOf(file));
    if (stamp === undefined || waiting.has(keyOf(file))) continue;
    if (indexed !== undefined && indexed.id !== file.id) remove.push(indexed);
    const isSameName = indexed?.id === file.id;
    if (isSameName && indexed.stamp === stamp) continue;
    read.push({ file, stamp, known: isSameName ? indexed : undefined });
  }
  return { remove, read };
}

/** Keys of the files whose ids documents have that are left as they are. A file that waits keeps its own old id, for which another may have to wait. */
function findWaiting(
  { files }: PolicyFileList,
  left: readonly IndexedFile[],
  known: PlanChangesInput['known'],
): ReadonlySet<string> {
  const keyById = new Map(files.map((file) => [file.id, keyOf(file)]));
  const waiting = new Set<string>();
  const holders = [...left];
  for (const holder of holders) {
    const key = keyById.get(holder.id);
    if (key === undefined || key === keyOf(holder) || waiting.has(key)) continue;
    waiting.add(key);
    const indexed = known.get(key);
    if (indexed !== undefined) holders.push(indexed);
  }
  return waiting;
}

/** Whether a document stands at or below a place that cannot be read for now. */
function createUnreadableTest(
  { failures }: PolicyFileList,
  roots: readonly string[],
): (file: IndexedFile) => boolean {
  const places = failures.flatMap(({ path, error }) => {
    // What is wrong with its content is known for sure, and so is a name that leads nowhere; but a folder given that is not there is a drive that is off.
    const isSure = error.code !== 'read-failed' || (isMissing(error) && !roots.includes(path));
    return isSure ? [] : [path];
  });
  return (file) => {
    const whole = describePlace(file);
    return places.some(
      (place) => whole === place || whole.startsWith(`${place}/`) || whole.startsWith(`${place}\\`),
    );
  };
}

function isMissing({ cause }: Error): boolean {
  return hasCode(cause, 'ENOENT');
}
