/**
 * `zhengce.config.json`, as a user writes it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatConfigJsonSchema } from '../support/config-json-schema';
import { createFolder, repositoryRoot, runCli } from '../support/run-cli';

const TEXT = '第一条 推动公共数据资源开放共享，培育数据要素市场。';
const FILES = { 'in/a.txt': TEXT, 'in/b.md': TEXT, 'in/旧/c.txt': TEXT };

function createProject(config: unknown, more: Readonly<Record<string, string>> = {}): string {
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  return createFolder({ ...FILES, 'zhengce.config.json': text, ...more });
}

function run(folder: string, ...args: readonly string[]): ReturnType<typeof runCli> {
  return runCli(args, undefined, folder);
}

describe('zhengce.config.json', () => {
  it('gives options to the commands that have them, and says so', () => {
    const folder = createProject({
      $schema: './config.schema.json',
      exclude: ['旧'],
      tag: { out: 'results', format: 'csv' },
      index: { out: 'all.zci' },
      search: { limit: 1, facets: ['task', 'genre'], json: true },
      train: { out: 'model.json' },
    });
    const tagged = run(folder, 'tag', 'in');
    expect(tagged.stderr).toContain('zhengce: exclude, out, format as in zhengce.config.json\n');
    expect(readdirSync(join(folder, 'results'))).toContain('tags.csv');
    expect(readFileSync(join(folder, 'results/tags.csv'), 'utf8')).not.toContain('旧');
    const indexed = run(folder, 'index', 'in').stderr;
    expect(indexed).toContain('2 passages of 2 files');
    expect(indexed).toContain('zhengce: 1 file with the text of another');
    const trained = run(folder, 'train', 'gold.jsonl').stderr;
    expect(trained).toContain('zhengce: out as in zhengce.config.json\n');
    expect(trained).toContain('gold.jsonl');
    const found = JSON.parse(run(folder, 'search', 'all.zci', '数据要素').stdout) as {
      readonly hits: readonly unknown[];
      readonly facets: object;
    };
    expect(found.hits).toHaveLength(1);
    expect(Object.keys(found.facets)).toEqual(['task', 'genre']);
  }, 120_000);

  it('yields to the command line, and the top of the file to the section of the command', () => {
    const folder = createProject({
      exclude: ['*.md'],
      readLimits: { maxBytes: 1, maxPages: 3 },
      tag: { exclude: ['旧'], readLimits: { maxBytes: 1000 } },
    });
    const list = (...args: readonly string[]): readonly string[] =>
      run(folder, ...args, '--dry-run', '--quiet')
        .stdout.split('\n')
        .slice(0, -1);
    expect(list('tag', 'in')).toEqual([
      'skip\texcluded\t-\tin/旧',
      'read\ttxt\t76\tin/a.txt',
      'read\tmd\t76\tin/b.md',
    ]);
    expect(list('tag', 'in', '--exclude', 'a.*', '--read-limit', 'maxBytes=10')).toEqual([
      'skip\texcluded\t-\tin/a.txt',
      'refuse\tmd\t76\tin/b.md',
      'refuse\ttxt\t76\tin/旧/c.txt',
    ]);
    expect(list('index', 'in')).toEqual([
      'skip\texcluded\t-\tin/b.md',
      'refuse\ttxt\t76\tin/a.txt',
      'refuse\ttxt\t76\tin/旧/c.txt',
    ]);
  }, 120_000);

  it('stands anywhere with --config, its paths relative to it, and nowhere with --no-config', () => {
    const config = { quiet: true, tag: { out: 'results' } };
    const folder = createProject('no JSON', { 'conf/mine.json': JSON.stringify(config) });
    expect(run(folder, 'tag', 'in', '--config', 'conf/mine.json')).toMatchObject({
      stdout: '',
      stderr: '',
      status: 0,
    });
    expect(readdirSync(join(folder, 'conf'))).toEqual(['mine.json', 'results']);
    const without = run(folder, 'tag', 'in', '--no-config');
    expect(without.stdout.trimEnd().split('\n')).toHaveLength(3);
  });

  it('does not hinder what the command line asks for otherwise', () => {
    const folder = createProject({ include: ['*.txt'], tag: { format: 'csv', resume: false } });
    const line = JSON.stringify({ id: '1', text: TEXT });
    const { stdout, status } = runCli(['tag', '--passages', '-'], `${line}\n`, folder);
    expect(JSON.parse(stdout)).toMatchObject({ id: '1' });
    expect(status).toBe(0);
    expect(run(folder, 'taxonomy', 'show', '--json').status).toBe(0);
  });

  it.each<[string, unknown, readonly string[]]>([
    [
      'a key that is mistyped',
      { taxonmy: 'x' },
      ['did you mean "taxonomy"?', 'json:1:2, taxonmy)'],
    ],
    [
      'a key at the top that belongs to a command',
      { jobs: 2 },
      ['expected jobs in the section of its command, "tag": {"jobs": …}', 'json:1:2, jobs)'],
    ],
    [
      'a key of another command',
      { tag: { limit: 3 } },
      ['expected one of the keys taxonomy', 'json:1:9, tag.limit)'],
    ],
    [
      'a value of another type',
      { include: '*.txt' },
      ['expected a list of patterns', ', include)'],
    ],
    ['a value that is none of some', { tag: { format: 'xml' } }, ['expected one of jsonl, csv']],
    ['a limit of 0', { readLimits: { maxPages: 0 } }, ['at least 1, received "0"', 'maxPages)']],
    ['what is no JSON', '{"tag": {},, }', ['expected well-formed JSON', 'json:1:12)']],
    ['what breaks off', '{"tag": {\n', ['expected well-formed JSON', 'json:2:1)']],
    ['a key twice', '{"quiet": true,\n "quiet": false}', ['each key once', 'json:2:2)']],
    ['a list', [], ['expected an object of options, received a list of 0']],
  ])('refuses %s, and says where', (_name, config, messages) => {
    const { stdout, stderr, status } = run(createProject(config), 'tag', 'in');
    for (const message of messages) expect(stderr).toContain(message);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  });

  it('lists every problem', () => {
    const { stderr } = run(createProject('{"a": 1,\n"quiet": 2,\n"tag": 3}'), 'tag', 'in');
    expect(stderr.match(/zhengce\.config\.json:\d+:\d+/g)).toEqual([
      'zhengce.config.json:1:2',
      'zhengce.config.json:2:10',
      'zhengce.config.json:3:8',
    ]);
  });

  it('refuses a file that is not there where one is asked for', () => {
    const { stderr, status } = run(createFolder(FILES), 'tag', 'in', '--config', 'none.json');
    expect(stderr).toContain('received no file or folder of that name, ENOENT (none.json)');
    expect(status).toBe(2);
  });

  it('has a JSON Schema that is up to date (scripts/build-config-schema.ts)', () => {
    const written: unknown = JSON.parse(
      readFileSync(join(repositoryRoot, 'config.schema.json'), 'utf8'),
    );
    expect(written).toEqual(JSON.parse(formatConfigJsonSchema()));
  });
});
