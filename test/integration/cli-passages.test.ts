/**
 * `zhengce tag --passages`, as a process.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandPath, createFolder, parseJsonLines, runCli } from '../support/run-cli';

const TEXT = '推动公共数据资源开放共享，培育数据要素市场。';

function listIds(stdout: string): readonly unknown[] {
  return parseJsonLines(stdout).map((line) => (line as { id: unknown }).id);
}

describe('zhengce tag --passages', () => {
  it('gives ids back as they came, numbers as numbers, in order, equal ones too', () => {
    const ids = [7, '7', -1, 1.5, 'b', 'a', 'a', 0, '数 据\n'];
    const input = ids.map((id) => `${JSON.stringify({ id, text: TEXT })}\n`).join('');
    const { status, stdout } = runCli(['tag', '--passages', '-'], input);
    expect(status).toBe(0);
    expect(listIds(stdout)).toEqual(ids);
  });

  it('reads a file like standard input, writes a file like standard output', () => {
    const line = `${JSON.stringify({ id: 'a', text: TEXT, title: null, headingPath: ['数据'] })}\n`;
    const folder = createFolder({ 'in.jsonl': line });
    const file = join(folder, 'in.jsonl');
    const { stdout } = runCli(['tag', '--passages', '-'], line);
    expect(runCli(['tag', '--passages', file]).stdout).toBe(stdout);
    expect(runCli(['tag', '--passages', file, '--out', folder, '--quiet'])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(join(folder, 'tags.jsonl'), 'utf8')).toBe(stdout);
    expect(readdirSync(folder).sort()).toEqual(['in.jsonl', 'tags.jsonl']);
  });

  it.each<[string, string]>([
    ['a byte order mark', `\ufeff{"id":1,"text":"${TEXT}"}\n{"id":2,"text":""}\n`],
    [
      'carriage returns and blank lines',
      `{"id":1,"text":"${TEXT}"}\r\n\r\n \n{"id":2,"text":""}\r\n`,
    ],
    [
      'line separators inside strings',
      `{"id":1,"text":"${TEXT}\u2028a\u2029b"}\n{"id":2,"text":""}`,
    ],
  ])('reads %s', (_name, input) => {
    const { status, stdout } = runCli(['tag', '--passages', '-'], input);
    expect(status).toBe(0);
    expect(listIds(stdout)).toEqual([1, 2]);
  });

  it('names each line that is no passage, says why, and goes on', () => {
    const bad: readonly (readonly [line: string | Buffer, message: string])[] = [
      ['x', 'received something else'],
      ['[]', 'expected object, received array'],
      ['{"id":1}', 'expected string, received undefined (text)'],
      ['{"text":""}', 'expected a string that is not empty, or a number below 2^53'],
      ['{"id":12345678901234567890,"text":""}', 'write a longer one as a string'],
      [Buffer.from([0x22, 0xd5, 0xfe, 0x22]), 'expected UTF-8, received other bytes'],
    ];
    const input = bad.flatMap(([line], i) => [
      Buffer.from(line),
      Buffer.from(`\n{"id":${i},"text":""}\n`),
    ]);
    const { status, stdout, stderr } = runCli(
      ['tag', '--passages', '-', '--quiet'],
      Buffer.concat(input),
    );
    expect(status).toBe(1);
    expect(listIds(stdout)).toEqual(bad.map((_, i) => i));
    const problems = stderr.trimEnd().split('\n');
    expect(problems).toHaveLength(bad.length);
    for (const [i, [, message]] of bad.entries()) {
      expect(problems[i]).toContain(`zhengce: standard input:${2 * i + 1}: `);
      expect(problems[i]).toContain(message);
      expect(problems[i]).toMatch(/ \[invalid-input\]$/);
    }
  });

  it.each([
    [
      'that is not there',
      'nowhere.jsonl',
      /received no file or folder of that name, ENOENT \(nowhere\.jsonl\)/,
    ],
    ['that is a folder', 'corpus', /received a folder, EISDIR \(corpus\)/],
  ])('says that it cannot read a file %s', (_name, file, message) => {
    const { status, stdout, stderr } = runCli(['tag', '--passages', file]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it.skipIf(process.platform === 'win32')(
    'leaves nothing behind when it is interrupted',
    async () => {
      const out = join(createFolder(), 'out');
      const child = spawn(process.execPath, [commandPath, 'tag', '--passages', '-', '--out', out]);
      child.stdin.write(`${JSON.stringify({ id: 1, text: TEXT })}\n`);
      while (!existsSync(out) || readdirSync(out).length === 0)
        await new Promise((resolve) => setTimeout(resolve, 10));
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      expect(await ended).toBe(130);
      expect(readdirSync(out)).toEqual([]);
    },
  );
});
