/**
 * RunReport: what a run has to say beside its records: failures, copies, and how it went.
 *
 * @module
 */
import { join } from 'node:path';
import type { ListedPolicyFile, PolicyFile } from '../../read';
import { describePlace, type Problem, printProblem } from '../problems';
import { createListFile, type ListFile } from './list-file';
import type { TakenResult } from './result-sink';
import type { TagOutcome } from './tag-file';

/** A report under way. Memory does not grow with the number of files but for a hash a text. */
export interface RunReport {
  addProblem(problem: Problem): Promise<void>;
  /** The next file in order. */
  add(file: ListedPolicyFile, outcome: TagOutcome, taken: TakenResult): Promise<void>;
  /** Gives the lists their names. */
  publish(): Promise<void>;
  close(): Promise<void>;
  readonly failed: number;
  /** Lists what failed on standard error. */
  printProblems(): void;
  /** Says how it went on standard error. */
  printSummary(milliseconds: number, skipped: number): void;
}

/** Options of {@link createRunReport}. */
export interface RunReportOptions {
  /** Folder for `errors.jsonl` and `duplicates.jsonl`; none are written where undefined. */
  readonly out: string | undefined;
  /** What stands behind their names: `-1-of-4`. */
  readonly suffix: string;
}

/** Problems shown on the terminal where a file has them all. */
const MAX_SHOWN = 20;
/** Slow files and copies in the summary. */
const MAX_NAMED = 3;

interface Slow {
  readonly place: string;
  readonly milliseconds: number;
}

/** An empty report. */
export function createRunReport({ out, suffix }: RunReportOptions): RunReport {
  const lists = out === undefined ? undefined : createLists(out, suffix);
  const firstOf = new Map<string, PolicyFile>();
  const shown: Problem[] = [];
  const copies: string[] = [];
  let slowest: readonly Slow[] = [];
  const counts = { files: 0, failed: 0, kept: 0, copies: 0, bytes: 0, wordless: 0, untagged: 0 };
  const published: { errors?: string | undefined; duplicates?: string | undefined } = {};

  const addProblem = async (problem: Problem): Promise<void> => {
    counts.failed += 1;
    if (lists === undefined || shown.length < MAX_SHOWN) shown.push(problem);
    const { place, code, message } = problem;
    await lists?.errors.add({ path: place, code, message });
  };
  const addText = async (file: PolicyFile, text: string | undefined): Promise<void> => {
    if (text === undefined) return;
    const first = firstOf.get(text);
    if (first === undefined) {
      firstOf.set(text, file);
      return;
    }
    counts.copies += 1;
    const [own, other] = [describePlace(file), describePlace(first)];
    if (copies.length < MAX_NAMED) copies.push(`${own} = ${other}`);
    await lists?.duplicates.add({
      path: own,
      id: file.id,
      sameAs: { path: other, id: first.id },
    });
  };

  return {
    addProblem,
    add: async (file, { kind, milliseconds }, { problem, text, yield: given }) => {
      counts.files += 1;
      counts.bytes += file.bytes;
      if (given?.passages === 0) counts.wordless += 1;
      else if (given?.tags === 0) counts.untagged += 1;
      if (kind === 'unchanged') counts.kept += 1;
      else slowest = keepSlowest(slowest, { place: describePlace(file), milliseconds });
      if (problem !== undefined) await addProblem(problem);
      await addText(file, text);
    },
    publish: async () => {
      published.errors = await lists?.errors.publish();
      published.duplicates = await lists?.duplicates.publish();
    },
    close: async () => {
      await lists?.errors.close();
      await lists?.duplicates.close();
    },
    get failed() {
      return counts.failed;
    },
    printProblems: () => {
      shown.forEach(printProblem);
      const more = counts.failed - shown.length;
      if (more > 0)
        print(`and ${String(more)} more, all of them in ${published.errors ?? 'the list'}`);
    },
    printSummary: (milliseconds, skipped) => {
      const seconds = milliseconds / 1000;
      const { files, failed, kept } = counts;
      print(
        [
          `${String(files)} ${files === 1 ? 'file' : 'files'} in ${seconds.toFixed(1)} s`,
          `${String(failed)} failed${name(failed > 0 ? published.errors : undefined)}`,
          ...(kept > 0 ? [`${String(kept)} done before and unchanged`] : []),
          ...(skipped > 0 ? [describeSkipped(skipped)] : []),
        ].join(', '),
      );
      if (counts.wordless + counts.untagged > 0) {
        const counted = [
          ...(counts.wordless > 0 ? [`${countFiles(counts.wordless)} no passage`] : []),
          ...(counts.untagged > 0 ? [`${countFiles(counts.untagged)} passages but no tag`] : []),
        ];
        print(`${counted.join(', ')}: their records say so`);
      }
      if (counts.copies > 0) {
        const where = name(published.duplicates);
        print(
          `${countFiles(counts.copies)} the text of another${where === '' ? `: ${copies.join(', ')}` : where}`,
        );
      }
      if (slowest.length < MAX_NAMED) return;
      const rate = `${(files / seconds).toFixed(1)} files/s, ${(counts.bytes / 1e6 / seconds).toFixed(2)} MB/s`;
      print(`${rate}; slowest: ${slowest.map(describeSlow).join(', ')}`);
    },
  };
}

function countFiles(count: number): string {
  return count === 1 ? '1 file has' : `${String(count)} files have`;
}

/** How many entries of folders were passed over, in words. */
export function describeSkipped(skipped: number): string {
  return `${String(skipped)} passed over (--dry-run says why)`;
}

function createLists(
  out: string,
  suffix: string,
): Readonly<Record<'errors' | 'duplicates', ListFile>> {
  const create = (word: string): ListFile => {
    const file = `${word}${suffix}.jsonl`;
    return createListFile(join(out, file), join(out, '.zhengce', `${file}.partial`));
  };
  return { errors: create('errors'), duplicates: create('duplicates') };
}

function keepSlowest(slowest: readonly Slow[], file: Slow): readonly Slow[] {
  const last = slowest.at(-1);
  if (slowest.length === MAX_NAMED && last !== undefined && file.milliseconds <= last.milliseconds)
    return slowest;
  return [...slowest, file].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, MAX_NAMED);
}

function describeSlow({ place, milliseconds }: Slow): string {
  return `${place} ${(milliseconds / 1000).toFixed(1)} s`;
}

function name(path: string | undefined): string {
  return path === undefined ? '' : ` (${path})`;
}

function print(line: string): void {
  process.stderr.write(`zhengce: ${line}\n`);
}
