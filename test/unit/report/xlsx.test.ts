import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../../src/report';
import { createRecord, recordSource } from '../../support/document-record';

async function readRows(title: string): Promise<readonly (readonly unknown[])[]> {
  const bytes = await writeWorkbook([{ record: createRecord({ title }), source: recordSource }]);
  return (await readXlsx(bytes)).sheets[0]?.rows ?? [];
}

describe('writeWorkbook', () => {
  it('writes sheets of documents, passages and tags', async () => {
    const { sheets } = await readXlsx(
      await writeWorkbook([{ record: createRecord(), source: recordSource }]),
    );
    const rows = Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet.rows.slice(1)]));
    const text = recordSource.slice(5, 18);
    expect(rows).toEqual({
      documents: [
        ['a/b', 'in/a/b.txt', '方案', '甲局、乙局', null, '方案', '2023-01-02', null, 1, 1],
      ],
      passages: [['a/b', 'a/b#p1', 5, 18, '一、数据 > （一）共享', text, 'T2', 'high']],
      tags: [
        ['a/b', 'a/b#p1', 'T2', 0.9, 9, 11, '数据', 1.5],
        ['a/b', 'a/b#p1', 'T2', 0.9, 2, 4, '数据', 0.5],
      ],
    });
    for (const { rows: all } of sheets) expect(all[0]?.length).toBe(all[1]?.length);
  });

  it('gives the same bytes at another time', async () => {
    const entries = [{ record: createRecord(), source: recordSource }];
    const first = await writeWorkbook(entries);
    // Zip files hold times in steps of two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.compare(await writeWorkbook(entries), first)).toBe(0);
  });

  it.each([
    ['a formula', '=HYPERLINK("http://a")', '=HYPERLINK("http://a")'],
    ['digits', '007', '007'],
    ['an escape of Excel', '_x0041_', '_x0041_'],
    ['control characters', 'a\0\u0008b\ufffe', 'ab'],
    ['half a surrogate pair', 'a\ud800b\udc00', 'ab'],
    ['a whole pair', '𠀀', '𠀀'],
    ['a line break', 'a\nb', 'a\nb'],
    ['what is too long', '数'.repeat(40_000), `${'数'.repeat(32_766)}…`],
    ['a pair at the cut', `${'数'.repeat(32_765)}𠀀${'数'.repeat(9)}`, `${'数'.repeat(32_765)}…`],
  ])('keeps %s as text', async (_name, title, expected) => {
    expect((await readRows(title))[1]?.[2]).toBe(expected);
  });

  it('refuses more rows than Excel has', async () => {
    const passages = Array(1_048_576).fill({ ...createRecord().passages[0], tags: [] }) as never;
    const writing = writeWorkbook([{ record: createRecord({ passages }), source: '' }]);
    await expect(writing).rejects.toMatchObject({ code: 'input-too-large' });
  });

  const hasUnzip = spawnSync('unzip', ['-v']).status === 0;
  it.skipIf(!hasUnzip)('is a zip archive that another program tests as whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhengce-xlsx-'));
    try {
      const path = join(folder, 'a.xlsx');
      writeFileSync(path, await writeWorkbook([{ record: createRecord(), source: recordSource }]));
      expect(execFileSync('unzip', ['-tq', path], { encoding: 'utf8' })).toContain('No errors');
      const strings = execFileSync('unzip', ['-p', path, 'xl/sharedStrings.xml'], {
        encoding: 'utf8',
      });
      expect(strings).toContain('<t>甲局、乙局</t>');
      const sheet = execFileSync('unzip', ['-p', path, 'xl/worksheets/sheet2.xml'], {
        encoding: 'utf8',
      });
      expect(sheet).not.toContain('<f>');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
