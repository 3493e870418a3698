// Reads the policy documents of the shared data.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which documents {@link readPolicyTexts} leaves out. */
export interface ReadPolicyTextsOptions {
  /** Leave out the documents of the gold labels, on which nothing is tuned; default false. */
  readonly withoutGold?: boolean;
}

/** Returns the texts of `<shared>/data/policies`, by file name. */
export function readPolicyTexts(
  shared: string,
  { withoutGold = false }: ReadPolicyTextsOptions = {},
): readonly string[] {
  const folder = join(shared, 'data/policies');
  const excluded = withoutGold ? readGoldDocuments(shared) : new Set<string>();
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt') && !excluded.has(file.slice(0, -'.txt'.length)))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

function readGoldDocuments(shared: string): ReadonlySet<string> {
  const gold = join(shared, 'data/gold');
  const reserved = readFileSync(join(gold, 'reserved-docs.txt'), 'utf8').split(/\s+/);
  const dev = readFileSync(join(gold, 'tags.dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { doc: string }).doc);
  return new Set([...reserved, ...dev]);
}
