/**
 * Reads and tags what is to be aligned, and the plan's text.
 *
 * @module
 */
import { realpath } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Analyzer } from '../analyzer';
import {
  listPolicyFiles,
  type PolicyFile,
  type ReadPolicyFolderOptions,
  readListedFile,
} from '../read';
import type { AlignedFile } from '../report';
import { describePlace, describeProblem, type Problem } from './problems';
import { startProgress } from './progress';
import { tagListedFile } from './tag-listed-file';

/** What is to be aligned. */
export interface AlignInputs {
  readonly files: readonly AlignedFile[];
  readonly plan: AlignedFile | undefined;
  /** Files that were left out: the plan's own, and others with the same text. */
  readonly planCopies: number;
  readonly problems: readonly Problem[];
}

/** Options of {@link readAlignInputs}. */
export interface ReadAlignInputsOptions {
  readonly planPath: string | undefined;
  /** Which files are wanted, and bounds of the readers. */
  readonly reading: ReadPolicyFolderOptions;
  readonly quiet: boolean;
}

/**
 * The files under `paths`, read and tagged, and the plan's. Files with the plan's text are left out: they would stand above all others. A file that fails does not stop the others; a plan that fails does.
 *
 * @throws ZhengceError where the plan cannot be read
 */
export async function readAlignInputs(
  analyzer: Analyzer,
  paths: readonly string[],
  { planPath, reading, quiet }: ReadAlignInputsOptions,
): Promise<AlignInputs> {
  const plan = planPath === undefined ? undefined : await readPlan(analyzer, planPath, reading);
  const listed = await listPolicyFiles(paths, reading);
  const wanted = await leaveOut(listed.files, planPath);
  const problems = listed.failures.map(({ path, error }) => describeProblem(path, error));
  const files: AlignedFile[] = [];
  let planCopies = listed.files.length - wanted.length;
  const progress = startProgress({ total: wanted.length, unit: 'documents', quiet });
  try {
    for (const file of wanted) {
      const read = await tagListedFile(analyzer, file, reading);
      if ('code' in read) problems.push(read);
      else if (read.source === plan?.document.source) planCopies += 1;
      else files.push({ path: describePlace(file), document: read });
      progress.advance();
    }
  } finally {
    progress.stop();
  }
  return { files, plan, planCopies, problems };
}

async function readPlan(
  analyzer: Analyzer,
  path: string,
  reading: ReadPolicyFolderOptions,
): Promise<AlignedFile> {
  const id = basename(path, extname(path)).normalize('NFC');
  const item = await readListedFile({ path, id }, reading);
  if (item.kind === 'failure') throw item.error;
  return {
    path,
    document: analyzer.tag(analyzer.parse(item.text, { id, metadata: item.metadata })),
  };
}

/** The files without the plan's own. */
async function leaveOut(
  files: readonly PolicyFile[],
  planPath: string | undefined,
): Promise<readonly PolicyFile[]> {
  if (planPath === undefined) return files;
  const plan = await realpath(planPath);
  const places = await Promise.all(files.map(({ path }) => realpath(path).catch(() => path)));
  return files.filter((_, i) => places[i] !== plan);
}
