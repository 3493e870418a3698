/**
 * Result sinks: where outcomes go, in the order of the files.
 *
 * @module
 */
import type { PolicyFile } from '../../read';
import { type WorkbookEntry, writeWorkbook } from '../../report';
import { withOutput } from '../output';
import { describePlace, type Problem } from '../problems';
import { formatPreamble, type StreamedFormat } from '../record-writer';
import type { Shard } from '../shard';
import { createJournalHeader } from './fingerprint';
import type { JournalEntry } from './journal';
import { withLock } from './lock-output';
import { openResultStore, type ResultStore } from './result-store';
import { nameStorePaths, type StorePaths } from './store-paths';
import type { TagOutcome, TagYield } from './tag-file';
import type { TagSetup } from './tag-setup';

/** What is to be said of a file that was taken. */
export interface TakenResult {
  readonly problem: Problem | undefined;
  /** Hash of its text. */
  readonly text: string | undefined;
  /** How much it gave; undefined where it failed. */
  readonly yield: TagYield | undefined;
}

/** Takes outcomes. */
export interface ResultSink {
  /** The hash of the content that a result of this file is at hand for. */
  known(file: PolicyFile): string | undefined;
  take(file: PolicyFile, outcome: TagOutcome): Promise<TakenResult>;
}

/** Where a run writes to. */
export interface SinkOptions {
  readonly setup: TagSetup;
  /** Folder to write to; standard output where undefined. */
  readonly out: string | undefined;
  readonly name: string;
  readonly shard: Shard | undefined;
  readonly resume: boolean;
  /** No remarks on what is gone on with. */
  readonly quiet: boolean;
  readonly files: number;
}

/**
 * Runs `use` with a sink whose output is whole when this resolves. Where it rejects, or the process ends, what is done is kept for `--resume`, if there is a folder and a
 * format that is written document by document.
 *
 * @throws ZhengceError `write-failed`; whatever `use` throws
 */
export async function withResultSink(
  options: SinkOptions,
  use: (sink: ResultSink) => Promise<void>,
): Promise<void> {
  const { out, name, setup, shard } = options;
  const { format } = setup;
  if (out !== undefined) {
    const paths = nameStorePaths(out, name);
    return withLock(paths, () =>
      format === 'xlsx'
        ? writeAsWorkbook(paths.target, use)
        : writeToStore(paths, format, options, use),
    );
  }
  if (format === 'xlsx') throw new Error('a workbook needs a folder');
  return withOutput(undefined, async (output) => {
    await output.write(formatPreamble(format, shard));
    await use({
      known: () => undefined,
      take: async (_, outcome) => {
        await output.write(outcome.payload);
        return outcome;
      },
    });
  });
}

async function writeAsWorkbook(
  path: string,
  use: (sink: ResultSink) => Promise<void>,
): Promise<void> {
  await withOutput(path, async (output) => {
    const entries: WorkbookEntry[] = [];
    await use({
      known: () => undefined,
      take: (_, outcome) => {
        if (outcome.entry !== undefined) entries.push(outcome.entry);
        return Promise.resolve(outcome);
      },
    });
    await output.write(await writeWorkbook(entries));
  });
}

async function writeToStore(
  paths: StorePaths,
  format: StreamedFormat,
  options: SinkOptions,
  use: (sink: ResultSink) => Promise<void>,
): Promise<void> {
  const { setup, shard, resume, quiet, files } = options;
  const store = await openResultStore(paths, {
    header: createJournalHeader(setup),
    preamble: new TextEncoder().encode(formatPreamble(format, shard)),
    resume,
  });
  const say = (line: string): void => {
    if (!quiet) process.stderr.write(`zhengce: ${line}\n`);
  };
  describeBeginning(store, resume).forEach(say);
  const onExit = (): void => {
    if (store.count() === 0) return;
    say(
      `${String(store.count())} of ${String(files)} files are done and kept: go on with --resume`,
    );
  };
  process.once('exit', onExit);
  try {
    await use(createStoreSink(store));
    await store.finish();
    process.off('exit', onExit);
  } catch (error) {
    await store.close();
    throw error;
  }
}

function describeBeginning(
  { recovered, setAside }: ResultStore,
  resume: boolean,
): readonly string[] {
  const lines: string[] = [];
  if (setAside === 'other-options')
    lines.push('what is there was made by another version, plan or format: begun anew');
  if (setAside === 'not-resumed')
    lines.push('an unfinished run is begun anew (--resume goes on with it)');
  if (resume && recovered > 0) lines.push(`${String(recovered)} results of before are looked at`);
  if (resume && recovered === 0 && setAside === 'nothing')
    lines.push('nothing to go on with: begun anew');
  return lines;
}

function createStoreSink(store: ResultStore): ResultSink {
  return {
    known: (file) => {
      const entry = store.find(file);
      return entry === undefined || isPassing(entry) ? undefined : (entry.content ?? undefined);
    },
    take: async (file, outcome) => {
      const kept = store.find(file);
      if (kept !== undefined && (outcome.kind === 'unchanged' || failsAgain(kept, outcome))) {
        store.keep(file);
        return recallResult(kept, file);
      }
      await store.add(describeOutcome(file, outcome), outcome.payload);
      return outcome;
    },
  };
}

/** Codes of failures that another attempt at the same bytes cannot mend. */
const LASTING: ReadonlySet<string> = new Set([
  'invalid-input',
  'unsupported-format',
  'undecodable-text',
  'encrypted-file',
  'no-text',
]);

/** Whether a file failed for a reason that may have passed: time, memory, rights. */
function isPassing({ problem }: JournalEntry): boolean {
  return problem !== undefined && !LASTING.has(problem.code);
}

/** Whether another attempt failed as the one before: what was written then is what would be written now. */
function failsAgain({ content, problem }: JournalEntry, outcome: TagOutcome): boolean {
  return (
    problem !== undefined &&
    content === (outcome.content ?? null) &&
    problem.code === outcome.problem?.code &&
    problem.message === outcome.problem.message
  );
}

function describeOutcome(
  { path, member, id }: PolicyFile,
  outcome: TagOutcome,
): Omit<JournalEntry, 'offset' | 'length'> {
  const { digest, problem } = outcome;
  const file = { path, ...(member === undefined ? {} : { member }), id };
  const { content = null, text = null, yield: given = null } = outcome;
  const entry = { ...file, content, digest, text, yield: given };
  if (problem === undefined) return entry;
  return { ...entry, problem: { code: problem.code, message: problem.message } };
}

function recallResult(
  { problem, text, yield: given }: JournalEntry,
  file: PolicyFile,
): TakenResult {
  return {
    problem: problem === undefined ? undefined : { ...problem, place: describePlace(file) },
    text: text ?? undefined,
    yield: given ?? undefined,
  };
}
