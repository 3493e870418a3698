/**
 * `zhengce tag`, driven as a process on real files in real encodings.
 */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TaggedDocumentRecord, taggedDocumentRecordSchema } from '../../src/report';

const root = join(import.meta.dirname, '../..');
const command = join(root, 'dist/cli/main.js');
const samples = join(root, 'corpus/documents');
const TEXT = '推动公共数据资源开放共享，培育数据要素市场。';
let folder = '';
/** What the sample documents give. */
let whole: SpawnSyncReturns<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengce-'));
  whole = run(['tag', samples]);
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(args: readonly string[], input?: string): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    input,
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
  });
}

function readRecords(jsonl: string): readonly TaggedDocumentRecord[] {
  return jsonl
    .trimEnd()
    .split('\n')
    .map((line) => taggedDocumentRecordSchema.parse(JSON.parse(line)));
}

/** A new folder with these files in it. */
function createFiles(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = join(folder, name);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), content);
  }
  return path;
}

/** What a user sees in an output folder. */
function listResults(out: string): readonly string[] {
  return readdirSync(out)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
}

/** 推动数据共享。 and a line feed in GB18030. */
const GB18030 = Uint8Array.of(
  0xcd,
  0xc6,
  0xb6,
  0xaf,
  0xca,
  0xfd,
  0xbe,
  0xdd,
  0xb9,
  0xb2,
  0xcf,
  0xed,
  0xa1,
  0xa3,
  0x0a,
);

describe('zhengce tag', () => {
  it('writes a valid record for each sample document, in order, and says how it went', () => {
    const { status, stdout, stderr } = whole;
    expect(status).toBe(0);
    const records = readRecords(stdout);
    expect(records.map(({ id }) => id)).toEqual(
      readdirSync(samples)
        .sort()
        .map((name) => name.replace(/\.[a-z]+$/, '')),
    );
    expect(records.every(({ title, passages }) => title !== null && passages.length > 5)).toBe(
      true,
    );
    expect(stderr).toContain('12 files');
  });

  it('writes the same bytes again, to a file that is whole', () => {
    const out = join(folder, 'again');
    expect(run(['tag', samples, '--out', out, '--quiet']).status).toBe(0);
    expect(readFileSync(join(out, 'tags.jsonl'), 'utf8') === whole.stdout).toBe(true);
    expect(listResults(out)).toEqual(['tags.jsonl']);
  });

  it.each([
    ['jsonl', ['1/3', '2/3', '3/3']],
    ['csv', ['1/2', '2/2']],
  ])('writes %s shards that concatenate to the whole', (format, shards) => {
    const out = join(folder, `shards-${format}`);
    const { stdout } = format === 'jsonl' ? whole : run(['tag', samples, '--format', format]);
    for (const shard of shards)
      expect(run(['tag', samples, '--format', format, '--shard', shard, '--out', out]).status).toBe(
        0,
      );
    const parts = listResults(out);
    expect(parts).toHaveLength(shards.length);
    expect(parts.map((name) => readFileSync(join(out, name), 'utf8')).join('')).toBe(stdout);
  });

  it('writes a workbook that another program opens, the same bytes twice', async () => {
    const out = [join(folder, 'x1'), join(folder, 'x2')];
    for (const one of out)
      expect(run(['tag', samples, '--format', 'xlsx', '--out', one]).status).toBe(0);
    const [first, second] = out.map((one) => readFileSync(join(one, 'tags.xlsx')));
    expect(first).toEqual(second);
    const { sheets } = await readXlsx(first ?? new Uint8Array());
    expect(sheets.map(({ name }) => name)).toEqual(['documents', 'passages', 'tags']);
    expect(sheets[0]?.rows).toHaveLength(13);
  });

  const ENCODED: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['UTF-8', TEXT, TEXT],
    ['UTF-8 with a byte order mark', `\ufeff${TEXT}`, TEXT],
    ['UTF-16LE with a byte order mark', encodeUtf16(`\ufeff${TEXT}`, true), TEXT],
    ['UTF-16BE with a byte order mark', encodeUtf16(`\ufeff${TEXT}`, false), TEXT],
    ['UTF-16LE without', encodeUtf16(`${TEXT}\n${TEXT}`, true), TEXT],
    ['GB18030', GB18030, '推动数据共享。'],
    ['UTF-8 cut in its last character', Buffer.from(TEXT).subarray(0, -1), TEXT.slice(0, -1)],
  ];

  it('reads texts in whatever encoding', () => {
    const files = ENCODED.map(([, content], i) => [`${String(i)}.txt`, content] as const);
    const records = readRecords(
      run(['tag', createFiles('encodings', Object.fromEntries(files))]).stdout,
    );
    expect(records).toHaveLength(ENCODED.length);
    for (const [i, [name, , words]] of ENCODED.entries()) {
      const passage = records[i]?.passages[0];
      expect(passage?.end, name).toBe(words.length);
      expect(
        passage?.tags.map(({ code }) => code),
        name,
      ).toEqual(['T2']);
    }
  });

  it('goes on after bad files, lists them, and ends with 1', () => {
    const path = createFiles('mixed', {
      'a.txt': TEXT,
      'b.txt': Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37),
      'c/d.txt': Uint8Array.from({ length: 4000 }, (_, i) => (i * 131) % 256),
      'c/e.md': `# 方案\n\n${TEXT}`,
      'f.xlsx': 'not read',
      '.hidden.txt': TEXT,
      'z.txt': '',
    });
    const { status, stdout, stderr } = run(['tag', path]);
    expect(status).toBe(1);
    expect(readRecords(stdout).map(({ id }) => id)).toEqual(['a', 'c/e', 'z']);
    expect(stderr).toMatch(/b\.txt: expected a whole pdf file.*\[invalid-input\]/);
    expect(stderr).toMatch(/d\.txt/);
    expect(readRecords(stdout)[2]?.diagnostics.map(({ ruleId }) => ruleId)).toContain(
      'no-passages',
    );
  });

  it('counts a file reached twice once, and survives a folder that holds itself', () => {
    const path = createFiles('cycle', { 'a.txt': TEXT });
    symlinkSync(path, join(path, 'self'));
    const { status, stdout } = run(['tag', path, join(path, 'a.txt')]);
    expect(status).toBe(0);
    expect(readRecords(stdout)).toHaveLength(1);
  });

  it('gives two files of one name ids of their own', () => {
    const path = createFiles('names', { 'a.md': TEXT, 'a.txt': TEXT });
    expect(new Set(readRecords(run(['tag', path]).stdout).map(({ id }) => id)).size).toBe(2);
  });

  it.each<[string, readonly string[], number, RegExp]>([
    ['no input', ['tag'], 2, /PATH/],
    ['an unknown flag', ['tag', '--colour', samples], 2, /colour/],
    ['an unknown command', ['tga'], 2, /tga/],
    ['an unknown format', ['tag', samples, '--format', 'doc'], 2, /jsonl, csv/],
    ['a workbook for standard output', ['tag', samples, '--format', 'xlsx'], 2, /--out/],
    ['a shard that is none', ['tag', samples, '--shard', '3/2'], 2, /i\/n/],
    ['a path that is not there', ['tag', join(samples, 'nowhere')], 1, /nowhere/],
    [
      'a plan that is not there',
      ['tag', samples, '--taxonomy', 'nowhere.yaml'],
      2,
      /nowhere\.yaml/,
    ],
  ])('says what is wrong with %s', (_name, args, status, message) => {
    const result = run(args);
    expect(result.status).toBe(status);
    expect(result.stderr).toMatch(message);
    expect(result.stdout).toBe('');
  });

  it('names the line of a plan that is wrong', () => {
    const path = createFiles('plan', {
      'plan.yaml': 'id: p\ntitle: 规划\nversion: "1"\nschemes: []\nconcepts: 1\n',
    });
    const { status, stderr } = run(['tag', samples, '--taxonomy', join(path, 'plan.yaml')]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/plan\.yaml:\d+:\d+/);
  });

  it('tags single passages line by line, and lists the lines that are none', () => {
    const input = [
      JSON.stringify({ id: 'p1', text: TEXT }),
      '{"id": "p2"}',
      'no JSON',
      '',
      JSON.stringify({
        id: 7,
        text: '各地抓好落实，推动共享。',
        title: '公共数据开放办法',
        headingPath: ['一、数据共享'],
      }),
    ].join('\n');
    const { status, stdout, stderr } = run(['tag', '--passages', '-'], input);
    expect(status).toBe(1);
    const records = stdout
      .trimEnd()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as {
            id: unknown;
            tags: { code: string; evidence: { start: number; end: number }[] }[];
          },
      );
    expect(records.map(({ id }) => id)).toEqual(['p1', 7]);
    const words = records[0]?.tags[0]?.evidence.map(({ start, end }) => TEXT.slice(start, end));
    expect(records[0]?.tags[0]?.code).toBe('T2');
    expect(words).toContain('数据要素市场');
    expect(stderr).toMatch(/2/);
    expect(stderr).toMatch(/3/);
  });

  it('ends quietly when its reader has enough', async () => {
    const child = spawn(process.execPath, [command, 'tag', samples, samples.replace(/$/, '/.')], {
      cwd: root,
    });
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const status = await new Promise((resolve) => child.once('exit', resolve));
    expect(status).toBe(0);
    expect(stderr).not.toContain('Error');
  });

  it('leaves nothing that looks like a result when it is interrupted', async () => {
    const path = createFiles(
      'many',
      Object.fromEntries(
        Array.from({ length: 300 }, (_, i) => [
          `${String(i)}.txt`,
          `一、数据共享\n${TEXT.repeat(200)}`,
        ]),
      ),
    );
    const out = join(folder, 'interrupted');
    const child = spawn(process.execPath, [command, 'tag', path, '--out', out], { cwd: root });
    while (!existsSync(join(out, '.zhengce/tags.jsonl.journal')))
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(130);
    expect(listResults(out)).toEqual([]);
  }, 60_000);
});

describe('npm run demo', () => {
  it('prints the tagged passages and writes the records', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(root, 'scripts/demo.ts')],
      { encoding: 'utf8', cwd: root },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('12 documents');
    expect(readRecords(readFileSync(join(root, 'demo-output/tags.jsonl'), 'utf8'))).toHaveLength(
      12,
    );
  });
});
