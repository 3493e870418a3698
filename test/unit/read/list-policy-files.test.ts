import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPolicyFiles } from '../../../src/read';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengce-list-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function create(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
}

async function listIds(...paths: readonly string[]): Promise<readonly string[]> {
  const { files } = await listPolicyFiles(paths.map((path) => join(folder, path)));
  return files.map(({ id }) => id);
}

describe('listPolicyFiles', () => {
  it('orders a folder by the code units of the paths, at all depths', async () => {
    create('b.txt', 'a/z.txt', 'a.txt', 'a/B.md', '国/省.txt', 'A.txt', 'a-1.txt');
    const { files } = await listPolicyFiles([folder]);
    const paths = files.map(({ path }) => relative(folder, path));
    expect(paths).toEqual(['A.txt', 'a-1.txt', 'a.txt', 'a/B.md', 'a/z.txt', 'b.txt', '国/省.txt']);
    expect(await listIds('.')).toEqual(['A', 'a-1', 'a', 'a/B', 'a/z', 'b', '国/省']);
  });

  it('keeps the order of the paths given, and names a file given itself by its name', async () => {
    create('two/b.txt', 'one/a.txt', 'c.md');
    expect(await listIds('two', 'c.md', 'one/a.txt')).toEqual(['b', 'c', 'a']);
  });

  it('passes over hidden files, folders and other extensions, and counts them', async () => {
    create('a.txt', 'b.xlsx', '.c.txt', '.git/d.txt', 'E.TXT', 'f.markdown', 'g');
    const { files, skipped, failures } = await listPolicyFiles([folder]);
    expect(files.map(({ id }) => id)).toEqual(['E', 'a', 'f']);
    expect({ skipped, failures }).toEqual({ skipped: 4, failures: [] });
  });

  it('lists a path given itself whatever its extension, so that its reader says what is wrong', async () => {
    create('a.pdf');
    expect(await listIds('a.pdf')).toEqual(['a']);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['the same file twice', ['d/a.txt', 'd/a.txt'], ['a']],
    ['a file and its folder', ['d/a.txt', 'd'], ['a']],
    ['a folder twice', ['d', 'd'], ['a']],
    ['a folder by two spellings', ['d', 'd/../d/.'], ['a']],
  ])('counts %s once', async (_name, paths, ids) => {
    create('d/a.txt');
    expect(await listIds(...paths)).toEqual(ids);
  });

  it('gives equal names ids of their own', async () => {
    create('x/a.md', 'x/a.txt', 'y/a.txt', 'z/a.txt');
    expect(await listIds('x', 'y', 'z')).toEqual(['a', 'a.txt', 'a.txt~2', 'a.txt~3']);
  });

  it('gives a name the same id however its accents are stored', async () => {
    create('e\u0301.txt');
    expect(await listIds('.')).toEqual(['\u00e9']);
  });

  it('ends where folders link to each other', async () => {
    create('a/a.txt', 'b/b.txt');
    symlinkSync(join(folder, 'b'), join(folder, 'a/to-b'));
    symlinkSync(join(folder, 'a'), join(folder, 'b/to-a'));
    symlinkSync(folder, join(folder, 'b/up'));
    expect(await listIds('.')).toEqual(['a/a', 'a/to-b/b']);
  });

  it('reports a path that is not there and a link to nowhere, and goes on', async () => {
    create('a.txt');
    symlinkSync(join(folder, 'gone'), join(folder, 'link.txt'));
    const { files, failures } = await listPolicyFiles([join(folder, 'nowhere'), folder]);
    expect(files.map(({ id }) => id)).toEqual(['a']);
    expect(failures.map(({ path }) => relative(folder, path))).toEqual(['nowhere', 'link.txt']);
    expect(failures.map(({ error }) => error.code)).toEqual(['read-failed', 'read-failed']);
    expect(failures[0]?.error.message).toContain('no file or folder of that name');
  });

  it('gives an empty list for an empty folder', async () => {
    expect(await listPolicyFiles([folder])).toEqual({ files: [], failures: [], skipped: 0 });
  });

  it.skipIf(process.platform === 'win32')('lists a pipe without opening it', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect(await listIds('.')).toEqual(['pipe']);
  });
});
