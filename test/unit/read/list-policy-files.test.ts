import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPolicyFiles, type PathPatterns, readPolicyFolder } from '../../../src/read';

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

async function listSkipped(patterns: PathPatterns): Promise<readonly string[]> {
  const { skipped } = await listPolicyFiles([folder], patterns);
  return skipped
    .map(({ path, reason }) => `${relative(folder, path).replaceAll('\\', '/')} ${reason}`)
    .sort();
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

  it('passes over what no one means who names a folder, and says why', async () => {
    create('a.txt', 'b.xlsx', '.c.txt', '.git/d.txt', 'E.TXT', 'f.markdown', 'g', '~$a.docx');
    create('.~lock.a.odt#', '.DS_Store', '国/Thumbs.db', '国/desktop.ini', '__MACOSX/._a.txt');
    const { files, failures } = await listPolicyFiles([folder]);
    expect(files.map(({ id }) => id)).toEqual(['E', 'a', 'f']);
    expect(failures).toEqual([]);
    expect(await listSkipped({})).toEqual([
      '.DS_Store system-file',
      '.c.txt hidden',
      '.git hidden',
      '.~lock.a.odt# lock-file',
      '__MACOSX system-file',
      'b.xlsx other-format',
      'g other-format',
      '~$a.docx lock-file',
      '国/Thumbs.db system-file',
      '国/desktop.ini system-file',
    ]);
  });

  it('knows format and size of each file', async () => {
    writeFileSync(join(folder, 'a.HTM'), '<p>甲');
    writeFileSync(join(folder, 'b.odt'), '');
    const { files } = await listPolicyFiles([folder, join(folder, '..', 'none.xyz')]);
    expect(files.map(({ format, bytes }) => [format, bytes])).toEqual([
      ['html', 6],
      ['odt', 0],
    ]);
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

  it('ends where folders link to each other, and gives files their own names', async () => {
    create('a/a.txt', 'b/b.txt');
    symlinkSync(join(folder, 'b'), join(folder, 'a/to-b'));
    symlinkSync(join(folder, 'a'), join(folder, 'b/to-a'));
    symlinkSync(folder, join(folder, 'b/up'));
    expect(await listIds('.')).toEqual(['a/a', 'b/b']);
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
    expect(await listPolicyFiles([folder])).toEqual({ files: [], failures: [], skipped: [] });
  });

  it.skipIf(process.platform === 'win32')('lists a pipe without opening it', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect(await listIds('.')).toEqual(['pipe']);
  });
});

describe('include and exclude', () => {
  const FILES = [
    'a.txt',
    'b.docx',
    '草稿/c.txt',
    '省/2021/d.txt',
    '省/2022/e.DOCX',
    '省/f (1).pdf',
  ];
  const ALL = ['a', 'b', '省/2021/d', '省/2022/e', '省/f (1)', '草稿/c'];

  it.each<[string, PathPatterns, readonly string[]]>([
    ['nothing', {}, ALL],
    ['no patterns at all', { exclude: [] }, ALL],
    ['no pattern to include', { include: [] }, []],
    ['a name at any depth, in any case', { include: ['*.docx'] }, ['b', '省/2022/e']],
    ['a path from the folder given', { include: ['*/*.txt'] }, ['草稿/c']],
    ['any folders between', { include: ['省/**/*.txt'] }, ['省/2021/d']],
    ['all of a folder', { include: ['省'] }, ['省/2021/d', '省/2022/e', '省/f (1)']],
    ['all of a folder further below', { include: ['省/2021'] }, ['省/2021/d']],
    ['folders alone', { include: ['*2*/'] }, ['省/2021/d', '省/2022/e']],
    ['a folder by ** behind it', { include: ['省/2022/**'] }, ['省/2022/e']],
    ['a dot for the folder given', { include: ['./a.txt'] }, ['a']],
    ['either of two', { include: ['{a,d}.txt'] }, ['a', '省/2021/d']],
    ['one of some characters', { include: ['[ab].*'] }, ['a', 'b']],
    ['one Han character', { include: ['?/*'] }, ['省/f (1)', '省/2021/d', '省/2022/e'].sort()],
    ['brackets in names', { include: ['f (1)*'] }, ['省/f (1)']],
    ['a character taken as it is', { include: ['\\a.txt'] }, ['a']],
    ['! as a character', { include: ['!a.txt'] }, []],
    ['an open bracket as a character', { include: ['[a.txt', '{a'] }, []],
    ['exclude a folder', { exclude: ['草稿'] }, ALL.slice(0, 5)],
    ['exclude what include names', { include: ['省'], exclude: ['*.pdf', '2022'] }, ['省/2021/d']],
  ])('takes %s', async (_name, patterns, ids) => {
    create(...FILES);
    const { files } = await listPolicyFiles([folder], patterns);
    expect(files.map(({ id }) => id)).toEqual(ids);
  });

  it('says what was excluded, a folder once, and what was not included', async () => {
    create(...FILES);
    expect(await listSkipped({ include: ['省', '*.xlsx'], exclude: ['2022/', '草稿'] })).toEqual([
      'a.txt not-included',
      'b.docx not-included',
      '省/2022 excluded',
      '草稿 excluded',
    ]);
  });

  it('reads a file given itself whatever the patterns say', async () => {
    create('a.txt');
    const { files } = await listPolicyFiles([join(folder, 'a.txt')], { exclude: ['*'] });
    expect(files.map(({ id }) => id)).toEqual(['a']);
  });

  it('looks into archives as into folders', async () => {
    const inner = zipSync({ 'x/d.txt': strToU8('丁'), 'e.md': strToU8('戊') });
    const files = { '附件/b.txt': strToU8('乙'), 'c.md': strToU8('丙'), 'i.zip': inner };
    writeFileSync(join(folder, 'p.zip'), zipSync({ ...files, 'g.xls': strToU8('-') }));
    const list = async (patterns: PathPatterns, below = ''): Promise<readonly string[]> =>
      (await listPolicyFiles([join(folder, below)], patterns)).files.map(({ id }) => id);
    expect(await list({ include: ['*.txt'] })).toEqual(['p.zip/i.zip/x/d', 'p.zip/附件/b']);
    expect(await list({ include: ['附件/*'] })).toEqual([]);
    expect(await list({ include: ['附件/*'] }, 'p.zip')).toEqual(['p.zip/附件/b']);
    expect(await list({ include: ['p.zip/c.*'] })).toEqual(['p.zip/c']);
    expect(await list({ exclude: ['i.zip'] })).toEqual(['p.zip/c', 'p.zip/附件/b']);
    expect(await listSkipped({ include: ['*.md'], exclude: ['i.zip/'] })).toEqual([
      'p.zip/g.xls other-format',
      'p.zip/i.zip excluded',
      'p.zip/附件/b.txt not-included',
    ]);
  });

  it('does not open an archive that is excluded', async () => {
    writeFileSync(join(folder, 'bad.zip'), 'no archive');
    expect((await listPolicyFiles([folder], { exclude: ['*.zip'] })).failures).toEqual([]);
    expect((await listPolicyFiles([folder])).failures).toHaveLength(1);
  });

  it('matches names however their accents are stored', async () => {
    create('e\u0301.txt');
    const { files } = await listPolicyFiles([folder], { include: ['\u00e9.*'] });
    expect(files).toHaveLength(1);
  });

  it.each<[string]>([
    [''],
    ['/etc/*'],
    ['../a'],
    ['a/../b'],
    ['C:\\a'],
    ['.'],
    ['{a,b}'.repeat(12)],
    ['甲'.repeat(1001)],
  ])('refuses %j as a pattern', async (pattern) => {
    await expect(listPolicyFiles([folder], { exclude: [pattern] })).rejects.toMatchObject({
      code: 'invalid-argument',
      message: expect.stringMatching(
        /^listPolicyFiles: expected .*\(options\.exclude\)$/,
      ) as string,
    });
  });

  it('ends soon on a pattern of many ** and a deep path', async () => {
    create(`${'a/'.repeat(100)}${'a'.repeat(200)}.txt`);
    const include = [`${'**/a/'.repeat(20)}b`, `${'*a'.repeat(20)}b`];
    expect((await listPolicyFiles([folder], { include })).files).toEqual([]);
  });

  it('is an option of readPolicyFolder', async () => {
    create(...FILES);
    const ids: (string | undefined)[] = [];
    const options = { include: ['*.txt'], exclude: ['省'] };
    for await (const { id } of readPolicyFolder(folder, options)) ids.push(id);
    expect(ids).toEqual(['a', '草稿/c']);
  });
});
