/**
 * `zhengce tag` on all the shared policy documents: none lost, the same bytes twice, shards that concatenate to the whole.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type TaggedDocumentRecord, taggedDocumentRecordSchema } from '../../src/report';
import { createFolder, parseJsonLines, runCli } from '../support/run-cli';
import { describeWithShared } from '../support/shared';

describeWithShared('zhengce tag, on all shared documents', (shared) => {
  const policies = join(shared, 'data/policies');
  let whole = '';
  let status: number | null = null;

  beforeAll(() => {
    ({ stdout: whole, status } = runCli(['tag', policies, '--quiet']));
  }, 120_000);

  it('writes one valid record a document, and ends with 0', () => {
    expect(status).toBe(0);
    const records: readonly TaggedDocumentRecord[] = parseJsonLines(whole).map((line) =>
      taggedDocumentRecordSchema.parse(line),
    );
    const names = readdirSync(policies).sort();
    expect(records.map(({ path }) => path)).toEqual(names.map((name) => join(policies, name)));
    expect(records.map(({ id }) => id)).toEqual(names.map((name) => name.replace(/\.txt$/, '')));
    for (const { id, passages } of records) expect(passages.length, id).toBeGreaterThan(0);
  });

  it('writes the same bytes again, part by part', () => {
    const parts = [1, 2, 3].map((i) =>
      runCli(['tag', policies, '--quiet', '--shard', `${String(i)}/3`]),
    );
    expect(parts.map((part) => part.status)).toEqual([0, 0, 0]);
    expect(parts.map(({ stdout }) => stdout).join('') === whole).toBe(true);
  }, 120_000);

  it('writes csv whose parts are the whole', () => {
    const out = createFolder();
    // A tenth of the documents.
    const paths = readdirSync(policies)
      .sort()
      .filter((_, i) => i % 10 === 0)
      .map((name) => join(policies, name));
    const flags = ['tag', ...paths, '--quiet', '--format', 'csv', '--out', out];
    expect(runCli(flags).status).toBe(0);
    for (const shard of ['1/2', '2/2']) expect(runCli([...flags, '--shard', shard]).status).toBe(0);
    expect(listResults(out)).toEqual(['tags-1-of-2.csv', 'tags-2-of-2.csv', 'tags.csv']);
    const [first, second, csv] = listResults(out).map((name) => readFileSync(join(out, name)));
    expect(Buffer.compare(Buffer.concat([first!, second!]), csv!)).toBe(0);
  }, 120_000);
});

/** The results in a folder, without what `--resume` goes on from. */
function listResults(out: string): readonly string[] {
  return readdirSync(out)
    .filter((name) => !name.startsWith('.'))
    .sort();
}
