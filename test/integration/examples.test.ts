/**
 * Runs every example against the built package and holds its output against the golden one; and the READMEs' program with them.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const golden = join(root, 'test/golden/examples');
const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.mjs'));

function run(path: string): string {
  return execFileSync(process.execPath, [path], { cwd: root, encoding: 'utf8' });
}

describe('examples', () => {
  it.each(examples)('%s prints what its golden file says', async (name) => {
    const expected = join(golden, name.replace(/\.mjs$/, '.txt'));
    expect(existsSync(expected) || process.env['CI'] !== 'true').toBe(true);
    await expect(run(join(root, 'examples', name))).toMatchFileSnapshot(expected);
  });
});

describe('the READMEs', () => {
  it.each(['README.md', 'README.zh-CN.md'])(
    '%s shows a program of at most 15 lines within its first 30, with its real output',
    (name) => {
      const readme = readFileSync(join(root, name), 'utf8');
      const [, program = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
      const [, output = ''] = /```text\n([\s\S]*?)```/.exec(readme) ?? [];
      expect(program.trimEnd().split('\n').length).toBeLessThanOrEqual(15);
      expect(
        readme.slice(0, readme.indexOf(output) + output.length).split('\n').length,
      ).toBeLessThanOrEqual(30);
      // Inside the package, so that it finds itself under its own name.
      mkdirSync(join(root, 'demo-output'), { recursive: true });
      const folder = mkdtempSync(join(root, 'demo-output/readme-'));
      try {
        writeFileSync(join(folder, 'program.mjs'), program);
        expect(run(join(folder, 'program.mjs'))).toBe(output);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
