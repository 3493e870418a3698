/**
 * Reads and tags one file that was listed.
 *
 * @module
 */
import type { Analyzer } from '../analyzer';
import { type PolicyFile, type ReadPolicyFolderOptions, readListedFile } from '../read';
import type { TaggedDocument } from '../tag';
import { refuseBeyondHeap } from './heap-room';
import { describeProblem, type Problem } from './problems';

/** The tagged document of a file, or why there is none. Never rejects. */
export async function tagListedFile(
  analyzer: Analyzer,
  file: PolicyFile,
  reading: ReadPolicyFolderOptions,
): Promise<TaggedDocument | Problem> {
  const item = await readListedFile(file, reading);
  if (item.kind === 'failure') return describeProblem(item.path, item.error);
  try {
    const document = analyzer.parse(item.text, { id: item.id, metadata: item.metadata });
    refuseBeyondHeap(document);
    return analyzer.tag(document);
  } catch (error) {
    return describeProblem(item.path, error);
  }
}
