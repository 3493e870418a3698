/**
 * The documents whose task ledgers are judged, and their entries.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskEntry } from '../../src/align';
import { createAnalyzer } from '../../src/analyzer';
import type { TaggedDocument } from '../../src/tag';
import { builtinTaxonomy, listAssignableConcepts } from '../../src/taxonomy';

/** Entries that rules are chosen on, and those that are judged; no document is in both. */
export type TaskHalf = 'chosen' | 'judged';

/** An entry with its document. */
export interface DrawnEntry {
  readonly document: TaggedDocument;
  readonly entry: TaskEntry;
  readonly label: string;
}

/** The half of a document, by the sum of its id's code units. */
export function findHalf(id: string): TaskHalf {
  const sum = [...id].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return sum % 2 === 0 ? 'chosen' : 'judged';
}

/** The entries of work reports and Shandong documents of one half, or of those named, aligned with the 13th plan. */
export async function alignTaskDocuments(
  shared: string,
  wanted: TaskHalf | ReadonlySet<string>,
): Promise<readonly DrawnEntry[]> {
  const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
  const folder = join(shared, 'data/policies');
  const read = (id: string): TaggedDocument =>
    analyzer.tag(analyzer.parse(readFileSync(join(folder, `${id}.txt`), 'utf8'), { id }));
  const isWanted = (id: string): boolean =>
    typeof wanted === 'string' ? findHalf(id) === wanted : wanted.has(id);
  const documents = readdirSync(folder)
    .filter((name) => /^(?:gw|ct|sd)-.*\.txt$/.test(name))
    .map((name) => name.slice(0, -'.txt'.length))
    .filter(isWanted)
    .sort()
    .map(read);
  const { alignments } = analyzer.alignCollection(documents, { plan: read('pl-005') });
  const labels = new Map(
    listAssignableConcepts(builtinTaxonomy).map(({ notation, prefLabel }) => [notation, prefLabel]),
  );
  return documents.flatMap((document, at) =>
    (alignments[at]?.tasks ?? []).map((entry) => ({
      document,
      entry,
      label: labels.get(entry.code) ?? '',
    })),
  );
}
