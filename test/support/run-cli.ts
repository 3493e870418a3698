// Runs the built command line as a process, and gives tests folders to work in.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The root of the repository. */
export const repositoryRoot: string = join(import.meta.dirname, '../..');
/** The built program. */
export const commandPath: string = join(repositoryRoot, 'dist/cli/main.js');

/** What became of `zhengce` with these arguments, run at the root of the repository or in another folder, at most a minute. */
export function runCli(
  args: readonly string[],
  input?: string | Buffer,
  cwd: string = repositoryRoot,
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [commandPath, ...args], {
    cwd,
    encoding: 'utf8',
    input,
    timeout: 60_000,
    maxBuffer: 256 * 1024 * 1024,
  });
}

/** A new folder with these files in it, removed when the test has finished. */
export function createFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhengce-cli-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The values of JSON lines. Throws where one is none. */
export function parseJsonLines(text: string): readonly unknown[] {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new Error('expected a line feed at the end');
  return lines.map((line): unknown => JSON.parse(line));
}
