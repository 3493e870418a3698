/**
 * What `zhengce` says and does where something is wrong: usage, inputs, outputs.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { taggedDocumentRecordSchema } from '../../src/report';
import { encodeLegacy } from '../support/encode-legacy';
import { parseCsv } from '../support/parse-csv';
import {
  commandPath,
  createFolder,
  parseJsonLines,
  repositoryRoot,
  runCli,
} from '../support/run-cli';

const TEXT = '各地要完善公共数据目录，开展公共数据授权运营，培育数据要素市场。\n';
const isPosix = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;

function listRecords(stdout: string): readonly string[] {
  return parseJsonLines(stdout).map((line) => taggedDocumentRecordSchema.parse(line).id);
}

describe('zhengce', () => {
  it('prints its version and its help to standard output', () => {
    expect(runCli(['--version']).stdout).toBe(`${version}\n`);
    expect(runCli(['--help'])).toMatchObject({ status: 0, stderr: '' });
    const { status, stdout } = runCli(['tag', '--help']);
    expect(status).toBe(0);
    const flags = ['out', 'format', 'taxonomy', 'shard', 'resume', 'jobs', 'passages', 'quiet'];
    for (const flag of flags) expect(stdout).toContain(`--${flag}`);
    expect(stdout).toMatch(/Exit status: 0 done; 1 .*2 wrong usage; 130 interrupted/s);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no command', [], /Usage: zhengce/],
    ['no path', ['tag'], /expected files or folders/],
    ['an empty --out', ['tag', 'x.txt', '--out', ''], /expected a folder.*--out/],
    ['a flag without its value', ['tag', 'x.txt', '--out'], /--out <DIR>.*argument missing/],
    ['a path with --passages', ['tag', 'x.txt', '--passages', '-'], /no PATH with --passages/],
    ['csv with --passages', ['tag', '--passages', '-', '--format', 'csv'], /jsonl with --passages/],
    ['a shard of passages', ['tag', '--passages', '-', '--shard', '1/2'], /--shard/],
    ['xlsx without --out', ['tag', 'x.txt', '--format', 'xlsx'], /--out DIR with --format xlsx/],
  ])(
    'ends with 2 for %s, says what it expects and where the usage stands',
    (_name, args, message) => {
      const { status, stdout, stderr } = runCli(args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(message);
      expect(stderr).toMatch(/--help|help \[command\]/);
      expect(stderr).not.toMatch(/^ +at /m);
    },
  );
});

describe('zhengce tag, on bad inputs', () => {
  it('writes nothing where it finds nothing, and says so even when quiet', () => {
    const folder = createFolder({ 'a.xlsx': '' });
    const out = join(folder, 'out');
    const { status, stdout, stderr } = runCli(['tag', folder, '--out', out, '--quiet']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/no policy file.*1 passed over/);
    expect(existsSync(out)).toBe(false);
  });

  it('lists what failed even when quiet, one line each, and tags the rest', () => {
    const folder = createFolder({ 'a.txt': TEXT, 'b.txt': 'PK\u0003\u0004', 'c.txt': TEXT });
    const { status, stdout, stderr } = runCli(['tag', folder, join(folder, 'no.txt'), '--quiet']);
    expect(status).toBe(1);
    expect(listRecords(stdout)).toEqual(['a', 'c']);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/no\.txt: expected a readable file.*\[read-failed\]$/),
      expect.stringMatching(
        /b\.txt: expected a whole zip file, received a damaged archive.*\[invalid-input\]$/,
      ),
    ]);
  });

  it('gives an empty file a record with a Diagnostic, and csv a row', () => {
    const folder = createFolder({ 'a.txt': '', 'b.txt': '\ufeff' });
    const { status, stdout } = runCli(['tag', folder]);
    expect(status).toBe(0);
    for (const line of parseJsonLines(stdout)) {
      const { passages, diagnostics } = taggedDocumentRecordSchema.parse(line);
      expect(passages).toEqual([]);
      expect(diagnostics.length).toBeGreaterThan(0);
    }
    const rows = parseCsv(runCli(['tag', folder, '--format', 'csv']).stdout.slice(1));
    expect(rows.slice(1).map(([id]) => id)).toEqual(['a', 'b']);
  });

  it.each<[string, Uint8Array | undefined, string]>([
    [
      'Big5',
      encodeLegacy('各地要完善公共數據目錄，開展公共數據授權運營，培育數據要素市場。', 'big5'),
      '',
    ],
    ['one sentence in GBK', encodeLegacy(TEXT, 'gb18030'), ''],
    ['NULs', Buffer.from(`${TEXT}\0${TEXT}`), ''],
    [
      'UTF-16LE cut in its last character',
      Buffer.from(TEXT, 'utf16le').subarray(0, -3),
      'file-cut-off',
    ],
    [
      'UTF-8 with a broken byte',
      Buffer.concat([Buffer.from(TEXT.repeat(9)), Buffer.of(0xff)]),
      'damaged-encoding',
    ],
  ])('tags %s, and reports damage in the record', (_name, bytes, ruleId) => {
    const folder = createFolder({ 'a.txt': bytes ?? '' });
    const { status, stdout } = runCli(['tag', folder]);
    expect(status).toBe(0);
    const record = taggedDocumentRecordSchema.parse(parseJsonLines(stdout)[0]);
    expect(record.passages.flatMap(({ tags }) => tags.map(({ code }) => code))).toContain('T2');
    const rules = record.diagnostics.map((diagnostic) => diagnostic.ruleId);
    if (ruleId !== '') expect(rules).toContain(ruleId);
    else expect(rules).not.toContain('damaged-encoding');
  });

  it.skipIf(!isPosix)('goes on after a pipe and links that lead nowhere or in circles', () => {
    const folder = createFolder({ 'a.txt': TEXT });
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    symlinkSync('gone.txt', join(folder, 'gone-link.txt'));
    symlinkSync('loop.txt', join(folder, 'loop.txt'));
    symlinkSync('.', join(folder, 'self'));
    const { status, stdout, stderr } = runCli(['tag', folder]);
    expect(status).toBe(1);
    expect(listRecords(stdout)).toEqual(['a']);
    expect(stderr).toContain('3 failed');
  });

  // Root may read and write everywhere.
  it.skipIf(!isPosix || isRoot)('goes on after what may not be read', () => {
    const folder = createFolder({ 'a.txt': TEXT, 'b.txt': TEXT, 'c/d.txt': TEXT });
    chmodSync(join(folder, 'b.txt'), 0);
    chmodSync(join(folder, 'c'), 0);
    const { status, stdout, stderr } = runCli(['tag', folder]);
    chmodSync(join(folder, 'c'), 0o700);
    expect(status).toBe(1);
    expect(listRecords(stdout)).toEqual(['a']);
    expect(stderr).toContain('may not be read');
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['ill-formed', 'id: x\ntitle: [\n', /plan\.yaml:3:1/],
    ['not UTF-8', Uint8Array.of(0xd5, 0xfe, 0xb2, 0xdf), /in UTF-8/],
  ])('ends with 2 for a plan that is %s', (_name, content, message) => {
    const plan = join(createFolder({ 'plan.yaml': content }), 'plan.yaml');
    const { status, stdout, stderr } = runCli(['tag', 'corpus/documents', '--taxonomy', plan]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('tags with a plan that begins with a byte order mark', () => {
    const yaml = readFileSync(
      join(repositoryRoot, 'corpus/taxonomy/informatization-2021-2025.yaml'),
    );
    const folder = createFolder({
      'p.yaml': Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), yaml]),
      'a.txt': TEXT,
    });
    const own = runCli(['tag', folder, '--taxonomy', join(folder, 'p.yaml')]);
    expect(own.status).toBe(0);
    expect(own.stdout).toBe(runCli(['tag', folder]).stdout);
  });
});

describe('zhengce tag, on bad outputs', () => {
  it.each<[string, string, RegExp]>([
    ['a file for a folder', 'file', /a file where a folder is needed/],
    ['a path below a file', 'file/below', /a file where a folder is needed/],
    ['a folder of the name of the result', 'taken', /a folder of the name that the result needs/],
  ])('says what is wrong with %s, and leaves nothing half-written', (_name, out, message) => {
    const folder = createFolder({ 'a.txt': TEXT, file: '', 'taken/tags.jsonl/x': '' });
    const { status, stderr } = runCli(['tag', join(folder, 'a.txt'), '--out', join(folder, out)]);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('[write-failed]');
    expect(readdirSync(join(folder, 'taken'))).toEqual(['tags.jsonl']);
  });

  it.skipIf(!isPosix || isRoot)('says that a folder may not be written', () => {
    const folder = createFolder({ 'a.txt': TEXT });
    mkdirSync(join(folder, 'out'), { mode: 0o500 });
    const { status, stderr } = runCli(['tag', folder, '--out', join(folder, 'out')]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/may not be written, EACCES/);
  });

  it('keeps a result of before when a run fails', () => {
    const folder = createFolder({ 'a.txt': TEXT, 'out/tags.jsonl': 'before' });
    const { status } = runCli(['tag', join(folder, 'b.txt'), '--out', join(folder, 'out')]);
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'out/tags.jsonl'), 'utf8')).toBe('before');
  });

  it.skipIf(!existsSync('/dev/full'))('says that standard output is full', () => {
    const script = '"$0" "$1" tag corpus/documents > /dev/full';
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, commandPath], {
      cwd: repositoryRoot,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('expected a writable standard output, received ENOSPC');
  });

  it.skipIf(!isPosix)('goes on when nobody reads its problems', () => {
    const script =
      '{ "$0" "$1" tag no.txt corpus/documents; echo "status $?" >&3; } 2>&1 >/dev/null 3>"$2" | :';
    const report = join(createFolder(), 'report');
    spawnSync('sh', ['-c', script, process.execPath, commandPath, report], { cwd: repositoryRoot });
    expect(readFileSync(report, 'utf8')).toBe('status 1\n');
  });
});
