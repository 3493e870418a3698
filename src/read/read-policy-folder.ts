/**
 * readPolicyFolder: every policy file of a folder, one after the other.
 *
 * @module
 */
import { ZhengceError } from '../errors';
import { listPolicyFiles, type PolicyFile } from './list-policy-files';
import type { PathPatterns } from './path-filter';
import { type ReadPolicyFileOptions, readPolicyMember } from './read-policy-file';
import type { ReadResult } from './read-result';

/** A file that was read, with the id of its document. */
export interface ReadSuccess extends ReadResult {
  /** Tells it from a {@link ReadFailure}. */
  readonly kind: 'read';
  /** As `listPolicyFiles` gives it: the path below the folder, without extension. */
  readonly id: string;
}

/** A file or folder that could not be read. */
export interface ReadFailure {
  /** Tells it from a {@link ReadSuccess}. */
  readonly kind: 'failure';
  /** As found; below an archive, with the way to the entry. */
  readonly path: string;
  /** The id that the document would have had; undefined for a folder. */
  readonly id: string | undefined;
  /** Its `code` says why: `encrypted-file`. */
  readonly error: ZhengceError;
}

/** Options of {@link readPolicyFolder}: those of `readPolicyFile`, and which files are wanted. */
export interface ReadPolicyFolderOptions extends ReadPolicyFileOptions, PathPatterns {}

/**
 * The files of a folder and the folders below it, read one at a time as they are asked for; order and ids as by `listPolicyFiles`. A file that cannot be
 * read is a `failure` and does not stop the others.
 *
 * @throws ZhengceError `invalid-argument` for a pattern or a limit that is none
 * @example
 * for await (const item of readPolicyFolder('policies')) if (item.kind === 'read') analyzer.parse(item.text, { id: item.id });
 */
export async function* readPolicyFolder(
  path: string,
  options: ReadPolicyFolderOptions = {},
): AsyncGenerator<ReadSuccess | ReadFailure, void, undefined> {
  const { files, failures } = await listPolicyFiles([path], options);
  for (const failure of failures) yield { kind: 'failure', id: undefined, ...failure };
  for (const file of files) yield await readListedFile(file, options);
}

/** The text of a listed file, or why there is none. Never rejects for a fault of the file. */
export async function readListedFile(
  file: PolicyFile,
  options: ReadPolicyFileOptions = {},
): Promise<ReadSuccess | ReadFailure> {
  try {
    const read = await readPolicyMember(file.path, file.member ?? [], options);
    return { kind: 'read', id: file.id, ...read };
  } catch (error) {
    if (!(error instanceof ZhengceError)) throw error;
    const path = [file.path, ...(file.member ?? [])].join('/');
    return { kind: 'failure', path, id: file.id, error };
  }
}
