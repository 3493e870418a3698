/**
 * Progress: a bar on a terminal, plain lines elsewhere, nothing when quiet.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandPath, createFolder, repositoryRoot, runCli } from '../support/run-cli';

const samples = 'corpus/documents';
// `script` runs a command on a terminal of its own; its flags are those of util-linux.
const hasScript = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

function runOnTerminal(args: string): string {
  const command = `"${process.execPath}" "${commandPath}" tag ${args}`;
  const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  });
  return stdout;
}

describe('progress of zhengce tag', () => {
  it('is plain lines where there is no terminal', () => {
    const { stderr } = runCli(['tag', samples, '--out', createFolder()]);
    expect(stderr).toMatch(
      /^(?:zhengce: \d+ of 12 files, [\d.]+\/s(?:, \d+ (?:s|min) left)?\n)*zhengce: 12 files in \d+\.\d s, 0 failed\nzhengce: \d+\.\d files\/s, \d+\.\d\d MB\/s; slowest: (?:\S+\.(?:txt|md) \d+\.\d s(?:, )?){3}\n$/,
    );
  });

  it('is silent when quiet', () => {
    expect(runCli(['tag', samples, '--quiet']).stderr).toBe('');
  });

  it.skipIf(!hasScript)(
    'is a bar on a terminal, which is gone at the end, and the cursor is back',
    () => {
      const shown = runOnTerminal(`${samples} --out "${createFolder()}"`);
      expect(shown).toMatch(/[█░]{40} 100% \| 12 of 12 files/);
      expect(shown.lastIndexOf('\u001b[?25h')).toBeGreaterThan(shown.lastIndexOf('\u001b[?25l'));
      expect(shown).toMatch(/\d\/s \| /);
      expect(shown).toMatch(/\u001b\[2Kzhengce: 12 files in \d+\.\d s, 0 failed\r\n/);
    },
  );

  it.skipIf(!hasScript)('does not break records that go to the same terminal', () => {
    const shown = runOnTerminal(`"${join(samples, '宁波市智慧城市促进条例.txt')}"`);
    expect(shown).not.toContain('\u001b');
    const [record = '', summary] = shown.split('\r\n');
    expect(JSON.parse(record)).toMatchObject({ id: '宁波市智慧城市促进条例' });
    expect(summary).toContain('1 file in');
  });
});
