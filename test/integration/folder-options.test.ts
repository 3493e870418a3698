/**
 * Which files of a folder are read, as every command that takes folders is told: `--include`, `--exclude`, `--read-limit`, `--dry-run`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createFolder, parseJsonLines, runCli } from '../support/run-cli';

const TEXT = '第一条 推动公共数据资源开放共享，培育数据要素市场。';
const MEMBERS = { '内/c.txt': strToU8(TEXT), 'd.xls': strToU8('-') };
const FILES = {
  'a.txt': TEXT,
  'b.md': TEXT,
  '省/c.TXT': TEXT,
  '省/.hidden.txt': TEXT,
  '省/~$c.docx': '',
  '旧/e.txt': TEXT,
  'Thumbs.db': '',
  'z.zip': zipSync(MEMBERS),
} as const;

describe('--dry-run', () => {
  it('lists what would be read and what not by a first look, in archives too, and writes nothing', () => {
    const page = '<html><p>数据</p></html>';
    const zip = zipSync({ ...MEMBERS, 'w.doc': strToU8(page) });
    const folder = createFolder({ ...FILES, 'p.pdf': 'no pdf', 'w.doc': page, 'z.zip': zip });
    const { stdout, stderr, status } = runCli(
      ['tag', '.', '--dry-run', '--exclude', '旧', '--out', 'out'],
      undefined,
      folder,
    );
    expect(stdout.split('\n')).toEqual([
      'skip\tsystem-file\t-\tThumbs.db',
      'skip\texcluded\t-\t旧',
      'skip\thidden\t-\t省/.hidden.txt',
      'skip\tlock-file\t-\t省/~$c.docx',
      'skip\tother-format\t-\tz.zip/d.xls',
      'read\ttxt\t76\ta.txt',
      'read\tmd\t76\tb.md',
      'refuse\tpdf\t6\tp.pdf',
      'read\thtml\t26\tw.doc',
      'read\thtml\t26\tz.zip/w.doc',
      'read\ttxt\t76\tz.zip/内/c.txt',
      'read\ttxt\t76\t省/c.TXT',
      '',
    ]);
    expect(stderr).toBe(
      'zhengce: p.pdf: expected a whole pdf file, received plain text under that name [invalid-input]\n' +
        'zhengce: 6 files of 356 bytes would be read, 5 passed over, 1 would fail, as far as a first look shows; nothing done\n',
    );
    expect(status).toBe(1);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('lists shards that make up the whole', () => {
    const folder = createFolder(FILES);
    const list = (...args: readonly string[]): string =>
      runCli(['tag', folder, '--dry-run', '--quiet', ...args]).stdout;
    const parts = ['1/2', '2/2'].map((shard) => list('--shard', shard));
    expect(parts.every((part) => part !== '')).toBe(true);
    expect(parts.join('')).toBe(list());
  }, 120_000);

  it('says what would fail: a path that is not there, an archive that is none, a file above the bound', () => {
    const folder = createFolder({ 'a.txt': TEXT, 'bad.zip': 'x', 'c.txt': TEXT.repeat(3) });
    const { stdout, stderr, status } = runCli([
      ...['index', folder, join(folder, 'none'), '--dry-run', '--read-limit', 'maxBytes=100'],
    ]);
    expect(stdout).toBe(
      `read\ttxt\t76\t${join(folder, 'a.txt')}\nrefuse\ttxt\t228\t${join(folder, 'c.txt')}\n`,
    );
    expect(stderr).toContain('none: expected a readable file');
    expect(stderr).toContain('bad.zip: expected a whole zip file');
    expect(stderr).toContain('c.txt: expected at most 100 bytes, received "228"');
    expect(stderr).toContain('1 files of 76 bytes would be read, 0 passed over, 3 would fail');
    expect(status).toBe(1);
  });

  it('has status 1 where nothing would be read', () => {
    expect(runCli(['tag', createFolder(), '--dry-run']).status).toBe(1);
  });
});

describe('--include, --exclude and --read-limit', () => {
  const PATTERNS = ['--include', '*.txt', '--include', '*.md', '--exclude', '旧/'];

  it('choose the files that are tagged', () => {
    const { stdout, status } = runCli(['tag', createFolder(FILES), ...PATTERNS, '--quiet']);
    const ids = parseJsonLines(stdout).map((record) => (record as { id: string }).id);
    expect(ids).toEqual(['a', 'b', 'z.zip/内/c', '省/c']);
    expect(status).toBe(0);
  });

  it('choose the files that are indexed and aligned', () => {
    const folder = createFolder(FILES);
    const out = join(createFolder(), 'all.zci');
    const indexed = runCli(['index', folder, ...PATTERNS, '--out', out]);
    expect(indexed.stderr).toContain('4 passages of 4 files');
    const aligned = runCli(['align', folder, ...PATTERNS, '--json', '--quiet']);
    const { documents } = JSON.parse(aligned.stdout) as { documents: readonly unknown[] };
    expect(documents).toHaveLength(4);
  }, 120_000);

  it('bound what is read', () => {
    const folder = createFolder({ 'a.txt': TEXT, 'b.txt': TEXT.repeat(9) });
    const { stderr, stdout, status } = runCli(['tag', folder, '--read-limit', 'maxBytes=100']);
    expect(stderr).toContain('b.txt: expected at most 100 bytes, received "684" [input-too-large]');
    expect(parseJsonLines(stdout)).toHaveLength(1);
    expect(status).toBe(1);
  });

  it.each<[string, readonly string[], string]>([
    ['a limit of no such name', ['--read-limit', 'maxPage=3'], 'did you mean "maxPages"?'],
    ['a limit of 0', ['--read-limit', 'maxPages=0'], 'received "maxPages=0" (--read-limit)'],
    ['a pattern that climbs', ['--exclude', '../x'], 'received "../x" (options.exclude)'],
  ])('refuse %s', (_name, args, message) => {
    const folder = createFolder({ 'a.txt': TEXT });
    const { stderr, status } = runCli(['tag', folder, ...args]);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});
