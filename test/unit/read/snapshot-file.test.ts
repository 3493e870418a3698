// Files of snapshots: whole or not at all.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSnapshotFile, writeSnapshotFile } from '../../../src/read';
import { createSearchIndex, loadSearchIndex } from '../../../src/search';
import { createJiebaSegmenter } from '../../../src/segment';
import { sampleDocuments } from '../../support/search-documents';

const folder = mkdtempSync(join(tmpdir(), 'zhengce-snapshot-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const segmenter = createJiebaSegmenter();
const index = createSearchIndex(sampleDocuments, { segmenter });

describe('writeSnapshotFile', () => {
  it('writes what readSnapshotFile and loadSearchIndex take, and leaves nothing else behind', async () => {
    const path = join(folder, 'whole.zci');
    await writeSnapshotFile(path, index.toChunks());
    const bytes = await readSnapshotFile(path);
    expect(new Uint8Array(bytes)).toEqual(index.toBytes());
    expect(loadSearchIndex(bytes, { segmenter }).search('数据').total).toBe(
      index.search('数据').total,
    );
    expect(readdirSync(folder)).toEqual(['whole.zci']);
  });

  it('keeps the old file where the new one fails half-way', async () => {
    const path = join(folder, 'kept.zci');
    writeFileSync(path, 'old');
    function* failing(): Generator<Uint8Array> {
      yield new Uint8Array(100_000);
      throw new RangeError('no more');
    }
    await expect(writeSnapshotFile(path, failing())).rejects.toThrow('no more');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('keeps the old file where the process dies half-way', async () => {
    const path = join(folder, 'killed.zci');
    writeFileSync(path, 'old');
    const program = `
      import { writeSnapshotFile } from ${JSON.stringify(join(import.meta.dirname, '../../../src/read/index.ts'))};
      async function* endless() {
        for (;;) {
          yield new Uint8Array(65536);
          process.stdout.write('.');
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }
      void writeSnapshotFile(process.argv[1], endless());
    `;
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', program, path],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('writes several files of one name at once, one of them staying', async () => {
    const path = join(folder, 'race.zci');
    const contents = ['a', 'b', 'c'].map((letter) => new TextEncoder().encode(letter.repeat(1000)));
    await Promise.all(contents.map((bytes) => writeSnapshotFile(path, [bytes])));
    expect(['a', 'b', 'c'].map((letter) => letter.repeat(1000))).toContain(
      readFileSync(path, 'utf8'),
    );
  });

  it('says where a file cannot be written', async () => {
    const path = join(folder, 'nowhere', 'x.zci');
    await expect(writeSnapshotFile(path, [])).rejects.toMatchObject({
      code: 'write-failed',
      message: expect.stringContaining(path) as string,
    });
  });
});

describe('readSnapshotFile', () => {
  it('says that a file cannot be read, or is too large', async () => {
    mkdirSync(join(folder, 'a-folder'));
    await expect(readSnapshotFile(join(folder, 'absent'))).rejects.toMatchObject({
      code: 'read-failed',
    });
    await expect(readSnapshotFile(join(folder, 'a-folder'))).rejects.toMatchObject({
      code: 'read-failed',
    });
    const path = join(folder, 'large.zci');
    writeFileSync(path, new Uint8Array(100));
    await expect(readSnapshotFile(path, { maxBytes: 99 })).rejects.toMatchObject({
      code: 'input-too-large',
    });
    expect(await readSnapshotFile(path, { maxBytes: 100 })).toHaveLength(100);
  });
});
