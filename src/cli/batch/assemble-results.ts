/**
 * assembleResults: one file of results that several runs have made.
 *
 * @module
 */
import { type FileHandle, open, rename } from 'node:fs/promises';
import { formatJournalHeader, formatJournalLine, type JournalHeader, readBytesAt } from './journal';
import type { KeptResult } from './recover-results';
import type { StorePaths } from './store-paths';

/** What is put together. */
export interface Assembly {
  readonly header: JournalHeader;
  readonly preamble: Uint8Array;
  /** Results in the order of the files. */
  readonly order: readonly KeptResult[];
}

/** Writes the results, and a manifest of them, and gives both their names. The results of before are replaced in one step. */
export async function assembleResults(paths: StorePaths, assembly: Assembly): Promise<void> {
  const { target, data, assembly: path, nextManifest, manifest } = paths;
  const files: FileHandle[] = [];
  const openFile = async (name: string, flags: string): Promise<FileHandle> => {
    const file = await open(name, flags);
    files.push(file);
    return file;
  };
  const needed = new Set(assembly.order.map(({ source }) => source));
  try {
    const sources = {
      data: needed.has('data') ? await openFile(data, 'r') : undefined,
      target: needed.has('target') ? await openFile(target, 'r') : undefined,
    };
    await copyResults(assembly, sources, {
      results: await openFile(path, 'w'),
      manifest: await openFile(nextManifest, 'w'),
    });
  } finally {
    for (const file of files) await file.close();
  }
  await rename(path, target);
  await rename(nextManifest, manifest);
}

type Sources = Readonly<Record<KeptResult['source'], FileHandle | undefined>>;

async function copyResults(
  { header, preamble, order }: Assembly,
  sources: Sources,
  { results, manifest }: { readonly results: FileHandle; readonly manifest: FileHandle },
): Promise<void> {
  await manifest.writeFile(formatJournalHeader(header));
  await results.writeFile(preamble);
  let offset = preamble.length;
  for (const { entry, source } of order) {
    const file = sources[source];
    if (entry.length > 0 && file !== undefined)
      await results.writeFile(await readBytesAt(file, entry.offset, entry.length));
    await manifest.writeFile(formatJournalLine({ ...entry, offset }));
    offset += entry.length;
  }
  await results.sync();
  await manifest.sync();
}
