import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPolicyFile, readPolicyFolder } from '../../../src/read';

const samples = join(import.meta.dirname, '../../../corpus/documents');
const isRoot = process.getuid?.() === 0;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengce-read-'));
  writeFileSync(join(folder, 'a.txt'), '\ufeff数据共享');
  writeFileSync(join(folder, 'b.txt'), '%PDF-1.7');
  writeFileSync(join(folder, 'c.docx'), '');
  mkdirSync(join(folder, 'd.txt'));
  writeFileSync(join(folder, 'd.txt/e.md'), '# 方案');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('readPolicyFile', () => {
  it('gives the text without its byte order mark, and what it was', async () => {
    expect(await readPolicyFile(join(folder, 'a.txt'))).toEqual({
      path: join(folder, 'a.txt'),
      format: 'txt',
      text: '数据共享',
      encoding: 'utf-8',
      metadata: {},
      blocks: [],
      pageCount: undefined,
      bytes: 15,
      diagnostics: [],
    });
  });

  it.each<[string, { readonly maxBytes?: number }, string, RegExp]>([
    ['nowhere.txt', {}, 'read-failed', /no file or folder of that name.*nowhere\.txt/],
    ['d.txt', {}, 'read-failed', /a folder/],
    ['b.txt', {}, 'invalid-input', /a whole pdf file, received a damaged one/],
    ['c.docx', {}, 'invalid-input', /a whole docx file, received an empty file/],
    ['f.xlsx', {}, 'unsupported-format', /"\.xlsx"/],
    ['.', {}, 'read-failed', /a readable file, received a folder/],
    ['README', {}, 'unsupported-format', /received a name without an ending/],
    [
      'a.txt',
      { maxBytes: 0 },
      'invalid-argument',
      /a number above 0, received "0" \(options\.maxBytes\)/,
    ],
    ['a.txt', { maxBytes: 14 }, 'input-too-large', /at most 14 bytes, received "15"/],
  ])('refuses %s with %o', async (name, options, code, message) => {
    const reading = readPolicyFile(join(folder, name), options);
    await expect(reading).rejects.toMatchObject({ code });
    await expect(reading).rejects.toThrow(message);
  });

  it.skipIf(process.platform === 'win32')('refuses a pipe instead of waiting for it', async () => {
    const pipe = join(folder, 'pipe.txt');
    execFileSync('mkfifo', [pipe]);
    await expect(readPolicyFile(pipe)).rejects.toThrow(/a pipe, socket or device/);
    rmSync(pipe);
  });

  // Root may read everything.
  it.skipIf(isRoot || process.platform === 'win32')(
    'says that a file may not be read',
    async () => {
      const path = join(folder, 'secret.txt');
      writeFileSync(path, '');
      chmodSync(path, 0);
      await expect(readPolicyFile(path)).rejects.toThrow(/may not be read, EACCES/);
      rmSync(path);
    },
  );
});

describe('readPolicyFolder', () => {
  it('yields every file in order, the failures among them', async () => {
    const items = [];
    for await (const item of readPolicyFolder(folder)) items.push([item.kind, item.id]);
    expect(items).toEqual([
      ['read', 'a'],
      ['failure', 'b'],
      ['failure', 'c'],
      ['read', 'd.txt/e'],
    ]);
  });

  it('yields the failure of a folder that is not there', async () => {
    const items = [];
    for await (const item of readPolicyFolder(join(folder, 'nowhere'))) items.push(item);
    expect(items).toMatchObject([
      { kind: 'failure', id: undefined, error: { code: 'read-failed' } },
    ]);
  });

  it('reads the sample documents in their encodings', async () => {
    const encodings = new Set<string>();
    for await (const item of readPolicyFolder(samples)) {
      expect(item.kind, item.path).toBe('read');
      if (item.kind === 'read') encodings.add(item.encoding ?? '');
    }
    expect([...encodings].sort()).toEqual(['gb18030', 'utf-16le', 'utf-8']);
  });
});
