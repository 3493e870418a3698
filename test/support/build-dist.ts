// Before all tests: builds dist/ where it is older than what it is made of, for the tests that run the package as a user does.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const sources = ['src', 'corpus/taxonomy', 'corpus/divisions', 'package.json', 'tsup.config.ts'];

/** Runs once, in a process of its own. */
export function setup(): void {
  const built = join(root, 'dist/cli/main.js');
  const newest = Math.max(...sources.map((source) => findNewest(join(root, source))));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  // Windows finds npm only through a shell.
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
}

function findNewest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => findNewest(join(path, name))));
}
