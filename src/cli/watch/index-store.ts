/**
 * The index that is kept up to date: in memory, and as a file with its manifest.
 *
 * @module
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Analyzer } from '../../analyzer';
import { ZhengceError } from '../../errors';
import { readSnapshotFile, writeSnapshotFile } from '../../read';
import { loadSearchIndex, type SearchIndex } from '../../search';
import type { TaggedDocument } from '../../tag';
import { type IndexedFile, type IndexState, readManifest, writeManifest } from './manifest';
import { keyOf } from './plan-changes';

/** An index that changes. */
export interface IndexStore {
  readonly known: ReadonlyMap<string, IndexedFile>;
  readonly passageCount: number;
  /** Whether the file lacks something that the memory has. */
  readonly isUnsaved: boolean;
  /** Whether the name is that of an index that this one does not go on from, of other settings say. Until the first writing. */
  readonly isReplacing: boolean;
  remove(files: readonly IndexedFile[]): void;
  add(
    documents: readonly { readonly file: IndexedFile; readonly document: TaggedDocument }[],
  ): void;
  /** Notes that the content of a file is what it was, under another stamp. */
  touch(file: IndexedFile): void;
  /**
   * Writes the file, and before it the manifest, each in one step. A process that ends between them leaves the older index and a manifest that describes it too.
   *
   * @throws ZhengceError `write-failed`
   */
  save(): Promise<void>;
}

/** What {@link openIndexStore} needs. */
export interface OpenIndexStoreOptions {
  readonly path: string;
  readonly analyzer: Analyzer;
  /** As in the manifest. */
  readonly settings: string;
}

/** The index of a file where it was made with the same settings and its manifest tells what is in it; otherwise an empty one. */
export async function openIndexStore(options: OpenIndexStoreOptions): Promise<IndexStore> {
  const loaded = await loadState(options);
  const { path, settings, analyzer } = options;
  let index = loaded?.index ?? analyzer.createIndex([]);
  let saved = loaded?.state;
  const known = new Map((saved?.files ?? []).map((file) => [keyOf(file), file]));
  let isUnsaved = saved === undefined;
  let isReplacing = saved === undefined && existsSync(path);
  return {
    known,
    get passageCount() {
      return index.passageCount;
    },
    get isUnsaved() {
      return isUnsaved;
    },
    get isReplacing() {
      return isReplacing;
    },
    remove: (files) => {
      if (files.length === 0) return;
      index = index.remove(files.map(({ id }) => id));
      for (const file of files) known.delete(keyOf(file));
      isUnsaved = true;
    },
    add: (documents) => {
      if (documents.length === 0) return;
      index = index.add(documents.map(({ document }) => document));
      for (const { file } of documents) known.set(keyOf(file), file);
      isUnsaved = true;
    },
    touch: (file) => {
      known.set(keyOf(file), file);
      isUnsaved = true;
    },
    save: async () => {
      // One segment: the same files in the same order give the same bytes, however they came.
      index = index.merge();
      const chunks = [...index.toChunks()];
      const state = { index: hashChunks(chunks), files: [...known.values()] };
      const states = saved === undefined ? [state] : [state, saved];
      await writeManifest(path, { settings, states });
      await writeSnapshotFile(path, chunks);
      saved = state;
      isUnsaved = false;
      isReplacing = false;
    },
  };
}

interface LoadedState {
  readonly index: SearchIndex;
  readonly state: IndexState;
}

async function loadState({
  path,
  analyzer,
  settings,
}: OpenIndexStoreOptions): Promise<LoadedState | undefined> {
  const manifest = await readManifest(path);
  if (manifest?.settings !== settings) return undefined;
  try {
    const bytes = await readSnapshotFile(path);
    const hash = hashChunks([bytes]);
    const state = manifest.states.find(({ index }) => index === hash);
    if (state === undefined) return undefined;
    return { index: loadSearchIndex(bytes, { segmenter: analyzer.segmenter }), state };
  } catch (error) {
    // An index that cannot be read is made anew.
    if (error instanceof ZhengceError) return undefined;
    throw error;
  }
}

function hashChunks(chunks: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
}
