/**
 * The manifest beside a watched index: which files are in it, with hashes of their contents.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { writeSnapshotFile } from '../../read';
import { formatJsonLine } from '../../report';

/** A document in the index. */
export interface IndexedFile {
  readonly path: string;
  /** The way to it in archives; absent for a file itself. */
  readonly member?: readonly string[] | undefined;
  readonly id: string;
  /** Of the file, or of the archive that it is in: while it stays, so does the content. */
  readonly stamp: string;
  /** SHA-256 of the content of the file or archive. */
  readonly hash: string;
}

/** What one version of the index holds. */
export interface IndexState {
  /** SHA-256 of the index as a file. */
  readonly index: string;
  readonly files: readonly IndexedFile[];
}

/** A version of the index, and what made it. */
export interface Manifest {
  /** Stands for everything but the files that the index depends on: version, taxonomy, model, bounds of the readers. */
  readonly settings: string;
  /** Of the version that is about to be written and of the one before it: whichever is on the disk is described. */
  readonly states: readonly IndexState[];
}

const fileSchema = z.strictObject({
  path: z.string(),
  member: z.optional(z.array(z.string())),
  id: z.string(),
  stamp: z.string(),
  hash: z.string(),
});

const manifestSchema = z.strictObject({
  format: z.literal('zhengce-watch'),
  version: z.literal(1),
  settings: z.string(),
  states: z.array(z.strictObject({ index: z.string(), files: z.array(fileSchema) })),
});

/** Where the manifest of an index is. */
export function placeManifest(indexPath: string): string {
  return `${indexPath}.watch.json`;
}

/** The manifest of an index; undefined where there is none, or none that can be made sense of. */
export async function readManifest(indexPath: string): Promise<Manifest | undefined> {
  try {
    const text = await readFile(placeManifest(indexPath), 'utf8');
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    // Without a manifest everything is done again: it only saves time.
    return undefined;
  }
}

/**
 * Writes the manifest of an index in one step.
 *
 * @throws ZhengceError `write-failed`
 */
export async function writeManifest(indexPath: string, manifest: Manifest): Promise<void> {
  const line = formatJsonLine({ format: 'zhengce-watch', version: 1, ...manifest });
  await writeSnapshotFile(placeManifest(indexPath), [new TextEncoder().encode(line)]);
}
